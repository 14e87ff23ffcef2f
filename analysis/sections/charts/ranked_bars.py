"""What a split shows at first sight: which values lead it, and the words for that."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.charts import Bars, Chart, CountedRows, Field
from analysis.words import Translator

MOST_NAMED = 3
"""So many values that share the lead are still named."""


@dataclass(frozen=True)
class RankedBars:
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
    counted: CountedRows | None = None


def value_table(labels_by_code: Mapping[str, tuple[str, str, str | None]], **counts: Iterable[int]) -> pd.DataFrame:
    """The table of a split: ``code``, ``name``, ``inline`` (the name within a sentence), ``language`` of the name if it
    is not the reader's, and a column for each of the counts, whose values are in the order of the codes.

    ``labels_by_code`` gives name, inline name and language by code.
    """
    rows = [(code, *label) for code, label in labels_by_code.items()]
    table = pd.DataFrame(rows, columns=["code", "name", "inline", "language"], dtype="str")
    return table.assign(**{name: pd.Series(list(column), dtype="int64") for name, column in counts.items()})


def ranked(frame: pd.DataFrame, value: str) -> pd.DataFrame:
    """The rows with the greatest value first; what is alike stays in its order."""
    return frame.sort_values(value, ascending=False, kind="stable").reset_index(drop=True)


def leaders(values: Sequence[int]) -> list[int]:
    """The places of those that share the greatest value, in order."""
    greatest = max(values, default=None)
    return [place for place, value in enumerate(values) if value == greatest]


def ranked_bar_chart(ranked: RankedBars, words: Translator) -> Chart:
    """The chart of a split; without anything to count the sentence that says so."""
    subtitle = words(f"charts.{ranked.key}_subtitle")
    names, counts = ranked.table["name"].tolist(), [int(count) for count in ranked.table[ranked.value].tolist()]
    if not sum(counts):
        return _empty(ranked, subtitle)
    first = leaders(counts)
    highlight = tuple(names[place] for place in first) if len(first) <= MOST_NAMED else ()
    mark = Bars("name", ranked.value, "code", highlight, ranked.filters)
    return Chart(
        key=ranked.key,
        title=_title(ranked, first, counts[first[0]], words),
        subtitle=subtitle,
        sentence=_sentence(names, counts, words),
        alt=words("charts.alt_bars", subtitle=subtitle, values=_told(names, counts, words)),
        table=ranked.table,
        fields=ranked.fields,
        mark=mark,
        rule=ranked.rule,
        height=ranked.height,
        counted_rows=ranked.counted,
    )


def _empty(split: RankedBars, subtitle: str) -> Chart:
    mark = Bars("name", split.value)
    return Chart(split.key, subtitle, "", "", split.empty, split.table[:0], split.fields, mark, empty=split.empty)


def _title(split: RankedBars, first: list[int], greatest: int, words: Translator) -> str:
    inline = split.table["inline"].iloc[first].tolist()
    values = {"n": words.number(greatest), "base": words.number(split.base)}
    if len(split.table) == 1:
        return words(f"charts.{split.key}_one", name=inline[0], **values)
    if len(first) > MOST_NAMED:
        return words(f"charts.{split.key}_even", **values)
    key = f"charts.{split.key}_title" if len(first) == 1 else f"charts.{split.key}_titles"
    return words(key, names=words.listing(inline), **values)


def _sentence(names: list[str], counts: list[int], words: Translator) -> str:
    some = [place for place, count in enumerate(counts) if count > 0]
    none = [name for name, count in zip(names, counts, strict=True) if not count]
    text = _largest([names[place] for place in some], [counts[place] for place in some], words)
    return f"{text} {words('charts.none', names=words.listing(none))}" if none else text


def _largest(names: list[str], counts: list[int], words: Translator) -> str:
    """The first ones with their numbers; where many share the greatest one, it is said once."""
    first, n = leaders(counts), words.number(max(counts))
    if len(first) == len(names) > MOST_NAMED:
        return words("charts.largest_all", n=n)
    if len(first) > MOST_NAMED:
        return words("charts.largest_shared", n=n, names=words.listing([names[place] for place in first]))
    return words("charts.largest", values=_told(names[:MOST_NAMED], counts[:MOST_NAMED], words))


def _told(names: list[str], counts: list[int], words: Translator) -> str:
    pairs = zip(names, counts, strict=True)
    return words.listing([f"{name} {words.number(count)}" for name, count in pairs])
