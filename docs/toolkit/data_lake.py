"""Checks the payloads of a table with Spark, and writes a table of their findings."""

import sys
from collections.abc import Iterator

import pandas as pd
from pyspark.sql import SparkSession

from unimicro_schema import CheckedLine, validate_lines

COLUMNS = "id long, valid boolean, rule string, pointer string, message string"


def check(batches: Iterator[pd.DataFrame]) -> Iterator[pd.DataFrame]:
    """The findings of some payloads, and a row for each payload without one."""
    for batch in batches:
        rows = pd.DataFrame(validate_lines(batch["payload"], "createCustomer"), columns=CheckedLine._fields)
        rows["id"] = batch["id"].to_numpy()[rows["line"] - 1]
        yield rows.drop(columns="line")


source, target = sys.argv[1:]
spark = SparkSession.builder.getOrCreate()
spark.read.parquet(source).mapInPandas(check, COLUMNS).write.parquet(target)
spark.stop()
