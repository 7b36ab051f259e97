package org.lamplight.sink;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * What a record does to a table.
 *
 * @param table the table
 * @param key values of its key columns
 * @param row values of all columns; empty where the record deletes the key
 * @param partition partition of the record
 * @param offset offset of the record
 */
record Change(Table table, List<Object> key, Optional<Object[]> row, int partition, long offset) {

    /**
     * Reads a record.
     *
     * @throws DatabaseFailure of kind DATA if the record is not one that the table can take
     * @throws ConnectException if no table mirrors its topic
     */
    static Change of(SinkRecord sinkRecord) {
        Table table = Table.ofTopic(sinkRecord.topic());
        try {
            List<Object> key = table.readKey((String) sinkRecord.key());
            Optional<Object[]> row =
                    Optional.ofNullable((Struct) sinkRecord.value()).map(value -> table.readRow(value, key));
            return new Change(table, key, row, sinkRecord.originalKafkaPartition(), sinkRecord.originalKafkaOffset());
        } catch (RuntimeException e) {
            // Its message may quote the record, so it is neither kept as the cause nor repeated.
            throw new DatabaseFailure(
                    DatabaseFailure.Kind.DATA,
                    "The record's key or value does not fit table " + table.name() + " ("
                            + e.getClass().getSimpleName() + ")");
        }
    }
}
