"""The search on its page: groups with marks, filters that are said, what to try if nothing is found."""

import re

import pytest

from tests.pages.conftest import open_page, page_html

MARKED = re.compile(r"<mark>([^<]+)</mark>")


def test_hits_are_in_groups_with_the_words_marked(address):
    html = page_html(open_page("search", q="metsän"))
    found = {each.casefold() for each in MARKED.findall(html)}
    assert "list-search_stories" in html and found & {"metsä", "metsän", "metsäbiotalouden"}
    assert 'value="metsän"' in html and "st-key-search large" in html


def test_filters_are_applied_with_a_way_out(address):
    every, some = (page_html(open_page("search", q="seminaari", **query)) for query in ({}, {"regions": "19"}))
    assert "Rajauksen ulkopuolella" in some and "Hae ilman rajausta" in some and "Rajauksen ulkopuolella" not in every
    assert 'name="regions" value="19"' in some


@pytest.mark.parametrize(("query", "sentence"), [("", "missä taivutusmuodossa"), ("dinosaurus<i>", "ei löytynyt")])
def test_what_to_try_is_said(address, query, sentence):
    html = page_html(open_page("search", q=query))
    assert sentence in html and "<i>" not in html


def test_every_other_page_has_the_field(address):
    assert page_html(open_page("about")).count("st-key-search") == 1
