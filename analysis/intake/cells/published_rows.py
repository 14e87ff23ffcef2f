"""Published rows by their key, their name and their day: by these a row of an upload is known as the same row."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from analysis.intake.text import comparable, key_form, key_forms
from analysis.schema import TABLES, Table
from analysis.schema.kinds import Text

WITH_WRITTEN_KEYS = frozenset(
    name for name, each in TABLES.items() if len(each.key) == 1 and isinstance(each.column(each.key[0]).kind, Text)
)
"""The tables whose rows are known by one key that is text: no year and no choice."""
_SEPARATOR = "\0"


@dataclass(frozen=True)
class PublishedRows:
    """The rows of one published table: ``keys``, ``names`` and ``days`` (ISO, or empty), each as one text.

    One text a column costs little on the way to a worker process; it is taken apart only if a question is asked.
    ``stay``: whether the rows stay beside those of the upload, because these are only added.
    """

    keys: str = ""
    names: str = ""
    days: str = ""
    stay: bool = False

    @classmethod
    def of(cls, table: Table, frame: pd.DataFrame, stay: bool = False) -> "PublishedRows":
        """The rows of a table whose key is one column; ``stay`` as of the class."""
        day = table.day
        columns = [frame[name].fillna("").tolist() for name in (table.key[0], table.label)]
        columns.append(frame[day].fillna("").tolist() if day else [""] * len(frame))
        keys, names, days = (_SEPARATOR.join(column) for column in columns)
        return cls(keys, names, days, stay)

    def spellings(self, keys: Iterable[str | None]) -> dict[str, str]:
        """The published keys from which keys differ in case or kind of hyphen alone, by these."""
        unknown = set(filter(None, keys)).difference(self.keys.split(_SEPARATOR))
        return {key: self._keys_by_form[form] for key in unknown if (form := key_form(key)) in self._keys_by_form}

    def is_row(self, key: str, name: str | None, day: str | None) -> bool:
        """Whether the published row of a key has this name and this day."""
        return name is not None and self._rows.get(key) == (comparable(name), day or "")

    def keys_of(self, name: str, day: str | None) -> list[str]:
        """The keys of the published rows with a name and a day; without a day that of the only row with the name."""
        keys = self._keys_by_name.get(comparable(name), [])
        same_day = [key for key in keys if self._rows[key][1] == (day or "")]
        return same_day or (keys if len(keys) == 1 and not day else [])

    @property
    def forms(self) -> frozenset[str]:
        """The keys in the form in which they are compared."""
        return frozenset(key_forms(self.keys.split(_SEPARATOR)))

    @cached_property
    def _rows(self) -> Mapping[str, tuple[str, str]]:
        """The `comparable` name and the day by key."""
        if not self.keys:
            return {}
        keys, names, days = (text.split(_SEPARATOR) for text in (self.keys, comparable(self.names), self.days))
        return dict(zip(keys, zip(names, days, strict=True), strict=True))

    @cached_property
    def _keys_by_form(self) -> Mapping[str, str]:
        """Each key by its form, but for forms that several keys have."""
        keys = self.keys.split(_SEPARATOR)
        forms = key_forms(keys)
        number = Counter(forms)
        return {form: key for form, key in zip(forms, keys, strict=True) if number[form] == 1}

    @cached_property
    def _keys_by_name(self) -> Mapping[str, list[str]]:
        keys: dict[str, list[str]] = {}
        for key, (name, _) in self._rows.items():
            keys.setdefault(name, []).append(key)
        return keys


NO_ROWS = PublishedRows()
