"""What an address asks of a table: filters, language, part of the rows, revision."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from analysis.open_data.faults import ApiFault
from analysis.schema import LANGUAGES, Language
from analysis.selection import read_years

LISTS = ("region", "theme")
SINGLE = ("year", "language", "limit", "cursor", "revision")
PAGE_NAMES = {"regions": "region", "themes": "theme", "years": "year", "lang": "language", "rev": "revision"}
"""The same parameters as the addresses of pages name them."""
DEFAULT_LIMIT, MOST = 100, 1000
"""Rows of an answer in JSON: if the address does not say, and at most."""
REVISION = re.compile(r"[0-9]{1,18}")
CURSOR = re.compile(r"([0-9]{0,18})-([0-9]{1,9})")
"""Revision and number of rows before: pages of one table go on in the revision in which they began."""


@dataclass(frozen=True)
class TableQuery:
    """Filters as written, the language if one is named, the rows wanted (None: as many as there are)."""

    regions: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    years: tuple[int, int] | None = None
    language: Language | None = None
    limit: int | None = None
    start: int = 0
    revision: str | None = None

    def parameters(self) -> dict[str, str]:
        """The filters and the language by the name of their parameter, without those that are not set."""
        years = sorted(set(self.years or ()))
        pairs = {
            **{"region": ",".join(self.regions), "theme": ",".join(self.themes)},
            **{"year": "-".join(map(str, years)), "language": self.language or ""},
        }
        return {name: value for name, value in pairs.items() if value}


def read_table_query(parameters: Iterable[tuple[str, str]]) -> TableQuery:
    """The query of an address; ApiFault for a parameter that there is not, or a value that cannot be read."""
    values = parameter_values(parameters, LISTS, SINGLE, PAGE_NAMES)
    limit = _read_limit(values["limit"]) if "limit" in values else None
    revision, start = read_revision(values.get("revision")), 0
    if cursor := values.get("cursor"):
        match = CURSOR.fullmatch(cursor)
        if match is None or (revision and revision != match[1]):
            raise ApiFault("unreadable-value", parameter="cursor", value=cursor)
        revision, start = match[1] or None, int(match[2])
    regions, themes = (list_values(values, name) for name in LISTS)
    return TableQuery(
        regions,
        themes,
        years=read_year(values.get("year")),
        language=read_language(values.get("language")),
        limit=limit,
        start=start,
        revision=revision,
    )


def parameter_values(
    parameters: Iterable[tuple[str, str]], lists: Sequence[str], single: Sequence[str], synonyms: Mapping[str, str]
) -> dict[str, str]:
    """The values of an address by name, empty ones left out.

    - ``lists``: parameters with values between commas, which may come several times.
    - ``single``: parameters with one value.
    - ``synonyms``: other names of these, and which one each means.

    ApiFault for any other parameter, and for two values of what has one.
    """
    values: dict[str, str] = {}
    for written, text in parameters:
        name, value = synonyms.get(written, written), text.strip()
        if name not in (*lists, *single):
            raise ApiFault("unknown-parameter", parameter=written, could=", ".join((*lists, *single)))
        if name in single and values.get(name, value) != value:
            raise ApiFault("unreadable-value", parameter=written, value=value)
        values[name] = f"{values[name]},{value}" if name in values and name in lists else value
    return {name: value for name, value in values.items() if value.strip(",")}


def list_values(values: Mapping[str, str], name: str) -> tuple[str, ...]:
    """What stands between the commas of a parameter (``name``) of some ``values``, each once."""
    return tuple(dict.fromkeys(filter(None, map(str.strip, values.get(name, "").split(",")))))


def read_year(text: str | None) -> tuple[int, int] | None:
    """The first and last year of a text, None of none; ApiFault if it is neither a year nor a span."""
    years = read_years(text or "")
    if text and not years:
        raise ApiFault("unreadable-value", parameter="year", value=text)
    return years


def read_language(text: str | None) -> Language | None:
    """The language of a text, None of none; ApiFault if it is no language of ours."""
    if text and text not in LANGUAGES:
        raise ApiFault("unreadable-value", parameter="language", value=text)
    return next((each for each in LANGUAGES if each == text), None)


def read_revision(text: str | None) -> str | None:
    """The id of a revision, None of none; ApiFault if there cannot be one of that id."""
    if text and not REVISION.fullmatch(text):
        raise ApiFault("unknown-revision", revision=text)
    return text or None


def _read_limit(text: str) -> int:
    if not re.fullmatch("[0-9]{1,4}", text) or not 1 <= int(text) <= MOST:
        raise ApiFault("unreadable-value", parameter="limit", value=text)
    return int(text)
