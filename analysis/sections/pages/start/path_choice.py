"""What a path is for, and how long it may take: the choices of a newcomer."""

from collections.abc import Mapping
from dataclasses import dataclass

from analysis.measures.reading_path import NO_THEME
from analysis.schema import Tables

PURPOSES: Mapping[str, tuple[str, ...]] = {
    "start": ("johtaminen", "osaaminen", "palvelut", "rahoitus", NO_THEME),
    "lead": ("johtaminen", "palvelut"),
    "funding": ("rahoitus",),
    "abroad": ("kansainvalistyminen",),
    "competence": ("osaaminen",),
}
"""By purpose: the themes of its path. The first purpose is the one if none is chosen."""
MINUTES: Mapping[str, int] = {"60": 60, "15": 15, "360": 360}
"""By value in the address: the minutes of a path; a day is six hours. The first one is that if none is chosen."""


@dataclass(frozen=True)
class PathChoice:
    """What a path is for (a key of `PURPOSES`), and its minutes at most."""

    purpose: str = "start"
    minutes: int = 60


def path_choice(purpose: str | None, minutes: str | None) -> PathChoice:
    """The choice that an address makes; what it does not know counts as none."""
    return PathChoice(
        purpose if purpose and purpose in PURPOSES else next(iter(PURPOSES)),
        MINUTES.get(minutes or "", next(iter(MINUTES.values()))),
    )


def path_themes(tables: Tables, purpose: str) -> tuple[str, ...]:
    """The themes of a purpose that the workbook has; all of its own, in their order, if it has none of them."""
    frame = tables["themes"].sort_values("order", kind="stable", na_position="last")
    own = tuple(frame["id"])
    ours = tuple(each for each in PURPOSES[purpose] if each in own or each == NO_THEME)
    return ours if any(ours) else (*own, NO_THEME)


def purpose_of_theme(theme: str) -> str | None:
    """The purpose whose path is about a theme alone or above all; None if there is none."""
    purposes = [each for each, themes in PURPOSES.items() if themes[0] == theme]
    return min(purposes, key=lambda each: len(PURPOSES[each])) if purposes else None
