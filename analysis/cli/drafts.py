"""Commands ``draft list|show|publish|discard``: uploads that wait to be published."""

from datetime import UTC, datetime
from pathlib import Path

import click

from analysis import publishing
from analysis.changes.conflict import Side
from analysis.cli import json_objects, text_lines
from analysis.cli.publish import CONFLICTS_OPTION, PUBLISH_STATUS
from analysis.cli.resources import checker, existing_store, settings_or_failure, store_with
from analysis.cli.translated_click import JSON_OPTION, LANGUAGE_OPTION, WORDS, Command, Commands, option
from analysis.settings import SECOND
from analysis.store import UnknownDraft
from analysis.words import Translator

PREFIX = "draft-"
draft = Commands("draft", dict.fromkeys(("list", "show", "publish", "discard"), __name__), PREFIX)
"""The group of the commands."""
DRAFT = click.argument("draft", metavar=WORDS("command.metavar.draft"))


@click.command("list", cls=Command, prefix=PREFIX)
@JSON_OPTION
@LANGUAGE_OPTION
def draft_list(as_json: bool, language: Translator) -> None:
    """Print every draft, newest first, a line each."""
    with settings_or_failure(language) as settings, existing_store(settings) as store:
        drafts = store.drafts.all() if store else []
    lines = [text_lines.draft_line(each, language) for each in drafts]
    value = [json_objects.draft_object(each) for each in drafts]
    text_lines.show(lines or [language("command.draft.empty")], as_json, value)


@click.command("show", cls=Command, prefix=PREFIX)
@DRAFT
@JSON_OPTION
@LANGUAGE_OPTION
def draft_show(draft: str, as_json: bool, language: Translator) -> None:
    """Print one draft, and what publishing it would change now."""
    with (
        settings_or_failure(language) as settings,
        store_with(settings, UnknownDraft(draft)) as store,
        checker(settings) as process,
    ):
        stored, workbook = store.drafts.get(draft), Path(settings.workbook)
        preview = publishing.preview_draft(stored, store, process, datetime.now(UTC), workbook)
    plan = preview.plan
    value = json_objects.check_object(plan.check, plan.confirmations, language)
    value |= {**json_objects.draft_object(stored), "changes": plan.changes.counts()}
    value |= json_objects.origin_object(preview.sources, len(plan.conflicts))
    lines = [text_lines.draft_line(stored, language), *text_lines.check_lines(plan.check, preview, language)]
    text_lines.show(lines, as_json, value)


@click.command("publish", cls=Command, prefix=PREFIX)
@DRAFT
@option("note", "text", default="")
@option("author", "name")
@option("confirm", is_flag=True)
@CONFLICTS_OPTION
@JSON_OPTION
@LANGUAGE_OPTION
def draft_publish(
    draft: str,
    note: str,
    author: str | None,
    confirm: bool,
    conflicts: Side | None,
    as_json: bool,
    language: Translator,
) -> int:
    """Publish a draft; 0 if it is published or changes nothing, 1 if it is not published.

    draft: its id; note, author: as typed; confirm: whether risks are confirmed; conflicts: the side that wins in them;
    as_json: whether a JSON object is printed; language: of the texts.
    """
    with (
        settings_or_failure(language) as settings,
        store_with(settings, UnknownDraft(draft), writes=True) as store,
        checker(settings) as process,
    ):
        outcome = publishing.publish_draft(
            draft,
            store,
            process,
            author=author or language("command.author"),
            now=datetime.now(UTC),
            note=note,
            confirm=confirm,
            settlement=conflicts or publishing.NOT_SETTLED,
            workbook=Path(settings.workbook),
            reviewer=(author or "") if settings.review == SECOND else None,
        )
    value = json_objects.outcome_object(outcome, language)
    text_lines.show(text_lines.outcome_lines(outcome, language), as_json, value)
    return PUBLISH_STATUS[outcome.status]


@click.command("discard", cls=Command, prefix=PREFIX)
@DRAFT
@option("author", "name")
@JSON_OPTION
@LANGUAGE_OPTION
def draft_discard(draft: str, author: str | None, as_json: bool, language: Translator) -> None:
    """Delete a draft; nothing is published."""
    with settings_or_failure(language) as settings, store_with(settings, UnknownDraft(draft), writes=True) as store:
        store.drafts.discard(draft, datetime.now(UTC), author or language("command.author"))
    text_lines.show(
        [language("command.draft.discarded", draft=draft)], as_json, {"status": "discarded", "draft": draft}
    )
