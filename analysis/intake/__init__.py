"""From bytes to typed tables and issues."""

from analysis.intake.checked import CheckResult, FileRecord, Status, TableResult, Upload
from analysis.intake.checker import Checker
from analysis.intake.limits import Limits
from analysis.intake.marked.order import AnnotatedCopy
from analysis.intake.reading import read

__all__ = ["AnnotatedCopy", "CheckResult", "Checker", "FileRecord", "Limits", "Status", "TableResult", "Upload", "read"]
