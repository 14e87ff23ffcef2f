"""Events, stories, clusters and toolkit in a real browser: links without a new load, Back, search, the month; and a
presentation on the slides of who shows it."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pptx import Presentation
from pptx.util import Inches

from analysis.settings import ROOT
from tests.browser.accessibility import violations
from tests.browser.conftest import Visit
from tests.browser.serving import Server, serving
from tests.browser.test_pages import english
from tests.browser.waiting import settled, until

SAMPLE = ROOT / "data" / "sample_activity.xlsx"
MATRIX = [
    pytest.param("/events", "light", 1280, "fi", marks=pytest.mark.full),
    ("/events?month=2020-03", "dark", 390, "en"),
    ("/events?event=esim-t-06", "light", 390, "sv"),
    pytest.param("/stories", "dark", 1280, "sv", marks=pytest.mark.full),
    ("/stories?search=esim", "light", 390, "fi"),
    pytest.param("/clusters", "light", 1280, "en", marks=pytest.mark.full),
    ("/clusters?cluster=esim-kl-07", "dark", 390, "fi"),
    pytest.param("/toolkit", "dark", 1280, "fi", marks=pytest.mark.full),
    ("/toolkit?themes=rahoitus", "light", 390, "en"),
]


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> Iterator[Server]:
    """A server with the sample workbook, on which a council has its own slides with the mark of who pays."""
    folder = tmp_path_factory.mktemp("sample")
    (folder / "council.pptx").write_bytes(councils())
    told = {"deck_template": str(folder / "council.pptx"), "eu_emblem": "yes"}
    with serving(folder, workbook=str(SAMPLE), **told) as running:
        yield running


def councils() -> bytes:
    """A template with a slide of its own, its layouts named in Swedish."""
    made, packed = Presentation(), io.BytesIO()
    made.slide_width, made.slide_height = Inches(11), Inches(7)
    for name, ours in (("Title Slide", "Rubrikbild"), ("Title Only", "Endast rubrik")):
        made.slide_layouts.get_by_name(name).name = ours
    made.slides.add_slide(made.slide_layouts[0]).shapes.title.text = "Liiton oma dia"
    made.save(packed)
    return packed.getvalue()


def followed(page: Page) -> bool:
    """Whether the page is still the one that was loaded first."""
    return page.evaluate("window.first === true")


def arrived(page: Page, heading: str) -> None:
    """Wait until the page has this heading alone: what was shown before may stand a moment longer."""
    until(page, "text => [...document.querySelectorAll('h1')].map((each) => each.innerText).join() === text", heading)


@pytest.mark.parametrize(("path", "scheme", "width", "language"), MATRIX)
def test_axe_streamlit_and_the_narrow_screen(sample: Server, visit: Visit, path, scheme, width, language):
    joined = f"{path}{'&' if '?' in path else '?'}lang={language}"
    page = visit(sample.address + joined, scheme=scheme, width=width)
    assert violations(page) == []
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") == width
    assert language == "en" or english(page) == set()


@pytest.mark.parametrize("path", ["clusters", "events"])
def test_on_a_phone_each_row_stands_whole_beneath_its_name(sample: Server, visit: Visit, path: str):
    page = visit(f"{sample.address}/{path}?lang=sv", width=390, scheme="dark")
    frame = page.locator(f".st-key-rows_{path} .scroll")
    assert frame.evaluate("frame => frame.scrollWidth <= frame.clientWidth")
    row = frame.locator("tbody tr").first.bounding_box()
    cells = [each.bounding_box() for each in frame.locator("tbody tr").first.locator("th, td").all()]
    assert all(
        row["x"] <= each["x"] and each["x"] + each["width"] <= row["x"] + row["width"] + 1 for each in cells if each
    )
    assert violations(page) == []


def test_a_row_leads_to_its_profile_without_a_new_load_and_back_leads_to_the_search(server: Server, visit: Visit):
    page = visit(f"{server.address}/clusters?lang=fi")
    page.evaluate("window.first = true")
    rows = page.locator(".st-key-rows_clusters tbody tr")
    everything = rows.count()
    box = page.get_by_label("Hae luettelosta")
    box.fill("kierto")
    box.press("Enter")
    expect(rows).not_to_have_count(everything)
    assert "search=kierto" in page.url
    link = rows.first.locator("a").first
    name = link.inner_text()
    link.click()
    arrived(page, name)
    until(page, "() => document.activeElement.tagName === 'H1'")
    assert "cluster=" in page.url and followed(page)
    page.go_back()
    arrived(page, "Klusterit")
    expect(page.get_by_label("Hae luettelosta")).to_have_value("kierto")
    assert followed(page)


def test_a_profile_leads_on_to_an_event_and_the_event_back_to_all(server: Server, visit: Visit):
    page = visit(f"{server.address}/clusters?cluster=cl-aice")
    page.locator(".list-events a.inside").first.click()
    expect(page.locator(".st-key-card-detail")).to_contain_text("Tallenne")
    settled(page)
    assert page.url.startswith(f"{server.address}/events?event=")
    page.get_by_role("link", name="Takaisin luetteloon").click()
    arrived(page, "Tapahtumat")
    settled(page)
    assert page.url == f"{server.address}/events"


def test_a_door_opens_its_theme_and_another_page_keeps_it(server: Server, visit: Visit):
    page = visit(f"{server.address}/toolkit")
    page.locator(".doors a").nth(3).click()
    expect(page.locator(".doors [aria-current]")).to_contain_text("Kansainvälistyminen")
    until(page, "() => location.search === '?themes=kansainvalistyminen'")
    page.get_by_role("link", name="Kaikki teeman tarinat").click()
    arrived(page, "Klusteritarinat")
    settled(page)
    assert page.url == f"{server.address}/stories?themes=kansainvalistyminen"


def test_the_list_comes_before_the_calendar_which_says_each_day_once_on_a_telephone(server: Server, visit: Visit):
    page = visit(f"{server.address}/events?lang=fi", width=390)
    month = page.locator(".st-key-card-month")
    expect(month.locator(".held .whole").first).to_be_visible()
    expect(month.locator(".held .date").first).to_be_hidden()
    assert page.locator(".st-key-rows_events").bounding_box()["y"] < month.bounding_box()["y"]


def test_the_month_is_turned_by_its_buttons_and_back_turns_it_back(server: Server, visit: Visit):
    page = visit(f"{server.address}/events?month=2023-05&lang=fi")
    card = page.locator(".st-key-card-month")
    expect(card.locator("h2")).to_have_text("Tapahtumakalenteri, toukokuu 2023")
    expect(card.locator("thead abbr")).to_have_text(["ma", "ti", "ke", "to", "pe", "la", "su"])
    card.locator(".st-key-month_earlier button").click()
    expect(card.locator("h2")).to_have_text("Tapahtumakalenteri, huhtikuu 2023")
    page.go_back()
    expect(card.locator("h2")).to_have_text("Tapahtumakalenteri, toukokuu 2023")


def test_the_language_switch_stays_with_what_is_shown(server: Server, visit: Visit):
    page = visit(f"{server.address}/clusters?cluster=cl-aice")
    page.locator(".st-key-language a").nth(1).click()
    expect(page.locator(".st-key-card-detail")).to_contain_text("Kvalitetsmärke")
    settled(page)
    assert "cluster=cl-aice" in page.url and "lang=sv" in page.url


def test_a_presentation_stands_on_the_councils_own_slides(sample: Server, visit: Visit, tmp_path: Path):
    page = visit(f"{sample.address}/present?lang=sv&slides=overview.years,overview.themes&title=Kommunikation")
    with page.expect_download() as waited:
        page.locator(".st-key-take_pptx button").click()
    waited.value.save_as(tmp_path / "a.pptx")
    made = Presentation(tmp_path / "a.pptx")
    assert (made.slide_width, made.slide_height) == (Inches(11), Inches(7))
    assert [each.slide_layout.name for each in made.slides] == ["Rubrikbild", *["Endast rubrik"] * 2, "Rubrikbild"]
    assert made.slides[0].shapes.title.text_frame.text == "Kommunikation"
    assert [shape.has_chart for each in list(made.slides)[1:3] for shape in each.shapes].count(True) == 2
    names = [[shape.name for shape in each.shapes] for each in made.slides]
    assert all("Medfinansieras av Europeiska unionen" in names[at] for at in (0, -1))
    assert "Liiton oma dia" not in [each.shapes.title.text_frame.text for each in made.slides]
