"""The PowerPoint file, read back by python-pptx: native charts and tables, each with its text, each slide with all
that its numbers are made from."""

import io
from functools import cache

import pandas as pd
import pytest
from pptx import Presentation as Opened
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.util import Inches, Pt

from analysis.charts import Bars, Columns, Heat, Map, Panels
from analysis.charts.svg.text_width import keep_fractions_together
from analysis.exports import Branding, JobStopped, UnreadableTemplate, powerpoint_file
from analysis.exports.powerpoint import text_fitting
from analysis.exports.powerpoint.content_slide import FOOT
from analysis.exports.powerpoint.text_fitting import Box
from analysis.exports.shared import number_formats
from analysis.exports.shared.provenance import counting_text
from analysis.schema import LANGUAGES, Language
from analysis.sections.model.typed_values import format_value
from analysis.selection import SLIDES, Selection
from analysis.words import translator
from tests.exports.presentations import LICENCE, ORIGIN, whole
from tests.exports.test_every_chart import CHOSEN, TABLES

NOTHING = Selection(years=(1950, 1950))
DRESS = Branding(emblem=True, live="https://klusteripulssi.example/present?slides=overview.years&lang=fi")
CHARTS = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
TAGS = {"fi-FI", "sv-FI", "en-GB"}
GRAPHIC = (MSO_SHAPE_TYPE.CHART, MSO_SHAPE_TYPE.TABLE, MSO_SHAPE_TYPE.PICTURE)


def opened(data: bytes):
    return Opened(io.BytesIO(data))


def described(shape) -> str:
    return shape._element.xpath(".//p:cNvPr")[0].get("descr", "")


def text(page) -> str:
    return "\n".join(shape.text_frame.text for shape in page.shapes if shape.has_text_frame)


def charts(page):
    return [shape.chart for shape in page.shapes if shape.has_chart]


def cells(page) -> list[list[str]]:
    (table,) = [shape.table for shape in page.shapes if shape.has_table]
    return [[cell.text for cell in row.cells] for row in table.rows]


@cache
def deck_and_file(selection: Selection, language: Language = "fi"):
    """The presentation of everything, and its file read back."""
    deck = whole(selection, language)
    return deck, opened(powerpoint_file(deck, translator(language), ORIGIN, DRESS))


@pytest.mark.parametrize(
    ("selection", "language"),
    [
        *((Selection(), "fi"), (CHOSEN, "en"), (NOTHING, "sv")),
        *(pytest.param(s, each, marks=pytest.mark.full) for s in (Selection(), CHOSEN, NOTHING) for each in LANGUAGES),
    ],
)
def test_every_slide_says_one_thing_and_what_it_is_made_from(selection: Selection, language: Language):
    deck, file = deck_and_file(selection, language)
    w = translator(language)
    assert len(file.slides) == len(deck.slides)
    for page, slide in zip(file.slides, deck.slides, strict=True):
        content, notes = text(page), page.notes_slide.notes_text_frame.text
        assert page.shapes.title.text_frame.text == keep_fractions_together(slide.headline)
        assert next(iter(page.shapes)).shape_id == page.shapes.title.shape_id
        for each in (slide.filter_text, slide.coverage, LICENCE, w.day("2023-06-24"), slide.rule):
            assert each in notes
        assert slide.sentence in notes
        if slide.kind == "end":
            assert all(each in content for each in (slide.filter_text, slide.coverage, LICENCE, counting_text(w)))
        elif slide.kind != "cover":
            foot = next(shape for shape in page.shapes if shape.name == w("exports.deck.foot"))
            line = foot.text_frame.text
            assert foot.height <= Pt(FOOT) and len(foot.text_frame.paragraphs) == 1
            for each in (slide.source, w("workbook.revision", revision="12"), w.day("2023-06-24"), slide.filter_line):
                assert each and each in line
            assert min(run.font.size for run in foot.text_frame.paragraphs[0].runs) >= Pt(9)


@pytest.mark.parametrize(("selection", "language", "tag"), [(Selection(), "fi", "fi-FI"), (CHOSEN, "en", "en-GB")])
def test_every_text_is_tagged_with_its_language(selection: Selection, language: Language, tag: str):
    _, file = deck_and_file(selection, language)
    for page in file.slides:
        assert {run.find(f"{DRAWN}rPr").get("lang") for run in page.shapes.title._element.iter(f"{DRAWN}r")} == {tag}
        assert {run.find(f"{DRAWN}rPr").get("lang") for run in page._element.iter(f"{DRAWN}r")} <= TAGS


def test_every_chart_table_and_picture_has_its_text():
    for page in deck_and_file(CHOSEN, "en")[1].slides:
        for shape in page.shapes:
            if shape.shape_type in GRAPHIC:
                assert described(shape)


def test_native_charts_hold_the_numbers_of_the_section():
    deck, file = deck_and_file(Selection())
    kinds = set()
    for page, slide in zip(file.slides, deck.slides, strict=True):
        if slide.chart is None or not len(slide.chart.table):
            continue
        if not slide.chart.picture:
            assert not charts(page) and slide.sentence in text(page)
            continue
        mark, table = slide.chart.mark, slide.chart.table
        kinds.add(type(mark))
        match mark:
            case Bars(name=name, value=value) | Columns(year=name, value=value):
                (native_chart,) = charts(page)
                assert list(native_chart.plots[0].categories) == [str(each) for each in table[name]]
                assert list(native_chart.plots[0].series[0].values) == [None if pd.isna(v) else v for v in table[value]]
                assert native_chart.plots[0].series[0].data_labels.number_format == number_formats.WHOLE["fi"]
                assert native_chart.part.chart_workbook.xlsx_part is not None
            case Panels(columns=columns):
                rows = [[None if pd.isna(v) else v for v in row] for row in table[list(columns)].values.tolist()]
                assert [list(each.plots[0].series[0].values) for each in charts(page)] == rows
            case Heat() if any(shape.has_table for shape in page.shapes):
                told = [
                    [str(row[mark.name]), *(_told(row[each]) for each in mark.columns)] for _, row in table.iterrows()
                ]
                assert cells(page)[1:] == told
            case Map(name=name, value=value):
                assert [(row[0], row[1]) for row in cells(page)[1:]] == [
                    (row[name], _told(row[value]) or "ei tietoa") for _, row in table.iterrows()
                ]
    assert kinds >= {Bars, Columns, Map, Heat, Panels}


def _told(value: object) -> str:
    return "" if pd.isna(value) else translator("fi").number(int(value))


def test_the_last_slide_leads_to_the_live_view():
    last = list(deck_and_file(Selection())[1].slides)[-1]
    assert [described(shape) for shape in last.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE] == [
        "Euroopan unionin osarahoittama",
        f"Sama näkymä verkossa: {DRESS.live}",
    ]
    assert [each.click_action.hyperlink.address for each in last.shapes if each.name == "Sama näkymä verkossa"] == [
        DRESS.live
    ]


def test_a_deck_of_everything_has_more_slides_than_an_address_may_name():
    assert len(deck_and_file(Selection())[1].slides) > SLIDES + 2


def test_without_an_address_nothing_is_said_of_a_code():
    deck = whole(CHOSEN, keys=("overview",))
    last = list(opened(powerpoint_file(deck, translator("fi"), ORIGIN)).slides)[-1]
    assert "koodi" in deck.slides[-1].sentence and deck.slides[-1].sentence not in text(last)
    assert "koodi" not in text(last).casefold()


def test_numbers_beside_each_other_stand_in_one_size():
    deck = whole(Selection(), keys=("overview",))
    at, slide = next((at, each) for at, each in enumerate(deck.slides) if each.kind == "numbers")
    page = list(opened(powerpoint_file(deck, translator("fi"), ORIGIN)).slides)[at]
    values = [shape.text_frame for shape in page.shapes if shape.has_text_frame and shape.text_frame.text]
    shown_numbers = {format_value(each.value, translator("fi")) for each in slide.numbers}
    sizes = [each.paragraphs[0].runs[0].font.size for each in values if each.text in shown_numbers]
    assert len(sizes) >= len(slide.numbers) and len(set(sizes)) == 1


def test_every_bar_is_named_and_its_name_fits_beside_it():
    tables = dict(TABLES)
    tables["clusters"] = tables["clusters"].assign(name=[f"{NAME} {at}" for at in range(len(tables["clusters"]))])
    clusters = tables["stories"]["cluster"]
    tables["stories"] = tables["stories"].assign(cluster=clusters.mask(clusters.index == 1, clusters[0]))
    deck = whole(Selection(), "fi", tables, ("stories",))
    at, slide = next((at, each) for at, each in enumerate(deck.slides) if each.key == "stories.story_clusters")
    (native_chart,) = charts(list(opened(powerpoint_file(deck, translator("fi"), ORIGIN)).slides)[at])
    assert [each.get("val") for each in native_chart._chartSpace.iter(f"{CHARTS}tickLblSkip")] == ["1"]
    assert len(slide.chart.table) == 10 and native_chart.font.size.pt < 16


def test_slides_are_sixteen_to_nine_and_stand_in_the_given_template_where_there_is_one():
    plain = opened(powerpoint_file(whole(CHOSEN, keys=("overview",)), translator("fi"), ORIGIN))
    assert plain.slide_width * 9 == plain.slide_height * 16
    council = Opened()
    council.slide_width, council.slide_height = Inches(13.333), Inches(7.5)
    council.slide_layouts.get_by_name("Title Only").name = "Vain otsikko"
    council.slides.add_slide(council.slide_layouts[1])
    packed = io.BytesIO()
    council.save(packed)
    deck_and_file = opened(
        powerpoint_file(whole(CHOSEN, keys=("overview",)), translator("fi"), ORIGIN, Branding(packed.getvalue()))
    )
    assert deck_and_file.slide_width == Inches(13.333)
    assert [page.slide_layout.name for page in deck_and_file.slides][:2] == ["Title Slide", "Vain otsikko"]
    assert len(deck_and_file.slides) == len(whole(CHOSEN, keys=("overview",)).slides)


def test_a_template_that_is_none_is_refused():
    with pytest.raises(UnreadableTemplate):
        powerpoint_file(whole(CHOSEN, keys=("overview",)), translator("fi"), ORIGIN, Branding(b"no presentation"))


def test_a_deck_tells_how_far_it_is_and_can_be_stopped():
    deck = whole(CHOSEN, keys=("overview",))
    told: list[tuple[int, int]] = []

    def kinds(done: int, steps: int) -> None:
        told.append((done, steps))
        if done == 2:
            raise JobStopped

    with pytest.raises(JobStopped):
        powerpoint_file(deck, translator("fi"), ORIGIN, progress=kinds)
    assert told == [(each, len(deck.slides)) for each in (0, 1, 2)]


@pytest.mark.parametrize("size", [8, 14, 34])
def test_text_that_fits_nowhere_is_cut_at_a_word(size: int):
    long = "Pohjois-Pohjanmaan ja Keski-Pohjanmaan yhteinen klusteritapaaminen " * 12
    fitted = text_fitting.fit_text(long.strip(), Box(0, 0, 300, 60), (size,))
    assert fitted.height <= 60
    assert fitted.text.endswith("…") and long.startswith(fitted.text[:-1])


NAME = "Pohjois-Pohjanmaan ja Keski-Pohjanmaan kansainvälistymisosaamisen klusteriyhteistyöverkostopäivä, osa kaksi"


def test_no_text_overflows_with_the_longest_names():
    tables = dict(TABLES)
    for table, column in (("events", "name"), ("stories", "title"), ("materials", "title"), ("clusters", "name")):
        tables[table] = tables[table].assign(**{column: [f"{NAME} {at}" for at in range(len(tables[table]))]})
    for table in ("priorities", "phases"):
        tables[table] = tables[table].assign(name_fi=[f"{NAME} {at}" for at in range(len(tables[table]))])
    deck = whole(Selection(), "fi", tables)
    file = opened(powerpoint_file(deck, translator("fi"), ORIGIN, DRESS))
    for page, slide in zip(file.slides, deck.slides, strict=True):
        boxes = [shape for shape in page.shapes if shape.has_text_frame and shape.text_frame.text]
        for shape in boxes:
            needed = sum(_height(each, shape.width.pt) for each in shape.text_frame.paragraphs)
            assert needed <= shape.height.pt + 1, shape.text_frame.text
        for shape in page.shapes:
            assert shape.left >= 0 and shape.left + shape.width <= file.slide_width + 1
            assert shape.top >= 0 and shape.top + shape.height <= file.slide_height + 1
        feet = [shape.top for shape in boxes if shape.name == translator("fi")("exports.deck.foot")]
        for shape in (each for each in page.shapes if each.shape_type in GRAPHIC):
            assert slide.kind in ("cover", "end") or shape.top + shape.height <= feet[0] + Pt(1)


def _height(paragraph, width: float) -> float:
    bold = any(run.font.bold for run in paragraph.runs)
    size = max((run.font.size.pt for run in paragraph.runs), default=0)
    return text_fitting.text_height(paragraph.text, size, width, bold=bold) if size else 0
