"""The other work of a worker process: one annotated copy. What writes it is loaded only when one is asked for."""

import pickle

from analysis.intake.annotated_copy.annotation import AnnotationSpec
from analysis.intake.annotated_copy.issue_list import list_only
from analysis.intake.annotated_copy.workbook_copy import annotate_workbook
from analysis.intake.check_result import Upload
from analysis.intake.limits import Limits
from analysis.intake.process.worker import Answer


def annotate_upload(upload: Upload, spec: AnnotationSpec, limits: Limits) -> Answer:
    """One marked copy."""
    try:
        return Answer(pickle.dumps(annotate_workbook(upload, spec, limits)))
    except MemoryError:
        return Answer(pickle.dumps(list_only(spec, "large")))
