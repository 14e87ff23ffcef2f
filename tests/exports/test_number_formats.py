"""Numbers of Office files look as on the pages, whatever the language of the office program that opens them."""

import subprocess
from dataclasses import replace

import pandas as pd
import pytest

from analysis.charts import Bars, Chart, Field
from analysis.exports import chart_workbook, powerpoint_file, report_workbook
from analysis.schema import Language
from analysis.sections import Presentation, Section, Slide
from analysis.words import translator
from tests.exports.presentations import ORIGIN
from tests.office import LOCALES, SOFFICE, converted

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is installed by make")
COUNTS = (0, 999, 1000, 9430, 123456)
CHART = Chart(
    *("regions", "Osallistujat", "Osallistujat maakunnittain", "", "Pylväät."),
    pd.DataFrame({"name": list("abcde"), "people": COUNTS, "mean": [0.5, 12.5, 1234.5, 1234567.0, 8.0]}),
    (Field("name", "Maakunta"), Field("people", "Osallistujat", "number"), Field("mean", "Keskiarvo", "number")),
    Bars("name", "people"),
)
LANGUAGES: tuple[Language, ...] = ("fi", "en")


@pytest.fixture(scope="module", params=LOCALES)
def texts(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, str]]:
    """The locale of an office program, and the text that it shows of each file, by the file's name."""
    folder = tmp_path_factory.mktemp("numbers")
    sources = []
    for language in LANGUAGES:
        words = translator(language)
        slide = Slide("overview.any", "chart", CHART.title, CHART.subtitle, "", replace(CHART, fields=CHART.fields[:2]))
        files = {
            "slides.pptx": powerpoint_file(Presentation("Esitys", language, (slide,)), words, ORIGIN),
            "chart.xlsx": chart_workbook(CHART, words, ORIGIN),
            "report.xlsx": report_workbook([Section("overview", "Yleiskuva", charts=(CHART,))], words, ORIGIN),
        }
        for name, data in files.items():
            sources.append(folder / f"{language}-{name}")
            sources[-1].write_bytes(data)
    pages = converted(sources, "pdf", request.param, folder)
    read = [
        subprocess.run(["pdftotext", "-layout", str(each), "-"], check=True, capture_output=True, text=True).stdout
        for each in pages
    ]
    return request.param, {each.stem: text for each, text in zip(pages, read, strict=True)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["{}-slides", "{}-chart", "{}-report"])
def test_numbers_are_grouped_as_on_the_pages(texts: tuple[str, dict[str, str]], language: Language, name: str):
    text = texts[1][name.format(language)].replace("\N{NO-BREAK SPACE}", " ")
    for number in COUNTS:
        assert translator(language).number(number).replace("\N{NO-BREAK SPACE}", " ") in text
    for foreign in ("9.430", "9,430" if language == "fi" else "9 430"):
        assert foreign not in text


def test_a_fraction_has_the_decimal_sign_of_the_program_and_our_groups(texts: tuple[str, dict[str, str]]):
    locale, pages = texts
    sign = "," if locale == "fi-FI" else "."
    text = pages["fi-chart"].replace("\N{NO-BREAK SPACE}", " ")
    assert all(f"{whole}{sign}5" in text for whole in ("0", "12", "1 234"))
    assert "1 234 567" in text
