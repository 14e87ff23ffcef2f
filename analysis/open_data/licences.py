"""Licences that owners name in words, as catalogues name them."""

import re
from dataclasses import dataclass

AUTHORITY = "http://publications.europa.eu/resource/authority/licence/"


@dataclass(frozen=True)
class Licence:
    """A licence: its name in SPDX's list, its address, its code in the European Union's list of licences."""

    name: str
    address: str
    code: str

    @property
    def authority(self) -> str:
        """Its address in that list."""
        return AUTHORITY + self.code


CC0 = Licence("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/", "CC0")
LICENCES = {
    r"\bCC[ -]?BY[ -]4\.0\b": Licence("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/", "CC_BY_4_0"),
    r"\bCC[ -]?BY-SA[ -]4\.0\b": Licence(
        "CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/", "CC_BYSA_4_0"
    ),
    r"\bCC0\b": CC0,
}
"""By what an owner's text says of it: the licence."""


def find_licence(text: str) -> Licence | None:
    """The licence that a text names; None if it names none that we know."""
    return next((each for pattern, each in LICENCES.items() if re.search(pattern, text, re.IGNORECASE)), None)
