"""Letters that a wrong encoding broke are mended; quotation marks, dashes, € and names of other languages are sound."""

import time

import pytest
from babel import Locale

from analysis.intake.letters.broken_letters import may_hold_broken_letters, with_sound_letters
from analysis.intake.letters.misread_utf8 import windows_1252
from tests.intake.checking import check_sheets, event, values

LANGUAGES = [
    "fi",
    "sv",
    "en",
    "de",
    "fr",
    "et",
    "lv",
    "lt",
    "pl",
    "cs",
    "sk",
    "hu",
    "ro",
    "pt",
    "es",
    "it",
    "nb",
    "da",
    "is",
    "tr",
    "vi",
    "se",
    "smn",
    "ga",
    "mt",
    "eu",
    "ca",
    "hr",
    "sl",
    "sq",
]
WORDS = ("Työpaja", "kehittämispäivä", "TYÖPAJA", "ympäristö", "Påbyggnad", "MÄÄRÄ")


@pytest.mark.parametrize("text", [*WORDS, "Étude – “Åland” 5 €", "”Älykäs”, à la carte", "Žilina ja Dušan…"])
@pytest.mark.parametrize("read_as", ["cp1252", "latin-1", "cp850", "cp437", "mac_roman"])
def test_utf8_that_was_read_as_another_encoding_is_mended(text, read_as):
    data = text.encode()
    broken = windows_1252(data) if read_as == "cp1252" else data.decode(read_as)
    assert may_hold_broken_letters(broken)
    assert with_sound_letters(broken) == text


@pytest.mark.parametrize("text", WORDS)
def test_utf8_that_was_read_wrongly_twice_is_mended(text):
    assert with_sound_letters(windows_1252(windows_1252(text.encode()).encode())) == text


@pytest.mark.parametrize(
    ("broken", "sound"),
    [
        ("Ty”paja", "Työpaja"),
        ("Ty”paja on t„m„ hyv„ idea", "Työpaja on tämä hyvä idea"),
        ("”Kehitt„minen”", "”Kehittäminen”"),
        ("ymp„rist”", "ympäristö"),
        ("TY™PAJA", "TYÖPAJA"),
        ("P†byggnad", "Påbyggnad"),
        ("KehittŠmispŠivŠ", "Kehittämispäivä"),
        ("KEHITT€MINEN", "KEHITTÄMINEN"),
        ("Tyˆpaja p‰iv‰n‰", "Työpaja päivänä"),
        ("Ty÷paja", "Työpaja"),
        ("TY÷PAJA", "TYÖPAJA"),
        ("Ty\x94paja", "Työpaja"),
        ("ty\ufffdpaja", "työpaja"),
    ],
)
def test_a_letter_of_one_byte_that_was_read_wrongly_is_mended(broken, sound):
    assert may_hold_broken_letters(f"eka|{broken}|toka")
    assert with_sound_letters(broken) == sound


@pytest.mark.parametrize(
    "text",
    [
        *(
            "”Kasvu”seminaari",
            "Nokian”uusi”",
            "”Kasvun paikka”seminaari",
            "“Kasvu”seminaari",
            "12”näyttö",
            "HÄ”",
            "Café”",
        ),
        *("O’Connor", "l’Œuvre", "CŒUR", "sanoo „Hei“", "mutta…niin", "ALKU…LOPPU", "A…Ö", "A–Ö", "Kasvu™ ja ®"),
        *("5 €", "10€", "k€", "MEUR€", "€uro", "5 ‰:n", "promille‰", "nimi† ja", "x÷y", "A≈B", "Osa™ja"),
        *("São Paulo", "IRMÃ", "Ângela", "Ô Canada", "Å i Lofoten", "Ångström", "naïve façade", "Müller", "Łódź"),
        *("Škoda", "Žižek", "Dušan", "Tšekki", "TŠEKKI", "Võru", "Çeşme", "Kraków „Solidarność”", "Ελλάδα", "Москва"),
        *("https://a.fi/p%C3%A4iv%C3%A4?x=â", "½ tuntia, m²", "Pohjois\xadSavo", "”", "„", "", "Sanoi ”hei” ja ”moi”"),
    ],
)
def test_a_sound_text_stays_as_it_is(text):
    assert with_sound_letters(text) == text


def test_no_name_of_a_country_or_language_is_taken_for_broken():
    names = [
        name
        for code in LANGUAGES
        for group in (Locale.parse(code).territories, Locale.parse(code).languages)
        for name in group.values()
    ]
    assert len(names) > 10_000
    assert [name for name in names if with_sound_letters(name) != name] == []


@pytest.mark.parametrize("piece", ["”a", "Ã", "a„", "\ufffd", "Ty”paja ", "ÃÂ", "a" * 50 + "”"])
def test_long_texts_take_time_in_proportion(piece):
    def seconds(text: str) -> float:
        start = time.perf_counter()
        with_sound_letters(text)
        return time.perf_counter() - start

    short, long = piece * (20_000 // len(piece)), piece * (200_000 // len(piece))
    assert seconds(long) < 40 * max(min(seconds(short) for _ in range(3)), 0.001)


def issues(checked) -> list[tuple[str, str, str | None, str | None, str | None]]:
    return [(each.code, each.severity, each.cell, each.value, each.suggestion) for each in checked.issues]


def test_broken_letters_in_texts_are_named_and_kept():
    checked = check_sheets(
        Tapahtumat=[
            event("1", Nimi="TyÃ¶paja", Kuvaus="Kehitt„minen", Järjestäjät="YhtiÃ¶ Oy; B", Paikka="Mik\ufffdli")
        ]
    )
    assert issues(checked) == [
        ("broken-letters", "warning", "B2", "TyÃ¶paja", "Työpaja"),
        ("broken-letters", "warning", "F2", "Kehitt„minen", "Kehittäminen"),
        ("broken-letters", "warning", "G2", "YhtiÃ¶ Oy; B", "Yhtiö Oy; B"),
        ("broken-letters", "warning", "H2", "Mik\ufffdli", None),
    ]
    assert values(checked, "name") == ["TyÃ¶paja"]
    assert values(checked, "organisers") == [("YhtiÃ¶ Oy", "B")]


def test_a_key_with_broken_letters_holds_its_row_back_under_the_key_that_was_meant():
    checked = check_sheets(Tapahtumat=[event("ty”paja-1"), event("2")])
    assert issues(checked) == [("broken-letters", "error", "A2", "ty”paja-1", "työpaja-1")]
    assert checked.tables["events"].keys_with_errors == (("työpaja-1",),)


def test_a_broken_choice_or_region_is_asked_about_by_its_own_code():
    checked = check_sheets(Tapahtumat=[event("1", Tyyppi="tyÃ¶paja", Maakunnat="EtelÃ¤-Savo")])
    assert [(code, suggestion) for code, *_, suggestion in issues(checked)] == [
        ("bad-choice", "työpaja"),
        ("unknown-region", "Etelä-Savo"),
    ]


def test_a_header_with_broken_letters_is_read_and_named():
    checked = check_sheets(Tapahtumat=[event("1", **{"PÃ¤Ã¤ttyy": "13.3.2023"})])
    assert issues(checked) == [("broken-letters", "warning", "F1", "PÃ¤Ã¤ttyy", "Päättyy")]
    assert values(checked, "ends") == ["2023-03-13"]


def test_links_and_sound_texts_are_not_named():
    row = event("1", Nimi="”Kasvu”seminaari – 5 €", Kuvaus="O’Connor, São Paulo, Dušan", Linkki="https://x.fi/Ã¤")
    assert [code for code, *_ in issues(check_sheets(Tapahtumat=[row]))] == []
