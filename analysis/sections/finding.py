"""What a split shows at first sight: which values lead it, and the words for that."""

from dataclasses import dataclass

import pandas as pd

from analysis.charts import Bars, Chart, Counted, Field
from analysis.words import Words

FEW = 3
"""So many values that share the lead are still named."""


@dataclass(frozen=True)
class Split:
    """A split that becomes bars: what is split (``key``), its table with the columns ``code``, ``name`` and
    ``value``, sorted; fields, the base that the values are told against, the sentence of a chart without data, and the
    rows that it counts."""

    key: str
    table: pd.DataFrame
    fields: tuple[Field, ...]
    value: str
    base: int
    empty: str
    rule: str = ""
    filters: str | None = None
    height: int | None = None
    counted: Counted | None = None


def ranked(frame: pd.DataFrame, value: str) -> pd.DataFrame:
    """The rows with the greatest value first; what is alike stays in its order."""
    return frame.sort_values(value, ascending=False, kind="stable").reset_index(drop=True)


def leaders(frame: pd.DataFrame, value: str) -> pd.DataFrame:
    """The rows that share the greatest value."""
    return frame[frame[value] == frame[value].max()]


def bars(split: Split, words: Words) -> Chart:
    """The chart of a split; without anything to count the sentence that says so."""
    subtitle = words(f"charts.{split.key}_subtitle")
    if not split.table[split.value].sum():
        return _empty(split, subtitle)
    first = leaders(split.table, split.value)
    mark = Bars("name", split.value, "code", tuple(first["name"]) if len(first) <= FEW else (), split.filters)
    return Chart(
        key=split.key,
        title=_title(split, first, words),
        subtitle=subtitle,
        sentence=_sentence(split, words),
        alt=words("charts.alt_bars", subtitle=subtitle, values=_told(split.table, split.value, words)),
        table=split.table,
        fields=split.fields,
        mark=mark,
        rule=split.rule,
        height=split.height,
        counted=split.counted,
    )


def _empty(split: Split, subtitle: str) -> Chart:
    mark = Bars("name", split.value)
    return Chart(split.key, subtitle, "", "", split.empty, split.table[:0], split.fields, mark, empty=split.empty)


def _title(split: Split, first: pd.DataFrame, words: Words) -> str:
    count = words.number(int(first[split.value].iloc[0]))
    values = {"n": count, "base": words.number(split.base)}
    if len(split.table) == 1:
        return words(f"charts.{split.key}_one", name=first["inline"].iloc[0], **values)
    if len(first) > FEW:
        return words(f"charts.{split.key}_even", **values)
    key = f"charts.{split.key}_title" if len(first) == 1 else f"charts.{split.key}_titles"
    return words(key, names=words.listing(first["inline"].tolist()), **values)


def _sentence(split: Split, words: Words) -> str:
    table = split.table
    some, none = table[table[split.value] > 0], table[table[split.value] == 0]
    text = _largest(some, split.value, words)
    if not len(none):
        return text
    return text + " " + words("charts.none", names=words.listing(none["name"].tolist()))


def _largest(some: pd.DataFrame, value: str, words: Words) -> str:
    """The first ones with their numbers; where many share the greatest one, it is said once."""
    first, n = leaders(some, value), words.number(int(some[value].max()))
    if len(first) == len(some) > FEW:
        return words("charts.largest_all", n=n)
    if len(first) > FEW:
        return words("charts.largest_shared", n=n, names=words.listing(first["name"].tolist()))
    return words("charts.largest", values=_told(some[:FEW], value, words))


def _told(table: pd.DataFrame, value: str, words: Words) -> str:
    pairs = zip(table["name"], table[value], strict=True)
    return words.listing([f"{name} {words.number(int(count))}" for name, count in pairs])
