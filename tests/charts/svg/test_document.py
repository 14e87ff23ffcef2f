"""The SVG as a document: it stands alone, holds what is said around the chart, and bears whatever text it is given."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from analysis.charts import figure, tokens
from analysis.charts.svg import Provenance, draw
from analysis.charts.svg.text_width import shorten_text, text_width, wrap_text
from analysis.words import translator
from tests.charts.browser_figure import PHASES, bars, columns
from tests.charts.svg.area_charts import NAMES, heat, panels, region_map
from tests.charts.svg.svg_reader import SVG, drawing, texts

EVENTS_CHART = replace(
    bars({"Lappi": 13, "Kainuu": 5}, "Lappi"),
    title="Eniten tapahtumia: Lappi, 13 / 18",
    subtitle="Tapahtumat maakunnittain",
    alt="Pylväät: Lappi 13 ja Kainuu 5.",
    rule="Yhteinen lasketaan kumpaankin.",
)
HEAD = Provenance("12", "2023-06-24", "Näytetään kaikki.", "Klusteripulssi", "31 tapahtumaa noin kolmestakymmenestä.")
ALLOWED = {"svg", "title", "desc", "g", "path", "rect", "line", "polyline", "text", "tspan"}


def test_it_is_one_picture_with_name_and_description():
    root = drawing(EVENTS_CHART, language="sv")
    assert (root.get("role"), root.get("lang")) == ("img", "sv")
    assert [(each.tag.removeprefix(SVG), each.text) for each in root[:2]] == [
        ("title", EVENTS_CHART.title),
        ("desc", EVENTS_CHART.alt),
    ]


def test_it_stands_alone_with_all_that_is_said_around_it():
    phrase = drawing(EVENTS_CHART, head=HEAD)
    assert texts(phrase) == [
        *(EVENTS_CHART.title, EVENTS_CHART.subtitle, "Näytetään kaikki.", "Lappi", "13", "Kainuu", "5"),
        *(EVENTS_CHART.rule, HEAD.coverage, "Lähde: Klusteripulssi, versio 12, julkaistu 24.6.2023"),
    ]
    assert phrase.find(f"{SVG}rect").get("fill") == tokens("light")["surface"]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Source: ENF, revision 12, published 24 June 2023"),
        ("sv", "Källa: ENF, version 12, publicerad 24.6.2023"),
    ],
)
def test_source_revision_and_day_are_in_the_language(language: str, line: str):
    assert texts(drawing(EVENTS_CHART, head=replace(HEAD, source="ENF"), language=language))[-1] == line


def test_without_a_head_there_is_the_chart_alone_on_clear_ground():
    assert texts(drawing(EVENTS_CHART)) == ["Lappi", "13", "Kainuu", "5"]
    assert drawing(EVENTS_CHART).find(f"{SVG}rect") is None


def test_what_is_not_known_is_not_said():
    assert texts(drawing(replace(EVENTS_CHART, rule=""), head=Provenance())) == [
        *(EVENTS_CHART.title, EVENTS_CHART.subtitle),
        *texts(drawing(EVENTS_CHART)),
    ]


@pytest.mark.parametrize("head", [None, HEAD])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_it_fetches_nothing_runs_nothing_and_styles_nothing(mode: str, head: Provenance | None):
    every = (
        *(EVENTS_CHART, columns({2019: 5, 2020: None}, 2019, phases=PHASES), region_map(13, 7, 11, 12, 5, 0, None)),
        *(heat({"Lappi": [0, 1]}, "2019", "2020"), panels({"Lappi": [0, 1]}, 2019, "region-19", line=(1, 2))),
    )
    for chart in every:
        root = drawing(chart, mode, head=head)
        assert {each.tag.removeprefix(SVG) for each in root.iter()} <= ALLOWED
        names = {name for each in root.iter() for name in each.attrib}
        assert not {name for name in names if name == "style" or "href" in name or name.startswith("on")}
        inks = {each.get(name) for each in root.iter() for name in ("fill", "stroke")} - {None, "none"}
        assert inks <= set(tokens(mode).values())


def test_text_is_shown_as_it_is_written_and_what_no_xml_holds_is_left_out():
    name = '<script>alert("1")</script> &amp; @accent\x00\x0b'
    root = drawing(replace(bars({name: 5}), title=name), head=HEAD, width=1200)
    assert 'alert("1")' in " ".join(texts(root))
    assert texts(root)[:1] == ['<script>alert("1")</script> &amp; @accent']
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= ALLOWED


def test_a_mark_that_nobody_draws_is_an_error_of_the_program():
    with pytest.raises(TypeError, match="no drawing"):
        draw(replace(EVENTS_CHART, mark="pie"), translator("fi"))


@pytest.mark.parametrize("head", [None, HEAD])
def test_a_drawing_knows_the_size_of_its_document(head: Provenance | None):
    result = draw(EVENTS_CHART, translator("fi"), width=480, source=head, alignment="xMinYMid")
    root = ElementTree.fromstring(result.markup)
    assert (result.width, result.height) == (480, float(root.get("height")))
    assert (root.get("viewBox"), root.get("preserveAspectRatio")) == (f"0 0 480 {result.height:g}", "xMinYMid")
    assert "preserveAspectRatio" not in draw(EVENTS_CHART, translator("fi")).markup


@pytest.mark.parametrize("wide", [280, 358, 720, 1168])
def test_it_is_as_wide_as_asked_and_nothing_reaches_over_its_edges(wide: int):
    long = bars({"Kestävät rahoitusratkaisut mahdollistavat kehittämisen": 123456, "Kansainvälistyminen": 3})
    many = columns(dict.fromkeys(range(1990, 2026), 12345), 2001, 2002, phases=PHASES)
    areas = region_map(13, None, 1234567, 12, 5, 5, 8), panels({name: [0, 3, 45678] for name in NAMES.values()}, 2019)
    grid = heat({"Pohjois-Pohjanmaa": [12345, None, 3], "Lappi": [0, 1, 2]}, "2019", "2020", "Kansainvälistyminen")
    for chart in (EVENTS_CHART, long, many, *areas, grid):
        for head in (None, HEAD):
            root = drawing(replace(chart, title="Aineistossa eniten tapahtumia: " * 3), width=wide, head=head)
            assert root.get("viewBox").split()[2] == str(wide)
            assert [sentence for left, right, sentence in spans(root) if left < -0.01 or right > wide + 0.01] == []


def spans(root: ElementTree.Element) -> list[tuple[float, float, str]]:
    """The left and right edge of each line of text, as wide as it is estimated."""
    result = []
    for group in root.iter(f"{SVG}g"):
        if shift := re.match(r"translate\(([\d.]+)", group.get("transform", "")):
            result += [_span(each, float(shift[1])) for each in group.iter(f"{SVG}text")]
    return result


def _span(line: ElementTree.Element, shift: float) -> tuple[float, float, str]:
    sentence, bold = "".join(line.itertext()), bool(line.get("font-weight"))
    names_in_use = text_width(sentence, float(line.get("font-size")), bold=bold)
    if line.get("transform"):
        return shift + float(line.get("x")) - 7, shift + float(line.get("x")) + 7, sentence
    left = shift + float(line.get("x")) - names_in_use * {"middle": 0.5, "end": 1}.get(line.get("text-anchor"), 0)
    return left, left + names_in_use, sentence


def test_lines_hold_what_fits_and_break_only_words_that_are_too_wide():
    assert wrap_text("Lappi ja Kainuu", 70) == ["Lappi ja", "Kainuu"]
    assert wrap_text("Kansainvälistyminen", 60) == ["Kansai", "nvälisty", "minen"]
    assert wrap_text("", 60) == [""]


def test_a_line_never_breaks_within_a_number_or_at_a_stroke():
    sentence = "Tapahtumia 12\N{NO-BREAK SPACE}345 / 67\N{NO-BREAK SPACE}890"
    assert wrap_text(sentence, 150)[0] == "Tapahtumia"
    assert len(wrap_text(sentence, 150)) == 2


def test_a_line_that_does_not_fit_ends_with_an_ellipsis():
    assert shorten_text("Kansainvälistyminen", 60).endswith("…")
    assert text_width(shorten_text("Kansainvälistyminen", 60)) <= 60
    assert shorten_text("Lappi", 60) == "Lappi"


def test_figure_and_picture_take_the_same_charts():
    for chart in (EVENTS_CHART, columns({2019: 5})):
        assert figure(chart)["data"] and draw(chart, translator("fi")).markup
