"""Reports beside the files of a watched folder: what was not published, and what a person can do."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from analysis.cli import text_lines
from analysis.watch import Handling
from analysis.words import Translator

ENDING = ".txt"
"""No table has this ending, so no report is ever taken for an update."""
ENCODING = "utf-8-sig"
"""With a byte order mark, by which Windows knows the encoding."""


def report_path(file: Path, words: Translator) -> Path:
    """Where the report of a file is: beside it, and next to it by name."""
    return file.with_name(f"{file.name}.{words('watch.report')}{ENDING}")


def handling_lines(handling: Handling, words: Translator) -> Iterator[str]:
    """What came of an upload: issues, its origin, how many rows differ, and last the result with what to do."""
    outcome = handling.outcome
    if outcome:
        yield from text_lines.issue_lines(outcome.issues, words)
        if outcome.sources and outcome.status != "refused":
            yield from text_lines.origin_lines(outcome.sources, words)
            yield from text_lines.difference_lines(outcome.changes, words, only_counts=True)
    values = {"revision": outcome.revision.id if outcome and outcome.revision else "", "draft": ""}
    if outcome and outcome.draft:
        values["draft"] = outcome.draft
    yield words(f"watch.status.{handling.status}", **values)


def write_report(file: Path, lines: Iterable[str], words: Translator) -> None:
    """Write the report of a file in the place of an earlier one. A file of somebody else is left as it is, and a folder
    that cannot be written to has none."""
    path = report_path(file, words)
    when = text_lines.moment_text(datetime.now(UTC), words)
    content = [words("watch.heading", file=file.name, when=when), "", *lines, ""]
    with suppress(OSError):
        if not path.exists() or _is_report(path, words):
            path.write_text("\n".join(content), ENCODING, errors="replace", newline="\r\n")


def remove_report(file: Path, words: Translator) -> None:
    """Remove the report of a file, if there is one of ours."""
    path = report_path(file, words)
    with suppress(OSError):
        if path.is_file() and _is_report(path, words):
            path.unlink()


def remove_left_reports(folder: Path, words: Translator) -> None:
    """Remove the reports of files that are there no more."""
    ending = f".{words('watch.report')}{ENDING}"
    for path in list(folder.glob(f"*{ending}")):
        file = path.with_name(path.name.removesuffix(ending))
        if not file.exists():
            remove_report(file, words)


def _is_report(path: Path, words: Translator) -> bool:
    """Whether a file is a report of this program, by its first words."""
    beginning = words("watch.heading", file="\0", when="\0").partition("\0")[0]
    return path.read_bytes()[:500].decode(ENCODING, "replace").startswith(beginning)
