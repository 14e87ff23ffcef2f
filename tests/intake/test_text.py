"""Text is kept in one way of writing; blank cells and words are told whatever their case and spaces."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.intake.cells.column_reading import texts_to_read
from analysis.intake.letters.broken_letters import with_sound_letters
from analysis.intake.personal_data import contacts, holds_code
from analysis.intake.text import (
    TOO_LONG,
    comparable,
    decode_escapes,
    display_text,
    is_blank,
    is_empty,
    is_excel_error,
    normalize,
)

FOLDED = [
    ("Etelä-Savo", "Etelä-Savo"),
    ("Etela\u0308-Savo", "Etelä-Savo"),
    ("  kaksi   väliä ", "kaksi väliä"),
    ("sitova\u00a0väli\u202fja\u2009ohut\tsarkain", "sitova väli ja ohut sarkain"),
    ("tavu\u00adviiva, nolla\u200bleveys\ufeff, suunta\u200e", "tavuviiva, nollaleveys, suunta"),
    ("rivi_x000D_\nseuraava", "rivi\nseuraava"),
    ("a\r\nb \r c\u2028d\x0be", "a\nb\nc\nd\ne"),
    ("kappale\n\n\n\ntoinen\n", "kappale\n\ntoinen"),
    ("ohjaus\x01merkki\ufffe", "ohjausmerkki"),
    ("a\u200b\u0308", "ä"),
    ("\u00a0", ""),
    ("", ""),
]


@pytest.mark.parametrize(("given", "kept"), FOLDED)
def test_text_is_folded(given, kept):
    assert normalize(given) == kept


@pytest.mark.parametrize("given", [given for given, _ in FOLDED])
def test_folding_twice_changes_nothing(given):
    assert normalize(normalize(given)) == normalize(given)


NOTHING = [
    *("", "-", "–", "—", "n/a", "N/A", "Ei tiedossa", "EI TIETOA"),
    *("nan", "NaN", "NaT", "null", "NULL", "none", "None", "NA", "na", "undefined", "Undefined", '=""'),
    *("(tyhjä)", "(Tyhjä)", "(TYHJÄ)", "(blank)", "(Blank)", "(tom)", "#N/A", "#n/a"),
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_stands_for_nothing_is_blank(text):
    assert is_blank(text)
    assert texts_to_read(["Avajaiset", text]) == {text}


@pytest.mark.parametrize("text", [*NOTHING, " nan ", "(tyhja\u0308)", "\u200bnull", None, float("nan")])
def test_a_cell_that_holds_nothing_is_empty(text):
    assert is_empty(text)


@pytest.mark.parametrize(
    "text",
    [
        *("0", "ei", "tiedossa", "--", "n/a (kysytty)", "ei tiedossa vielä", "None so Fine", "NaN-materiaalit"),
        *("Nulla", "NASA", "tyhjä", "tom", "blank", "#N/A puuttuu", '="07"', "nimetön (tyhjä)"),
    ],
)
def test_what_says_something_is_not_blank(text):
    assert not is_blank(text)


def test_words_are_compared_without_case_spaces_and_hyphens():
    assert len({comparable(word) for word in ("Pohjois-Savo", "pohjois savo", "POHJOIS–SAVO", "Pohjois_Savo")}) == 1
    assert comparable("Etelä-Savo") != comparable("Etela-Savo")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (18.0, "18"),
        (18, "18"),
        (12.5, "12,5"),
        (True, "TOSI"),
        (False, "EPÄTOSI"),
        (date(2023, 3, 1), "1.3.2023"),
        (datetime(2023, 3, 1, 12, 0), "1.3.2023"),
        (time(12, 30), "12:30"),
        (time(1, 2, 30), "1:02:30"),
        (timedelta(hours=75, minutes=30), "75:30"),
        (None, ""),
        (1e300, "1E+300"),
        (18.0000000001, "18"),
        (17.9999999999, "18"),
        (18.00001, "18,00001"),
    ],
)
def test_values_are_shown_as_a_person_sees_them(value, text):
    assert display_text(value) == text


@pytest.mark.parametrize(
    "text", ["#REF!", "#div/0!", "#DIV/0!", "#VIITTAUS!", "#JAKO/0!", "#SAKNAS!", "########", "Err:502"]
)
def test_errors_of_formulas_are_known_in_three_languages(text):
    assert is_excel_error(text)


@pytest.mark.parametrize("text", ["#klusterit", "# 1", "REF!", "#N/A puuttuu", "", "Erehdys", "##"])
def test_other_text_is_no_error(text):
    assert not is_excel_error(text)


def test_only_odd_texts_are_read_one_by_one():
    sound = ["Klusteriseminaari", "Ä", "toinen, 12.3.2023", "a|b", "100 000", "ev-0001"]
    odd = ["", "-", "ei tiedossa", " alku", "loppu ", "kaksi  väliä", "rivi\nvaihto", "e\u0308", "x" * 2001]
    odd += ["#REF!", "Err:502", "_x000D_", "matti@x.fi", "040 123 4567", "131052-308T"]
    assert texts_to_read([*sound, *odd]) == set(odd)
    assert texts_to_read(sound) == set()


PIECES = [
    *("Avajaiset", "Ä", "ev-1", "|", " ", "  ", "\n", "\u00a0", "\u200b", "\u00ad", "e\u0308"),
    *("-", "n/a", "NaN", "Ei tiedossa", "(tyhjä)", "#", "#REF!", "Err:502", "###", "_x000D_"),
    *("@", "matti@x.fi", "(at)", "%40", "\\u0040", "040", "123", "4567", "+358", "131052-308T"),
    *("Ã¤", "\ufffd", "\ud800", "\U0001f600", "x" * TOO_LONG, "2023"),
]


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=4).map("".join) | st.text(max_size=14), max_size=8))
def test_a_text_that_is_not_read_is_its_own_value_and_nothing_is_to_be_said_of_it(texts):
    singly = texts_to_read(texts)
    assert singly <= set(texts)
    for text in set(texts) - singly:
        assert normalize(text) == text == with_sound_letters(text)
        assert not is_blank(text) and not is_excel_error(text) and len(text) <= TOO_LONG
        assert contacts(text) == [] and not holds_code(text)


@pytest.mark.parametrize(
    "odd",
    [
        *("", "-", "Ei Tiedossa", "NULL", " alku", "loppu ", "kaksi  väliä", "rivi\nvaihto", "\u00a0", "hilj\u00adaa"),
        *("e\u0308", "x" * (TOO_LONG + 1), "#REF!", "Err:502", "_x000D_", "matti@x.fi", "040 123 4567", "131052-308T"),
    ],
)
@pytest.mark.parametrize("sound", [["Sama nimi"] * 2000, [f"Keksitty tapahtuma {number}" for number in range(2000)]])
def test_one_odd_text_is_found_among_many(odd, sound):
    assert texts_to_read([*sound[:1000], odd, *sound[1000:]]) == {odd}
    assert texts_to_read([odd, *sound]) == texts_to_read([*sound, odd]) == {odd}


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("etu.suku%40x.fi", "etu.suku@x.fi"),
        ("etu.suku%2540x.fi", "etu.suku@x.fi"),
        ("k%C3%A4vely", "kävely"),
        (r"a\u0040x.fi", "a@x.fi"),
        ("50 %", "50 %"),
        ("100 % 40", "100 % 40"),
        (r"C:\users", r"C:\users"),
        ("", ""),
    ],
)
def test_escapes_of_addresses_and_of_json_are_decoded(text, plain):
    assert decode_escapes(text) == plain


def test_what_is_encoded_without_end_is_decoded_a_few_times():
    assert decode_escapes("%" + "25" * 100_000 + "40") == "%" + "25" * 99_997 + "40"
