"""Two walks through the code, file by file: `python -m tests.walks` prints them, counted by `sys.setprofile`.

The chart: from published tables to the plotly dict of the events by year, on the shipped workbook.
The cell: from the bytes of a csv with one row and two faults to the text of its issues.
"""

import argparse
import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from analysis.charts import figure
from analysis.intake import Limits, Upload, read
from analysis.schema import TABLES, all_tables
from analysis.sections.charts.yearly_columns import events_by_year
from analysis.sections.context.section_context import section_context
from analysis.selection import Selection
from analysis.words import issue_text, translator

ROOT = Path(__file__).parents[1]
PRODUCT = tuple(str(ROOT / folder) + "/" for folder in ("analysis", "pages"))
NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)
NOTHING = all_tables({}, TABLES)
ROW = Upload("tapahtumat.csv", b"Tunnus;Nimi;Alkaa;Tyyppi;Maakunnat\n1;Avajaiset;31.2.2023;muuu;Lappi\n")

Walk = dict[str, list[str]]
"""The functions of ours that were called, by file, both in the order of their first call."""


def walk(work: Callable[[], Any]) -> Walk:
    """The functions of the product that a piece of work calls; comprehensions belong to their function."""
    calls: dict[CodeType, None] = {}

    def note(frame: FrameType, event: str, _: Any) -> None:
        if event == "call" and frame.f_code.co_filename.startswith(PRODUCT):
            calls.setdefault(frame.f_code)

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    files: Walk = {}
    for code in calls:
        names = files.setdefault(str(Path(code.co_filename).relative_to(ROOT)), [])
        if not code.co_name.startswith("<") and code.co_qualname not in names:
            names.append(code.co_qualname)
    return files


def chart() -> Walk:
    """From tables to the plotly dict of the chart of events by year."""
    workbook = ROOT / "data" / "cluster_activity.xlsx"
    checked = read([Upload(workbook.name, workbook.read_bytes())], NOTHING, Limits(), NOW)
    tables = all_tables({name: each.frame for name, each in checked.tables.items()}, TABLES)
    translate = translator("fi")
    return walk(lambda: figure(events_by_year(section_context(tables, Selection(), translate, "2026-06-01"))))


def cell() -> Walk:
    """From the bytes of one row with two faults to the text of its issues."""
    translate = translator("fi")
    return walk(lambda: [issue_text(issue, translate) for issue in read([ROW], NOTHING, Limits(), NOW).issues])


WALKS: dict[str, Callable[[], Walk]] = {"chart": chart, "cell": cell}


def printed(name: str, files: Walk) -> str:
    """A walk as a table: number, file, and its functions in order."""
    functions = sum(map(len, files.values()))
    lines = [f"{name}: {functions} functions in {len(files)} files"]
    lines += [f"{number:3}  {file:44} {', '.join(names)}" for number, (file, names) in enumerate(files.items(), 1)]
    return "\n".join(lines)


def main() -> None:
    """Print the walks, as tables or as JSON."""
    parser = argparse.ArgumentParser()
    parser.add_argument("walk", choices=[*WALKS, "all"], nargs="?", default="all")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    walks = {name: make() for name, make in WALKS.items() if arguments.walk in (name, "all")}
    print(json.dumps(walks) if arguments.json else "\n\n".join(printed(*each) for each in walks.items()))


if __name__ == "__main__":
    main()
