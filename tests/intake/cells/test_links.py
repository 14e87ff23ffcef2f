"""Links: what is taken and how it is stored, what is no address, and what must not be followed."""

import sys
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.intake.cells import Reading
from analysis.intake.cells.links import (
    PLAIN_LINK,
    LinkReader,
    link_address,
    may_hold_odd_signs,
    without_plain_beginning,
)
from analysis.intake.issues import Finding
from tests.intake.checking import check, check_sheets, event, values
from tests.making import csv, edited, saved, xlsx

LINK = LinkReader()


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("https://x.fi", "https://x.fi"),
        ("http://www.x.fi/a?b=c#d", "http://www.x.fi/a?b=c#d"),
        ("https://x.fi:8080/a_(b)|c", "https://x.fi:8080/a_(b)|c"),
        ("https://åland.ax/ä%20ö", "https://åland.ax/ä%20ö"),
        ("http://192.0.2.1/x", "http://192.0.2.1/x"),
        ("HTTPS://X.FI/Polku", "https://x.fi/Polku"),
        ("www.x.fi", "https://www.x.fi"),
        ("x.fi/y", "https://x.fi/y"),
        ("x.fi", "https://x.fi"),
        ("x.fi:8080/y", "https://x.fi:8080/y"),
        ("x.fi/ohjelma.pdf", "https://x.fi/ohjelma.pdf"),
        ("mailto:kirjaamo@x.fi", "mailto:kirjaamo@x.fi"),
        ("MAILTO:kirjaamo@x.fi?subject=a", "mailto:kirjaamo@x.fi?subject=a"),
    ],
)
def test_an_address_is_stored_with_its_scheme(text, stored):
    assert LINK.read(text) == Reading(stored)


def test_a_bare_mailbox_is_a_link_where_a_contact_may_stand():
    assert LinkReader(mailbox=True).read("kirjaamo@x.fi") == Reading("mailto:kirjaamo@x.fi")
    assert LINK.read("kirjaamo@x.fi") == Reading(None, (Finding("bad-link", "kirjaamo@x.fi"),))


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("htp://x.fi", "http://x.fi"),
        ("http:/x.fi/a", "http://x.fi/a"),
        ("https//x.fi", "https://x.fi"),
        ("hhtps://x.fi", "https://x.fi"),
        ("http.//x.fi", "http://x.fi"),
        ("https://https://x.fi", "https://x.fi"),
        ("//x.fi/a", "https://x.fi/a"),
        ("https://x.fi/a b.pdf", "https://x.fi/a%20b.pdf"),
        ("katso https://x.fi/a.", "https://x.fi/a"),
        ("<https://x.fi>", "https://x.fi"),
        ("kirjaamo@x.fi", "mailto:kirjaamo@x.fi"),
        ("tulossa", None),
        ("ohjelma.pdf", None),
        ("http://", None),
        ("http://sisäverkko", None),
        ("ftp://x.fi/a", None),
        ("tel:+358401234567", None),
        ("https://a.fi; https://b.fi", None),
        ("Huom: katso sivut", None),
        ("x" * 40_000, None),
        ("x." * 20_000, None),
        (1234.0, None),
    ],
)
def test_what_is_no_address_is_left_out_with_the_likely_one(text, likely):
    shown = "1234" if text == 1234.0 else text
    assert LINK.read(text) == Reading(None, (Finding("bad-link", shown),))
    assert LINK.likely(Finding("bad-link", shown)) == likely


@pytest.mark.parametrize(
    "text",
    [
        *("javascript:alert(1)", "JavaScript:alert(1)", "java script:alert(1)", "java\nscript:alert(1)"),
        *("data:text/html,<b>", "vbscript:x", "file:///C:/x.pdf", "blob:https://x.fi/1", "ms-word:ofe|u|https://x.fi"),
        *(r"C:\kansio\x.pdf", r"\\palvelin\kansio", "https://tili:sana@x.fi/", "https://x.fi@y.fi/"),
    ],
)
def test_what_must_not_be_followed_is_left_out(text):
    assert LINK.read(text) == Reading(None, (Finding("unsafe-link", text),))
    assert LINK.likely(Finding("unsafe-link", text)) is None


def test_a_very_long_address_is_kept_and_told():
    text = "https://x.fi/" + "a" * 2000
    assert LINK.read(text) == Reading(text, (Finding("text-too-long", text),))


def is_odd(text):
    return may_hold_odd_signs(text) or without_plain_beginning([text]) == {text}


def test_no_sign_within_an_address_is_odd_and_every_other_one_is():
    for sign in map(chr, range(sys.maxunicode + 1)):
        text = f"https://x.fi/a{sign}"
        assert (PLAIN_LINK.fullmatch(text) is None) <= (is_odd(text) or not text.isprintable()), hex(ord(sign))


@given(
    st.lists(
        st.sampled_from(
            ["http", "https", ":", "/", "//", "x", ".fi", "@", "?", "#", ":80", "-", "_", " ", "<", "|", "ä"]
        )
    ).map("".join)
    | st.text(max_size=12).map("https://x.fi".__add__)
)
def test_printable_text_that_is_not_odd_is_an_address(text):
    assert is_odd(text) or not text.isprintable() or LINK.read(text) == Reading(text)


def test_one_odd_address_is_found_among_many():
    sound = ["https://x.fi", "http://x.fi/a", "https://x.fi?a=/b", "https://192.0.2.1:80/", "https://x.fi/a/b"]
    odd = ["https://x/a", "https:///a", "x.fi/a", "https//x.fi/a", "https://a@x.fi/b", "https://x.fi?a=^/b", ""]
    for place in range(len(sound) + 1):
        assert without_plain_beginning([*sound[:place], *odd, *sound[place:]]) == set(odd)
    assert without_plain_beginning(sound) == set()


@pytest.mark.parametrize("bare", ["https://", "http://", "file:/", "x.fi/", "/", "https:/"])
def test_a_bare_beginning_hides_no_other_text(bare):
    odd = [bare, f"{bare}foo", f"{bare}/b", f"{bare}a@x"]
    assert without_plain_beginning(odd) == without_plain_beginning(odd[::-1]) == set(odd)


SAFE = "https://eur02.safelinks.protection.outlook.com/?url={}&data=05%7C02%7C%7C0a1b&sdata=x%3D&reserved=0"


@pytest.mark.parametrize(
    ("text", "target"),
    [
        (SAFE.format("https%3A%2F%2Fwww.x.fi%2Fa%3Fb%3Dc%26d%3De"), "https://www.x.fi/a?b=c&d=e"),
        (SAFE.format("http%3a%2f%2fx.fi"), "http://x.fi"),
        (SAFE.format("x.fi%2Fy"), "https://x.fi/y"),
        (SAFE.format(quote(SAFE.format("https%3A%2F%2Fx.fi%2F"), safe="")), "https://x.fi/"),
        (SAFE.format("https%3A%2F%2Fx.fi").replace("https://eur", "HTTPS://EUR"), "https://x.fi"),
        ("https://safelinks.protection.outlook.com/GetUrl?url=https%3A%2F%2Fx.fi", "https://x.fi"),
        (SAFE.format("javascript%3Aalert(1)"), None),
        (SAFE.format("https%3A%2F%2Ftili%3Asana%40x.fi"), None),
        (SAFE.format("file%3A%2F%2F%2FC%3A%2Fx.pdf"), None),
        (SAFE.format("mailto%3Aetu.suku%40x.fi"), None),
        (SAFE.format("joku"), None),
        (SAFE.format(""), None),
        ("https://eur02.safelinks.protection.outlook.com/", None),
        ("https://eur02.safelinks.protection.outlook.com/?url=%FF%00", None),
    ],
)
def test_a_safe_link_of_outlook_is_kept_and_its_target_suggested(text, target):
    reading = LINK.read(text)
    assert reading.value.casefold() == text.casefold()
    assert [(each.code, each.suggestion) for each in reading.findings] == [("unlikely-value", target)]
    assert is_odd(text)


@pytest.mark.parametrize(
    "text",
    [
        *("https://x.fi/?url=https%3A%2F%2Fy.fi", "https://x.fi/safelinks.protection.outlook.com/?url=y.fi"),
        *("https://outlook.com/?url=https%3A%2F%2Fy.fi", "https://safelinks.fi/", "https://x.fi/a|b"),
    ],
)
def test_other_addresses_are_no_safe_links(text):
    assert LINK.read(text) == Reading(text)
    assert is_odd(text) == ("safelinks" in text)


def test_a_safe_link_is_found_in_every_column_and_behind_words():
    link = SAFE.format("https%3A%2F%2Fx.fi%2Fohjelma").replace("%7C%7C0a1b", "%7Cetu.suku%40esimerkki.fi%7C0a1b")
    found = [("unlikely-value", "https://x.fi/ohjelma"), ("personal-data", None)]
    rows = [event("1", Linkki=link, Tallenne=link), event("2", Linkki="https://x.fi")]
    for checked in (check_sheets(Tapahtumat=rows), check(("tapahtumat.csv", csv(rows)))):
        assert [(i.code, i.suggestion) for i in checked.issues] == found * 2
        assert values(checked, "link") == [link, "https://x.fi"]
    book = edited(xlsx(Tapahtumat=[event("1", Linkki="ohjelma")]))
    book["Tapahtumat"]["F2"].hyperlink = link
    behind = check(("toiminta.xlsx", saved(book)))
    assert [(i.code, i.suggestion) for i in behind.issues] == found
    assert values(behind, "link") == [link]


def test_text_that_is_no_link_has_no_address():
    assert link_address("Seminaarin ohjelma") is None
