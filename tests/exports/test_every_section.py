"""Every section, with each of its variants, goes through every exporter, and none changes a shared frame."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest
from pandas.testing import assert_frame_equal

from analysis.charts import Chart
from analysis.exports import (
    Provenance,
    chart_csv,
    chart_data,
    chart_svg,
    chart_workbook,
    html_report,
    powerpoint_file,
    report_workbook,
    sections_csv,
    sections_data,
    sections_json,
    slideshow,
    word_document,
)
from analysis.exports.html.embed import embed_page
from analysis.schema import Tables
from analysis.sections import ReportContext, Section
from analysis.sections.context.section_context import BaselineRevision
from analysis.sections.pages.themes.groups import term_group
from analysis.sections.presentation.full_sections import full_sections
from analysis.sections.presentation.slides import presentation_of
from analysis.sections.registry import SECTIONS, section_names
from analysis.selection import Selection
from analysis.words import translator
from tests.workbooks import sample

FI = translator("fi")
ORIGIN = Provenance("12", "2023-06-24")
NAMES = section_names(sample.tables(), FI)
YEARS = {"all years": None, "2024": (2024, 2024)}


@cache
def basis() -> ReportContext:
    tables = sample.tables()
    before: Tables = {name: frame[:1] if name == "events" else frame for name, frame in tables.items()}
    return ReportContext(tables, FI, "2026-11-24", "12", "2023-06-24", BaselineRevision("11", "2023-01-01", before))


def selection_of(name: str, years: tuple[int, int] | None) -> Selection:
    """The years, and what a profile is made of: one region, or the first term of its group."""
    key, _, variant = name.partition(":")
    selection = Selection(years=years)
    if key == "region":
        return replace(selection, regions=("19",))
    if key != "term":
        return selection
    terms = term_group(basis().tables, FI, variant)
    return replace(selection, **{terms.column: (next(iter(terms.labels)),)})


def chart_files(section: Section, chart: Chart) -> Iterator[bytes | str]:
    yield from (chart_svg(chart, FI, ORIGIN), chart_csv(chart, FI, ORIGIN), chart_data(chart))
    yield chart_workbook(chart, FI, ORIGIN)
    yield embed_page(section, FI, ORIGIN, "https://klusteripulssi.example/", charts=(chart,))


def test_there_is_a_name_for_every_section_and_each_variant():
    assert [name for name in NAMES if ":" not in name] == list(SECTIONS)
    assert [name for name in NAMES if name.startswith("regions:")] == [
        f"regions:{measure}" for measure in ("events", "participants", "stories", "clusters")
    ]
    assert {"themes:themes", "themes:cluster-themes", "term:cluster-themes"} <= set(NAMES)


@pytest.mark.parametrize("years", YEARS.values(), ids=YEARS)
@pytest.mark.parametrize("name", NAMES)
def test_every_section_goes_through_every_exporter(name: str, years: tuple[int, int] | None):
    selection = selection_of(name, years)
    sections = full_sections((name,), basis(), selection)
    assert len(sections) == 1
    slides = presentation_of((name,), basis(), selection)
    assert len(slides.slides) > 2
    frames = [*basis().tables.values(), *(chart.table for chart in sections[0].charts)]
    before = [frame.copy() for frame in frames]
    files = [
        html_report(sections, FI, ORIGIN),
        word_document(sections, FI, ORIGIN),
        report_workbook(sections, FI, ORIGIN),
    ]
    files += [sections_csv(sections, FI, ORIGIN), sections_data(sections), sections_json(sections, FI, ORIGIN)]
    files += [powerpoint_file(slides, FI, ORIGIN), slideshow(slides, FI).encode()]
    for chart in sections[0].charts:
        files += chart_files(sections[0], chart)
    assert all(files)
    for frame, copy in zip(frames, before, strict=True):
        # Frames are shared by all readers, so no exporter may change one.
        assert_frame_equal(frame, copy, check_exact=True)
