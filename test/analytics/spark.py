"""
The analysis of test/analytics on Spark: the same events and the same query as on DuckDB, in local mode.

It is run by hand, because PySpark is a download of some 450 MB; it needs Java 17 or later:

    python3 -m venv ~/spark
    ~/spark/bin/pip install pyspark==4.3.0
    ~/spark/bin/python test/analytics/spark.py

The view of answers is made by SQLite, which Python has within it, and is small enough to be sent to every executor.
test/README.md has what this printed, and a test compares that with what DuckDB says.
"""

import sqlite3
import tempfile
from pathlib import Path

from pyspark.sql import SparkSession

ROOT = Path(__file__).resolve().parents[2]
COLUMNS = ["provider", "catalog", "code", "category", "repeat_unchanged", "repeat_unchanged_stated_line"]


def answers() -> list[tuple[object, ...]]:
    """One row for each code, listed or not."""
    database = sqlite3.connect(":memory:")
    database.executescript((ROOT / "generated/sql/sms_error_codes.sql").read_text(encoding="utf-8"))
    return database.execute(f"SELECT {', '.join(COLUMNS)} FROM sms_error_codes_answers").fetchall()


def main() -> None:
    with tempfile.TemporaryDirectory() as warehouse:
        spark = (
            SparkSession.builder.master("local[*]")
            .config("spark.sql.warehouse.dir", warehouse)
            .config("spark.ui.enabled", "false")
            .getOrCreate()
        )
        schema = ", ".join(f"{name} {'BIGINT' if name.endswith('_line') else 'STRING'}" for name in COLUMNS)
        spark.createDataFrame(answers(), schema).createOrReplaceTempView("sms_error_codes_answers")
        spark.sql((ROOT / "test/analytics/events.sql").read_text(encoding="utf-8"))
        failures = spark.sql((ROOT / "test/analytics/failures.sql").read_text(encoding="utf-8")).collect()
        print(f"Spark {spark.version}, {sum(row.events for row in failures):,} events")
        print(f"{'provider':<10} {'category':<25} {'events':>7} {'may_repeat':>10}")
        for row in failures:
            print(f"{row.provider:<10} {row.category:<25} {row.events:>7} {row.may_repeat:>10}")
        spark.stop()


main()
