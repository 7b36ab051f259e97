package org.lamplight.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

class RecordModelTest {
    private final RecordModel model = new RecordModel();

    @Test
    void shouldBuildCopyEncodeAndDecodeGeneratedRecordsWithoutTrustingAnythingJvmWide() throws IOException {
        Report report = Report.newBuilder()
                .setSource("streetsafe")
                .setReportId("0123456789abcdef0123456789abcdef")
                .setReceivedAt(Instant.EPOCH)
                .build();

        SafetyConcern concern = SafetyConcern.newBuilder()
                .setReport(report)
                .setPlaceReasons(List.of(PlaceReason.BADLY_LIT))
                .build();

        assertThat(report.getAction()).isEqualTo(ReportAction.SUBMIT);
        assertThat(SafetyConcern.newBuilder(concern).build()).isEqualTo(concern);
        assertThat(SafetyConcern.fromByteBuffer(concern.toByteBuffer())).isEqualTo(concern);
    }

    @Test
    void shouldFindTheGeneratedClassOfEveryContract() {
        assertThat(Topics.ALL)
                .allSatisfy(topic -> assertThat(model.getClass(topic.schema())).isEqualTo(topic.valueType()));
    }

    @Test
    void shouldFindNoClassForASchemaThatNamesAnotherPackageOrAClassThatIsNoContract() {
        Schema elsewhere = SchemaBuilder.record("java.io.File").fields().endRecord();
        Schema helper =
                SchemaBuilder.record("org.lamplight.schemas.Topics").fields().endRecord();
        Schema missing =
                SchemaBuilder.record("org.lamplight.schemas.Missing").fields().endRecord();

        assertThat(model.getClass(elsewhere)).isNull();
        assertThat(model.getClass(helper)).isNull();
        assertThat(model.getClass(missing)).isNull();
    }

    @Test
    void shouldFindTheTypeOfAValueInAUnion() {
        Schema number = Schema.create(Schema.Type.LONG);
        Schema text = Schema.create(Schema.Type.STRING);
        Schema none = Schema.create(Schema.Type.NULL);

        assertThat(model.resolveUnion(Schema.createUnion(none, number), null)).isZero();
        assertThat(model.resolveUnion(Schema.createUnion(none, number), 7L)).isOne();
        assertThat(model.resolveUnion(Schema.createUnion(number, none), null)).isOne();
        assertThat(model.resolveUnion(Schema.createUnion(number, none), 7L)).isZero();
        assertThat(model.resolveUnion(Schema.createUnion(number, text), "seven"))
                .isOne();
        assertThat(model.resolveUnion(Schema.createUnion(none, number, text), "seven"))
                .isEqualTo(2);
    }
}
