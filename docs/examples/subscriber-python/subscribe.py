"""Prints what a council is released, as it is released. With --once it ends when it has read what there is.

    KAFKA_PASSWORD=… python3 subscribe.py partner.north-northamptonshire.trend partner.county.trend

KAFKA (127.0.0.1:9094), KAFKA_USER (council-north-northamptonshire), KAFKA_CA (partners-ca.pem) and REGISTRY
(http://127.0.0.1:8081) may say otherwise.
"""

import io
import json
import os
import sys
import urllib.request
from functools import lru_cache

import avro.io
import avro.schema
from confluent_kafka import Consumer, KafkaError

user = os.environ.get("KAFKA_USER", "council-north-northamptonshire")
registry = os.environ.get("REGISTRY", "http://127.0.0.1:8081")
once = "--once" in sys.argv
topics = [argument for argument in sys.argv[1:] if argument != "--once"]


@lru_cache(maxsize=None)
def reader(schema_id):
    with urllib.request.urlopen(f"{registry}/schemas/ids/{schema_id}") as answer:
        return avro.io.DatumReader(avro.schema.parse(json.load(answer)["schema"]))


def row_of(value):
    """A zero byte, the id of the schema in four bytes, the record."""
    decoder = avro.io.BinaryDecoder(io.BytesIO(value[5:]))
    return reader(int.from_bytes(value[1:5], "big")).read(decoder)


consumer = Consumer(
    {
        "bootstrap.servers": os.environ.get("KAFKA", "127.0.0.1:9094"),
        "security.protocol": "SASL_SSL",
        "sasl.mechanisms": "SCRAM-SHA-512",
        "sasl.username": user,
        "sasl.password": os.environ["KAFKA_PASSWORD"],
        "ssl.ca.location": os.environ.get("KAFKA_CA", "partners-ca.pem"),
        # A group's name begins with the login's and a dot.
        "group.id": f"{user}.python",
        "auto.offset.reset": "earliest",
        "enable.auto.commit": False,
        "enable.partition.eof": True,
        # A release is a transaction: all of it, or none.
        "isolation.level": "read_committed",
    }
)
consumer.subscribe(topics)
left = set(topics)
try:
    while left or not once:
        message = consumer.poll(1.0)
        if message is None:
            continue
        if message.error():
            if message.error().code() != KafkaError._PARTITION_EOF:
                raise SystemExit(message.error())
            left.discard(message.topic())
            continue
        row = row_of(message.value())
        value = "withheld" if row["withheld"] else row["count"]
        # Each row stands by itself: store it under area, category, period and first day, and let the higher revision win.
        print(
            f"{row['release']} revision {row['revision']}: {row['areaName']}, {row['category']}, "
            f"{row['firstDay']} to {row['lastDay']}: {value}",
            flush=True,
        )
        # Only now: what was not stored is read again after a crash.
        consumer.commit(message, asynchronous=False)
finally:
    consumer.close()
