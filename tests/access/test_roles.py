"""What a key allows, and what the lists of the settings allow a person."""

import pytest

from analysis.access import Keys, Person, role
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
    assert [keys.role(each) for each in tried] == ["editor", "reader", *[None] * 5]


def test_where_readers_have_no_key_an_empty_one_opens_nothing():
    assert Keys("oikea avain").role("") is None
