"""Search as a reader does it on the sample workbook: by "/", in three languages, with and without filters, and back."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import Visit
from tests.browser.serving import Server, serving
from tests.browser.test_newcomer import SAMPLE
from tests.browser.waiting import settled, until

STATUS = ".stApp:not(#document) p[role=status]"


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> Iterator[Server]:
    """A server with the sample workbook."""
    with serving(tmp_path_factory.mktemp("searching"), workbook=str(SAMPLE)) as running:
        yield running


def search(page: Page, query: str) -> None:
    """Press "/", type over what is in the field, and press Enter."""
    page.keyboard.press("/")
    until(page, "() => document.activeElement.matches('.stApp:not(#document) [role=search] input')")
    page.keyboard.press("Control+A")
    page.keyboard.type(query)
    page.keyboard.press("Enter")
    expect(page.locator(STATUS)).to_contain_text(query)
    settled(page)


def groups(page: Page) -> list[str]:
    """The headings of the groups of rows that were found."""
    return page.locator(".stApp:not(#document) section[class*='list-'] > h2").all_inner_texts()


def test_the_keyboard_finds_from_any_page_and_back_leads_to_it(sample: Server, visit: Visit):
    page = visit(f"{sample.address}/regions?regions=19")
    search(page, "matkailun")
    marked = {each.casefold() for each in page.locator(".stApp:not(#document) .list mark").all_inner_texts()}
    assert groups(page) and marked and all(each.startswith("matkailu") for each in marked)
    assert "regions=19" in page.url and violations(page) == []
    few = page.locator(".stApp:not(#document) .list li").count()
    page.locator(STATUS).get_by_role("link").click()
    expect(page.locator(STATUS).get_by_role("link")).to_have_count(0)
    settled(page)
    assert page.locator(".stApp:not(#document) .list li").count() > few and "regions" not in page.url
    page.go_back()
    until(page, "() => location.search.includes('regions=19')")
    page.go_back()
    until(page, "() => location.pathname.endsWith('/regions')")
    expect(page.locator("h1")).to_contain_text("Maakunnat")


@pytest.mark.parametrize(
    ("language", "asked", "typed", "width"),
    [
        ("fi", "tarinoiden", "tarniat", 1280),
        ("sv", "evenemangens", "evenemangnes", 390),
        ("en", "events", "evnets", 390),
    ],
)
def test_inflected_and_mistyped_words_find_the_same_groups(sample, visit, language, asked, typed, width):
    page = visit(f"{sample.address}/search?lang={language}", width=width, scheme="dark")
    found = []
    for query in (asked, typed):
        search(page, query)
        found.append(groups(page))
    assert found[0] and found[1]
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") == width


def test_nothing_found_is_said_to_all_and_leaves_the_field_to_try_again(sample: Server, visit: Visit):
    page = visit(f"{sample.address}/search?q=zzyzx")
    expect(page.locator(STATUS)).to_contain_text("zzyzx")
    assert groups(page) == [] and violations(page) == []
    search(page, "rahoitus")
    assert groups(page)
