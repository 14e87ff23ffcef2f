"""Sections as one HTML file: whole in itself, readable without eyes, and it says what it is made from."""

from html.parser import HTMLParser

import pytest

from analysis.exports import JobStopped, Provenance, html_report
from analysis.schema import LANGUAGES, Language
from analysis.sections import overview
from analysis.selection import Selection
from analysis.words import translator
from tests.exports.test_every_chart import CHOSEN, ORIGIN, TABLES, TODAY, sections


class Seen(HTMLParser):
    """What a page holds: the text, and each element with its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_has_headings_pictures_and_tables_in_its_language(language: Language):
    chapters = sections(CHOSEN, language)
    seen = Seen(html_report(chapters, translator(language), ORIGIN).decode())
    assert seen.of("html")[0]["lang"] == language
    assert len(seen.of("h1")) == 1
    charts = [chart for section in chapters for chart in section.charts]
    assert len(seen.of("svg")) == len([chart for chart in charts if chart.picture])
    for chart in charts:
        assert chart.title in seen.text and (chart.alt if chart.picture else chart.sentence) in seen.text
    keys = [attributes["id"] for _, attributes in seen.elements if attributes.get("id")]
    assert len(keys) == len(set(keys))
    assert all(
        attributes["href"] is None or attributes["href"][1:] in keys
        for attributes in seen.of("a")
        if attributes["href"][0] == "#"
    )


def test_a_report_loads_and_runs_nothing():
    seen = Seen(html_report(sections(Selection(), "fi"), translator("fi"), ORIGIN).decode())
    assert not {"script", "link", "img", "iframe", "object"} & {tag for tag, _ in seen.elements}
    assert not [attributes for _, attributes in seen.elements if "src" in attributes or "xlink:href" in attributes]


def test_what_is_written_in_the_data_is_text():
    origin = Provenance("12", "2023-06-24", "<script>alert(1)</script>", 'A "B" & C')
    page = html_report([overview(TABLES, CHOSEN, translator("fi"), TODAY)], translator("fi"), origin).decode()
    assert "<script" not in page and "A &#34;B&#34; &amp; C" in page


def test_a_report_can_be_stopped():
    def stop(done: int, steps: int) -> None:
        if done == 1:
            raise JobStopped

    with pytest.raises(JobStopped):
        html_report(sections(CHOSEN, "fi"), translator("fi"), ORIGIN, progress=stop)
