"""What the owner has not filled in is a to-do list for editors, and no text for readers."""

import pytest

from analysis.schema import LANGUAGES
from analysis.sections.context.owner_tasks import NEEDED, owner_tasks
from analysis.sections.context.owner_texts import owner_text
from analysis.words import translator
from tests.measures.table_rows import tables
from tests.workbooks import sample, shipped

FI = translator("fi")
WHOLE = dict.fromkeys(NEEDED, "Selvä")


def about(**texts: str | None):
    return tables(about=[{"key": key, "value_fi": text} for key, text in (WHOLE | texts).items()])


def keys(**texts: str | None) -> list[str]:
    return [each.key for each in owner_tasks(about(**texts), FI)]


@pytest.mark.parametrize(
    "text",
    [
        *(None, "Täydennettävä: julkaisijan nimi", "  täydennettävä", "To be filled in: x", "Ska fyllas i: x"),
        *("Kompletteras", "https://example.invalid/palaute", "Kirjoita: palaute@example.com", "www.liitto.invalid"),
    ],
)
def test_what_is_not_filled_in_is_left_out_for_readers_and_told_to_editors(text: str | None):
    assert not owner_text(about(feedback=text), "feedback", FI)
    assert keys(feedback=text) == ["feedback"]


@pytest.mark.parametrize("text", ["palaute@liitto.fi", "Täydennämme tietoja.", "https://palaute.fi/example"])
def test_what_is_filled_in_is_shown_as_it_is(text: str):
    assert owner_text(about(feedback=text), "feedback", FI).text == text
    assert keys(feedback=text) == []


def test_a_note_to_who_sets_the_service_up_is_taken_out_of_its_text():
    text = "Virasto Traficom. Siirtyi 1.1.2025 (HE 71/2024); tarkista ennen käyttöönottoa. Soita heille."
    assert owner_text(about(authority=text), "authority", FI).text == "Virasto Traficom. Soita heille."
    (task,) = owner_tasks(about(authority=text), FI)
    assert "Siirtyi 1.1.2025 (HE 71/2024); tarkista ennen käyttöönottoa." in task.text


def test_numbers_of_the_data_are_filled_in_and_unknown_places_stay_as_text():
    rows = [
        {"id": "a", "name": "A", "starts": "2023", "kind": "other", "regions": ("19",), "occasions": 1200},
        {"id": "b", "name": "B", "starts": "2023", "kind": "other", "regions": ("19",), "status": "cancelled"},
    ]
    text = "Tässä on {events} riviä ({occasions} tapahtumaa), {stories} tarinaa, {} ja {muuta}."
    data = tables(events=rows, about=[{"key": key, "value_fi": text} for key in NEEDED])
    shown = owner_text(data, "coverage", FI).text
    assert shown == "Tässä on 2 riviä (1\u00a0200 tapahtumaa), 0 tarinaa, {} ja {muuta}."
    assert "{muuta}" in next(each.text for each in owner_tasks(data, FI) if each.key == "coverage")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Rivejä on 31 ja kertoja 38.", ["31 ja 38"]),
        ("Vuodesta 2019, tilanne 24.11.2026, HE 71/2024, {events} riviä.", []),
    ],
)
def test_a_number_written_by_hand_into_the_coverage_is_told(text: str, numbers: list[str]):
    texts = [each.text for each in owner_tasks(about(coverage=text), FI)]
    assert len(texts) == len(numbers) and all(number in text for number, text in zip(numbers, texts, strict=True))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shipped_workbook_tells_what_is_to_be_done_and_the_sample_nothing(language):
    words = translator(language)
    assert [each.key for each in owner_tasks(shipped.tables(), words)] == [
        *("publisher", "contact", "feedback", "authority"),
    ]
    assert owner_tasks(sample.tables(), words) == ()
    assert owner_text(shipped.tables(), "authority", words).text.endswith("Traficom.") or language == "sv"


def test_a_translation_that_is_missing_is_told_and_the_finnish_text_is_shown():
    row = {"key": "publisher", "value_fi": "Liitto", "value_en": "To be filled in: name"}
    data = tables(about=[row, *({"key": key, "value_fi": "x"} for key in NEEDED if key != "publisher")])
    shown = owner_text(data, "publisher", translator("en"))
    assert (shown.text, shown.language) == ("Liitto", "fi")
    assert [each.key for each in owner_tasks(data, FI)] == ["publisher"]


def test_a_dashboard_without_any_data_has_nothing_to_fill_in():
    assert owner_tasks(tables(), FI) == ()
