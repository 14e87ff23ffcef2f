"""Personal identity codes by their rules, and mail addresses and phone numbers as people write them."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from analysis.intake.personal_data import MASK, any_code, contacts, holds_code, mask_codes, may_hold_personal_data
from tests.intake.checking import check_sheets, event, flat

CODES = ["131052-308T", "131052+308T", "131052A308T", "131052U308T", "131052y308t", "131052–308T", "131052\u2212308T"]


@pytest.mark.parametrize("code", CODES)
def test_a_code_is_known_in_every_century_and_writing(code):
    assert holds_code(code)
    assert mask_codes(f"Puhuja ({code}), Kainuu") == f"Puhuja ({MASK}), Kainuu"


def test_each_sign_since_2023_counts():
    for sign in "+-UVWXYABCDEF":
        assert mask_codes(f"131002{sign}308W") == MASK, sign
    for sign in "GHTZ/":
        assert mask_codes(f"131002{sign}308W") == f"131002{sign}308W", sign


@pytest.mark.parametrize("dash", "-\u2010\u2011\u2012\u2013\u2014\u2212")
def test_each_dash_counts_as_a_hyphen(dash):
    assert mask_codes(f"131052{dash}308T") == MASK


@pytest.mark.parametrize(
    ("code", "counts"),
    [
        *(("010101-900R", True), ("010101-999X", True), ("010101a900r", True), ("010101A900P", False)),
        *(("010101-002S", True), ("010101-000P", False), ("010101-001R", False)),
    ],
)
def test_a_temporary_code_means_a_person_and_an_individual_number_never_given_does_not(code, counts):
    assert holds_code(f"Nimi {code}, paikka") == counts


CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY"


@given(
    born=st.dates(date(1900, 1, 1), date(1999, 12, 31)),
    sign=st.sampled_from("-+ABCDEFUVWXYabcdefuvwxy\u2013"),
    number=st.integers(2, 999),
    around=st.sampled_from(["{}", "Puhuja ({}), Kainuu", "a; {}", "{}\nb", "_{}_", "\u00e4 {}."]),
    small=st.booleans(),
)
def test_every_code_with_a_right_check_character_is_masked_within_any_text(born, sign, number, around, small):
    day = f"{born:%d%m%y}"
    check = CHECKS[int(f"{day}{number:03}") % 31]
    code = f"{day}{sign}{number:03}{check.lower() if small else check}"
    assume((born.month, born.day) != (2, 29))
    assert mask_codes(around.format(code)) == around.format(MASK)


@pytest.mark.parametrize(
    "text",
    [
        *("131052-308U", "311152-3089", "320152-308T", "131352-308T"),
        *("1131052-308T", "131052-308TA", "131052308T", "131052 308T", "ev131052-308T", "2023-03-12", "1234567-8"),
    ],
)
def test_what_is_not_such_a_code_stays(text):
    assert not holds_code(text)
    assert mask_codes(text) == text


@pytest.mark.parametrize("code", ["131052%2D308T", "131052%252D308T", r"131052\u002d308T", "131052%E2%80%93308T"])
def test_a_code_in_escapes_is_known_and_masked(code):
    assert holds_code(code)
    assert mask_codes(f"https://x.fi/{code}?a=131052-308T") == f"https://x.fi/{MASK}?a={MASK}"
    assert any_code(["a", f"https://x.fi/{code}"])
    assert may_hold_personal_data(f"|a|https://x.fi/{code}|")


def test_what_escapes_stand_for_is_written_without_invisible_characters():
    assert mask_codes(r"https://x.fi/%00131052%2D%C2%AD308T\ud800") == f"https://x.fi/{MASK}"


@pytest.mark.parametrize(
    "text", ["a.1" * 40_000 + "@" + "a.1" * 40_000, "a @ " * 40_000, "%40" * 40_000, "358 4" * 40_000]
)
def test_a_long_text_is_looked_through_in_short_time(text):
    assert len(contacts(text)) < 40_000
    assert mask_codes(text) == text


def test_an_address_in_escapes_without_a_code_stays_as_it_is():
    assert mask_codes("https://x.fi/k%C3%A4vely%20131052-308U") == "https://x.fi/k%C3%A4vely%20131052-308U"


def test_all_codes_of_a_text_are_masked():
    assert mask_codes("131052-308T; 131052-308T, muu") == f"{MASK}; {MASK}, muu"


def test_a_code_is_found_among_many_cells_behind_invisible_characters():
    assert any_code(["a", None, 3.0, "131052\u200b-308T"])
    assert not any_code(["131052-", "308T", 131052.0])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lisätiedot: matti.meikalainen@x.fi.", ["matti.meikalainen@x.fi"]),
        ("matti.meikalainen(at)x.fi", ["matti.meikalainen(at)x.fi"]),
        ("a@b.fi, c@d.com", ["a@b.fi", "c@d.com"]),
        ("puh. 040 123 4567", ["040 123 4567"]),
        ("040-1234567", ["040-1234567"]),
        ("0401234567.", ["0401234567"]),
        ("+358 40 123 4567, klo 9", ["+358 40 123 4567"]),
        ("+46 70 123 45 67", ["+46 70 123 45 67"]),
        ("(08) 123 456", ["(08) 123 456"]),
        ("0500 123456 ja 050 1234567", ["0500 123456", "050 1234567"]),
        ("+358 (0)40 123 4567", ["+358 (0)40 123 4567"]),
        ("+358(0)401234567", ["+358(0)401234567"]),
        ("+358 (0) 40-1234567", ["+358 (0) 40-1234567"]),
        ("(+358) 40 1234567", ["(+358) 40 1234567"]),
        ("puh. 358401234567.", ["358401234567"]),
        ("358 40 123 4567, 358-50-1234567", ["358 40 123 4567", "358-50-1234567"]),
        ("35840 1234567", ["35840 1234567"]),
        ("358 (0)40 123 4567", ["358 (0)40 123 4567"]),
        ("358 17 255 000", ["358 17 255 000"]),
        ("etu.suku @ esimerkki.fi", ["etu.suku @ esimerkki.fi"]),
        ("etu.suku @esimerkki.fi", ["etu.suku @esimerkki.fi"]),
        ("etu.suku@ esimerkki.fi", ["etu.suku@ esimerkki.fi"]),
        ("kirjoita: info @ esimerkki.fi", ["info @ esimerkki.fi"]),
        ("etu.suku＠esimerkki.fi", ["etu.suku@esimerkki.fi"]),
        ("etu.suku ＠ esimerkki.fi", ["etu.suku @ esimerkki.fi"]),
        ("https://x.fi/?kuka=etu.suku%40esimerkki.fi&a=1", ["etu.suku@esimerkki.fi"]),
        ("https://x.fi/?kuka=etu.suku%2540esimerkki.fi", ["etu.suku@esimerkki.fi"]),
        (r'["etu.suku\u0040esimerkki.fi"]', ["etu.suku@esimerkki.fi"]),
    ],
)
def test_contact_details_are_found(text, found):
    assert contacts(text) == found
    assert may_hold_personal_data(f"|Avajaiset|{text}|")


@pytest.mark.parametrize(
    "text",
    [
        *("@kanava", "https://www.youtube.com/@kanava", "a @ b", "5 @ 10 €"),
        *(
            "01.02.2023",
            "01-02-2023",
            "2020-03-12",
            "08-16 2023",
            "klo 09-16",
            "00100 Helsinki",
            "132 000",
            "0123456-7",
        ),
        *(
            "ISBN 978-952-00-1234-5",
            "0000-0002-1825-0097",
            "https://x.fi/0401234567",
            "EURA 2021/0401234567",
            "+10 000 000 €",
        ),
        *(
            "358401 6972345",
            "E 358401 N 6972345",
            "358 osallistujaa 2023",
            "358 172 550 000",
            "358 2023 2024",
            "358 420 000",
        ),
        *(
            "62.8924, 27.6770",
            "N 62,8924 E 27,6770",
            "FI01234567",
            "70100 Kuopio",
            "ISBN 978-951-358-401-2",
            "358 401 234",
        ),
        *("seuraa @savonia.fi", "Kahvit klo 9 @ 10.30", "10.30 @ 11.45", "Seminaari @ Technopolis.fi", "kuva@2x.png"),
        *("https://mastodon.social/%40klusteri", "https://x.fi/kartta/%4062.89,27.67", "100 % 40", "3584012345678901"),
        *("1234567890", "ev-0401234567", "3,0401234567", "0" * 5000, " 01111111" * 500 + "/"),
    ],
)
def test_what_looks_like_one_is_none(text):
    assert contacts(text[:4000]) == []


@given(st.text("0123456789+() -|a", max_size=30))
def test_what_may_hold_no_personal_data_holds_none(text):
    assert may_hold_personal_data(text) or not (contacts(text) or holds_code(text))


@pytest.mark.parametrize("text", ["tapahtuma 12345 oli", "03 1234", "0 - (1) - 2 - (3)", "080 osallistujaa (2023)"])
def test_a_few_digits_among_spaces_may_be_no_phone_number(text):
    assert not may_hold_personal_data(f"|Avajaiset|{text}|")


@pytest.mark.parametrize(
    ("number", "found"),
    [
        (401234567, ["401234567"]),
        (358401234567.0, ["358401234567"]),
        (501234567, ["501234567"]),
        (2023, []),
        (45000, []),
        (123456789, []),
        (40123456.5, []),
        (float("nan"), []),
    ],
)
def test_a_mobile_number_that_became_a_number_is_found(number, found):
    assert contacts(number) == found


def test_contacts_of_an_office_are_no_personal_data_where_the_owner_tells_them():
    rows = [["Avain", "Arvo (fi)"], ["contact", "liitto@x.fi"], ["feedback", "liitto@x.fi"], ["title", "liitto@x.fi"]]
    checked = check_sheets(Tietoja=rows)
    assert flat(checked) == [("personal-data", "Tietoja", "B4")]


def test_a_phone_number_in_a_cell_of_numbers_is_a_warning():
    checked = check_sheets(Tapahtumat=[event("1", Paikka=401234567, Osallistujat=401234567)])
    assert flat(checked) == [("unlikely-value", "Tapahtumat", "G2"), ("personal-data", "Tapahtumat", "F2")][::-1]
