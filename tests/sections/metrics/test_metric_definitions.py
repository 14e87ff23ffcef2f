"""The numbers at a glance: each has its rows, which count up to it, and says how it counts."""

from dataclasses import replace

import pytest

from analysis.schema import LANGUAGES
from analysis.sections import Section, clusters, events, overview, region_profile, stories, term_profile
from analysis.sections.metrics.metrics import metrics_table
from analysis.sections.pages.themes.groups import term_groups
from analysis.sections.records.source_rows import rows_behind_chart
from analysis.selection import Selection
from analysis.words import translator
from tests.workbooks import sample

TODAY = "2026-11-24"
CHOSEN = (Selection(), Selection((2020, 2024), ("19", "12")), Selection(themes=("rahoitus",), kinds=("seminar",)))


def sections(selection: Selection, language: str = "fi") -> list[Section]:
    given = sample.tables(), selection, translator(language)
    made = [each(*given, TODAY) for each in (overview, events, stories, clusters)]
    made.append(region_profile(sample.tables(), replace(selection, regions=("19",)), translator(language), TODAY))
    for group in term_groups(sample.tables(), translator(language))[:2]:
        alone = replace(selection, **{group.column: (next(iter(group.labels)),)})
        made.append(term_profile(sample.tables(), alone, translator(language), group, TODAY))
    return made


def chosen_of(section: Section, selection: Selection, language: str = "fi") -> Selection:
    """What a profile was made of is the selection and the one thing it is of."""
    if section.key == "region":
        return replace(selection, regions=("19",))
    if section.key == "term":
        column = "priorities" if any(each.key == "clusters" for each in section.metrics) else "themes"
        group = next(each for each in term_groups(sample.tables(), translator(language)) if each.column == column)
        return replace(selection, **{column: (next(iter(group.labels)),)})
    return selection


@pytest.mark.parametrize("selection", CHOSEN, ids=("all", "years and regions", "theme and type"))
def test_every_number_is_counted_again_from_its_rows(selection):
    for section in sections(selection):
        shown = metrics_table(section, translator("fi")).table["value"]
        for number, value in zip(section.metrics, shown, strict=True):
            rows = rows_behind_chart(sample.tables(), chosen_of(section, selection), translator("fi"), number).table
            counted = {
                "participants": lambda table: table["participants"].sum(min_count=1),
                "members": lambda table: table["members"].sum(min_count=1),
                "clusters_told": lambda table: table["cluster"].nunique(),
            }.get(number.key, lambda table: table["count"].sum())(rows)
            assert (section.key, number.key, str(counted)) == (section.key, number.key, str(value))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_says_how_it_counts(language):
    for section in sections(Selection(), language):
        assert all(each.rule for each in section.metrics)
        table = metrics_table(section, translator(language))
        assert table.table["label"].tolist() == [each.label for each in section.metrics]
        assert all(each.rule in table.rule for each in section.metrics)
