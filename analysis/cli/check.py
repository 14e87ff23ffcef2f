"""Command ``check``: what files hold, and what has to be corrected in them.

All that compares and stores is loaded only where it is asked for, since it takes as long as an ordinary check.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from analysis.cli import json_objects, text_lines
from analysis.cli.resources import checker, existing_store, published_tables, settings_or_failure, uploads
from analysis.cli.translated_click import JSON_OPTION, LANGUAGE_OPTION, PATH, WORDS, Command, fail, option
from analysis.intake import CheckResult, reference_tables
from analysis.words import Translator

if TYPE_CHECKING:
    from analysis.publishing import Preview
    from analysis.store import Store

CHECK_STATUS = {"ok": 0, "issues": 1, "refused": 2}
"""Exit statuses."""
BASE_OPTION = option("base", "revision")
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
    with (
        settings_or_failure(language) as settings,
        existing_store(settings) as store,
        checker(settings, short=not annotate) as process,
    ):
        contents, workbook, now = uploads(files, settings), Path(settings.workbook), datetime.now(UTC)
        if compare:
            from analysis.publishing import preview as preview_of

            preview = preview_of(contents, store, process, now, workbook=workbook, said=base)
            result = preview.plan.check
        else:
            preview, published = None, published_tables(store)
            words = reference_tables(published, process, workbook, now)
            result = process.check(contents, published, now, words=words)
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
    result: CheckResult, preview: Preview | None, store: Store | None, base: str | None
) -> dict[str, str | None]:
    """The revision that each file of a check was taken from, None if it is not known; empty without a store.

    result, preview: the check, with its comparison if there is one; store: what is published; base: as in `check`.
    """
    if store is None:
        return {}
    from analysis.publishing import find_origins

    origins = preview.sources.origins if preview else find_origins(result, store, base)[0]
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
