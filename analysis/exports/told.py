"""What every file says of itself: title, selection, counting rule, coverage, source with revision and day, licence."""

from dataclasses import replace

from analysis.charts import Chart, Columns
from analysis.charts.svg import Origin
from analysis.sections import Rows, Section
from analysis.words import Words

Note = tuple[str, str]
COUNTING = ("once", "joint", "year", "cancelled", "unknown")


def notes(given: Chart | Rows, words: Words, origin: Origin) -> list[Note]:
    """Label and text of all that there is to say; the source tells revision and day too."""
    told = {
        "title": given.title,
        "subtitle": given.subtitle if isinstance(given, Chart) else "",
        "chosen": origin.chosen,
        "rule": rule(given, words) if isinstance(given, Chart) else given.rule,
        "phases": _phases(given, words),
        "coverage": origin.coverage,
        "source": origin.line(words),
        "licence": origin.licence,
    }
    return [(words(f"downloads.note.{name}"), text) for name, text in told.items() if text]


def of(section: Section, origin: Origin) -> Origin:
    """The origin of a section's numbers: what of the revision is chosen, and the words on coverage, are its own."""
    return replace(origin, chosen=section.chosen, coverage=section.coverage or origin.coverage)


def rule(chart: Chart, words: Words) -> str:
    """How a chart's numbers are counted: each row once where nothing else is said."""
    return chart.rule or words("downloads.how_once")


def counting(words: Words) -> str:
    """How everything is counted, as it stands on the page that tells about the dashboard."""
    return " ".join(words(f"about.counting.{each}") for each in COUNTING)


def foreword(title: str, words: Words, origin: Origin) -> list[Note]:
    """Label and text of what a file of several sections says of itself; the source tells revision and day too."""
    told = {
        "title": title,
        "chosen": origin.chosen,
        "rule": counting(words),
        "coverage": origin.coverage,
        "source": origin.line(words),
        "licence": origin.licence,
        "cofunding": origin.cofunding,
    }
    return [(words(f"downloads.note.{name}"), text) for name, text in told.items() if text]


def _phases(given: Chart | Rows, words: Words) -> str:
    if not isinstance(given, Chart) or not isinstance(given.mark, Columns):
        return ""
    return words.listing([f"{phase.name} {phase.span}".strip() for phase in given.mark.phases])
