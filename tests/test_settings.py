import pytest

from analysis.settings import SETTINGS, WrongSetting, read, require_persons


def test_defaults_hold_where_the_environment_is_silent():
    settings = read({})
    assert {each.name: getattr(settings, each.name) for each in SETTINGS} == {
        each.name: each.default for each in SETTINGS
    }
    assert settings.store.startswith("sqlite:///") and settings.store.endswith("klusteripulssi.sqlite")


def test_a_variable_sets_its_setting():
    settings = read({"KLUSTERIPULSSI_LANGUAGE": "sv", "KLUSTERIPULSSI_FILE_MB": "5"})
    assert (settings.language, settings.file_mb) == ("sv", 5)


def test_a_variable_that_cannot_be_read_is_named():
    with pytest.raises(ValueError, match="KLUSTERIPULSSI_FILE_MB"):
        read({"KLUSTERIPULSSI_FILE_MB": "many"})


def test_every_setting_has_help():
    assert all(each.help for each in SETTINGS)


def test_yes_and_no_are_told_in_several_ways():
    sentence = {
        word: read({"KLUSTERIPULSSI_PRIVATE": word}).private for word in ("yes", "TRUE", "1", "on", "no", "0", "")
    }
    assert sentence == {"yes": True, "TRUE": True, "1": True, "on": True, "no": False, "0": False, "": False}
    with pytest.raises(ValueError, match="KLUSTERIPULSSI_PRIVATE"):
        read({"KLUSTERIPULSSI_PRIVATE": "maybe"})


def test_a_second_person_needs_people_who_can_be_told_apart():
    review = {"KLUSTERIPULSSI_REVIEW": "second"}
    proxy = review | {"KLUSTERIPULSSI_ACCESS": "proxy", "KLUSTERIPULSSI_EDITORS": "@example.org"}
    for environment in ({}, {"KLUSTERIPULSSI_REVIEW": "none"}, proxy):
        require_persons(read(environment))
    with pytest.raises(WrongSetting) as caught:
        require_persons(read(review))
    assert (caught.value.variable, caught.value.wrong) == ("KLUSTERIPULSSI_REVIEW", "persons")
