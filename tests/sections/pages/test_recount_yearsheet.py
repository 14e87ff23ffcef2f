"""Each number of the year sheet, against a plain count over the workbook's cells."""

import random
import re
from collections import Counter

import pytest

from analysis.schema.aliases import SEVEN
from analysis.sections import Section, yearsheet
from analysis.sections.filters.filter_options import filter_options
from analysis.selection import Selection
from tests.sections import counting
from tests.sections.pages.test_recount import CASES, FI, QUICK, TODAY, published, selections
from tests.sections.pages.test_recount_review import MEASURES, actual, cells, left, rows_of, sheet

GROUPS = {
    "from_companies": "Osallistujat: yritykset",
    "from_research": "Osallistujat: tutkimus ja koulutus",
    "from_public": "Osallistujat: julkinen",
    "from_others": "Osallistujat: muut",
}
each_case = pytest.mark.parametrize(
    ("path", "number"),
    [pytest.param(*case, marks=() if case in QUICK else pytest.mark.full) for case in CASES],
    ids=lambda value: getattr(value, "stem", value),
)


def chosen(path, number: int) -> Selection:
    """A selection of one year, which is drawn from the years of the data."""
    first, last = filter_options(published(path), FI)["years"]
    year = random.Random(number).randint(first, last)
    return Selection(
        (year, year), *(getattr(selections(path)[number], n) for n in ("regions", "themes", "priorities", "kinds"))
    )


def listed(section: Section, key: str) -> dict[str, str]:
    return {item.what: item.meta for each in section.lists if each.key == key for item in each.items}


@each_case
def test_the_numbers_of_a_year_are_those_of_the_cells(path, number):
    selection = chosen(path, number)
    rows = [row for row, _ in left(path, selection)]
    events = [row for row in rows if row.table == "events"]
    section = yearsheet(published(path), selection, FI, TODAY)
    joint = sum(row.count for row in events if len(row.regions) > 1)
    every = counting.total(rows, "events")
    expected = {name: counting.total(rows, name) for name in counting.SHEETS}
    expected |= {"joint": joint, "participants": counting.reported(rows)}
    assert {each.key: each.value for each in section.metrics} == expected
    if every >= 5 and joint:
        assert f"{int(100 * joint / every + 0.5)}\N{NO-BREAK SPACE}%" in section.sentence
    else:
        assert "%" not in section.sentence
    kinds = Counter()
    for row in events:
        kinds[row.kind, row.form] += row.count
    assert Counter({(r["kind"], r["form"]): r["events"] for r in rows_of(section, "kinds")}) == kinds


@each_case
def test_the_groups_and_what_is_not_known_are_those_of_the_cells(path, number):
    selection = chosen(path, number)
    own = [(row, line) for row, line in left(path, selection) if row.table == "events"]
    section = yearsheet(published(path), selection, FI, TODAY)
    every = sum(row.count for row, _ in own)
    for record in rows_of(section, "groups"):
        numbers = [(counting.whole(line[GROUPS[record["group"]]]), row.count) for row, line in own]
        known = [(n, count) for n, count in numbers if n is not None]
        assert record["participants"] == (sum(n for n, _ in known) if known else None)
        assert (record["known"], record["events"]) == (sum(count for _, count in known), every)
    blank = {
        "Osallistujamäärä": sum(row.count for row, _ in own if row.participants is None),
        "Osallistujien ryhmät": sum(
            row.count for row, line in own if not any(line[name] is not None for name in GROUPS.values())
        ),
        "Muoto": sum(row.count for row, _ in own if row.form is None),
        "Teema": sum(row.count for row, _ in own if not row.themes),
    }
    shown = listed(section, "unknown")
    assert {name: shown[name] for name in blank if name in shown} == {
        name: FI.plural("yearsheet.of_events", every, unknown=n, of=every) for name, n in blank.items() if n
    }
    rows = [row for row, _ in cells(path) if not row.cancelled and row.year is None]
    rows = [row for row in rows if counting.bears(row, selection)]
    counts = [n for name in counting.SHEETS if (n := counting.total(rows, name))]
    assert re.findall(r"\d+", shown.get("Vuosi", "")) == list(map(str, counts))


@each_case
def test_the_targets_of_a_year_stand_beside_what_the_cells_add_up_to(path, number):
    selection = chosen(path, number)
    known, themes = (dict(counting.codes(book, key)) for book, key in books(path))
    expected = []
    for line in sheet(path, "Tavoitteet"):
        region = known[str(line["Maakunta"]).lower()] if line["Maakunta"] else None
        theme = themes[str(line["Teema"]).lower()] if line["Teema"] else None
        if line["Vuosi"] != selection.years[0] or (selection.themes and theme not in selection.themes):
            continue
        if region not in selection.regions if selection.regions else region:
            continue
        given = actual([row for row, _ in cells(path)], line["Vuosi"], MEASURES[line["Mittari"]], region, theme)
        expected.append(f"{'ei tiedossa' if given is None else FI.number(given)} / {FI.number(line['Tavoite'])}")
    shown = listed(yearsheet(published(path), selection, FI, TODAY), "targets")
    assert [meta.split(", ")[0] for meta in shown.values()] == expected[:8]
    assert set(selection.regions) <= set(SEVEN)


def books(path):
    """The sheets of regions and themes, each with the header of its key."""
    book = counting.load_workbook(path, data_only=True)
    return [(book["Maakunnat"], "Koodi"), (book["Teemat"], "Tunnus")]
