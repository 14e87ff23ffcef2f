"""Commands ``check`` and ``publish``: what files hold, what has to be corrected in them, and their publication."""

from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import click

from analysis import publishing
from analysis.cli import json_objects, text_lines
from analysis.cli.resources import checker, existing_store, settings_or_failure, uploads
from analysis.cli.translated_click import JSON_OPTION, LANGUAGE_OPTION, WORDS, Command, fail
from analysis.store import Store
from analysis.words import Translator

CHECK_STATUS = {"ok": 0, "issues": 1, "refused": 2}
PUBLISH_STATUS = {"published": 0, "unchanged": 0, "issues": 1, "needs-confirmation": 1, "refused": 2}
"""Exit statuses."""
FILES = click.argument(
    "files", metavar=WORDS("command.metavar.files"), nargs=-1, required=True, type=click.Path(path_type=Path)
)


@click.command("check", cls=Command)
@FILES
@JSON_OPTION
@LANGUAGE_OPTION
@click.option(
    "--annotate",
    help=WORDS("command.option.annotate"),
    metavar=WORDS("command.metavar.workbook"),
    type=click.Path(path_type=Path),
)
@click.option("--compare", help=WORDS("command.option.compare"), is_flag=True)
def check(files: tuple[Path, ...], as_json: bool, language: Translator, annotate: Path | None, compare: bool) -> int:
    """Check files; 0 if they can be published as they are, 1 with errors, 2 if one is refused."""
    copies = _annotated_copies(files, annotate, language) if annotate else []
    with settings_or_failure(language) as settings, existing_store(settings) as store, checker(settings) as process:
        contents = uploads(files, settings)
        inputs, workbook = (contents, store, process, datetime.now(UTC)), Path(settings.workbook)
        preview = publishing.preview(*inputs, workbook=workbook) if compare else None
        checked = preview.plan.checked if preview else publishing.check(*inputs, workbook=workbook)
        for place, path in enumerate(copies):
            path.write_bytes(process.annotated_copy(contents, checked, place, language).data)
    lines = list(text_lines.check_lines(checked, preview, language))
    value = json_objects.check_object(checked, preview.plan.confirmations if preview else (), language)
    changes = {"changes": preview.plan.changes.counts()} if preview else {}
    text_lines.show([*lines, *(language("command.written", file=path) for path in copies)], as_json, value | changes)
    return CHECK_STATUS[checked.status]


def _annotated_copies(files: Sequence[Path], annotate: Path, words: Translator) -> list[Path]:
    """The path of each file's annotated copy: ``annotate`` for one file, for several with the file's name added.

    Equal names get a number. The command fails if the ending is not xlsx or a path is that of a file itself.
    """
    if annotate.suffix.casefold() != ".xlsx":
        fail(words("command.error.format", file=annotate))
    paths: list[Path] = []
    for file in files:
        path = annotate if len(files) == 1 else annotate.with_stem(f"{annotate.stem}-{file.stem}")
        again = 1
        while path in paths:
            again += 1
            path = annotate.with_stem(f"{annotate.stem}-{file.stem}-{again}")
        if path.resolve() in [each.resolve() for each in files]:
            fail(words("command.error.same", file=path))
        paths.append(path)
    return paths


@click.command("publish", cls=Command)
@FILES
@click.option("--note", help=WORDS("command.option.note"), default="", metavar=WORDS("command.metavar.text"))
@click.option("--author", help=WORDS("command.option.author"), metavar=WORDS("command.metavar.name"))
@click.option("--hold-back", help=WORDS("command.option.hold_back"), is_flag=True)
@click.option("--add", help=WORDS("command.option.add"), is_flag=True)
@click.option("--confirm", help=WORDS("command.option.confirm"), is_flag=True)
@JSON_OPTION
@LANGUAGE_OPTION
def publish(
    files: tuple[Path, ...],
    note: str,
    author: str | None,
    hold_back: bool,
    add: bool,
    confirm: bool,
    as_json: bool,
    language: Translator,
) -> int:
    """Publish files; 0 if they are published or change nothing, 1 if they are not published, 2 if one is refused."""
    with (
        settings_or_failure(language) as settings,
        closing(Store.open(settings.store)) as store,
        checker(settings) as process,
    ):
        outcome = publishing.publish_at_once(
            uploads(files, settings),
            store,
            process,
            note=note,
            author=author or language("command.author"),
            now=datetime.now(UTC),
            hold_back=hold_back,
            add=add,
            confirm=confirm,
            workbook=Path(settings.workbook),
        )
    text_lines.show(
        text_lines.outcome_lines(outcome, language), as_json, json_objects.outcome_object(outcome, language)
    )
    return PUBLISH_STATUS[outcome.status]
