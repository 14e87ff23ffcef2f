"""One test over all exporters: each file says what is chosen, from which revision and day, how it is counted, whose it
is and under which licence."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from xml.etree import ElementTree

import pytest

from analysis.charts import Chart
from analysis.exports import (
    Provenance,
    chart_csv,
    chart_svg,
    chart_workbook,
    html_report,
    ical_file,
    powerpoint_file,
    report_workbook,
    sections_csv,
    sections_json,
    slideshow,
    word_document,
)
from analysis.exports.html.embed import embed_page
from analysis.exports.shared.provenance import counting_rule, counting_text
from analysis.schema import LANGUAGES, Language
from analysis.sections import ReportContext
from analysis.sections.context.owner_texts import owner_text
from analysis.sections.presentation.full_sections import ALL_SECTIONS, calendar_events, filter_text, full_sections
from analysis.sections.presentation.slides import presentation_of
from analysis.selection import Selection
from analysis.words import translator
from tests.exports.file_texts import TEXTS, Page, document_tables
from tests.exports.presentations import LICENCE, basis

MADE = datetime(2023, 6, 24, 9, tzinfo=UTC)
CHOSEN = Selection(regions=("19", "17"), years=(2020, 2024))
COMPARED = replace(CHOSEN, years=(2023, 2023), compare="2020")


def origin(given: ReportContext, selection: Selection) -> Provenance:
    coverage = owner_text(given.tables, "coverage", given.words).text
    return Provenance("12", "2023-06-24", filter_text(given, selection), given.source, coverage, LICENCE)


@cache
def files(selection: Selection, language: Language) -> dict[str, bytes]:
    given, w = basis(language), translator(language)
    mine, sections = origin(given, selection), full_sections(ALL_SECTIONS, given, selection)
    return {
        "pptx": powerpoint_file(presentation_of(("overview", "regions"), given, selection), w, mine),
        "xlsx": report_workbook(sections, w, mine),
        "html": html_report(sections, w, mine),
        "docx": word_document(full_sections(("overview", "regions"), given, selection), w, mine),
        "csv": sections_csv(sections, w, mine),
        "ics": ical_file(calendar_events(given, selection), w, mine, timestamp=MADE),
        "json": sections_json(sections, w, mine),
        "story": slideshow(presentation_of(("overview",), given, selection), w).encode(),
    }


def charts_alone(selection: Selection, language: Language) -> dict[str, tuple[Chart, str]]:
    """A chart as each of the files of one chart: what they say."""
    given, w = basis(language), translator(language)
    section = full_sections(("overview",), given, selection)[0]
    chart = next(each for each in section.charts if each.key == "regions")
    whole = origin(given, selection)
    mine = replace(whole, filter_text=section.filter_text, coverage=section.coverage or whole.coverage)
    page = embed_page(section, w, mine, "https://klusteripulssi.example/", charts=(chart,))
    return {
        "svg": (chart, "".join(ElementTree.fromstring(chart_svg(chart, w, mine)).itertext())),
        "csv": (chart, TEXTS["csv"](chart_csv(chart, w, mine))),
        "xlsx": (chart, TEXTS["xlsx"](chart_workbook(chart, w, mine))),
        "embed": (chart, Page(page).text),
    }


@pytest.mark.parametrize("name", ["svg", "csv", "xlsx", "embed"])
def test_every_file_of_one_chart_says_what_it_is_made_from(name: str):
    w, mine = translator("fi"), origin(basis("fi"), CHOSEN)
    chart, text = charts_alone(CHOSEN, "fi")[name]
    told_of = full_sections(("overview",), basis("fi"), CHOSEN)[0].filter_text
    plain = "".join(text.split())
    for each in (told_of, w("workbook.revision", revision="12"), w.day("2023-06-24"), mine.source, LICENCE):
        assert "".join(each.split()) in plain, each
    assert "".join(counting_rule(chart, w).split()) in plain


def test_the_foot_of_a_slide_is_one_line_and_its_notes_have_the_whole():
    w, given = translator("fi"), basis("fi")
    deck = presentation_of(("overview", "regions", "clusters"), given, CHOSEN)
    page = slideshow(deck, w)
    parts = re.split(r"<section class=\"slide", page)[1:]
    assert len(parts) == len(deck.slides)
    whole = (w("workbook.revision", revision="12"), w.day("2023-06-24"), deck.slides[0].source)
    for part, slide in zip(parts, deck.slides, strict=True):
        foot, notes = (Page(part.split(f"<{tag}")[1].split(f"</{tag}>")[0]).text for tag in ("footer", "aside"))
        if slide.kind in ("cover", "end"):
            continue
        assert len(re.findall(r"<p", part.split("<footer")[1].split("</footer>")[0])) == 2  # the line and the place
        assert all(each in foot for each in (*whole, slide.filter_line)) and slide.coverage not in foot
        assert "Pohjois-Pohjanmaa ja Lappi" in slide.filter_line
        rule = slide.rule or w("downloads.how_once")
        for each in (*whole, slide.filter_text, rule, slide.coverage, slide.licence):
            assert each in notes, each
    last = Page(parts[-1]).text
    for each in (*whole, deck.slides[-1].filter_text, deck.slides[-1].coverage, counting_text(w)):
        assert each in last, each


@pytest.mark.parametrize("name", [*TEXTS, "story"])
@pytest.mark.parametrize(
    "language", [*LANGUAGES[:1], *(pytest.param(x, marks=pytest.mark.full) for x in LANGUAGES[1:])]
)
def test_every_file_says_what_it_is_made_from(name: str, language: Language):
    w, mine = translator(language), origin(basis(language), CHOSEN)
    text = TEXTS.get(name, TEXTS["html"])(files(CHOSEN, language)[name])
    day = "2023-06-24" if name == "json" else w.day("2023-06-24")
    version = "12" if name == "json" else w("workbook.revision", revision="12")
    licence = owner_text(basis(language).tables, "licence", w).text if name == "story" else LICENCE
    for each in (mine.filter_text, version, day, mine.source, licence, mine.coverage, counting_text(w)):
        assert each in text, each


@pytest.mark.parametrize("name", [*TEXTS, "story"])
@pytest.mark.parametrize(
    "language", [*LANGUAGES[:1], *(pytest.param(x, marks=pytest.mark.full) for x in LANGUAGES[1:])]
)
def test_every_file_says_in_words_which_period_is_compared(name: str, language: Language):
    w = translator(language)
    told, untold = (
        TEXTS.get(name, TEXTS["html"])(files(selection, language)[name])
        for selection in (COMPARED, replace(COMPARED, compare=""))
    )
    sentence = w("choosing.compare", period="2020")
    assert sentence in told and sentence not in untold
    assert origin(basis(language), COMPARED).filter_text in told


@pytest.mark.parametrize("name", ["svg", "csv", "xlsx", "embed"])
def test_every_file_of_one_chart_says_which_period_is_compared(name: str):
    _, text = charts_alone(COMPARED, "fi")[name]
    assert "".join(translator("fi")("choosing.compare", period="2020").split()) in "".join(text.split())


def test_every_kind_of_file_has_the_number_of_the_compared_period():
    metric = full_sections(("overview",), basis("fi"), COMPARED)[0].metrics[0]
    assert metric.earlier is not None and metric.change.startswith("2020: ")
    made = files(COMPARED, "fi")
    for name in ("pptx", "xlsx", "html", "csv", "story"):
        assert metric.change in TEXTS.get(name, TEXTS["html"])(made[name]), name
    assert metric.change in [cell for table in document_tables(made["docx"]) for row in table for cell in row]
    shown = json.loads(made["json"])["sections"][0]["numbers"][0]
    assert (shown["period"], shown["earlier"], shown["change"]) == ("2020", metric.earlier, metric.change)
