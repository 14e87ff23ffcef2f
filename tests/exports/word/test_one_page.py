"""A year sheet as a Word document is one A4, whatever it holds; LibreOffice says how many pages there are."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from analysis.exports import word_document
from analysis.schema import LANGUAGES
from analysis.words import translator
from tests.exports.crowded_year import LONG, crowded_sheet
from tests.exports.presentations import ORIGIN
from tests.office import SOFFICE, converted

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is installed by make")


def test_a_crowded_year_is_one_page_in_each_language(tmp_path: Path):
    sources = []
    for language in LANGUAGES:
        for name, regions in {"area": (), "regions": ("10", "11", "12"), "long": ("10",)}.items():
            path, section = tmp_path / f"{name}-{language}.docx", crowded_sheet(language, regions, long=name == "long")
            origin = replace(ORIGIN, source=LONG, licence=LONG, cofunding=LONG) if name == "long" else ORIGIN
            path.write_bytes(word_document(section, translator(language), origin))
            sources.append(path)
    (tmp_path / "profiles").mkdir()
    pages = converted(sources, "pdf", "fi-FI", tmp_path / "profiles")
    assert len(pages) == len(sources)
    for each in pages:
        told = subprocess.run(["pdfinfo", str(each)], check=True, capture_output=True, text=True).stdout
        assert "Pages:           1\n" in told and "(A4)" in told, each.name


def test_the_page_has_every_number_of_the_section(tmp_path: Path):
    section, words = crowded_sheet("fi")[0], translator("fi")
    path = tmp_path / "sheet.docx"
    path.write_bytes(word_document((section,), words, ORIGIN))
    (tmp_path / "profiles").mkdir()
    (page,) = converted([path], "pdf", "fi-FI", tmp_path / "profiles")
    text = subprocess.run(["pdftotext", "-layout", str(page), "-"], check=True, capture_output=True, text=True).stdout
    plain = "".join(text.split())
    wanted = [section.title, section.sentence, section.filter_text, section.coverage, ORIGIN.licence]
    wanted += [f"{each.label}{words.number(each.value)}" for each in section.metrics]
    for chart in section.charts:
        wanted += [chart.subtitle, chart.rule]
        wanted += ["".join(map(str, row)) for row in chart.table[[field.name for field in chart.fields]].to_numpy()]
    for each in section.lists:
        wanted += [each.title, each.note, *(f"{item.what}:{item.meta}" for item in each.items)]
    for each in wanted:
        assert "".join(each.split()) in plain, each
