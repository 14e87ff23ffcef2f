"""File names say what is in the file."""

from datetime import date

import pytest

from analysis.exports import file_name


def test_parts_revision_and_day_stand_in_it():
    name = file_name("Tapahtumat", "Etelä-Savo", ending="csv", revision="R12", day=date(2023, 6, 24))
    assert name == "klusteripulssi-tapahtumat-etela-savo-r12-2023-06-24.csv"


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        ((), "klusteripulssi.xlsx"),
        (("Åland & Österbotten",), "klusteripulssi-aland-osterbotten.xlsx"),
        (("../etc/passwd",), "klusteripulssi-etc-passwd.xlsx"),
        (("a" * 300,), "klusteripulssi-" + "a" * 85 + ".xlsx"),
        (("😀", ""), "klusteripulssi.xlsx"),
    ],
)
def test_only_plain_letters_are_left(parts: tuple[str, ...], name: str):
    assert file_name(*parts, ending="xlsx") == name
