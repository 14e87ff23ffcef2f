"""Presentations over plain HTTP: ready ones, one's own, and what readers are not given."""

import re
from urllib.parse import quote

import pytest

from analysis.exports.html.templates import policy
from analysis.schema import LANGUAGES
from analysis.words import translator
from tests.web.http_client import ask

OWN = "/stories/fi/own.html?slides=overview.years,overview.regions"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_ready_presentation_is_one_document_in_its_language(server, language):
    found = ask(server, f"/stories/{language}/region-19.html")
    text = found.body.decode()
    assert found.status == 200 and f'<html lang="{language}"' in text
    assert translator(language)("present.end") in text
    assert f"{server.address}/stories/{language}/region-19.html" in text


def test_its_policy_lets_nothing_in_but_its_own_script_and_style(server):
    held = ask(server, OWN).headers["content-security-policy"]
    assert held == f"{policy('slides')}; frame-ancestors 'self'"
    assert "default-src 'none'" in held and "unsafe" not in held and "connect-src" not in held


def test_it_sets_no_cookie(server):
    assert "set-cookie" not in ask(server, OWN).headers


def test_ones_own_slides_filters_and_headlines_are_in_the_address(server):
    text = ask(server, f"{OWN}&h2={quote('Lappi kasvaa')}&regions=19").body.decode()
    assert text.count('<section class="slide') == 4
    assert "Lappi kasvaa" in text and "Lappi" in text.replace("Lappi kasvaa", "")


def test_notes_are_given_only_to_those_who_ask_for_them(server):
    address = f"{OWN}&n1={quote('Kiitä Lappia')}"
    assert "Kiitä Lappia" not in ask(server, address).body.decode()
    shared = ask(server, f"{address}&notes=1").body.decode()
    assert "Kiitä Lappia" in shared and quote("Kiitä") not in shared


@pytest.mark.parametrize(
    "path",
    [
        *("/stories/fi/nothing.html", "/stories/fi/region-99.html", "/stories/xx/region-19.html"),
        *("/stories/fi/region-19", "/stories/fi/", "/stories/fi/..%2f..%2fetc%2fpasswd.html"),
        *(f"/stories/fi/{'x' * 3000}.html", "/stories/fi/%3Cscript%3E.html", "/stories/fi/own.html?rev=99"),
    ],
)
def test_what_there_is_not_is_not_found(server, path):
    found = ask(server, path)
    assert found.status in (400, 404) and "<script>" not in found.body.decode()


def test_what_the_address_says_is_text(server):
    hostile = quote("</script><script>alert(1)</script>")
    text = ask(server, f"{OWN}&h1={hostile}&title={hostile}&slides=overview.years,{hostile}.x").body.decode()
    assert "<script>alert" not in text


def test_what_is_pinned_leads_to_what_is_pinned(server):
    for path in ("/stories/fi/region-19.html", OWN):
        live = ask(server, path).body.decode()
        pinned = ask(server, f"{path}{'&' if '?' in path else '?'}rev=1").body.decode()
        assert "rev=1" in re.search(r'class="place"><a href="([^"]*)"', pinned)[1]
        assert "rev=1" not in re.search(r'class="place"><a href="([^"]*)"', live)[1]
        assert (
            translator("fi")("present.end_pinned", revision="1") in pinned
            and translator("fi")("present.end_text") in live
        )


def test_a_preview_is_one_slide_that_tells_its_place_among_all(server):
    text = ask(server, f"{OWN}&slide=3").body.decode()
    assert text.count('<section class="slide') == 1 and 'id="3"' in text
    assert '<span class="count">3 / 4</span>' in text
    for strange in ("0", "99", "x", "-1", "9" * 9):
        assert ask(server, f"{OWN}&slide={strange}").status == 200
