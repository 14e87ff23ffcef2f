"""Tabs that are left open when a sign-in ends: by a sign-out in another tab, or by signing in again."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import violations
from tests.browser.conftest import Visit
from tests.browser.serving import Server, serving
from tests.browser.test_door import FILE, uploader
from tests.browser.waiting import settled


@pytest.fixture(scope="module")
def private(tmp_path_factory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("private")
    with serving(folder, private="yes", editor_key="avain", reader_key="lukijan avain") as running:
        yield running


@pytest.fixture(scope="module")
def public(tmp_path_factory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("public"), editor_key="avain") as running:
        yield running


def test_a_tab_of_a_private_dashboard_closes_by_itself_when_another_signs_out(private: Server, visit: Visit):
    left = visit(f"{private.address}/events?key=lukijan%20avain&lang=sv")
    other = left.context.new_page()
    other.goto(f"{private.address}/sign-out")
    expect(left.locator("body.closed main h1")).to_have_text("Den här tjänsten är stängd för allmänheten")
    assert left.locator(".st-key-rows_events, table, .figure").count() == 0 and violations(left) == []


def test_who_goes_back_after_the_sign_out_of_a_private_dashboard_finds_it_closed(private: Server, visit: Visit):
    page = visit(f"{private.address}/events?key=lukijan%20avain&lang=en")
    page.goto(f"{private.address}/sign-out")
    page.go_back()
    assert page.url == f"{private.address}/events?lang=en"
    expect(page.locator("main h1")).to_have_text("This service is closed to the public")
    assert page.locator("[data-number]").count() == 0


def test_two_tabs_of_one_editor_stay_usable_when_she_signs_in_again(public: Server, visit: Visit):
    first = visit(f"{public.address}/update?key=avain")
    second = first.context.new_page()
    with first.expect_websocket():
        second.goto(f"{public.address}/update?key=avain")
        settled(second)
    settled(first)
    for page in (first, second):
        expect(uploader(page)).to_have_count(1)
        uploader(page).set_input_files(FILE)
        expect(page.locator(".st-key-card-verdict")).to_be_visible()
