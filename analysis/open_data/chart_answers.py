"""A chart's numbers as programs get them, with the selection of the address that shows it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from analysis.exports import Provenance
from analysis.exports.text.csv_json import chart_object
from analysis.open_data.faults import ApiFault
from analysis.open_data.table_answers import provenance_object
from analysis.open_data.table_query import parameter_values, read_language, read_revision
from analysis.schema import Language
from analysis.sections import ReportContext, section
from analysis.sections.context.owner_texts import owner_text
from analysis.sections.filters.filter_options import filter_options, known_values
from analysis.selection import COMPARE, LISTS, Selection, read, unreadable_values

SINGLE = ("years", COMPARE, "language", "revision")
SYNONYMS = {
    **{"lang": "language", "rev": "revision"},
    **{"region": "regions", "theme": "themes", "year": "years", "priority": "priorities", "kind": "kinds"},
}
"""Language and revision as pages name them, the filters as tables do."""


@dataclass(frozen=True)
class ChartQuery:
    """The selection of an address, the language and the revision if it names them."""

    selection: Selection
    language: Language | None = None
    revision: str | None = None


def read_chart_query(parameters: Iterable[tuple[str, str]]) -> ChartQuery:
    """The query of an address as pages have it (``?regions=19,17&years=2020-2024``).

    ApiFault for a parameter that there is not, or a value that cannot be read.
    """
    values = parameter_values(parameters, LISTS, SINGLE, SYNONYMS)
    for text in unreadable_values({"years": values.get("years", "")}, ()):
        raise ApiFault("unreadable-value", parameter="years", value=text)
    language, revision = read_language(values.get("language")), read_revision(values.get("revision"))
    return ChartQuery(read(values).selection, language, revision)


def chart_answer(name: str, key: str, context: ReportContext, query: ChartQuery) -> dict[str, Any]:
    """The object of a chart of a section; ApiFault if there is none of that name, or a filter's value is unknown."""
    words = context.words
    selection, unknown = known_values(query.selection, filter_options(context.tables, words))
    if unknown:
        raise ApiFault("unknown-value", parameter=_filter_of(unknown[0], query.selection), value=unknown[0])
    content = section(name, context, selection)
    chart = next((each for each in content.charts if each.key == key), None) if content else None
    if content is None or chart is None:
        raise ApiFault("unknown-chart", value=f"{name}/{key}")
    licence = owner_text(context.tables, "licence", words).text
    origin = Provenance(
        context.revision, context.published, content.filter_text, context.source, content.coverage, licence
    )
    chosen = {"section": name, "chart": key, "chosen": content.filter_text}
    return chosen | provenance_object(words, origin) | chart_object(chart, words)


def _filter_of(value: str, selection: Selection) -> str:
    """The filter that a value stands in."""
    return next((name for name in LISTS if value in getattr(selection, name)), COMPARE)
