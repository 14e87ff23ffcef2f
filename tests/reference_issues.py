"""The reference of issue codes: each with what becomes of the data, and what is said of its example in tests/cases."""

from collections.abc import Iterator
from pathlib import Path

from analysis.changes import compare, risks
from analysis.intake import read
from analysis.schema import CODES, Issue
from analysis.words import issue_text, translator
from tests.changes.test_cases import merge_issues, tables
from tests.intake.case_files import case_files
from tests.intake.checking import NOW, published

CASES = Path(__file__).parent / "cases"
ENGLISH = translator("en")


def entries() -> Iterator[str]:
    """The entry of each code, in the order of the declaration, as Markdown."""
    for code, effects in CODES.items():
        yield f"\n### `{code}`: {ENGLISH(f'issue.title.{code}')}\n\n"
        for severity, effect in effects:
            yield f"- {ENGLISH(f'issue.severity.{severity}')} (`{severity}`): {ENGLISH(f'issue.effect.{effect}')}\n"
        yield f"\nExample ([files](../tests/cases/{code})):\n\n"
        yield from (line(issue) for issue in shown(code))


def shown(code: str) -> list[Issue]:
    """One issue of each severity that the example of a code gives."""
    return list({each.severity: each for each in reversed(found(CASES / code)) if each.code == code}.values())[::-1]


def found(folder: Path) -> list[Issue]:
    """All issues of an example."""
    if (folder / "meanwhile.csv").exists():
        return merge_issues(folder)
    if (folder / "before.csv").exists():
        before, after = tables(folder / "before.csv"), tables(folder / "after.csv")
        return list(risks(before, after, compare(before, after)))
    uploads, limits = case_files(folder)
    return list(read(uploads, published(), limits, NOW).issues)


def line(issue: Issue) -> str:
    """An issue as a line: its place, what stands there, what is said of it."""
    place = " ".join(filter(None, (issue.sheet or issue.file or issue.table, issue.cell)))
    value = " ".join((issue.value or "").split())
    stands = f" holds `{value[:60]}`" if value and issue.cell else ""
    said = " ".join(issue_text(issue, ENGLISH).split())
    return f"- {place}{stands} ({issue.severity}): {said}\n"
