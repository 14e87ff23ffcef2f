"""A presentation as one file: all that the slides say, nothing from elsewhere, notes only where they are wanted."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from analysis.exports import slideshow
from analysis.exports.html.slideshow import PHONE
from analysis.exports.html.templates import policy, scripts, styles
from analysis.schema import LANGUAGES
from analysis.sections import Presentation, ReportContext, presentation
from analysis.sections.presentation.outline import Outline, SlideSpec
from analysis.selection import Selection
from analysis.words import translator
from tests.measures.table_rows import tables
from tests.sections.rows import ALL, TODAY

BASIS = ReportContext(tables(**ALL), translator("fi"), TODAY, "7", "2024-06-01")
ADDRESS = "https://klusteripulssi.example.fi/stories/fi/own.html?slides=overview.years"
HOSTILE = "</script><script>alert('x')</script><img src=x onerror=alert(1)>"
LOADS = ("src", "srcset", "data", "poster", "action", "formaction", "background", "style")


class Read(HTMLParser):
    """What a document is made of: elements with their attributes, and all text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text.append(data)

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def example(*steps: SlideSpec, basis: ReportContext = BASIS, **of: object) -> Presentation:
    return presentation(
        Outline(steps or (SlideSpec("overview", "years"), SlideSpec("overview", "numbers")), **of), basis
    )


def test_each_slide_is_a_section_with_a_heading_of_its_own():
    deck = example()
    read = Read(slideshow(deck, translator("fi"), ADDRESS))
    sections = read.named("section")
    assert [each["class"] for each in sections] == ["slide cover", "slide chart", "slide numbers", "slide end"]
    named = {each.get("id") for each in read.named("h2")}
    assert {each["aria-labelledby"] for each in sections} <= named
    assert read.named("html") == [{"lang": "fi", "data-scheme": "auto"}]
    for slide in deck.slides:
        assert slide.headline in read.text


def test_a_slide_says_selection_rule_source_revision_and_day():
    deck = example(selection=Selection(regions=("19",)))
    text = " ".join(Read(slideshow(deck, translator("fi"))).text)
    assert "Lappi" in deck.slides[1].filter_text
    for part in (deck.slides[1].filter_text, deck.slides[1].rule, "Klusteripulssi, versio 7, julkaistu 1.6.2024"):
        assert part in text


def test_the_table_of_a_chart_stands_beside_its_picture_and_a_telephone_has_one_of_its_own():
    deck = example(SlideSpec("overview", "regions"))
    chart = deck.slides[1].chart
    read = Read(slideshow(deck, translator("fi")))
    assert chart
    for name, count in zip(chart.table["name"], chart.table["events"], strict=True):
        assert name in read.text and str(count) in read.text
    widths = [float(each["width"]) for each in read.named("svg") if each.get("role") == "img"]
    assert len(widths) == 2 and widths[0] > widths[1] == PHONE


def test_it_loads_nothing_and_its_own_policy_forbids_it():
    read = Read(slideshow(example(), translator("fi"), ADDRESS))
    assert not [(tag, name) for tag, deck in read.elements for name in LOADS if name in deck]
    assert not {"link", "iframe", "object", "img", "base", "form"} & {tag for tag, _ in read.elements}
    assert [each["content"] for each in read.named("meta") if "http-equiv" in each] == [policy("slides")]
    assert policy("slides").startswith("default-src 'none'; ") and "unsafe" not in policy("slides")
    assert not re.search(r"url\((?!data:)|@import", styles("slides"))
    assert not re.search(r"fetch|XMLHttp|WebSocket|import\(|eval|innerHTML", scripts())


def test_notes_are_in_it_only_where_they_are_wanted():
    deck = example(SlideSpec("overview", "years", notes="Kiitä Lappia"))
    assert "Kiitä Lappia" in slideshow(deck, translator("fi"), notes=True)
    assert "Kiitä Lappia" not in slideshow(deck, translator("fi"))


def test_what_people_write_is_text_and_never_markup():
    deck = example(SlideSpec("overview", "years", HOSTILE, HOSTILE), title=HOSTILE)
    read = Read(slideshow(deck, translator("fi"), f"https://x.fi/?title={HOSTILE}", notes=True))
    assert len(read.named("script")) == 1
    assert not read.named("img")
    assert read.text.count(HOSTILE) >= 3


def test_the_last_slide_bears_the_address_as_a_code_where_it_has_one():
    assert "klusteripulssi.example.fi/stories/fi/own.html" not in slideshow(example(), translator("fi"))
    read = Read(slideshow(example(), translator("fi"), ADDRESS))
    assert [each["href"] for each in read.named("a")] == [ADDRESS]
    assert [each for each in read.named("div") if each.get("class") == "code"]
    long = Read(slideshow(example(), translator("fi"), ADDRESS + "&h1=" + "x" * 4000))
    assert not [each for each in long.named("div") if each.get("class") == "code"]


def test_a_part_of_a_whole_stays_on_one_line():
    text = slideshow(example(SlideSpec("overview", "regions", "Lappi & Kainuu: 20 / 38")), translator("fi"))
    assert 'Lappi &amp; Kainuu: <span class="line">20 / 38</span></h2>' in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_light_or_dark_can_be_told(scheme):
    assert f'data-scheme="{scheme}"' in slideshow(example(), translator("fi"), scheme=scheme)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_the_readers_language(language):
    basis = replace(BASIS, words=translator(language))
    text = slideshow(example(basis=basis), translator(language))
    assert f'<html lang="{language}"' in text
    assert translator(language)("slides.help") in text
