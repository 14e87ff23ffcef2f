"""The encoding of a csv: by its words, also where it holds foreign bytes, and as LibreOffice writes it."""

import random
import shutil
import subprocess
from pathlib import Path

import pytest

from analysis.intake.files.delimited_text import decode
from analysis.intake.letters.misread_utf8 import windows_1252
from tests.intake.checking import check, event, flat, values
from tests.making import csv, xlsx

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252", "iso-8859-15", "cp850", "mac_roman")
HEAD = "Tunnus;Nimi;Alkaa;Tyyppi;Maakunnat\n"
SOFFICE = shutil.which("soffice")


@pytest.mark.parametrize(
    "words",
    [
        *(
            "Työpaja",
            "Hyvä idea",
            "TYÖPAJA",
            "Älykäs",
            "Åland",
            "också två år",
            "Kevät, metsä",
            "Pielisjoen yhtiö, öljy",
        ),
        *("Café Müller", "naïve · cm² · ½", "São Paulo, Malmö", "A, B", "tyhjä"),
    ],
)
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_words_say_the_encoding(words, encoding):
    text = f"{HEAD}1;{words};2023;muu;Lappi\n"
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError:
        pytest.skip("not in this encoding")
    assert decode(data) == text


@pytest.mark.parametrize(
    "words",
    [
        "”Kasvu”",
        "”kasvun paikka” – “x”",
        "500 €",
        "10 € – Dušan",
        "Tšekki, šakki, Škoda",
        "A – B … C",
        "Kasvu™ ja O’Connor",
    ],
)
def test_signs_of_windows_1252_are_read_as_such(words):
    text = f"{HEAD}1;{words};2023;muu;Lappi\n"
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"50 \xa4", "50 €"),
        (b"Du\xa8an p\xe4iv\xe4", "Dušan päivä"),
        (b"\xb4ilina, \xb4i\xb8ek, \xa6koda", "Žilina, Žižek, Škoda"),
        (b"T\xa6EKKI", "TŠEKKI"),
        (b"EU\xb4n rock\xb4n\xb4roll", "EU´n rock´n´roll"),
        (b"\xb4kasvun paikka\xb4", "´kasvun paikka´"),
        (b"\xbd tuntia, \xbe osaa", "½ tuntia, ¾ osaa"),
        (b"50 \xa4 \x96 Du\xa8an", "50 ¤ – Du¨an"),
    ],
)
def test_iso_8859_15_is_read_where_its_letters_speak_for_it_and_nothing_for_windows_1252(data, words):
    assert decode(HEAD.encode() + b"1;" + data + b"\n") == f"{HEAD}1;{words}\n"


@pytest.mark.parametrize("read_as", ["cp1252", "latin-1", "cp850", "mac_roman"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_utf8_that_was_decoded_once_too_often_is_read(read_as, encoding):
    rows = [event("1", Nimi="Työpaja – ”Älykäs”", Päättyy="13.3.2023"), event("2", Järjestäjät="Yhtiö Oy")]
    data = csv(rows)
    text = windows_1252(data) if read_as == "cp1252" else data.decode(read_as)
    checked = check(("vienti.csv", text.encode(encoding)))
    assert flat(checked) == []
    assert values(checked, "name") == ["Työpaja – ”Älykäs”", "Avajaiset"]
    assert values(checked, "ends") == ["2023-03-13", None]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("read_as", ["cp1252", "latin-1", "cp850", "mac_roman"])
def test_a_byte_order_mark_that_was_read_as_letters_is_none(read_as, encoding):
    data = csv([event("1", Nimi="Hyvä")], encoding="utf-8-sig").decode(read_as).encode(encoding)
    checked = check(("vienti.csv", data))
    assert (flat(checked), values(checked, "name")) == ([], ["Hyvä"])


def test_one_cell_that_was_decoded_once_too_often_is_a_matter_of_that_cell():
    row = event("1", Nimi="TyÃ¶paja")
    assert flat(check(("tapahtumat.csv", csv([row])))) == [("broken-letters", "tapahtumat.csv", "B2")]
    more = [row, event("2", Nimi="Työpäivä", Päättyy="13.3.2023")]
    assert flat(check(("tapahtumat.csv", csv(more)))) == [("broken-letters", "tapahtumat.csv", "B2")]


@pytest.mark.parametrize(("byte", "sign"), [(b"\xe4", "ä"), (b"\x94", "”"), (b"\xc3", "\ufffd"), (b"\x81", "\ufffd")])
def test_a_foreign_byte_leaves_the_rest_of_a_file_in_utf8(byte, sign):
    text = csv([event(str(number), Nimi="Työpäivä – Älykäs") for number in range(5)])
    assert decode(text + b"6;Hyv" + byte + b" idea\r\n") == text.decode() + f"6;Hyv{sign} idea\r\n"


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "mac_roman"])
def test_utf8_in_a_file_of_another_encoding_leaves_the_rest_in_that(encoding):
    text = csv([event(str(number), Nimi="Työpäivä") for number in range(5)], encoding=encoding)
    assert decode(text + "6;Kesä".encode()).startswith(text.decode(encoding))


@pytest.mark.parametrize("seed", range(30))
def test_any_bytes_are_read(seed):
    chance = random.Random(seed)
    data = bytes(chance.choice(b'aei;\n"\r,=\x84\x94\xc3\xa4\xb6\xe4\xff\x00\xa4\xb4') for _ in range(2000))
    assert check(("tapahtumat.csv", HEAD.encode() + data)).status in ("ok", "issues", "refused")


# The numbers of LibreOffice's filter: Windows-1252, Mac Roman, cp850, ISO-8859-15, UTF-8.
@pytest.mark.skipif(not SOFFICE, reason="LibreOffice is not installed")
@pytest.mark.parametrize("number", [1, 2, 4, 22, 76])
def test_a_csv_as_libreoffice_writes_it_is_read_in_each_encoding(number, tmp_path: Path):
    rows = [event("07", Nimi='Työpaja; "Älykäs"', Päättyy="13.3.2023"), event("2", Kuvaus='"Hei"\nja lähti; pois')]
    (tmp_path / "tapahtumat.xlsx").write_bytes(xlsx(Tapahtumat=rows))
    form = f"csv:Text - txt - csv (StarCalc):59,34,{number},1,,0,false,true,false"
    command = [SOFFICE, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", form]
    command += ["--outdir", str(tmp_path), str(tmp_path / "tapahtumat.xlsx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    checked = check(("tapahtumat.csv", (tmp_path / "tapahtumat.csv").read_bytes()))
    assert flat(checked) == []
    assert values(checked, "id") == ["07", "2"]
    assert values(checked, "name") == ['Työpaja; "Älykäs"', "Avajaiset"]
    assert values(checked, "summary") == [None, '"Hei"\nja lähti; pois']
