"""Files opened by a program that did not make them: LibreOffice turns each into pages, nothing is outside of them."""

import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from pptx import Presentation

from analysis.exports import Branding, html_report, powerpoint_file, report_workbook, word_document
from analysis.sections.presentation.full_sections import ALL_SECTIONS, full_sections
from analysis.sections.presentation.slides import presentation_of
from analysis.selection import Selection
from analysis.words import translator
from tests.exports.presentations import basis
from tests.exports.test_provenance_everywhere import origin

SOFFICE = shutil.which("soffice")
KINDS = ("pptx", "xlsx", "docx", "html")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is installed by make")


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a file of each kind and the pages that LibreOffice makes of it, in one run of it."""
    folder, given, w = tmp_path_factory.mktemp("offices"), basis("fi"), translator("fi")
    mine, names = origin(given, Selection()), ("overview", "regions")
    sections = full_sections(names, given, Selection())
    shown = presentation_of(names, given, Selection())
    made = {
        "pptx": powerpoint_file(
            shown, w, mine, Branding(emblem=True, live="https://klusteripulssi.example/present?lang=fi")
        ),
        "xlsx": report_workbook(sections, w, mine),
        "docx": word_document(sections, w, mine),
        "html": html_report(sections, w, mine),
    }
    for kind, data in made.items():
        (folder / f"{kind}.{kind}").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    sources = [str(folder / f"{kind}.{kind}") for kind in KINDS]
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *sources]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return folder


def pages(pdf: Path) -> list[tuple[float, float, list[tuple[str, float, float, float, float]]]]:
    """Width and height of each page of a PDF, and its words with their edges."""
    out = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    tree = ElementTree.fromstring(
        re.sub(r"<!DOCTYPE[^>]*>", "", out).replace(' xmlns="http://www.w3.org/1999/xhtml"', "")
    )
    return [
        (
            float(page.attrib["width"]),
            float(page.attrib["height"]),
            [
                (word.text or "", *(float(word.attrib[edge]) for edge in ("xMin", "yMin", "xMax", "yMax")))
                for word in page.iter("word")
            ],
        )
        for page in tree.iter("page")
    ]


def outside(held: list[tuple[str, float, float, float, float]], width: float, height: float) -> list[str]:
    """The words that reach over an edge of their page."""
    return [word for word, x, y, right, bottom in held if min(x, y) < -1 or right > width + 1 or bottom > height + 1]


@pytest.mark.parametrize("kind", KINDS)
def test_each_file_becomes_pages_with_nothing_outside_of_them(converted: Path, kind: str):
    found = pages(converted / f"{kind}.pdf")
    assert found
    for width, height, held in found:
        assert held or kind == "html"
        assert [
            word for word in held if word[1] < -1 or word[2] < -1 or word[3] > width + 1 or word[4] > height + 1
        ] == []
    text = " ".join(word[0] for _, _, held in found for word in held)
    assert "versio 12, julkaistu 24.6.2023" in text and "Lappi" in text


def test_each_slide_is_one_page_of_sixteen_to_nine(converted: Path):
    slides = Presentation(converted / "pptx.pptx").slides
    found = pages(converted / "pptx.pdf")
    assert len(found) == len(slides)
    assert {round(width / height, 2) for width, height, _ in found} == {1.78}


@pytest.mark.parametrize("kind", ["docx", "html"])
def test_reports_are_a4(converted: Path, kind: str):
    width, height, _ = pages(converted / f"{kind}.pdf")[0]
    assert (round(width), round(height)) in ((595, 842), (612, 792) if kind == "html" else (595, 842))


@pytest.mark.parametrize("kind", ["pptx", "xlsx", "docx"])
def test_every_part_is_well_formed_and_every_relation_leads_to_a_part(converted: Path, kind: str):
    with ZipFile(converted / f"{kind}.{kind}") as packed:
        names = set(packed.namelist())
        assert len(names) == len(packed.namelist())
        for name in names:
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(packed.read(name))
        for name in (each for each in names if each.endswith(".rels")):
            base = Path(name).parent.parent
            for each in ElementTree.fromstring(packed.read(name)):
                if each.get("TargetMode") != "External":
                    target = each.attrib["Target"]
                    path = target[1:] if target.startswith("/") else str((Path("/") / base / target).resolve())[1:]
                    assert path in names, (name, target)


@pytest.mark.full
def test_a_deck_of_everything_stays_within_its_slides(tmp_path: Path):
    given, w = basis("sv"), translator("sv")
    shown = presentation_of(ALL_SECTIONS, given, Selection(regions=("17",), themes=("kansainvalistyminen",)))
    (tmp_path / "a.pptx").write_bytes(powerpoint_file(shown, w, origin(given, Selection())))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "a.pptx")], check=True, capture_output=True, timeout=600)
    found = pages(tmp_path / "a.pdf")
    assert len(found) == len(shown.slides)
    for width, height, held in found:
        assert [
            word for word in held if word[1] < -1 or word[2] < -1 or word[3] > width + 1 or word[4] > height + 1
        ] == []
