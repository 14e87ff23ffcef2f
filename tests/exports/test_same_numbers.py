"""One test over all exporters: the numbers of each file, read back by a library that did not write it, are those of the
page's tables, under selections drawn by chance in every language."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from random import Random

import pandas as pd
import pytest

from analysis.charts import Chart, Columns, Field, Panels
from analysis.exports import (
    Provenance,
    chart_csv,
    chart_data,
    chart_svg,
    html_report,
    ical_file,
    powerpoint_file,
    report_workbook,
    sections_csv,
    sections_data,
    sections_json,
    slideshow,
    word_document,
)
from analysis.exports.shared.provenance import unique_keys
from analysis.html_parts.html_table import cell
from analysis.schema import LANGUAGES, Language
from analysis.schema.aliases import SEVEN, SHORT_THEMES
from analysis.sections import Presentation, ReportContext, Section, presentation
from analysis.sections.model.typed_values import format_value
from analysis.sections.presentation.full_sections import ALL_SECTIONS, calendar_events
from analysis.sections.presentation.full_sections import full_sections as whole_of
from analysis.sections.presentation.outline import Outline, SlideSpec
from analysis.sections.presentation.slides import presentation_of
from analysis.selection import Selection
from analysis.words import Translator, translator
from tests.exports import chart_numbers as back
from tests.exports.file_texts import Page, Table, document_tables
from tests.exports.presentations import basis
from tests.exports.test_provenance_everywhere import MADE, origin

SELECTIONS, QUICK = 20, 2
"""So many selections are drawn, each tried in every language by `make test-all`; so many, each in one, every time."""
ONE_OF_EACH = [
    SlideSpec(*key.split("."))
    for key in ("overview.numbers", "overview.years", "regions.map", "regions.ranked", "regions.years", "themes.years")
]
"""The slides of the quick ones: numbers, and a chart of every mark."""


def chances() -> Iterator[Selection]:
    """Selections drawn by chance, the same every time."""
    chance = Random(2024)
    for _ in range(SELECTIONS):
        first = chance.choice([None, *range(2019, 2027)])
        regions = tuple(sorted(chance.sample(list(SEVEN), chance.choice([0, 1, 2, 5]))))
        themes = tuple(sorted(chance.sample(list(SHORT_THEMES), chance.choice([0, 0, 1, 2]))))
        kinds = tuple(chance.sample(["seminar", "webinar", "workshop"], chance.choice([0, 0, 1])))
        yield Selection((first, first + chance.choice([0, 3])) if first else None, regions, themes, (), kinds)


@dataclass(frozen=True)
class Seen:
    """What a selection shows in a language: its sections as the page has them, and what their files are made from."""

    selection: Selection
    language: Language
    everything: bool

    @cached_property
    def basis(self) -> ReportContext:
        return basis(self.language)

    @property
    def words(self) -> Translator:
        return translator(self.language)

    @cached_property
    def origin(self) -> Provenance:
        return origin(self.basis, self.selection)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        return whole_of(ALL_SECTIONS, self.basis, self.selection)

    @cached_property
    def slides(self) -> Presentation:
        if self.everything:
            return presentation_of(ALL_SECTIONS, self.basis, self.selection)
        return presentation(Outline(tuple(ONE_OF_EACH), "Valinta", self.selection), self.basis)

    @property
    def charts(self) -> list[Chart]:
        return [chart for section in self.sections for chart in section.charts if len(chart.table)]

    def page(self, frame: pd.DataFrame, fields: tuple[Field, ...]) -> Table:
        """Rows as the page writes them."""
        rows = [[cell(row, field, self.words).text for field in fields] for row in frame.to_dict("records")]
        return [[self.words("panel.unknown") if text is None else text for text in row] for row in rows]

    def table(self, chart: Chart) -> Table:
        """A chart's table as the page writes it, its labels first."""
        return [[field.label for field in chart.fields], *self.page(chart.table, chart.fields)]

    def columns(self, chart: Chart, names: list[str]) -> Table:
        """Some columns of it, without their labels."""
        fields = {field.name: field for field in chart.fields}
        return self.page(chart.table, tuple(fields[name] for name in names))

    @property
    def numbers(self) -> list[list[str]]:
        """Label and value of the numbers at a glance of each section."""
        return [
            [part for each in section.metrics for part in (each.label, format_value(each.value, self.words))]
            for section in self.sections
        ]


seen = cache(Seen)
EACH = pytest.mark.parametrize(
    ("selection", "language", "everything"),
    [
        *((each, LANGUAGES[at], False) for at, each in zip(range(QUICK), chances(), strict=False)),
        *(
            pytest.param(each, language, True, marks=pytest.mark.full, id=f"{at}-{language}")
            for at, each in enumerate(chances(), 1)
            for language in LANGUAGES
        ),
    ],
)


@EACH
def test_the_report_and_the_one_file_view(selection: Selection, language: Language, everything: bool):
    case = seen(selection, language, everything)
    told = Page(html_report(case.sections, case.words, case.origin).decode())
    expected = [case.table(chart) for chart in case.charts]
    assert [each for each in told.tables if each in expected] == expected
    for section in case.sections:
        for rows in (each for each in section.rows if len(each.table)):
            assert [[field.label for field in rows.fields], *case.page(rows.table, rows.fields)] in told.tables
    story, unknown = Page(slideshow(case.slides, case.words)), case.words("panel.unknown")
    charts = [slide.chart for slide in case.slides.slides if slide.chart and len(slide.chart.table)]
    assert [[[text or unknown for text in row] for row in each] for each in story.tables] == list(
        map(case.table, charts)
    )
    for slide in case.slides.slides:
        assert all(format_value(each.value, case.words) in story.text for each in slide.numbers)
        assert all(each.label in story.text for each in slide.numbers)


@EACH
def test_the_word_file(selection: Selection, language: Language, everything: bool):
    case = seen(selection, language, everything)
    some = case.sections if everything else case.sections[:1]
    expected = [case.table(chart) for section in some for chart in section.charts if len(chart.table)]
    read = document_tables(word_document(some, case.words, case.origin))
    assert [each for each in read if each in expected] == expected
    told = [[text for row in each[1:] for text in row[:2]] for each in read]
    assert all(numbers in told for numbers in case.numbers[: len(some)] if numbers)


@EACH
def test_the_slides_of_powerpoint(selection: Selection, language: Language, everything: bool):
    case = seen(selection, language, everything)
    pages = back.of_slides(powerpoint_file(case.slides, case.words, case.origin))
    for page, slide in zip(pages, case.slides.slides, strict=True):
        said = [shape.text_frame.text for shape in page.shapes if shape.has_text_frame]
        assert all(format_value(each.value, case.words) in said for each in slide.numbers)
        if slide.chart and not slide.chart.picture:
            assert any((slide.chart.sentence or slide.chart.empty) in text for text in said)
        elif slide.chart and len(slide.chart.table):
            expected, unknown = case.columns(slide.chart, back.shown(slide.chart)), case.words("panel.unknown")
            found = back.on_slide(page, slide.chart, case.words)
            assert found is None or [[text or unknown for text in row] for row in found] == expected


@EACH
def test_the_workbook(selection: Selection, language: Language, everything: bool):
    case = seen(selection, language, everything)
    sheets = iter(back.sheets(report_workbook(case.sections, case.words, case.origin)))
    for section, numbers in zip(case.sections, case.numbers, strict=True):
        tables = iter(next(sheets))
        if numbers:
            glance = [value for row in next(tables)[1:] for value in row[:2]]
            assert [each if isinstance(each, str) else back.number(each, case.words) for each in glance] == numbers
        for chart in (each for each in section.charts if len(each.table)):
            rows = next(tables)
            assert rows[0] == [field.label for field in chart.fields]
            assert [_cells(row, chart.fields, case.words) for row in rows[1:]] == case.table(chart)[1:]
        for each in section.rows:
            (rows,) = next(sheets)
            read = [_cells(row, each.fields, case.words) for row in rows[1:]]
            assert _emptied(read, case.words) == _emptied(case.page(each.table, each.fields), case.words)


def _emptied(table: Table, w: Translator) -> Table:
    """A table whose unknown cells are empty: a sheet has no cell for either."""
    return [["" if text == w("panel.unknown") else text for text in row] for row in table]


def _cells(row: list, fields: tuple[Field, ...], w: Translator) -> list[str]:
    return [back.written(value, field, w) for value, field in zip(row, fields, strict=True)]


@EACH
def test_csv_for_people_and_for_programs_and_json(selection: Selection, language: Language, everything: bool):
    case = seen(selection, language, everything)
    lines, at = back.lines(sections_csv(case.sections, case.words, case.origin)), 0
    values = back.values(sections_data(case.sections))
    objects = json.loads(sections_json(case.sections, case.words, case.origin))["sections"]
    for (key, section), told in zip(unique_keys(case.sections), objects, strict=True):
        assert [each.value for each in section.metrics] == [each["number"] for each in told["numbers"]]
        shown = [format_value(each.value, case.words) for each in section.metrics]
        assert shown == [each["value"] for each in told["numbers"]]
        charts = {chart["key"]: chart for chart in told["charts"]}
        for chart in (each for each in section.charts if len(each.table)):
            expected, labels = case.table(chart)[1:], [field.label for field in chart.fields]
            rows, at = back.below(lines, labels, len(expected), at)
            assert [_numbers(row, chart.fields, case.words) for row in rows] == expected
            part, fields = values[key, chart.key], chart.data.fields if chart.data else chart.fields
            records = [[row[field.name] for field in fields] for row in charts[chart.key]["rows"]]
            named = [[part.get((row, f.name), "") for f in fields] for row in range(1, len(records) + 1)]
            if chart.data:
                stored = chart.data.table[[field.name for field in fields]].astype(object)
                assert records == stored.where(stored.notna(), None).to_numpy().tolist()
                assert named == [["" if value is None else str(value) for value in row] for row in records]
            else:
                assert [_numbers(row, fields, case.words) for row in named] == expected
                assert [_cells(row, fields, case.words) for row in _text(records)] == expected


def _text(records: list[list]) -> list[list]:
    """Numbers as they are, all else as text."""
    return [
        [value if isinstance(value, int | float) or value is None else str(value) for value in row] for row in records
    ]


def _numbers(row: list[str], fields: tuple[Field, ...], w: Translator) -> list[str]:
    """A row of csv with its numbers and days written as the page writes them."""
    plain = [
        text.replace(",", ".") if field.kind == "number" else text for text, field in zip(row, fields, strict=True)
    ]
    return [back.written(text, field, w) for text, field in zip(plain, fields, strict=True)]


@EACH
def test_the_picture_and_the_csv_of_a_chart(selection: Selection, language: Language, everything: bool):
    case = seen(selection, language, everything)
    for chart in case.charts if everything else [each for each in case.charts if each.key in ("years", "map")]:
        picture = chart_svg(chart, case.words, case.origin)
        if chart.picture:
            _prints(back.printed(picture, chart), chart, case)
        else:
            assert chart.sentence.split()[0] in picture.decode() and "data-key" not in picture.decode()
        expected = case.table(chart)
        lines = back.lines(chart_csv(chart, case.words, case.origin))[: len(expected)]
        assert [_numbers(row, chart.fields, case.words) for row in lines[1:]] == expected[1:]
        rows = chart.data.table if chart.data else chart.table
        assert chart_data(chart).decode().count("\r\n") == len(rows) + 1


def _prints(printed: Table, chart: Chart, case: Seen) -> None:
    """Each number that stands in the picture is the page's, in the place of its row; only charts over years leave
    some out."""
    unknown, names = case.words("panel.unknown"), back.drawn(chart)
    rows = [[text for text in row if text != unknown] for row in case.columns(chart, names)]
    if isinstance(chart.mark, Panels):
        assert len(printed) == len(rows)
        assert all(_among(told, row) for told, row in zip(printed, rows, strict=True))
    elif isinstance(chart.mark, Columns):
        assert _among(printed[0], [text for row in rows for text in row])
    else:
        assert [text for row in printed for text in row] == [text for row in rows for text in row]


def _among(some: list[str], every: list[str]) -> bool:
    """Whether some stand among all, in this order."""
    rest = iter(every)
    return all(each in rest for each in some)


@EACH
def test_the_calendar_holds_the_events_of_the_page_that_have_a_day(
    selection: Selection, language: Language, everything: bool
):
    case = seen(selection, language, everything)
    rows = next(rows for section in case.sections for rows in section.rows if rows.key == "events")
    starts = case.basis.tables["events"].set_index("id")["starts"]
    dated = [key for key in rows.table["id"] if pd.notna(starts[key]) and len(starts[key]) == len("2023-06-24")]
    file = ical_file(calendar_events(case.basis, selection), case.words, case.origin, timestamp=MADE)
    assert sorted(back.occasions(file)) == sorted(dated)
