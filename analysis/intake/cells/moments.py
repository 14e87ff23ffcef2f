"""Moments: days with a time and a time zone, as SharePoint, Power Automate and programs write them (ISO 8601)."""

import re
from datetime import UTC, datetime, timedelta

from analysis.words.language import HELSINKI

# In small letters with hyphens. A space before the time is a person's: a hyphen behind hours and minutes then parts the
# beginning from the end ("10:00-12:00"), and is no sign of an offset.
_MOMENT = re.compile(
    r"(?<![0-9])(?P<day>(?P<y>[0-9]{4})-?(?P<m>[0-9]{2})-?(?P<d>[0-9]{2}))(?P<sep>t| )"
    r"(?P<hour>[0-9]{1,2})(?::?(?P<minute>[0-9]{2})(?P<second>:?[0-9]{2}(?:[.,][0-9]+)?)?)?"
    r" ?(?P<zone>z\b|utc\b|gmt\b|[+-](?:0[0-9]|1[0-4])(?::?[0-5][0-9])?)?(?![0-9:])(?:\[[a-z_/]{1,40}\])?"
)
SHORTEST = len("20240311t22z")
"""A shorter text holds no moment."""


def with_local_days(text: str) -> str:
    """The text, in small letters, with the day in Helsinki in place of every moment: "2024-03-11t22:00z" is 2024-03-12.

    Without an offset the day stays as it is written, and the time behind a "t" is left out.
    """
    return _MOMENT.sub(_local_day, text)


def _local_day(match: re.Match[str]) -> str:
    """The day of a moment in Helsinki; what is none as it is."""
    zone, is_written_by_hand = match["zone"], match["sep"] == " "
    if not zone:
        return match[0] if is_written_by_hand else match["day"]
    if is_written_by_hand and zone.startswith("-") and not match["second"]:
        return match[0]
    digits = zone[1:].replace(":", "") if zone[0] in "+-" else ""
    offset = timedelta(hours=int(digits[:2] or 0), minutes=int(digits[2:] or 0)) * (-1 if zone[0] == "-" else 1)
    # Fractions of a second move nothing.
    second = int((match["second"] or "0").lstrip(":")[:2])
    time = timedelta(hours=int(match["hour"]), minutes=int(match["minute"] or 0), seconds=second)
    if int(match["minute"] or 0) > 59 or second > 60 or time > timedelta(hours=24):
        return match[0]
    try:
        day = datetime(int(match["y"]), int(match["m"]), int(match["d"]), tzinfo=UTC)
        return (day + time - offset).astimezone(HELSINKI).date().isoformat()
    except (ValueError, OverflowError):
        return match[0]
