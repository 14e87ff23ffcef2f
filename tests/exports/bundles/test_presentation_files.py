"""A presentation as files: each is of the same slides and sections, and says the filters of single slides."""

import io
import json
from functools import cache
from zipfile import ZipFile

import pandas as pd
import pytest

from analysis.exports import ENDINGS, KINDS, Branding, ExportRequest, JobStopped, Provenance, build_file, sections_data
from analysis.exports.shared.background_job import no_progress
from analysis.sections.presentation.full_sections import presentation_filter_text
from analysis.sections.presentation.outline import Outline, SlideSpec
from analysis.selection import Selection
from tests.exports.file_texts import TEXTS
from tests.exports.presentations import LICENCE, basis

LAPLAND, KAINUU = Selection(regions=("19",)), Selection(regions=("18",))
OUTLINE = Outline(
    (
        SlideSpec("overview", "years", notes="Kiitä Lappia"),
        SlideSpec("overview", "regions"),
        SlideSpec("overview", "themes", selection=KAINUU),
    ),
    "Lappi ja Kainuu",
    LAPLAND,
)
READ = {"report": "html", "pptx": "pptx", "docx": "docx", "xlsx": "xlsx"}
LIVE = "https://klusteripulssi.example/stories/fi/own.html?slides=overview.years"


@cache
def request_of(notes: bool = False) -> ExportRequest:
    context = basis("fi")
    outline = OUTLINE if notes else OUTLINE.without_notes()
    origin = Provenance(
        "12", "2023-06-24", presentation_filter_text(outline, context), "Klusteripulssi", licence=LICENCE
    )
    return ExportRequest(outline, context, origin, Branding(live=LIVE), notes=notes)


def text(kind: str) -> str:
    return TEXTS[READ[kind]](build_file(kind, request_of(), no_progress))


def test_each_section_stands_there_once_under_each_of_its_selections():
    first, second = request_of().sections
    assert (first.key, second.key) == ("overview", "overview")
    assert "Lappi, kaikki" in first.filter_text and "Kainuu, kaikki" in second.filter_text


def test_without_filters_of_single_slides_nothing_is_said_of_them():
    line = presentation_filter_text(Outline(OUTLINE.slides[:2], selection=LAPLAND), basis("fi"))
    assert "Lappi, " in line and "Joissakin kohdissa on oma valinta" not in line


@pytest.mark.parametrize("kind", READ)
def test_each_file_says_the_filters_of_all_slides_and_those_of_single_ones(kind: str):
    line = text(kind)
    for section in request_of().sections:
        assert section.filter_text in line
    assert kind == "pptx" or "Joissakin kohdissa on oma valinta" in line
    assert "Lappi ja Kainuu" in line


def test_the_zip_holds_one_of_each_and_the_charts_under_both_selections():
    with ZipFile(io.BytesIO(build_file("zip", request_of(), no_progress))) as packed:
        names = packed.namelist()
        events = TEXTS["ics"](packed.read("klusteripulssi-lappi-ja-kainuu.ics"))
        content = json.loads(packed.read("klusteripulssi-lappi-ja-kainuu.json"))
        slides = packed.read("klusteripulssi-lappi-ja-kainuu-diat.html").decode()
        first, second = (packed.read(f"{folder}/klusteripulssi-overview-years.csv") for folder in FOLDERS)
    assert sorted(name.rsplit(".", 1)[1] for name in names if "/" not in name) == [
        *("csv", "csv", "docx", "html", "html", "ics", "json", "pptx", "xlsx")
    ]
    assert [each["chosen"] for each in content["sections"]] == [each.filter_text for each in request_of().sections]
    assert "Lappi, kaikki" in events and "Joissakin kohdissa on oma valinta" not in events
    assert {name.split("/")[0] for name in names if "/" in name} == set(FOLDERS)
    assert "Lappi" in first.decode("utf-8-sig") and "Kainuu" in second.decode("utf-8-sig") and first != second
    assert "Kiitä Lappia" not in slides and LIVE.split("?")[0].split("//")[1].split("/")[0] in slides


FOLDERS = ("overview", "overview-2")


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_tells_its_steps_and_ends_where_it_is_stopped(kind: str):
    context = list[tuple[int, int]]()

    def report(done: int, steps: int) -> None:
        context.append((done, steps))
        if done == 1:
            raise JobStopped

    with pytest.raises(JobStopped):
        build_file(kind, request_of(), report)
    assert context[-1][0] == 1 and context[-1][1] > 1
    assert ENDINGS[kind] in ("pptx", "docx", "xlsx", "html", "zip")


def test_the_data_for_programs_has_a_line_a_value_and_tells_the_selections_apart():
    content = pd.read_csv(io.BytesIO(sections_data(request_of().sections)), dtype=str)
    assert list(content.columns) == ["section", "part", "row", "field", "value"]
    for name, section in zip(FOLDERS, request_of().sections, strict=True):
        chart = next(each for each in section.charts if each.key == "years")
        rows = content[(content["section"] == name) & (content["part"] == "years")]
        for field in chart.fields:
            values = rows[rows["field"] == field.name].set_index("row")["value"]
            wanted = {str(at): value for at, value in enumerate(chart.table[field.name], 1) if pd.notna(value)}
            assert values.to_dict() == {at: str(value) for at, value in wanted.items()}
        numbers = content[(content["section"] == name) & (content["part"] == "numbers") & (content["field"] == "value")]
        assert list(numbers["value"]) == [str(each.value) for each in section.metrics if each.value is not None]
