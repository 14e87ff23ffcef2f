"""Commands ``check`` and ``publish``: what files hold, what has to be corrected in them, and their publication."""

from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from analysis import publishing
from analysis.changes.conflict import Side
from analysis.cli import json_objects, text_lines
from analysis.cli.resources import checker, existing_store, settings_or_failure, uploads
from analysis.cli.translated_click import JSON_OPTION, LANGUAGE_OPTION, PATH, WORDS, Command, fail, option
from analysis.intake import CheckResult
from analysis.settings import SECOND
from analysis.store import Store
from analysis.words import Translator

CHECK_STATUS = {"ok": 0, "issues": 1, "refused": 2}
PUBLISH_STATUS = {
    **{"published": 0, "unchanged": 0, "draft": 0},
    **{"issues": 1, "needs-confirmation": 1, "needs-review": 1, "refused": 2},
}
"""Exit statuses."""
BASE_OPTION = option("base", "revision")
CONFLICTS_OPTION = option("conflicts", type=click.Choice(("mine", "theirs")))
FILES = click.argument("files", metavar=WORDS("command.metavar.files"), nargs=-1, required=True, type=PATH)


@click.command("check", cls=Command)
@FILES
@JSON_OPTION
@LANGUAGE_OPTION
@option("annotate", "workbook", type=PATH)
@option("compare", is_flag=True)
@BASE_OPTION
def check(
    files: tuple[Path, ...],
    as_json: bool,
    language: Translator,
    annotate: Path | None,
    compare: bool,
    base: str | None,
) -> int:
    """Check files; 0 if they can be published as they are, 1 with errors, 2 if one is refused.

    as_json: whether a JSON object is printed; language: of the texts; annotate: a workbook for the annotated copy;
    compare: whether to print what would change; base: the revision that the files were taken from, "none" for none.
    """
    copies = _annotated_copies(files, annotate, language) if annotate else []
    with settings_or_failure(language) as settings, existing_store(settings) as store, checker(settings) as process:
        contents = uploads(files, settings)
        inputs, workbook = (contents, store, process, datetime.now(UTC)), Path(settings.workbook)
        preview = publishing.preview(*inputs, workbook=workbook, said=base) if compare else None
        result = preview.plan.check if preview else publishing.check(*inputs, workbook=workbook)
        origins = _origins(result, preview, store, base) if copies else {}
        for place, path in enumerate(copies):
            further = preview.plan.confirmations if preview else ()
            origin = origins.get(result.files[place].name)
            path.write_bytes(process.annotated_copy(contents, result, place, language, further, origin).data)
    lines = list(text_lines.check_lines(result, preview, language))
    value = json_objects.check_object(result, preview.plan.confirmations if preview else (), language)
    changes = {"changes": preview.plan.changes.counts()} if preview else {}
    changes |= json_objects.origin_object(preview.sources, len(preview.plan.conflicts)) if preview else {}
    text_lines.show([*lines, *(language("command.written", file=path) for path in copies)], as_json, value | changes)
    return CHECK_STATUS[result.status]


def _origins(
    result: CheckResult, preview: publishing.Preview | None, store: Store | None, base: str | None
) -> dict[str, str | None]:
    """The revision that each file of a check was taken from, None if it is not known; empty without a store.

    result, preview: the check, with its comparison if there is one; store: what is published; base: as in `check`.
    """
    if store is None:
        return {}
    origins = preview.sources.origins if preview else publishing.find_origins(result, store, base)[0]
    return {name: each.revision for name, each in origins.items()}


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
@option("note", "text", default="")
@option("author", "name")
@option("hold-back", is_flag=True)
@option("add", is_flag=True)
@option("confirm", is_flag=True)
@BASE_OPTION
@CONFLICTS_OPTION
@option("draft", is_flag=True)
@JSON_OPTION
@LANGUAGE_OPTION
def publish(
    files: tuple[Path, ...],
    author: str | None,
    as_json: bool,
    language: Translator,
    base: str | None,
    conflicts: Side | None,
    draft: bool,
    **choices: Any,
) -> int:
    """Publish files; 0 if they are published or change nothing, 1 if they are not published, 2 if one is refused.

    files, author: as typed; as_json: whether a JSON object is printed; language: of the texts; base: the revision that
    the files were taken from, "none" for none; conflicts: the side that wins in them; draft: whether they are stored as
    a draft instead; choices: note, hold_back, add and confirm of `publishing.publish_at_once`.
    """
    with (
        settings_or_failure(language) as settings,
        closing(Store.open(settings.store)) as store,
        checker(settings) as process,
    ):
        contents, workbook, now = uploads(files, settings), Path(settings.workbook), datetime.now(UTC)
        origin: dict[str, Any] = {"said": base, "workbook": workbook, "add": choices.pop("add")}
        choices |= {"settlement": conflicts or publishing.NOT_SETTLED, "now": now}
        if draft or settings.review == SECOND:
            latest = publishing.preview(contents, store, process, now, settlement=choices["settlement"], **origin)
            outcome = publishing.add_draft(latest, store, author=author or "", is_direct=not draft, **choices)
        else:
            author = author or language("command.author")
            outcome = publishing.publish_at_once(contents, store, process, author=author, **choices, **origin)
    value = json_objects.outcome_object(outcome, language)
    text_lines.show(text_lines.outcome_lines(outcome, language), as_json, value)
    return PUBLISH_STATUS[outcome.status]
