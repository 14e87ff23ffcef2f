"""A newcomer on the sample workbook: from the front page to a recording, and a path of her own."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from analysis.settings import ROOT
from tests.browser.accessibility import violations
from tests.browser.conftest import Visit
from tests.browser.serving import Server, serving
from tests.browser.waiting import settled

SAMPLE = ROOT / "data" / "sample_activity.xlsx"
PATH = "/start?purpose=funding&regions=19&minutes=15&lang=sv"


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> Iterator[Server]:
    """A server with the sample workbook."""
    with serving(tmp_path_factory.mktemp("newcomer"), workbook=str(SAMPLE)) as running:
        yield running


def steps(page: Page) -> list[str]:
    """What the path has, with its heading."""
    return page.locator(".list-path :is(h2, li .what > :first-child)").all_inner_texts()


def test_from_the_front_page_to_a_recording_in_two_clicks(sample: Server, visit: Visit):
    page = visit(f"{sample.address}/")
    page.locator(".newcomer").get_by_role("link", name=re.compile("Työkalupakki")).click()
    expect(page.locator("h1")).to_have_text("Työkalupakki klusterien kehittäjille")
    recording = page.locator(".list-recording .what > a").first
    expect(recording).to_be_visible()
    assert urlsplit(recording.get_attribute("href")).hostname.endswith(".example")
    assert page.locator("iframe, video, audio").count() == 0
    shut = page.locator("details.list-offline")
    expect(shut.locator("li").first).to_be_hidden()
    page.locator("summary", has_text="Rajaa materiaaleja").click()
    page.get_by_role("navigation", name="Aika").get_by_role("link", name="enintään 10 min").click()
    expect(page.locator(".sentence").last).to_contain_text("Valinnalla löytyy")
    settled(page)
    assert urlsplit(page.url).query == "minutes=10" and violations(page) == []


def test_a_path_is_made_by_keyboard_ticked_off_and_opened_again_by_its_address(sample: Server, visit: Visit):
    page = visit(f"{sample.address}/start?lang=sv", width=390, scheme="dark")
    for title, name in (("Vad gör du nu?", "söker finansiering"), ("Var?", "Lappland")):
        page.get_by_role("navigation", name=title).get_by_role("link", name=name).press("Enter")
        expect(page.get_by_role("navigation", name=title).locator("[aria-current]")).to_have_text(name)
    page.get_by_role("navigation", name="Hur mycket tid?").get_by_role("link", name="15 minuter").press("Enter")
    expect(page.locator(".list-path h2")).to_contain_text("15 min")
    settled(page)
    ours, address = steps(page), page.url
    box = page.get_by_role("checkbox").first
    box.press("Space")
    expect(box).to_be_checked()
    assert len(ours) > 1 and violations(page) == []
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") == 390
    page.reload()
    settled(page)
    expect(page.get_by_role("checkbox").first).to_be_checked()
    assert steps(page) == ours and page.context.cookies() == []
    page.get_by_role("checkbox").first.press("Space")
    page.goto(address)
    settled(page)
    expect(page.get_by_role("checkbox").first).not_to_be_checked()
    other = visit(sample.address + PATH)
    assert steps(other) == ours and not other.get_by_role("checkbox").first.is_checked()


def test_the_path_is_printed_with_its_boxes_and_no_other_choices(sample: Server, visit: Visit):
    page = visit(sample.address + PATH)
    page.emulate_media(media="print")
    expect(page.locator(".choice a[aria-current]").first).to_be_visible()
    expect(page.locator(".choice a:not([aria-current])").first).to_be_hidden()
    expect(page.locator(".list-path input").first).to_be_visible()
