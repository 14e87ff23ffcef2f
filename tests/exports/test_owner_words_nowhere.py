"""What the owner of the shipped workbook has not filled in stands in no file, no document of the server and no page for
readers: it is told to editors alone."""

import io
import re
import zipfile
from datetime import UTC, datetime

import pytest

from analysis.charts.svg import Provenance
from analysis.exports import (
    Branding,
    chart_csv,
    chart_svg,
    chart_workbook,
    html_report,
    ical_file,
    powerpoint_file,
    report_workbook,
    sections_csv,
    sections_json,
    slideshow,
    word_document,
)
from analysis.exports.html.embed import embed_page
from analysis.schema import LANGUAGES, Language
from analysis.sections import ReportContext
from analysis.sections.context.owner_texts import owner_text
from analysis.sections.presentation.full_sections import ALL_SECTIONS, calendar_events, filter_text, full_sections
from analysis.sections.presentation.slides import presentation_of
from analysis.selection import Selection
from analysis.store import Revision
from analysis.web.feed import feed
from analysis.words import translator
from tests.workbooks import shipped

NOW = datetime(2026, 11, 24, tzinfo=UTC)
FOR_THE_OWNER = re.compile(
    r"täydennettävä|to be filled in|ska fyllas i|example\.invalid|käyttöönottoa|check before use|före användning"
    r"|\{(?:events|occasions|stories)\}",
    re.IGNORECASE,
)
SOME = ("overview", "regions", "quality")


def parts(data: bytes) -> str:
    """All text of a file, of an archive that of all its parts, those within them too."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return data.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "\n".join(parts(archive.read(name)) for name in archive.namelist())


def files(language: Language) -> dict[str, bytes]:
    words, tables = translator(language), shipped.tables()
    context = ReportContext(tables, words, "2026-11-24", "4", "2026-11-24")
    texts = {key: owner_text(tables, key, words).text for key in ("coverage", "licence", "cofunding")}
    origin = Provenance("4", "2026-11-24", filter_text(context, Selection()), context.source, **texts)
    every, some = (full_sections(names, context, Selection()) for names in (ALL_SECTIONS, SOME))
    slides, chart = presentation_of(SOME, context, Selection()), some[0].charts[0]
    revision = Revision("4", NOW, "Aino", "Huomautus", None, {"events": 31})
    return {
        "pptx": powerpoint_file(slides, words, origin, Branding(None, True, "https://x.fi/")),
        "docx": word_document(some, words, origin),
        "xlsx": report_workbook(some, words, origin),
        "html": html_report(every, words, origin),
        "csv": sections_csv(every, words, origin),
        "json": sections_json(every, words, origin),
        "ics": ical_file(calendar_events(context, Selection()), words, origin),
        "slides": slideshow(slides, words, "https://x.fi/", notes=True).encode(),
        "embed": embed_page(some[0], words, origin, "https://x.fi/", charts=some[0].charts).encode(),
        "chart svg": chart_svg(chart, words, origin),
        "chart csv": chart_csv(chart, words, origin),
        "chart xlsx": chart_workbook(chart, words, origin),
        "feed": feed([revision], tables, words, "https://x.fi/"),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_file_tells_what_the_owner_has_not_filled_in(language: Language):
    texts = {name: parts(data) for name, data in files(language).items()}
    assert {name: found for name, text in texts.items() if (found := FOR_THE_OWNER.findall(text))} == {}
    line = translator(language)("downloads.source", source="Klusteripulssi")
    assert all(line in texts[name] for name in ("pptx", "slides", "embed", "chart svg"))


def test_the_shipped_workbook_has_the_words_that_are_looked_for():
    about = shipped.tables()["about"]
    for language in LANGUAGES:
        found = {each.lower() for text in about[f"value_{language}"].dropna() for each in FOR_THE_OWNER.findall(text)}
        assert len(found) >= 5
