"""Periods that are compared: years, phases, ones that there are not; what is said of them in three languages."""

import pytest

from analysis.schema import LANGUAGES
from analysis.sections import overview
from analysis.sections.context.periods import Period
from analysis.sections.context.section_context import section_context
from analysis.sections.filters.filter_options import filter_options, known_values
from analysis.selection import Selection
from analysis.words import translator
from tests.measures.table_rows import Row, tables
from tests.sections.rows import number

FI = translator("fi")
TODAY = "2024-06-30"
PHASES = [
    {"id": "a", "name_fi": "Alku", "starts": "2020-05-08", "ends": "2021-02-28"},
    {"id": "b", "name_fi": "Jatko", "name_sv": "Fortsättning", "name_en": "Sequel", "starts": "2023-02", "ends": None},
]


def events(**by_year: int) -> list[Row]:
    """So many events in each year (``y2022=3``), each with two participants."""
    return [
        {"id": f"{year}-{n}", "name": "E", "starts": year[1:], "kind": "seminar", "regions": ("19",), "participants": 2}
        for year, count in by_year.items()
        for n in range(count)
    ]


def change(years: tuple[int, int], compare: str, language="fi", key="events", **by_year: int) -> str:
    data = tables(events=events(**by_year), phases=PHASES)
    return number(overview(data, Selection(years, compare=compare), translator(language), TODAY), key).change


def test_a_phase_is_the_whole_years_that_it_is_a_part_of_and_an_open_one_goes_on():
    data = tables(events=events(y2020=1, y2024=1), phases=PHASES)
    found = {text: section_context(data, Selection(compare=text), FI, TODAY).period for text in ("a", "b", "2021", "c")}
    assert found == {
        "a": Period(2020, 2021, "Alku (2020–2021)"),
        "b": Period(2023, 2024, "Jatko (2023–2024)"),
        "2021": Period(2021, 2021, "2021"),
        "c": None,
    }


def test_a_period_that_there_is_not_is_dropped_and_told():
    options = filter_options(tables(events=events(y2020=1, y2022=1), phases=PHASES), FI)
    assert [code for code, _ in options["compare"]] == ["a", "b", "2022", "2021", "2020"]
    for text in ("2022", "2010-2020", "a"):
        assert known_values(Selection(compare=text), options) == (Selection(compare=text), ())
    for text in ("2019", "elmo", "2022-"):
        assert known_values(Selection(compare=text), options) == (Selection(), (text,))
    assert known_values(Selection(compare="2020"), filter_options(tables(), FI)) == (Selection(), ("2020",))


@pytest.mark.parametrize(
    ("now", "before", "text"),
    [
        (8, 5, "2022: 5, muutos +3 (+60\N{NO-BREAK SPACE}%)"),
        (3, 8, "2022: 8, muutos −5 (−63\N{NO-BREAK SPACE}%)"),
        (8, 4, "2022: 4, muutos +4"),
        (2, 2, "2022: 2, ei muutosta"),
        (1, 0, "2022: 0, muutos +1"),
    ],
)
def test_a_change_has_its_share_unless_the_base_is_small(now, before, text):
    assert change((2023, 2023), "2022", y2021=1, y2022=before, y2023=now) == text


def test_what_is_unknown_stays_unknown():
    assert change((2023, 2023), "2022", key="participants", y2021=1, y2023=3) == "2022: ei tiedossa"
    told = change((2023, 2023), "2022", key="participants", y2021=1, y2022=3)
    assert told == "2022: 6, muutos ei ole tiedossa"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("n", [1, 2, 5])
def test_lengths_of_periods_agree_with_one_two_and_five(language, n):
    words = translator(language)
    data = tables(events=events(y2015=1, y2020=1, y2023=1), phases=PHASES)
    selection = Selection((2023 - n + 1, 2023), compare="2015")
    text = overview(data, selection, words, TODAY).filter_text
    assert ("2015" in text) and words("choosing.compare", period="2015") in text
    lengths = [words.plural("choosing.years_n", each) for each in (n, 1)]
    assert all(each in text for each in lengths) == (n > 1)
    if n > 1:
        assert {"fi": f"{n} vuotta", "sv": f"{n} år", "en": f"{n} years"}[language] in text


def test_a_year_that_is_not_over_is_told_and_only_while_a_period_is_compared():
    data = tables(events=events(y2023=1, y2024=1))
    texts = [overview(data, Selection((2024, 2024), compare=each), FI, TODAY).filter_text for each in ("", "2023")]
    assert ["kesken" in text for text in texts] == [False, True]


def test_no_comparison_leaves_the_change_on_the_year_before():
    assert change((2023, 2023), "", y2022=1, y2023=4) == "4 vuonna 2023, +3 vuodesta 2022"
    assert change((2023, 2023), "1999", y2022=1, y2023=4) == "4 vuonna 2023, +3 vuodesta 2022"


def test_a_comparison_alone_is_no_filter():
    data = tables(events=events(y2022=1, y2023=4))
    summary = overview(data, Selection(compare="2022"), FI, TODAY).filter_summary
    assert summary.counted == "5" and [each.filter for each in summary.spans if each.filter] == ["compare"]
