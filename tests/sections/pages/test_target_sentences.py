"""What is said under the chart of targets: those at risk, and how many more there are than are named."""

from analysis.sections import targets
from analysis.selection import Selection
from analysis.words import translator
from tests.measures.table_rows import Row, tables
from tests.sections.rows import EVENTS, SEVEN, STORIES, THEMES, chart, listing


def test_no_more_are_named_at_risk_than_fit_and_the_others_are_counted():
    themes = ("rahoitus", "palvelut")
    scopes: list[Row] = [*({"region": code} for code in SEVEN), *({"theme": theme} for theme in themes)]
    rows = [{"year": 2024, "measure": "events", "target": 30 + 10 * n} | scope for n, scope in enumerate(scopes)]
    series = EVENTS[0] | {"starts": "2024-02-01", "occasions": 10, "regions": SEVEN, "themes": themes}
    data = tables(events=[series], themes=THEMES, targets=rows)
    progress = chart(targets(data, Selection(), translator("fi"), "2024-06-30"), "progress")
    assert progress.sentence.startswith("Vaarassa jäädä vajaaksi: ")
    assert progress.sentence.count(";") == 7 and progress.sentence.endswith("; ja 2 muuta.")
    assert progress.alt.endswith("muuta.")


def test_what_the_whole_area_has_no_target_for_is_listed_whatever_region_is_selected():
    aims: list[Row] = [{"year": 2023, "measure": "events", "region": "19", "target": 2}]
    data = tables(events=EVENTS, stories=STORIES, themes=THEMES, targets=aims)

    def names(*regions: str) -> list[str]:
        section = targets(data, Selection(regions=regions), translator("fi"), "2024-06-30")
        return [item.what for item in listing(section, "without_target").items]

    assert names("18") == [name for name in names() if "koko alue" in name] != []
