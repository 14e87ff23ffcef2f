"""From bytes to typed tables and issues."""

from analysis.intake.annotated_copy.annotation import AnnotatedCopy
from analysis.intake.check_result import CheckResult, FileRecord, Status, TableResult, Upload
from analysis.intake.limits import Limits
from analysis.intake.process.checker import Checker
from analysis.intake.reading import read
from analysis.intake.reference_tables import reference_tables, tables_referred_to

__all__ = [
    "AnnotatedCopy",
    "CheckResult",
    "Checker",
    "FileRecord",
    "Limits",
    "Status",
    "TableResult",
    "Upload",
    "read",
    "reference_tables",
    "tables_referred_to",
]
