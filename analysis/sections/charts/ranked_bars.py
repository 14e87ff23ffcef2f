"""Ranked bars: the shape of every split by a value, with its finding and sentences."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.charts import Bars, Chart, CountedRows, Field
from analysis.words import Translator

MOST_NAMED = 3
"""At most this many values that share the lead are named."""


@dataclass(frozen=True)
class RankedBars:
    """A split that becomes bars.

    - ``key``: what it is split by; its texts are the catalogue's "charts.<key>_title" and so on.
    - ``table``: has ``code``, ``name``, ``inline`` and the column that ``value`` names; ranked.
    - ``base``: the number that the values are compared with.
    - ``empty``: the sentence of a chart without data.
    - ``selected``: the codes that its own filter selects: they stand out among all others, and up to three of them are
      the finding ("charts.<key>_chosen").
    """

    key: str
    table: pd.DataFrame
    fields: tuple[Field, ...]
    value: str
    base: int
    empty: str
    rule: str = ""
    filters: str | None = None
    height: int | None = None
    counted_rows: CountedRows | None = None
    selected: tuple[str, ...] = ()


def value_table(names: Mapping[str, tuple[str, str, str | None]], **counts: Iterable[int]) -> pd.DataFrame:
    """The table of a split: ``code``, ``name``, ``inline`` (the name within a sentence), ``language`` of the name if it
    is not the reader's, and a column for each of the counts, whose values are in the order of the codes.

    ``names``: name, inline name and language by code.
    """
    rows = [(code, *each) for code, each in names.items()]
    table = pd.DataFrame(rows, columns=["code", "name", "inline", "language"], dtype="str")
    return table.assign(**{name: pd.Series(list(column), dtype="int64") for name, column in counts.items()})


def rank(table: pd.DataFrame, value: str) -> pd.DataFrame:
    """The rows with the greatest value first; equal ones keep their order."""
    return table.sort_values(value, ascending=False, kind="stable").reset_index(drop=True)


def named_count(counts: Sequence[float], most: int = MOST_NAMED) -> int:
    """How many of ranked counts are named as the first: at most ``most``, and none that is equal to one left out.

    0 if more share the first place than may be named.
    """
    if len(counts) <= most:
        return len(counts)
    return sum(count != counts[most] for count in counts[:most])


def ranked_bar_chart(bars: RankedBars, words: Translator) -> Chart:
    """The chart of a split; if nothing is counted it has no rows and the sentence that says so."""
    subtitle = words(f"charts.{bars.key}_subtitle")
    names, counts = bars.table["name"].tolist(), [int(count) for count in bars.table[bars.value].tolist()]
    if not sum(counts):
        mark = Bars("name", bars.value)
        return Chart(bars.key, subtitle, "", "", bars.empty, bars.table[:0], bars.fields, mark, empty=bars.empty)
    leaders = counts.count(counts[0])
    values = [f"{name} {words.number(count)}" for name, count in zip(bars.table["inline"], counts, strict=True)]
    highlight = tuple(names[:leaders]) if leaders <= MOST_NAMED else ()
    chosen = bars.table[bars.table["code"].isin(bars.selected)]
    rule = f"{bars.rule} {words('charts.rule_chosen')}".strip() if len(chosen) else bars.rule
    return Chart(
        key=bars.key,
        title=_title(bars, leaders, counts[0], words),
        subtitle=subtitle,
        sentence=_sentence(bars.table["inline"].tolist(), counts, words),
        alt=words("charts.alt_bars", subtitle=subtitle, values=words.listing(values)),
        table=bars.table,
        fields=bars.fields,
        mark=Bars("name", bars.value, "code", tuple(chosen["name"]) or highlight, bars.filters),
        rule=rule,
        height=bars.height,
        counted_rows=bars.counted_rows,
        restates=True,
    )


def _title(bars: RankedBars, leaders: int, greatest: int, words: Translator) -> str:
    """The chosen values if there are any, else those that share the greatest count, in either case if they are few.

    ``leaders``: how many share the ``greatest`` count.
    """
    inline, texts = bars.table["inline"].tolist(), f"charts.{bars.key}"
    chosen = bars.table[bars.table["code"].isin(bars.selected)]
    if 0 < len(chosen) <= MOST_NAMED:
        pairs = zip(chosen["inline"], chosen[bars.value], strict=True)
        values = words.listing([f"{name} {words.number(int(count))}" for name, count in pairs])
        return words(f"{texts}_chosen", values=values)
    numbers = {"n": words.number(greatest), "base": words.number(bars.base)}
    if len(inline) == 1:
        return words(f"{texts}_one", name=inline[0], **numbers)
    if leaders > MOST_NAMED:
        return words(f"{texts}_even", **numbers)
    return words(
        f"{texts}_title" if leaders == 1 else f"{texts}_titles", names=words.listing(inline[:leaders]), **numbers
    )


def _sentence(names: list[str], counts: list[int], words: Translator) -> str:
    """The first ``names`` with their counts (one that many share is given once), and the names without any.

    The names are as within a sentence.
    """
    values = [f"{name} {words.number(count)}" for name, count in zip(names, counts, strict=True)]
    leaders, n = counts.count(counts[0]), words.number(counts[0])
    none = [name for name, count in zip(names, counts, strict=True) if not count]
    filled = len(names) - len(none)
    if none and leaders == filled > MOST_NAMED:
        return f"{words('charts.none', names=words.listing(none))} {words('charts.largest_others', n=n)}"
    if leaders == filled > MOST_NAMED:
        text = words("charts.largest_all", n=n)
    elif leaders > MOST_NAMED:
        text = words("charts.largest_shared", n=n, names=words.listing(names[:leaders]))
    else:
        text = words("charts.largest", values=words.listing(values[: named_count(counts[:filled])]))
    return f"{text} {words('charts.none', names=words.listing(none))}" if none else text
