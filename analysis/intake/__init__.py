"""From bytes to typed tables and issues."""

from analysis.intake.checked import Checked, FileSeen, Status, TableRead, Upload
from analysis.intake.checker import Checker
from analysis.intake.limits import Limits
from analysis.intake.marked.order import Marked
from analysis.intake.reading import read

__all__ = ["Checked", "Checker", "FileSeen", "Limits", "Marked", "Status", "TableRead", "Upload", "read"]
