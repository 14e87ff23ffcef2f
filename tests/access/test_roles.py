"""What a key allows, and what the lists of the settings allow a person."""

import pytest

from analysis.access import EVERYWHERE, KeyHolder, Keys, Person, editable_regions, role
from analysis.access.entries import editor_entries, named_keys
from analysis.settings import Settings, WrongSetting, read

AINO = Person("Aino", "Aino.Editor@Liitto.fi", frozenset({"Klusterit", "muut"}))


def settings(**given: str) -> Settings:
    return read({f"KLUSTERIPULSSI_{name.upper()}": value for name, value in given.items()})


@pytest.mark.parametrize(
    "editors",
    ["aino.editor@liitto.fi", "x@y.fi, AINO.EDITOR@LIITTO.FI", "@liitto.fi", "@y.fi;@LIITTO.fi", "group:Klusterit"],
)
def test_an_editor_is_listed_by_address_domain_or_group(editors):
    assert role(AINO, settings(editors=editors)) == "editor"


@pytest.mark.parametrize(
    "editors",
    ["", "@itto.fi", "@ali.liitto.fi", "liitto.fi", "Aino", "group:klusterit", "group:", "@", "editor@liitto.fi"],
)
def test_who_is_listed_by_none_is_no_editor(editors):
    assert role(AINO, settings(editors=editors)) is None


@pytest.mark.parametrize("editors", ["@", "@liitto.fi", "a@liitto.fi", "group:x", " , ; "])
def test_who_has_no_address_is_in_no_domain(editors):
    assert role(Person("Nimetön", ""), settings(editors=editors)) is None


def test_a_private_dashboard_is_read_by_those_listed_or_by_all_who_sign_in():
    for readers, expected in (("", "reader"), ("@liitto.fi", "reader"), ("@muu.fi", None)):
        assert role(AINO, settings(editors="x@y.fi", readers=readers, private="yes")) == expected
        assert role(AINO, settings(editors="x@y.fi", readers=readers, private="no")) is None


def test_a_way_in_that_cannot_work_is_told_at_start():
    assert settings().access == "key"
    with pytest.raises(WrongSetting, match="OIDC_ISSUER, KLUSTERIPULSSI_OIDC_CLIENT, KLUSTERIPULSSI_OIDC_SECRET"):
        settings(access="oidc", public_address="https://a.example", editors="@a.fi")
    with pytest.raises(WrongSetting, match="KLUSTERIPULSSI_EDITORS"):
        settings(access="proxy")
    with pytest.raises(WrongSetting, match="key, oidc, proxy"):
        settings(access="open")


def test_each_key_opens_its_own_door():
    keys = Keys("oikea avain", "lukijan avain")
    tried = ("oikea avain", "lukijan avain", "oikea", "", "Oikea avain", "ключ", "\ud800")
    assert [keys.holder(each) for each in tried] == [KeyHolder("editor"), KeyHolder("reader"), *[None] * 5]


def test_where_readers_have_no_key_an_empty_one_opens_nothing():
    assert Keys("oikea avain").holder("") is None
    assert Keys("", councils=named_keys("Kainuu:kainuun avain:18")).holder("") is None


@pytest.mark.parametrize(
    ("editors", "regions"),
    [
        ("aino.editor@liitto.fi", set()),
        ("aino.editor@liitto.fi = editor", set()),
        ("aino.editor@liitto.fi = editor 18", {"18"}),
        ("aino.editor@liitto.fi=editor 18,16; x@y.fi", {"18", "16"}),
        ("x@y.fi = editor 19, AINO.EDITOR@LIITTO.FI =\teditor 18 16", {"18", "16"}),
        ("x@y.fi = editor 19\naino.editor@liitto.fi = editor\n18", {"18"}),
        ("@liitto.fi = editor 17", {"17"}),
        ("group:Klusterit = editor 17; group:muut = editor 19", {"17", "19"}),
        ("group:Klusterit = editor 17; @liitto.fi", set()),
        ("@liitto.fi, aino.editor@liitto.fi = editor 18", {"18"}),
        ("@liitto.fi = editor 18; aino.editor@liitto.fi", set()),
        ("x@y.fi = editor 19", None),
    ],
)
def test_an_entry_names_the_regions_that_a_person_edits(editors: str, regions: set[str] | None):
    assert editable_regions(AINO, settings(editors=editors)) == regions


@pytest.mark.parametrize(
    "editors",
    [
        *("= editor 18", "a@b.fi = editor 99", "a@b.fi = editor Kainuu", "a@b.fi = editr 18", "a@b.fi 18"),
        *("a@b.fi=editor18", "a@b.fi editor 18", "a@b.fi = editor = editor 18", "a@b.fi = 18", "a@b.fi = editor 18-16"),
        *("a@b.fi = reader", "a@b.fi == editor 18", "a@b.fi ="),
    ],
)
def test_a_slip_of_the_pen_gives_nobody_more_rights(editors: str):
    with pytest.raises(WrongSetting, match="KLUSTERIPULSSI_EDITORS"):
        editor_entries(editors)


@pytest.mark.parametrize(
    "editors", ["", " , ; ", "a=b@liitto.fi", "group:dept=klusterit", "group:18", "Aino liitto.fi"]
)
def test_lists_as_they_were_written_before_are_good(editors: str):
    assert all(each.regions == EVERYWHERE for each in editor_entries(editors))


def test_each_council_has_a_key_with_its_name_and_regions():
    keys = Keys(
        "yleisavain", "", named_keys(" Kainuu : kainuun avain : 18, 16 ; Lappi:lapin avain:19;Ylläpito:kolmas; ")
    )
    assert keys.holder("kainuun avain") == KeyHolder("editor", "Kainuu", frozenset({"16", "18"}))
    assert keys.holder("lapin avain") == KeyHolder("editor", "Lappi", frozenset({"19"}))
    assert keys.holder("kolmas") == KeyHolder("editor", "Ylläpito")
    assert keys.holder("yleisavain") == KeyHolder("editor")
    assert [keys.holder(each) for each in ("Kainuu", "18, 16", "Kainuu:kainuun avain", "kainuun avain ")] == [None] * 4
    assert "avain" not in repr(keys)


@pytest.mark.parametrize(
    ("keys", "number"),
    [
        *(
            ("salainen", "1"),
            ("Kainuu:", "1"),
            (":salainen", "1"),
            ("Kainuu:salainen:", "1"),
            ("Kainuu:salainen:,", "1"),
        ),
        *(("Kainuu:salainen:99", "1"), ("Kainuu:salainen:18:19", "1"), ("Kainuu:salainen:kaikki", "1")),
        *(("Kainuu:x:18;Lappi:x:19", "2"), ("Kainuu:salainen:18;;Lappi", "2"), ("Kainuu:yleinen:18", "1")),
    ],
)
def test_a_key_that_cannot_be_used_is_named_by_its_number_alone(keys: str, number: str):
    with pytest.raises(WrongSetting) as wrong:
        named_keys(keys, "yleinen", "")
    assert (wrong.value.value, "salainen" in str(wrong.value)) == (number, False)
