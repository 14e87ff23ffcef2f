"""What the issue of a conflict says: both sides as a person writes them into the workbook, and what became of a row."""

from typing import Any

import pytest

from analysis.intake import Checker, Upload
from analysis.publishing import preview
from analysis.schema import Issue
from analysis.store import Store
from analysis.words import issue_text, translator
from tests.publishing.coordinator import NOW, Coordinator, book, event, story

Rows = dict[str, list[dict[str, Any]]]
LASTING = {
    "Tapahtumat": [event("e"), event("f")],
    "Teemat": [{"Tunnus": "t1", "Nimi (fi)": "Rahoitus"}, {"Tunnus": "t2", "Nimi (fi)": "Palvelut"}],
    "Klusterit": [{"Tunnus": key, "Nimi": f"Klusteri {key}", "Maakunnat": "Lappi"} for key in "kl"],
    "Maakunnat": [{"Koodi": "19", "Nimi (fi)": "Lappi"}, {"Koodi": "18", "Nimi (fi)": "Kainuu"}],
}


def target(**cells: Any) -> dict[str, Any]:
    return {"Vuosi": 2024, "Mittari": "tapahtumat", "Tavoite": 5} | cells


def material(**cells: Any) -> dict[str, Any]:
    return {"Tunnus": "m", "Otsikko": "Opas", "Laji": "opas"} | cells


def conflicts(store: Store, checker: Checker, base: Rows, current: Rows, upload: Rows) -> list[Issue]:
    """The conflicts of an upload that was taken from the first of two versions."""
    coordinator = Coordinator(store, checker)
    for sheets in (base, current):
        coordinator.publish(book(**LASTING, **sheets), confirm=True)
    files = [Upload("kopio-versio-1.xlsx", book(**LASTING, **upload).data)]
    return [each for each in preview(files, store, checker, NOW).plan.confirmations if each.code == "conflict"]


@pytest.mark.parametrize(
    ("header", "theirs", "mine", "texts"),
    [
        ("Klusteri", "k", "l", ("Klusteri l", "Klusteri k")),
        ("Maakunnat", "19; 18", "10; 11; 12; 16; 17; 18; 19", ("kaikki", "Kainuu; Lappi")),
        ("Teemat", "t1", "t2", ("Palvelut", "Rahoitus")),
        ("Julkaistu", "3/2024", "2024", ("2024", "3/2024")),
        ("Muoto", "article", "talk", ("puheenvuoro", "artikkeli")),
    ],
)
def test_both_sides_are_said_in_the_words_of_the_workbook(store, checker, header, theirs, mine, texts):
    base, current, upload = ([story("a")], *([story("a"), story("b", **{header: cell})] for cell in (theirs, mine)))
    found = conflicts(store, checker, {"Tarinat": base}, {"Tarinat": current}, {"Tarinat": upload})
    assert [(each.value, each.suggestion) for each in found] == [texts]


def test_a_place_in_a_recording_and_a_reference_to_an_event_are_said_as_they_are_written(store, checker):
    sides = (
        {},
        {"Alkaa kohdasta": "12:30", "Tapahtuma": "e"},
        {"Alkaa kohdasta": "1:02:30", "Tapahtuma": "f"},
    )
    found = conflicts(store, checker, *({"Aineistot": [material(**cells)]} for cells in sides))
    assert [(each.value, each.suggestion) for each in found] == [("1:02:30", "12:30"), ("f", "e")]


@pytest.mark.parametrize(
    ("theirs", "mine", "said"),
    [
        ([story("a"), story("b", Otsikko="Muu")], [story("a")], ("row-removed", None, "b")),
        ([story("a")], [story("a"), story("b", Otsikko="Muu")], ("row-changed", "b", None)),
        ([story("a"), story("b", Otsikko="C")], [story("a"), story("b", Otsikko="U")], ("", "U", "C")),
    ],
)
def test_a_row_that_one_side_removed_is_told_from_a_cell_that_both_changed(store, checker, theirs, mine, said):
    sides = ([story("a"), story("b")], theirs, mine)
    found = conflicts(store, checker, *({"Tarinat": rows} for rows in sides))
    assert [(each.variant, each.value, each.suggestion) for each in found] == [said]
    texts = {issue_text(found[0], translator(language)) for language in ("fi", "en", "sv")}
    assert len(texts) == 3
    assert all("{" not in each for each in texts)
