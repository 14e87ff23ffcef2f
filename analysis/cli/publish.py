"""Command ``publish``."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from analysis import publishing
from analysis.changes.conflict import Side
from analysis.cli import json_objects, text_lines
from analysis.cli.check import BASE_OPTION, FILES
from analysis.cli.resources import checker, settings_or_failure, uploads
from analysis.cli.translated_click import JSON_OPTION, LANGUAGE_OPTION, Command, option
from analysis.settings import SECOND
from analysis.store import Store
from analysis.words import Translator

PUBLISH_STATUS = {
    **{"published": 0, "unchanged": 0, "draft": 0},
    **{"issues": 1, "needs-confirmation": 1, "needs-review": 1, "refused": 2},
}
"""Exit statuses."""
CONFLICTS_OPTION = option("conflicts", type=click.Choice(("mine", "theirs")))


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
