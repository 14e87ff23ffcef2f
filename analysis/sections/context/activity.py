"""The rows of activity of a set of tables, the same for every selection: read once, and shared by all contexts."""

from analysis.cache import cached_per_tables
from analysis.measures.records import RecordsByTable, activity_records, counted_records
from analysis.schema import Tables
from analysis.selection import Selection


@cached_per_tables
def every_row(tables: Tables) -> RecordsByTable:
    """All rows of activity, by table."""
    return activity_records(tables)


@cached_per_tables
def counted_rows(tables: Tables) -> RecordsByTable:
    """The rows of activity that count, by table."""
    return counted_records(every_row(tables), Selection())
