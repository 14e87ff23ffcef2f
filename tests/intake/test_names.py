"""Names of uploaded files: what a person sees of one is all of it."""

import pytest

from analysis.intake import Upload
from analysis.intake.check_result import LONGEST_NAME


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("tapahtumat.xlsx", "tapahtumat.xlsx"),
        ("Klusterit, versio 3 (kopio).xlsx", "Klusterit, versio 3 (kopio).xlsx"),
        ("../../etc/lista.csv", "lista.csv"),
        ("C:\\kansio\\lista.csv", "lista.csv"),
        ("lista\r\nset-cookie: a=b.csv", "lista set-cookie: a=b.csv"),
        ("\x00\x1b[31mlista.csv", "[31mlista.csv"),
        ("lista\u202exslx.csv", "lista xslx.csv"),
        ("\u2066lista\u2069.csv", "lista .csv"),
        ("lista\ud800.csv", "lista .csv"),
        ("עברית.csv", "עברית.csv"),
        ("日本.csv", "日本.csv"),
        ("", "–"),
        ("/", "–"),
        ("\u200b", "–"),
    ],
)
def test_a_name_is_what_can_be_seen_of_it(name: str, shown: str):
    assert Upload(name, b"").name == shown
    assert Upload(shown, b"").name == shown


def test_a_long_name_keeps_its_beginning_and_its_ending():
    name = Upload("a" * 5000 + ".xlsx", b"").name
    assert len(name) == LONGEST_NAME and name.startswith("aaa") and name.endswith("aaa.xlsx") and "…" in name
    assert Upload(name, b"").name == name
