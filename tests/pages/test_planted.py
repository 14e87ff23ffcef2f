"""What never reaches the typed tables is never given to readers: words are planted where a workbook hides things."""

import io
import re
import zipfile
from datetime import UTC, datetime

import pytest
from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation
from starlette.applications import Starlette
from starlette.testclient import TestClient

from analysis.app_services import app_services
from analysis.changes import compare
from analysis.exports import Provenance, blank_workbook, changes_workbook, data_workbook, html_report, rows_workbook
from analysis.intake import Upload
from analysis.publishing import publish_at_once
from analysis.schema import LANGUAGES, TABLES, all_tables
from analysis.sections import events, overview
from analysis.selection import Selection
from analysis.web.routes import routes
from analysis.words import translator
from tests.intake.checking import event
from tests.making import edited, saved, xlsx
from tests.pages.conftest import open_page, page_html

NOW = datetime(2026, 6, 1, tzinfo=UTC)
PARTS = {
    "xl/pivotCache/pivotCacheRecords1.xml": "<a>PIILO-pivot</a>",
    "xl/externalLinks/externalLink9.xml": "<a>PIILO-ulkoinen</a>",
    "xl/vbaProject.bin": "PIILO-makro",
    "xl/threadedComments/threadedComment1.xml": "<a>PIILO-ketju</a>",
    "xl/persons/person.xml": "<a>PIILO-henkilö</a>",
    "customXml/item1.xml": "<a>PIILO-asiakirja</a>",
    "docProps/custom.xml": "<a>PIILO-ominaisuus</a>",
    "xl/drawings/drawing1.xml": "<a>PIILO-tekstiruutu</a>",
}
IN_CELLS = (
    *("PIILO-kommentti", "PIILO-tekijä", "PIILO-viimeinen", "PIILO-otsikko", "PIILO-yritys", "PIILO-lehti"),
    *("PIILO-solu", "PIILO-sarake", "PIILO-arvo", "PIILO-alatunniste", "PIILO-nimi", "PIILO-ohje", "PIILO-kaava"),
)
SHOWN = "Julkinen nimi"


def planted() -> Upload:
    """A workbook with one event that may be seen, and a word in each place that may not."""
    book = edited(xlsx(Tapahtumat=[event("e1", Nimi=SHOWN), event("e2")], Klusterit=[]))
    sheet = book["Tapahtumat"]
    sheet["B2"].comment = Comment("PIILO-kommentti", "PIILO-tekijä")
    book.properties.creator, book.properties.lastModifiedBy = "PIILO-tekijä", "PIILO-viimeinen"
    book.properties.title, book.properties.category = "PIILO-otsikko", "PIILO-yritys"
    hidden = book.create_sheet("PIILO-lehti")
    hidden["A1"], hidden.sheet_state = "PIILO-solu", "veryHidden"
    sheet["G1"], sheet["G2"], sheet["H2"] = "PIILO-sarake", "PIILO-arvo", '=IF(1,1,"PIILO-kaava")'
    sheet.oddFooter.center.text = "PIILO-alatunniste"
    rule = DataValidation(type="list", formula1='"a,b"', prompt="PIILO-ohje", promptTitle="PIILO-nimi")
    rule.add("D2")
    sheet.add_data_validation(rule)
    file = io.BytesIO(saved(book))
    with zipfile.ZipFile(file, "a") as archive:
        for name, text in PARTS.items():
            archive.writestr(name, text)
    return Upload("PIILO-tiedosto.xlsx", file.getvalue())


PLANTED = planted()


def unpacked(data: bytes) -> str:
    """All text of an answer, of an archive all its parts."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return data.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def planted_words_in(answers: dict[str, str]) -> dict[str, list[str]]:
    """The planted words of each answer that holds any."""
    found = {name: re.findall(r"PIILO-\w+", text) for name, text in answers.items()}
    return {name: planted for name, planted in found.items() if planted}


@pytest.fixture
def published(address) -> None:
    """The planted workbook, published as an editor does who looked at its warnings."""
    services = app_services()
    outcome = publish_at_once(
        [PLANTED], services.store, services.checker, note="", author="Aino", now=NOW, add=True, confirm=True
    )
    assert outcome.status == "published"


def test_the_words_are_in_the_file_and_editors_get_it_whole(published):
    upload, current = PLANTED, app_services().store.current()
    assert set(re.findall(r"PIILO-\w+", unpacked(upload.data))) >= {
        *IN_CELLS,
        *(re.findall(r"PIILO-\w+", text)[0] for text in PARTS.values()),
    }
    assert unpacked(app_services().store.file(current.id, current.files[0].sha256)) == unpacked(upload.data)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_export_tells_them(published, language: str):
    store, say = app_services().store, translator(language)
    tables, origin = store.tables(store.current().id), Provenance("2", "2026-06-01")
    nothing = all_tables({}, TABLES)
    sections = [make(tables, Selection(), say, "2026-06-01") for make in (overview, events)]
    lists = [rows for section in sections for rows in section.rows]
    files = {
        "workbook": data_workbook(tables, say, origin=origin),
        "template": blank_workbook(say, tables),
        "difference": changes_workbook(compare(nothing, tables), say, (nothing, tables)),
        "report": html_report(sections, say, origin),
        **{f"rows {place}": rows_workbook(rows, say, origin) for place, rows in enumerate(lists)},
        **{name: frame.to_csv().encode() for name, frame in tables.items()},
    }
    answers = {name: unpacked(data) for name, data in files.items()}
    assert planted_words_in(answers) == {}
    assert SHOWN in answers["workbook"] and SHOWN in answers["difference"] and SHOWN in answers["events"]


def test_no_page_tells_them(published):
    pages = {
        page: page_html(open_page(page)) for page in ("overview", "events", "clusters", "history", "about", "update")
    }
    assert planted_words_in(pages) == {}
    assert any(SHOWN in page for page in pages.values())


def test_no_route_tells_them(published):
    paths = [re.sub(r"{[^}]*}", "events", route.path) for route in routes]
    with TestClient(Starlette(routes=routes), follow_redirects=False, raise_server_exceptions=False) as client:
        answers = {path: client.get(path) for path in paths}
    assert planted_words_in({path: f"{each.headers}\n{unpacked(each.content)}" for path, each in answers.items()}) == {}
    assert answers["/health"].status_code == 200
