"""The sample workbook shows every kind of thing, and says of everything that it is invented."""

import pandas as pd
import pytest

from analysis.schema import TABLES, all_tables
from analysis.schema.aliases import SEVEN
from analysis.sections.context.owner_texts import SAMPLE
from tests.exports.workbook_checks import change, checked, parts_apart
from tests.workbooks import sample, sample_terms

TABLES_MADE = sample.tables()
YEARS = {str(year) for year in range(2019, 2027)}


def listed(table: str, column: str) -> set[str]:
    return {value for values in TABLES_MADE[table][column] for value in values}


def years(table: str, column: str) -> set[str]:
    return set(TABLES_MADE[table][column].dropna().str[:4])


def test_it_is_of_the_size_that_the_cooperation_reports():
    sizes = {name: len(rows) for name, rows in TABLES_MADE.items()}
    assert sizes | {"targets": 0, "about": 0} == {
        **{"events": 30, "stories": 20, "materials": 60, "clusters": 25, "themes": 5, "priorities": 5, "regions": 7},
        **{"targets": 0, "about": 0, "phases": 3},
    }
    assert set(TABLES_MADE["targets"]["year"]) == set(range(2019, 2027))


def test_every_region_theme_priority_and_kind_occurs():
    for table in ("events", "stories", "clusters"):
        assert listed(table, "regions") == set(SEVEN)
    for table in ("events", "stories", "materials"):
        assert listed(table, "themes") == set(sample.THEMES)
    assert listed("events", "priorities") == listed("clusters", "priorities") == set(sample_terms.KEYS)
    for table, column in (("events", "kind"), ("events", "form"), ("stories", "form"), ("clusters", "label")):
        assert set(TABLES_MADE[table][column].dropna()) == set(TABLES[table].column(column).kind.names)
    for column in ("kind", "language", "captions"):
        assert set(TABLES_MADE["materials"][column].dropna()) == set(TABLES["materials"].column(column).kind.names)


def test_every_year_has_activity():
    assert years("events", "starts") == years("stories", "published") == years("materials", "published") == YEARS


def test_what_is_hard_to_count_is_there():
    events, materials = TABLES_MADE["events"], TABLES_MADE["materials"]
    assert (events["regions"].map(len) > 1).sum() >= 6
    assert sorted(events["occasions"].dropna()) == [3, 6]
    assert sorted(events["status"].dropna()) == ["cancelled", "cancelled", "postponed"]
    assert {len(day) for day in events["starts"]} == {4, 7, 10}
    assert events["participants"].isna().sum() >= 3
    assert TABLES_MADE["stories"]["published"].isna().sum() == 2
    assert materials["published"].isna().sum() >= 1 and materials["link"].isna().sum() >= 1
    assert materials.duplicated("link").sum() > 5


@pytest.mark.parametrize("theme", sample.THEMES)
def test_each_theme_has_twelve_materials_and_an_order_to_begin_with(theme: str):
    materials = TABLES_MADE["materials"]
    own = materials[materials["themes"].map(lambda themes: theme in themes)]
    assert len(own) == 12
    assert list(own["start_here"].dropna()) == [1, 2, 3, 4]


def test_every_name_says_that_it_is_a_sample():
    names = pd.concat(
        [TABLES_MADE[table][TABLES[table].label] for table in ("events", "stories", "materials", "clusters", "phases")]
    )
    assert names.str.startswith("Esimerkki").all()
    assert TABLES_MADE["priorities"]["name_fi"].str.startswith("Esimerkki").all()
    assert all(each.startswith("Esimerkki") for each in listed("events", "organisers"))
    about = TABLES_MADE["about"].set_index("key")["value_fi"]
    assert about["title"].startswith(SAMPLE)
    assert "keksittyjä" in about["coverage"]


def test_its_addresses_lead_nowhere():
    links = [rows[name].dropna() for rows in TABLES_MADE.values() for name in ("link", "website") if name in rows]
    assert pd.concat(links).str.fullmatch(r"https://\w+\.example/\d+").all()


def test_the_file_is_the_one_that_the_script_makes_and_reads_without_an_issue():
    """`make workbooks` writes it anew."""
    assert parts_apart(sample.PATH.read_bytes(), sample.made()) == []
    result = checked(sample.made(), all_tables({}, TABLES))
    assert (result.issues, change(TABLES_MADE, result).tables) == ((), {})
