"""The document of each page and Streamlit's page hold the same, in the same order."""

import re
from html import unescape
from itertools import product

import pytest

from analysis.app_services import app_services
from analysis.charts import figure
from analysis.html_parts import page_context
from analysis.html_parts.documents.body_context import BodyContext
from analysis.html_parts.documents.chart_cards import figure_heights
from analysis.html_parts.documents.page_bodies import BODIES
from analysis.html_parts.documents.page_document import document_body
from analysis.schema import LANGUAGES
from analysis.sections import overview
from analysis.selection import Selection
from analysis.store import Store
from analysis.words import translator
from tests.pages.conftest import EMPTY, NOW, ONE_ROW, PAGES, open_page, page_html, publish, tables

HEADING = re.compile(r"<(h[1-3])\b[^>]*>(.*?)</\1>", re.DOTALL)
NUMBER = re.compile(r'data-number="([^"]+)"[^>]*>([^<]*)<')
CHART = re.compile(r'data-(?:figure|chart)="([^"]+)"')
FIGURE = re.compile(r'style="--wide:(\d+)px;--narrow:(\d+)px"><svg [^>]*viewBox="0 0 [\d.]+ ([\d.]+)"')
LIVE = {"update", "history", "present"}
"""Pages whose work needs Streamlit: their documents hold the beginning."""
ADDRESSES = {
    **{page: [{}, {"regions": "19", "years": "2020-2023", "lang": "sv"}] for page in PAGES},
    "regions": [{}, {"regions": "19", "measure": "participants"}, {"regions": "19,17", "lang": "en"}, {"measure": "x"}],
    "themes": [{}, {"themes": "rahoitus", "group": "cluster-themes"}, {"themes": "rahoitus", "lang": "sv"}],
    "events": [{}, {"event": "2020-001"}, {"event": "none", "month": "2020-05"}, {"search": "ELMO"}, {"years": "1995"}],
    "clusters": [{}, {"search": "zzzz"}],
    "gaps": [{}, {"measure": "rate", "lang": "en"}, {"gap": "participants", "regions": "18"}, {"gap": "none"}],
    "yearsheet": [{}, {"year": "2023", "lang": "en"}, {"year": "1999"}, {"years": "2022", "compare": "elmo"}],
    "stories": [{"lang": "en"}, {"search": "metsä", "themes": "osaaminen"}],
    "overview": [
        *({}, {"rev": "77", "regions": "99"}, {"years": "1995-1996", "regions": "19"}, {"compare": "2020"}),
        *({"step": "half", "years": "2021"}, {"step": "quarter"}, {"step": "x"}),
    ],
    "toolkit": [{}, {"themes": "rahoitus", "minutes": "10"}, {"material_kind": "guide", "minutes": "x", "lang": "sv"}],
    "start": [{}, {"purpose": "abroad", "minutes": "15", "regions": "19"}, {"purpose": "x", "lang": "en"}],
}


def document(key: str, size: str = "wide", **query: str) -> str:
    """The body of a page's document."""
    services, words = app_services(), translator(query.get("lang", "fi"))
    page = page_context.read(key, query, words, services.store, "http://localhost/")
    return document_body(page, BodyContext(size, services.store, services.settings))


def texts(pattern: re.Pattern[str], html: str) -> list[tuple[str, str]]:
    """What a pattern finds, without marks."""
    found = pattern.findall(html)
    return [tuple(unescape(re.sub(r"<[^>]+>", "", each)).strip() for each in match) for match in found]


@pytest.mark.parametrize(
    ("key", "query"), [(key, query) for key, queries in ADDRESSES.items() if key not in LIVE for query in queries]
)
def test_document_and_page_are_in_step(address, key, query):
    ours, theirs = document(key, **query), page_html(open_page(key, **query))
    for pattern in (HEADING, NUMBER):
        assert texts(pattern, ours) == texts(pattern, theirs)
    assert [each.replace(".", "_") for each in CHART.findall(ours)] == CHART.findall(theirs)


@pytest.mark.parametrize("key", sorted(LIVE))
def test_the_document_of_a_page_that_needs_the_server_has_its_beginning(address, key):
    ours, theirs = (texts(HEADING, html) for html in (document(key), page_html(open_page(key))))
    rest = iter(theirs)
    assert ours and all(each in rest for each in ours)
    assert translator("fi")("document.live") in document(key)


def test_every_page_has_a_body_and_one_without_has_its_title(address, monkeypatch):
    assert set(BODIES) <= set(PAGES)
    monkeypatch.delitem(BODIES, "toolkit")
    assert texts(HEADING, document("toolkit")) == [("h1", translator("fi")("frame.page.toolkit"))]


@pytest.mark.parametrize("data", [ONE_ROW, EMPTY], ids=["one row", "empty"])
def test_every_document_stands_on_hardly_any_data(address, data):
    publish(address, data)
    for key in PAGES:
        for language in LANGUAGES:
            html = document(key, "narrow", lang=language)
            assert html.count("<h1") == html.count('id="content"') == 1 and html.count("<main") == 1


def test_every_document_stands_where_nothing_is_published(address):
    publish(address, ONE_ROW)
    store = Store.open(address)
    store.withdraw("1", NOW)
    store.close()
    assert all(document(key).count("<h1") == 1 for key in PAGES)
    assert "Mitään ei ole vielä julkaistu." in document("overview")


def test_data_is_data(address):
    name = "<script>alert(1)</script>\"' <b>&"
    events = {"id": ["1"], "name": [name], "starts": ["2023-05-01"], "kind": ["seminar"], "regions": [("19",)]}
    publish(address, tables(events=events, regions={"code": ["19"], "name_fi": [name]}))
    for key in PAGES:
        html = document(key, search="<script>", event="<script>", month="<script>")
        assert "<script" not in html and "<b>&" not in html


def test_a_picture_has_one_svg_in_colours_of_both_modes(address):
    html = document("overview")
    main = html[html.index("<main") : html.index("</main>")]
    charts = re.findall(r"<svg data-chart=\"([\w.-]+)\"", main)
    assert charts == ["overview.years", "overview.regions", "overview.themes"] and main.count("<svg ") == len(charts)
    assert "var(--accent)" in main and "#" not in "".join(re.findall(r'(?:fill|stroke)="([^"]*)"', main))


def test_a_place_is_as_high_as_the_picture_that_the_browser_will_draw(address):
    section = overview(app_services().store.tables("1"), Selection(), translator("fi"), "2026-11-24")
    for chart in section.charts:
        layout = figure(chart)["layout"]
        assert figure_heights(chart) == (layout["height"], layout["narrow"].get("height", layout["height"]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_pictures_fill_their_places_and_are_not_made_smaller_for_them(address, language):
    for key, size in product(("overview", "regions", "themes", "events", "stories", "clusters"), ("wide", "narrow")):
        figures = FIGURE.findall(document(key, size, lang=language, regions="19" if key == "regions" else ""))
        heights = [(float(drawn), float(wide if size == "wide" else narrow)) for wide, narrow, drawn in figures]
        assert figures and [pair for pair in heights if pair[0] > pair[1] * 1.06] == []


def test_a_document_leads_to_its_twin_in_the_reading_edition_with_its_selection(address):
    twin = "./read/sv/{}?regions=19".format
    assert unescape(document("events", lang="sv", regions="19")).count(f'"{twin("events")}"') == 3
    assert unescape(document("events", lang="sv", regions="19", event="5")).count(f'"{twin("events/5")}"') == 3
    assert unescape(document("toolkit", lang="sv", regions="19")).count(f'"{twin("materials")}"') == 3
    assert unescape(document("update", lang="sv", regions="19")).count(f'"{twin("")}"') == 3
