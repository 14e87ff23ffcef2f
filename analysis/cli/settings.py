"""Command ``settings``: every setting with its value and origin, and what would keep the dashboard from starting."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from analysis.access.entries import editor_entries, named_keys
from analysis.cli import text_lines
from analysis.cli.resources import existing_store
from analysis.cli.translated_click import FAILED, JSON_OPTION, LANGUAGE_OPTION, Command
from analysis.settings import PREFIX, SETTINGS, Setting, WrongSetting, read, require_persons, unknown_variables
from analysis.store import Unavailable
from analysis.words import Translator

DOUBTFUL = 1
"""Exit status where variables set nothing."""
HIDDEN = "***"
PASSWORD = re.compile(r"(?<=://)([^:/@]*):[^@]*(?=@)")
"""Name and password in the address of a database."""
FILES = ("workbook", "deck_template")


@click.command("settings", cls=Command)
@JSON_OPTION
@LANGUAGE_OPTION
def settings(as_json: bool, language: Translator) -> int:
    """Print every setting; 0 if the dashboard can start with them, 1 if variables set nothing, 2 if it cannot start."""
    faults = list(setting_faults(language))
    unknown = unknown_variables()
    origins = [setting_object(each) for each in SETTINGS]
    lines = [
        f"{each['variable']}={each['value']}  ({language('command.settings.' + each['from'])})" for each in origins
    ]
    lines += [language("command.settings.fault", fault=each["message"]) for each in faults]
    for name, meant in unknown.items():
        lines.append(
            language(
                "command.settings.unknown.near" if meant else "command.settings.unknown", variable=name, near=meant
            )
        )
    status = "wrong" if faults else "unknown-variables" if unknown else "ok"
    lines.append(language(f"command.settings.{status}"))
    text_lines.show(lines, as_json, {"status": status, "settings": origins, "faults": faults, "unknown": unknown})
    return {"wrong": FAILED, "unknown-variables": DOUBTFUL}.get(status, 0)


def setting_object(setting: Setting) -> dict[str, Any]:
    """A setting as JSON: its variable, its value as it is written, whether the environment sets it or its default."""
    text = os.environ.get(setting.variable, "")
    shown: object = text or setting.default
    if setting.secret and text:
        shown = HIDDEN
    elif isinstance(shown, bool):
        shown = "yes" if shown else "no"
    origin = "environment" if text else "default"
    value = PASSWORD.sub(rf"\1:{HIDDEN}", str(shown))
    return {"variable": setting.variable, "value": value, "from": origin, "help": setting.help}


def setting_faults(words: Translator) -> Iterator[dict[str, str]]:
    """What keeps the dashboard from starting, each with its variable: values, settings that lack others, files, store.

    Values are looked at one by one, so that all that are wrong are known at once; the rest only where all are right.
    """
    wrong: list[WrongSetting] = []
    for each in SETTINGS:
        try:
            each.value(os.environ)
        except WrongSetting as error:
            wrong.append(error)
    if not wrong:
        wrong = list(_faults_together())
    for fault in wrong:
        is_secret = any(each.secret and each.variable == fault.variable for each in SETTINGS) and fault.wrong != "keys"
        values = vars(fault) | ({"value": HIDDEN} if is_secret else {})
        yield {"variable": fault.variable, "message": words(f"setting.{fault.wrong}", **values)}
    if not wrong:
        try:
            with existing_store(read()) as store:
                if store:
                    store.current()
        except Unavailable as error:
            yield {"variable": f"{PREFIX}STORE", "message": words(f"store.{error.reason}", detail=error)}


def _faults_together() -> Iterator[WrongSetting]:
    """What is wrong with settings that can be read one by one: what lacks others, entries of people, files."""
    try:
        current = read()
        require_persons(current)
        named_keys(current.editor_keys, current.editor_key, current.reader_key)
        editor_entries(current.editors)
    except WrongSetting as error:
        yield error
        return
    for name in FILES:
        path = getattr(current, name)
        if path and not os.access(Path(path), os.R_OK):
            yield WrongSetting(PREFIX + name.upper(), "file", path)
