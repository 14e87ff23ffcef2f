"""Events by half-year and quarter on the overview, against a plain count over the workbook's cells."""

import re
from dataclasses import replace

import pytest

from analysis.sections import overview, overview_steps
from analysis.selection import Selection
from tests.measures.table_rows import tables
from tests.sections import counting
from tests.sections.pages.test_recount import FI, TODAY, WORKBOOKS, plain, published, selections

MONTHS = {"half": 6, "quarter": 3}


def expected(rows: list[counting.Row], step: str) -> dict[tuple[int, int], int]:
    """The events by year and part of the year, without those whose month nobody knows."""
    sums: dict[tuple[int, int], int] = {}
    for row in rows:
        if row.table == "events" and row.year and row.month:
            part = (row.month - 1) // MONTHS[step] + 1
            sums[row.year, part] = sums.get((row.year, part), 0) + row.count
    return sums


def is_enough(rows: list[counting.Row]) -> bool:
    dated = [row for row in rows if row.table == "events" and row.year]
    return bool(dated) and sum(row.count for row in dated if row.month) / sum(row.count for row in dated) >= 0.9


@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda path: path.stem)
def test_each_half_year_and_quarter_is_what_the_cells_say(path):
    shown = {True: 0, False: 0}
    years = [Selection(years=(year, year + 1)) for year in range(2018, 2026)]
    for chosen in (*selections(path), *years):
        left, data = counting.left(plain(path), chosen), published(path)
        enough = is_enough(left)
        assert overview_steps(data, chosen, FI, TODAY) == (("year", "half", "quarter") if enough else ("year",))
        for step, months in MONTHS.items():
            chart = overview(data, chosen, FI, TODAY, step).charts[0]
            shown[enough] += 1
            if not enough:
                plain_chart = overview(data, chosen, FI, TODAY).charts[0]
                assert (chart.table.equals(plain_chart.table), chart.title) == (True, plain_chart.title)
                continue
            cells = {
                (int(row["code"]), part): row[str(part)]
                for row in chart.table.to_dict("records")
                for part in range(1, 12 // months + 1)
            }
            assert {place: n for place, n in cells.items() if n} == expected(left, step)
            assert not re.search(r"\d{4} [a-zäö]", chart.sentence), "the part comes before its year"
    assert all(shown.values())


def test_too_few_months_are_told_and_the_events_without_one_counted():
    path = next(each for each in WORKBOOKS if each.name.startswith("cluster"))
    left = [row for row in counting.left(plain(path), Selection()) if row.table == "events" and row.year]
    known, every = sum(row.count for row in left if row.month), sum(row.count for row in left)
    rule = overview(published(path), Selection(), FI, TODAY, "half").charts[0].rule
    assert f"kuukausi on tiedossa liian harvasta tapahtumasta: {known} / {every}." in rule


def test_the_years_of_both_periods_stand_out_and_words_say_the_step():
    path = next(each for each in WORKBOOKS if each.name.startswith("cluster"))
    chosen = next(
        each for first in range(2018, 2026) if is_enough(counting.left(plain(path), each := Selection((first, first))))
    )
    year = chosen.years[0]
    chart = overview(published(path), replace(chosen, compare=str(year - 1)), FI, TODAY, "quarter").charts[0]
    assert chart.mark.highlight == (str(year - 1), str(year))
    assert len(chart.table) > 2
    assert (chart.subtitle, "neljännesvuosittain" in chart.alt) == ("Tapahtumat neljännesvuosittain", True)
    assert f"Valittu vuosi ja vertailujakso {year - 1} on lihavoitu" in chart.rule


def test_without_selected_years_the_compared_period_alone_is_bold():
    events = [{"id": str(n), "name": "A", "starts": f"{n}-05-01", "kind": "seminar"} for n in range(2020, 2025)]
    data = tables(events=[{**each, "regions": ("19",)} for each in events])

    def bold(**chosen: object) -> tuple[tuple[object, ...], str]:
        chart = overview(data, Selection(compare="2022", **chosen), FI, TODAY, "quarter").charts[0]
        return chart.mark.highlight, next(each for each in chart.rule.split(". ") if "lihavoitu" in each)

    assert bold() == (("2022",), "Vertailujakso 2022 on lihavoitu.")
    assert bold(years=(2024, 2024)) == (("2022", "2024"), "Valittu vuosi ja vertailujakso 2022 on lihavoitu.")
    chosen = ("2022", "2023", "2024")
    assert bold(years=(2023, 2024)) == (chosen, "Valitut vuodet ja vertailujakso 2022 on lihavoitu.")
