"""Every setting once: its name, default and help. Read from the environment as ``KLUSTERIPULSSI_<NAME>``."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

ROOT = Path(__file__).parents[1]
PREFIX = "KLUSTERIPULSSI_"
YES, NO = ("yes", "true", "on", "1"), ("no", "false", "off", "0")
WAYS = {
    "key": (),
    "oidc": ("public_address", "oidc_issuer", "oidc_client", "oidc_secret", "editors"),
    "proxy": ("proxy_address", "editors"),
}
"""The three ways in, and the settings without which each leads nowhere."""
Wrong = Literal["number", "yes_or_no", "choice", "address", "missing", "file"]


class WrongSetting(ValueError):
    """A setting that cannot be used: the variable, what is wrong with it, what stands there, and what could.

    "number": it is none, or less than 1; "yes_or_no": it is neither; "choice": none of the choices; "address": no web
    address; "missing": what the way in needs besides is not set; "file": there is none that can be read.
    """

    def __init__(self, variable: str, wrong: Wrong, value: str, could: str = "") -> None:
        super().__init__(f"{variable}: {value!r} ({wrong}) {could}".rstrip())
        self.variable, self.wrong, self.value, self.could = variable, wrong, value, could


@dataclass(frozen=True)
class Setting:
    """One setting. Its type is that of its default; ``choices``: what it may be, where that is not open; ``web``: it is
    a web address."""

    name: str
    default: Any
    help: str
    choices: tuple[str, ...] = ()
    web: bool = False

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return PREFIX + self.name.upper()


SETTINGS: tuple[Setting, ...] = (
    Setting("store", f"sqlite:///{ROOT / 'data' / 'store' / 'klusteripulssi.sqlite'}", "SQLAlchemy URL of the store"),
    Setting("editor_key", "", "key of the editors; empty: one is made at start and printed in the terminal"),
    Setting("language", "fi", "language where an address names none: fi, en or sv", ("fi", "en", "sv")),
    Setting("workbook", str(ROOT / "data" / "cluster_activity.xlsx"), "workbook that the first start publishes"),
    Setting("public_address", "", "address that readers use, as https://…; empty: that of the server itself", web=True),
    Setting("frame_ancestors", "'none'", "who may show the pages in a frame, as in a content-security-policy"),
    Setting("embed_hosts", "", "sites that may show our charts in a frame: https://example.fi, with spaces between"),
    Setting("file_mb", 20, "largest file that is read, in megabytes"),
    Setting("sheet_rows", 200_000, "most rows of a sheet that are not blank"),
    Setting("check_mb", 1024, "memory of the process that checks an upload, in megabytes"),
    Setting("check_seconds", 20, "time after which a check is given up"),
    Setting("access", "key", "how people sign in: key, oidc (OpenID Connect) or proxy (its header)", tuple(WAYS)),
    Setting("private", False, "whether readers must sign in too: yes or no"),
    Setting("reader_key", "", "with access by key and a private dashboard: key of the readers"),
    Setting("editors", "", "who may edit, with oidc or proxy: addresses, domains as @liitto.fi, groups as group:…"),
    Setting("readers", "", "who may read a private dashboard, with oidc or proxy; empty: whoever signs in"),
    Setting("oidc_issuer", "", "address of the sign-in service, before /.well-known/openid-configuration", web=True),
    Setting("oidc_client", "", "client identifier that the sign-in service gave"),
    Setting("oidc_secret", "", "client secret that the sign-in service gave"),
    Setting("oidc_address", "email", "claim that holds a person's mail address"),
    Setting("oidc_groups", "groups", "claim that holds a person's groups"),
    Setting("proxy_address", "X-Forwarded-Email", "header in which the proxy tells a person's mail address"),
    Setting("proxy_name", "X-Forwarded-Preferred-Username", "header in which the proxy tells a person's name"),
    Setting("proxy_groups", "X-Forwarded-Groups", "header in which the proxy tells a person's groups"),
    Setting("session_hours", 12, "hours after which an editor signs in again, whatever she does"),
    Setting("idle_minutes", 60, "minutes without doing anything after which an editor signs in again"),
    Setting("deck_template", "", "the council's own PowerPoint template (.pptx); empty: a plain one"),
    Setting("eu_emblem", False, "whether slides bear the EU emblem with its co-funding text: yes or no"),
    Setting("log", "text", "how the log is written: text, or json (one object a line)", ("text", "json")),
)


@dataclass(frozen=True)
class Settings:
    """The settings as they are in force."""

    store: str
    editor_key: str
    language: str
    workbook: str
    public_address: str
    frame_ancestors: str
    embed_hosts: str
    file_mb: int
    sheet_rows: int
    check_mb: int
    check_seconds: int
    access: str
    private: bool
    reader_key: str
    editors: str
    readers: str
    oidc_issuer: str
    oidc_client: str
    oidc_secret: str
    oidc_address: str
    oidc_groups: str
    proxy_address: str
    proxy_name: str
    proxy_groups: str
    session_hours: int
    idle_minutes: int
    deck_template: str
    eu_emblem: bool
    log: str


def read(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of an environment; WrongSetting names the variable that cannot be used."""
    found = Settings(**{each.name: _value(each, environment) for each in SETTINGS})
    if missing := [PREFIX + name.upper() for name in WAYS[found.access] if not getattr(found, name)]:
        raise WrongSetting(f"{PREFIX}ACCESS", "missing", found.access, ", ".join(missing))
    return found


def language(environment: Mapping[str, str] = os.environ) -> str:
    """The language that an environment names, whatever else may be wrong in it; the default where it names none."""
    setting = next(each for each in SETTINGS if each.name == "language")
    named = environment.get(setting.variable)
    return named if named in setting.choices else str(setting.default)


def _value(setting: Setting, environment: Mapping[str, str]) -> Any:
    text = environment.get(setting.variable)
    if not text:
        return setting.default
    if isinstance(setting.default, bool):
        return _yes(setting, text)
    if isinstance(setting.default, int):
        return _number(setting, text)
    if setting.choices and text not in setting.choices:
        raise WrongSetting(setting.variable, "choice", text, ", ".join(setting.choices))
    if setting.web and not _is_web(text):
        raise WrongSetting(setting.variable, "address", text)
    return text


def _yes(setting: Setting, text: str) -> bool:
    if text.lower() not in YES + NO:
        raise WrongSetting(setting.variable, "yes_or_no", text)
    return text.lower() in YES


def _number(setting: Setting, text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 10 and int(text) > 0):
        raise WrongSetting(setting.variable, "number", text, str(setting.default))
    return int(text)


def _is_web(text: str) -> bool:
    try:
        parts = urlsplit(text)
        sound = parts.port != 0 and not set(text) & set(" ;,")
        return sound and parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


assert tuple(each.name for each in SETTINGS) == tuple(each.name for each in fields(Settings))
