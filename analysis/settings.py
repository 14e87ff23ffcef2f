"""The settings, each declared once with name, type, default and help; read from ``KLUSTERIPULSSI_<NAME>``."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal, get_type_hints
from urllib.parse import urlsplit

ROOT = Path(__file__).parents[1]
PREFIX = "KLUSTERIPULSSI_"
YES, NO = ("yes", "true", "on", "1"), ("no", "false", "off", "0")
WAYS = {
    "key": (),
    "oidc": ("public_address", "oidc_issuer", "oidc_client", "oidc_secret", "editors"),
    "proxy": ("proxy_address", "editors"),
}
"""The three methods of access, and the settings that each needs."""
SECOND = "second"
"""The review by a second person."""
SERVICE = "service"
"""Mail addresses are vouched for by the sign-in service in general."""
Wrong = Literal["number", "yes_or_no", "choice", "address", "missing", "file", "person", "keys", "persons"]


class WrongSetting(ValueError):
    """A setting that cannot be used: the variable, what is wrong with it, its value, and the values that it could have.

    "number": no whole number from 1 up; "yes_or_no": neither; "choice": none of the choices; "address": no web address;
    "missing": settings that this method of access needs are not set; "file": the file cannot be read;
    "person", "keys": an entry of the list of editors, or of the councils' keys, cannot be used; "persons": it needs
    editors who have names.
    """

    def __init__(self, variable: str, wrong: Wrong, value: str, could: str = "") -> None:
        super().__init__(f"{variable}: {value!r} ({wrong}) {could}".rstrip())
        self.variable, self.wrong, self.value, self.could = variable, wrong, value, could


@dataclass(frozen=True)
class Setting:
    """One setting; it has the type of its default.

    ``choices``: its values, if they are few; ``web``: a web address; ``secret``: nobody is shown its value.
    """

    help: str
    choices: tuple[str, ...] = ()
    web: bool = False
    secret: bool = False
    name: str = ""
    default: Any = None

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return PREFIX + self.name.upper()

    def value(self, environment: Mapping[str, str]) -> Any:
        """Its value in an environment, the default if that sets none; WrongSetting if it cannot be used."""
        text = environment.get(self.variable)
        if not text:
            return self.default
        wrong: Wrong | None = None
        if isinstance(self.default, bool):
            wrong = None if text.lower() in YES + NO else "yes_or_no"
        elif isinstance(self.default, int):
            positive = text.isascii() and text.isdecimal() and len(text) < 10 and int(text) > 0
            wrong = None if positive else "number"
        elif self.choices:
            wrong = None if text in self.choices else "choice"
        elif self.web:
            wrong = None if _is_web_address(text) else "address"
        if wrong:
            possible = {"number": str(self.default), "choice": ", ".join(self.choices)}
            raise WrongSetting(self.variable, wrong, text, possible.get(wrong, ""))
        return text.lower() in YES if isinstance(self.default, bool) else type(self.default)(text)


@dataclass(frozen=True)
class Settings:
    """The settings in force, and the one declaration of each: name, type, default and help (`SETTINGS` lists them)."""

    store: Annotated[str, Setting("SQLAlchemy URL of the store")] = (
        f"sqlite:///{ROOT / 'data' / 'store' / 'klusteripulssi.sqlite'}"
    )
    editor_key: Annotated[
        str, Setting("key of the editors; empty: one is made at start and printed in the terminal", secret=True)
    ] = ""
    editor_keys: Annotated[
        str,
        Setting(
            "keys of several councils, with their names and regions, as Kainuu:key:18,16;Lappi:another key:19",
            secret=True,
        ),
    ] = ""
    language: Annotated[str, Setting("language where an address names none: fi, en or sv", ("fi", "en", "sv"))] = "fi"
    workbook: Annotated[str, Setting("workbook that the first start publishes")] = str(
        ROOT / "data" / "cluster_activity.xlsx"
    )
    public_address: Annotated[
        str,
        Setting(
            "address that readers use, as https://…, with its path if it has one; empty: that of the server itself",
            web=True,
        ),
    ] = ""
    frame_ancestors: Annotated[str, Setting("who may show the pages in a frame, as in a content-security-policy")] = (
        "'none'"
    )
    embed_hosts: Annotated[
        str, Setting("sites that may show our charts in a frame: https://example.fi, with spaces between")
    ] = ""
    file_mb: Annotated[int, Setting("largest file that is read, in megabytes")] = 20
    sheet_rows: Annotated[int, Setting("most rows of a sheet that are not blank")] = 200_000
    check_mb: Annotated[int, Setting("memory of the process that checks an upload, in megabytes")] = 1024
    check_seconds: Annotated[int, Setting("time after which a check is given up")] = 20
    sockets: Annotated[int, Setting("most open pages (websockets), signed-in editors' apart")] = 800
    sender_sockets: Annotated[
        int, Setting("most open pages of one sender: an address, of IPv6 a network of 64 bits")
    ] = 250
    api_requests: Annotated[int, Setting("most requests of one sender to /api/ in a minute")] = 6000
    uploads_mb: Annotated[int, Setting("most that uploaded files take of the memory in all, in megabytes")] = 400
    session_uploads_mb: Annotated[
        int, Setting("most that the uploaded files of one open page take of the memory, in megabytes")
    ] = 100
    access: Annotated[
        str, Setting("how people sign in: key, oidc (OpenID Connect) or proxy (its header)", tuple(WAYS))
    ] = "key"
    private: Annotated[bool, Setting("whether readers must sign in too: yes or no")] = False
    reader_key: Annotated[
        str, Setting("with access by key and a private dashboard: key of the readers", secret=True)
    ] = ""
    editors: Annotated[
        str,
        Setting(
            "who may edit, with oidc or proxy: addresses, domains as @liitto.fi, groups as group:…; "
            "with the regions of each, if not all, as kainuu@liitto.fi = editor 18, 16"
        ),
    ] = ""
    readers: Annotated[
        str, Setting("who may read a private dashboard, with oidc or proxy; empty: whoever signs in")
    ] = ""
    review: Annotated[
        str, Setting("whose yes publishing needs: none, or second (another person than who made it)", ("none", SECOND))
    ] = "none"
    oidc_issuer: Annotated[
        str, Setting("address of the sign-in service, before /.well-known/openid-configuration", web=True)
    ] = ""
    oidc_client: Annotated[str, Setting("client identifier that the sign-in service gave")] = ""
    oidc_secret: Annotated[str, Setting("client secret that the sign-in service gave", secret=True)] = ""
    oidc_address: Annotated[str, Setting("claim that holds a person's mail address")] = "email"
    oidc_verified: Annotated[
        str,
        Setting(
            "who vouches for that address: claim (email_verified of each person), or service (the sign-in service "
            "of one's own organisation, which sends no such claim)",
            ("claim", SERVICE),
        ),
    ] = "claim"
    oidc_groups: Annotated[str, Setting("claim that holds a person's groups")] = "groups"
    proxy_address: Annotated[str, Setting("header in which the proxy tells a person's mail address")] = (
        "X-Forwarded-Email"
    )
    proxy_name: Annotated[str, Setting("header in which the proxy tells a person's name")] = (
        "X-Forwarded-Preferred-Username"
    )
    proxy_groups: Annotated[str, Setting("header in which the proxy tells a person's groups")] = "X-Forwarded-Groups"
    session_hours: Annotated[int, Setting("hours after which an editor signs in again, whatever she does")] = 12
    idle_minutes: Annotated[int, Setting("minutes without doing anything after which an editor signs in again")] = 60
    deck_template: Annotated[str, Setting("the council's own PowerPoint template (.pptx); empty: a plain one")] = ""
    eu_emblem: Annotated[bool, Setting("whether slides bear the EU emblem with its co-funding text: yes or no")] = False
    watch_seconds: Annotated[
        int, Setting("watch folder: seconds between two looks; a file that was the same at both has stopped changing")
    ] = 30
    watch_author: Annotated[
        str, Setting("watch folder: who is named as the author in the history; empty: the watch folder itself")
    ] = ""
    watch_regions: Annotated[
        str, Setting("watch folder: codes of the regions whose rows it may change, as 18,16; empty: all rows")
    ] = ""
    metrics_token: Annotated[
        str,
        Setting("token that /metrics asks for (Authorization: Bearer …); empty: this machine alone", secret=True),
    ] = ""
    log: Annotated[str, Setting("how the log is written: text, or json (one object a line)", ("text", "json"))] = "text"

    def public_root(self, base: str) -> str:
        """The public address without a slash at its end, "" if it is not set.

        ``base``: the path below which the server stands; one in the public address itself is what readers see of it.
        """
        address = self.public_address.rstrip("/")
        has_path = urlsplit(address).path.strip("/") != ""
        return address + base if address and not has_path else address

    @property
    def check_limits(self) -> dict[str, int]:
        """The bounds of the check of an upload, by their names in `analysis.intake.limits`; sizes in bytes."""
        return {
            "file_bytes": self.file_mb * 2**20,
            "sheet_rows": self.sheet_rows,
            "memory_bytes": self.check_mb * 2**20,
            "seconds": self.check_seconds,
        }


SETTINGS: tuple[Setting, ...] = tuple(
    replace(
        get_type_hints(Settings, include_extras=True)[each.name].__metadata__[0], name=each.name, default=each.default
    )
    for each in fields(Settings)
)


def read(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of an environment; WrongSetting names the variable that cannot be used."""
    settings = Settings(**{each.name: each.value(environment) for each in SETTINGS})
    if missing := [PREFIX + name.upper() for name in WAYS[settings.access] if not getattr(settings, name)]:
        raise WrongSetting(f"{PREFIX}ACCESS", "missing", settings.access, ", ".join(missing))
    return settings


def unknown_variables(environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Variables of ours that set nothing, each with the one that is probably meant, "" if none is near."""
    known = {each.variable.removeprefix(PREFIX): each.variable for each in SETTINGS}
    names = sorted(name for name in environment if name.startswith(PREFIX) and name not in known.values())
    nearest = {name: get_close_matches(name.removeprefix(PREFIX), known, n=1) for name in names}
    return {name: known[found[0]] if found else "" for name, found in nearest.items()}


def require_persons(settings: Settings) -> None:
    """Raise WrongSetting if a second person has to say yes and the key that all editors share tells nobody apart.

    The dashboard asks for this at its start. On the command line people name themselves.
    """
    is_shared = settings.access == "key" and (bool(settings.editor_key) or not settings.editor_keys)
    if settings.review == SECOND and is_shared:
        raise WrongSetting(f"{PREFIX}REVIEW", "persons", settings.review, f"{PREFIX}ACCESS")


def language(environment: Mapping[str, str] = os.environ) -> str:
    """The language that an environment names, whatever else may be wrong in it; the default if it names none."""
    setting = next(each for each in SETTINGS if each.name == "language")
    name = environment.get(setting.variable)
    return name if name in setting.choices else str(setting.default)


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        sound = parts.port != 0 and not set(text) & set(" ;,")
        return sound and parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False
