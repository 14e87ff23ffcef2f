"""What every file of a chart or of rows says of itself: title, selection, counting rule, coverage, source."""

from analysis.charts import Chart, Columns
from analysis.charts.svg import Head
from analysis.exports.book import Origin
from analysis.sections import Rows
from analysis.words import Words

Note = tuple[str, str]


def head(origin: Origin) -> Head:
    """The same as a picture says it."""
    return Head(origin.chosen, origin.source, origin.revision, origin.published, origin.coverage)


def notes(given: Chart | Rows, words: Words, origin: Origin) -> list[Note]:
    """Label and text of all that there is to say; the source tells revision and day too."""
    told = {
        "title": given.title,
        "subtitle": given.subtitle if isinstance(given, Chart) else "",
        "chosen": origin.chosen,
        "rule": given.rule,
        "phases": _phases(given, words),
        "coverage": origin.coverage,
        "source": head(origin).line(words),
    }
    return [(words(f"downloads.note.{name}"), text) for name, text in told.items() if text]


def _phases(given: Chart | Rows, words: Words) -> str:
    if not isinstance(given, Chart) or not isinstance(given.mark, Columns):
        return ""
    return words.listing([f"{phase.name} {phase.span}".strip() for phase in given.mark.phases])
