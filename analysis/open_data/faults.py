"""What cannot be answered, and why: a code with a text in each language, as problem details (RFC 9457) have it."""

from typing import Any

from analysis.words import Translator

STATUS: dict[str, int] = {
    "unreadable-value": 400,
    "unknown-parameter": 400,
    "unknown-value": 400,
    "sign-in": 401,
    "unknown-address": 404,
    "unknown-table": 404,
    "unknown-chart": 404,
    "unknown-revision": 404,
    "method": 405,
    "withdrawn-revision": 410,
    "too-many-requests": 429,
    "store": 503,
}
"""Every code, with the status of HTTP."""
TEXT = 80
"""So many letters of a value are repeated."""


class ApiFault(Exception):
    """A request that cannot be answered. ``values`` name the parameter, its value and what it could be."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code, self.values = code, {name: text if name == "could" else text[:TEXT] for name, text in values.items()}


def problem(fault: ApiFault, words: Translator) -> dict[str, Any]:
    """The object of ``application/problem+json``: title and detail in the language, ``code`` for programs."""
    key = f"open_data.fault.{fault.code}"
    return {
        "type": "about:blank",
        "title": words(f"{key}.title"),
        "status": STATUS[fault.code],
        "detail": words(key, **fault.values),
        "code": fault.code,
        **{name: each for name, each in fault.values.items() if name in ("parameter", "value")},
    }
