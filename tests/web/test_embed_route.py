"""Charts for other sites: who may show them, what they say, and that they keep nothing of the reader's."""

import re

import pytest

from analysis.schema import LANGUAGES
from tests.browser.serving import serving
from tests.web.http_client import ask


@pytest.fixture(scope="module")
def allowed(tmp_path_factory):
    """A server that lets two sites show its charts."""
    hosts = "https://www.lapinliitto.fi https://*.kainuu.fi"
    with serving(tmp_path_factory.mktemp("embedded"), embed_hosts=hosts) as running:
        yield running


def test_the_sites_of_the_settings_may_show_a_chart_and_nobody_else(allowed):
    found = ask(allowed, "/embed/overview/regions")
    assert found.headers["content-security-policy"].endswith(
        "frame-ancestors 'self' https://www.lapinliitto.fi https://*.kainuu.fi"
    )
    assert "x-frame-options" not in found.headers
    page = ask(allowed, "/")
    assert page.headers["x-frame-options"] == "DENY" and "kainuu" not in page.headers["content-security-policy"]


def test_without_the_setting_only_our_own_pages_may(server):
    found = ask(server, "/embed/overview/regions")
    assert found.headers["content-security-policy"].endswith("; frame-ancestors 'self'")


def test_it_needs_no_script_and_sets_no_cookie(server):
    found = ask(server, "/embed/overview/regions")
    assert "set-cookie" not in found.headers
    assert "<script" not in found.body.decode()
    assert "script-src" not in found.headers["content-security-policy"]
    assert found.headers["content-security-policy"].startswith("default-src 'none'; style-src 'sha256-")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_chart_says_what_is_chosen_its_source_and_where_it_lives(server, language):
    text = ask(server, f"/embed/overview/regions?regions=19,17&lang={language}").body.decode()
    assert f'<html lang="{language}"' in text
    assert text.count('role="img"') == 2
    assert f'href="{server.address}/?regions=19,17&amp;lang={language}"' in text
    assert re.search(r"versi[o]n? 1|revision 1|version 1", text)


def test_a_pinned_chart_stays_and_a_revision_that_is_not_there_is_not_found(server):
    text = ask(server, "/embed/overview/years?rev=1").body.decode()
    assert "rev=1" in text
    assert ask(server, "/embed/overview/years?rev=99").status == 404


def test_a_whole_section_has_its_numbers_and_all_its_charts(server):
    text = ask(server, "/embed/events").body.decode()
    assert text.count("<figure") == 4 and text.count("<h1") == 1 and '<dl class="numbers">' in text


def test_light_or_dark_can_be_told(server):
    assert 'data-scheme="dark"' in ask(server, "/embed/overview/years?scheme=dark").body.decode()
    assert 'data-scheme="auto"' in ask(server, '/embed/overview/years?scheme="><b>').body.decode()


def test_filters_that_nobody_knows_are_left_out(server):
    text = ask(server, "/embed/overview/years?regions=19,77&themes=<b>").body.decode()
    assert "?regions=19&amp;" in text and "<b>" not in text


@pytest.mark.parametrize(
    "path", ["overview/nothing", "nothing/years", "nothing", "toolkit", "region/years", "regions:x/map"]
)
def test_what_there_is_not_is_not_found(server, path):
    found = ask(server, f"/embed/{path}?lang=sv")
    assert (found.status, found.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert "frame-ancestors 'self'" in found.headers["content-security-policy"] and b'lang="sv"' in found.body


def test_variants_of_a_section_can_be_shown(server):
    assert ask(server, "/embed/regions:participants/map").status == 200
    assert ask(server, "/embed/region/years?regions=19").status == 200
