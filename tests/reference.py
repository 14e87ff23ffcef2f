"""The generated reference: `python -m tests.reference` writes it, `tests/test_reference.py` fails when it is stale."""

from functools import partial
from pathlib import Path

from analysis.schema import CODES, TABLES, Column, Table
from analysis.schema.kinds import Choice, Clock, Day, Duration, Kind, Link, Many, One, Text, Whole, Year
from analysis.settings import ROOT, SETTINGS
from tests import licences
from tests.reference_issues import entries

DOCS = ROOT / "docs"
SOURCES = Path(__file__).with_name("reference_sources.md")
"""The section for coordinators, in Finnish: what other programs make of a sheet, and what to do."""
MADE = "<!-- Made by `make docs` from the declaration. Do not edit. -->\n\n"

EFFECTS = {
    "refused": "the file is not taken",
    "table": "the table cannot be published",
    "row": "the row is held back",
    "cell": "the cell is left out, the row stays",
    "kept": "kept; look at it",
    "info": "for your knowledge",
    "others": "the rows of others stay as they are",
    "confirm": "confirmation is required",
}


PLAIN: dict[Kind, str] = {
    Text(): "text",
    Text(long=True): "long text",
    Text(code=True): "text; a number is taken by its digits",
    Clock(): "minutes and seconds (12:30), hours too (1:02:30), or seconds",
    Link(): "web address",
    Link(mailbox=True): "web or mail address",
    Many(): "list of text",
}


def meaning(kind: Kind) -> str:
    """What a cell of a kind may hold, in words."""
    match kind:
        case Day(not_before=earlier):
            return "day, month or year" + (f", not before `{earlier}`" if earlier else "")
        case Duration():
            return "minutes, or a time (1:30), `1 h 30 min`, `PT1H30M`"
        case Year():
            return "year"
        case Whole(least=least):
            return f"whole number, at least {least}"
        case Choice():
            return options(kind)
        case One(to=to):
            return f"one of `{to}`, by key or name"
        case Many(to=str(to)):
            return f"list of `{to}`, by key or name"
    return PLAIN[kind]


def options(kind: Choice) -> str:
    """The options of a choice in the three languages, and what an empty cell means."""
    said = "; ".join(" · ".join(dict.fromkeys(each.names)) for each in kind.options)
    return said + (f" (empty: {kind.names[kind.default].en})" if kind.default else "")


def column_line(table: Table, column: Column) -> str:
    """One column as a line of the sheet's table."""
    marks = "*" * column.required
    key = " (key)" if column.name in table.key else ""
    return f"| `{column.name}`{marks}{key} | {' · '.join(dict.fromkeys(column.headers))} | {meaning(column.kind)} |"


def workbook() -> str:
    """The workbook reference in Markdown."""
    parts = ["# The workbook\n\n", MADE, "Columns marked * must be filled. Headers are read in all three languages.\n"]
    for table in TABLES.values():
        parts.append(f"\n## {' · '.join(table.headers)} (`{table.name}`)\n\n| name | header | holds |\n|---|---|---|\n")
        parts.extend(column_line(table, column) + "\n" for column in table.columns)
    parts.append("\n" + SOURCES.read_text(encoding="utf-8"))
    parts.append("\n## Issues\n\n| code | severity | what happens |\n|---|---|---|\n")
    for code, effects in CODES.items():
        parts.extend(f"| `{code}` | {severity} | {EFFECTS[effect]} |\n" for severity, effect in effects)
    parts.append(
        "\nWhat to do is said with each, in the reader's language. The examples are the files of `tests/cases`.\n"
    )
    return "".join([*parts, *entries()])


def settings() -> str:
    """The settings reference in Markdown."""
    lines = [
        "# Settings\n\n",
        MADE,
        "Each is an environment variable.\n\n| variable | default | what it sets |\n|---|---|---|\n",
    ]
    for each in SETTINGS:
        shown = str(each.default).replace(str(ROOT) + "/", "")
        lines.append(f"| `{each.variable}` | {f'`{shown}`' if shown else 'empty'} | {each.help} |\n")
    return "".join(lines)


PAGES = {"workbook.md": workbook, "settings.md": settings, "licences.md": partial(licences.page, MADE)}


def main() -> None:
    """Write every generated page."""
    for name, page in PAGES.items():
        Path(DOCS / name).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
