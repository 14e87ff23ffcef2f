"""The numbers of the overview and the events, counted plainly over a workbook's cells: no measure, no pandas."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from analysis.selection import Selection

KINDS = {
    **{"seminaari": "seminar", "työpaja": "workshop", "webinaari": "webinar"},
    **{"verkostoituminen": "networking", "konferenssi": "conference", "muu": "other"},
}
FORMS = {"läsnä": "onsite", "etä": "online", "hybridi": "hybrid"}
SHORT = {
    **{"johtaminen": "johtaminen", "palvelut": "palvelut", "rahoitus": "rahoitus"},
    **{"kansainvälistyminen": "kansainvalistyminen", "osaaminen": "osaaminen"},
}
SHEETS = {"events": "Tapahtumat", "stories": "Tarinat", "materials": "Aineistot"}


@dataclass(frozen=True)
class Row:
    """One row as a person reads it: what it counts for, its year, and what it bears."""

    table: str
    count: int
    year: int | None
    regions: frozenset[str]
    themes: frozenset[str]
    priorities: frozenset[str]
    kind: str | None = None
    form: str | None = None
    participants: int | None = None
    cancelled: bool = False
    month: int | None = None


def rows(path: Path) -> list[Row]:
    """The rows of activity of a workbook with Finnish headers."""
    book = load_workbook(path, data_only=True)
    known = {
        "regions": codes(book["Maakunnat"], "Koodi"),
        "themes": codes(book["Teemat"], "Tunnus") | SHORT,
        "priorities": codes(book["Painopisteet"], "Tunnus"),
    }
    found = [_row(table, cells, known) for table, sheet in SHEETS.items() for cells in lines(book[sheet])]
    book.close()
    return found


def lines(sheet: Any) -> Iterator[dict[str, Any]]:
    headers, *rows = sheet.iter_rows(values_only=True)
    for line in rows:
        if any(cell is not None for cell in line):
            yield dict(zip(headers, line, strict=True))


def codes(sheet: Any, key: str) -> dict[str, str]:
    named = {}
    for cells in lines(sheet):
        code = str(cells[key])
        for word in (code, cells["Nimi (fi)"], cells["Nimi (en)"], cells["Nimi (sv)"]):
            if word:
                named[str(word).lower()] = code
    return named


def _row(table: str, cells: dict[str, Any], known: dict[str, dict[str, str]]) -> Row:
    event = table == "events"
    return Row(
        table=table,
        count=int(cells.get("Kertoja") or 1),
        year=_year(cells["Alkaa" if event else "Julkaistu"]),
        regions=listed(cells.get("Maakunnat"), known["regions"]),
        themes=listed(cells.get("Teemat"), known["themes"]),
        priorities=listed(cells.get("Painopisteet"), known["priorities"]),
        kind=KINDS[cells["Tyyppi"]] if event else None,
        form=FORMS[cells["Muoto"]] if event and cells["Muoto"] else None,
        participants=whole(cells.get("Osallistujat")),
        cancelled=cells.get("Tila") in ("peruttu", "siirretty"),
        month=_month(cells["Alkaa" if event else "Julkaistu"]),
    )


def _year(cell: Any) -> int | None:
    if cell is None:
        return None
    return cell.year if isinstance(cell, date) else int(re.findall(r"(?:19|20)\d\d", str(cell))[0])


def _month(cell: Any) -> int | None:
    """The month of a day, or of "2023-05" or "5/2023"; None where only the year is known."""
    if isinstance(cell, date):
        return cell.month
    found = re.search(r"^(?:\d{4}-(\d\d)|(?:\d+\.)?(\d+)[/.]\d{4})", str(cell or ""))
    return int(found[1] or found[2]) if found else None


def whole(cell: Any) -> int | None:
    digits = re.sub(r"\D", "", str(cell)) if cell is not None else ""
    return int(digits) if digits else None


def listed(cell: Any, named: dict[str, str]) -> frozenset[str]:
    if cell is None:
        return frozenset()
    text = str(cell).lower()
    if text in ("kaikki", "koko ip-alue"):
        return frozenset(named.values())
    parted = r"(^|[;,/]\s*){}\s*($|[;,/])"
    return frozenset(code for word, code in named.items() if re.search(parted.format(re.escape(word)), text))


def left(every: list[Row], chosen: Selection) -> list[Row]:
    """The rows that count and that a selection leaves."""
    return [row for row in every if not row.cancelled and bears(row, chosen) and in_years(row, chosen)]


def in_years(row: Row, chosen: Selection) -> bool:
    """Whether a row is of the chosen years; a row without a year is of none."""
    return chosen.years is None or (row.year is not None and chosen.years[0] <= row.year <= chosen.years[1])


def bears(row: Row, chosen: Selection) -> bool:
    """Whether a row bears what is chosen, as far as its table has a column for it."""
    if row.table != "materials" and chosen.regions and not row.regions & set(chosen.regions):
        return False
    if chosen.themes and not row.themes & set(chosen.themes):
        return False
    if row.table != "events":
        return True
    if chosen.priorities and not row.priorities & set(chosen.priorities):
        return False
    return not chosen.kinds or row.kind in chosen.kinds


def total(given: list[Row], table: str) -> int:
    """How many the rows of a table stand for."""
    return sum(row.count for row in given if row.table == table)


def reported(given: list[Row]) -> int | None:
    """The participants together; None where nobody told any."""
    told = [row.participants for row in given if row.participants is not None]
    return sum(told) if told else None
