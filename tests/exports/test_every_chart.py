"""Every chart of every section, as every file: none fails, none is cut, each says what is chosen."""

import re
from xml.etree import ElementTree

import pytest

from analysis.charts import Chart
from analysis.exports import Provenance, chart_csv, chart_data, chart_svg, chart_workbook
from analysis.schema import LANGUAGES, Language
from analysis.sections import (
    Section,
    by_region,
    by_theme,
    clusters,
    events,
    overview,
    region_comparison,
    region_profile,
    stories,
)
from analysis.sections.pages.regions.measures import MEASURES
from analysis.sections.pages.themes.groups import term_groups
from analysis.sections.records.source_rows import rows_behind_chart
from analysis.selection import Selection
from analysis.words import translator
from tests.exports.workbook_checks import opened
from tests.workbooks import sample

ORIGIN = Provenance("12", "2023-06-24", "Valittu.", "Lähteen nimi", "Kattaa osan.")
CHOSEN = Selection(regions=("19", "17"), years=(2020, 2024))
TODAY = "2025-05-01"
TABLES = sample.tables()


def sections(selection: Selection, language: Language) -> list[Section]:
    told = TABLES, selection, translator(language)
    files = [
        *(each(*told, TODAY) for each in (overview, events, clusters, stories, region_comparison, region_profile)),
        *(by_region(*told, TODAY, measure) for measure in MEASURES),
        *(by_theme(*told, group, TODAY) for group in term_groups(told[0], told[2])),
    ]
    return [section for section in files if section]


def charts(selection: Selection, language: Language) -> list[Chart]:
    return [chart for section in sections(selection, language) for chart in section.charts]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("selection", [Selection(), CHOSEN, Selection(years=(1950, 1950))], ids=["all", "some", "none"])
def test_every_chart_is_a_picture_in_every_language(selection: Selection, language: Language):
    for chart in charts(selection, language):
        for width in (358, 960):
            picture = chart_svg(chart, translator(language), ORIGIN, width=width).decode()
            text = re.sub(r"\s+", "", "".join(ElementTree.fromstring(picture.encode()).itertext()))
            assert "Valittu." in text and "Lähteennimi" in text
            assert "nan" not in re.sub(r">[^<]*<", "><", picture).casefold()


def test_every_chart_is_a_workbook_and_a_table():
    for chart in charts(CHOSEN, "fi"):
        rows = rows_behind_chart(TABLES, CHOSEN, translator("fi"), chart)
        book = opened(chart_workbook(chart, translator("fi"), ORIGIN, rows))
        assert book.sheetnames == ["Kaavio", "Luvut", "Rivit"][: 3 if rows else 2]
        assert [cell.value for cell in book["Luvut"][1]] == [field.label for field in chart.fields]
        lines = chart_data(chart).decode().count("\r\n")
        assert (
            chart_csv(chart, translator("fi"), ORIGIN).decode("utf-8-sig").count("\r\n") > lines >= len(chart.table) + 1
        )
