"""The profile of one theme or priority: how much, when, where, and what there is to read and to visit."""

from dataclasses import replace

import pandas as pd

from analysis.charts import Chart, Counted, Field
from analysis.measures.latest import newest_first
from analysis.measures.reading import reading_order
from analysis.measures.totals import by_value, by_year, total
from analysis.measures.years import covered, span
from analysis.schema import Tables
from analysis.sections import entries, labels
from analysis.sections.chosen import chosen as told_of
from analysis.sections.counted_numbers import ruled
from analysis.sections.finding import Split, bars, ranked
from analysis.sections.section import Item, Listing, Number, Section
from analysis.sections.terms import Group
from analysis.sections.view import View, no_data, rows, view
from analysis.sections.yearly import Yearly, columns
from analysis.selection import Selection
from analysis.words import Words

BESIDE = 290
"""Height of the charts that stand beside each other."""
TEN = 10


def term_profile(
    tables: Tables, selection: Selection, words: Words, terms: Group, today: str | None = None
) -> Section | None:
    """All that the selection leaves of the one term of the group it names; None where it names none or several."""
    chosen = getattr(selection, terms.column)
    if len(chosen) != 1 or chosen[0] not in terms.named:
        return None
    seen, label = view(tables, selection, words, today), terms.named[chosen[0]]
    long, _ = full_text(seen, terms, chosen[0])
    return Section(
        key="term",
        title=labels.capital(label.text),
        choice=told_of(seen, terms.tables),
        subtitle=long,
        numbers=ruled(tuple(_number(seen, name) for name in terms.tables), words),
        charts=(_years(seen, terms), _regions(seen, terms)),
        listings=tuple(_listing(seen, name) for name in terms.tables),
    )


def _number(seen: View, name: str) -> Number:
    return Number(name, seen.words(f"themes.column_{name}"), total(rows(seen, name)))


def full_text(seen: View, terms: Group, code: str) -> tuple[str, str | None]:
    """What a term means in the owner's words, where that says more than its name, and its language where foreign."""
    frame, language = seen.tables[terms.column], seen.words.language
    row = frame[frame["id"] == code].iloc[0]
    order = (f"description_{language}", f"name_{language}", "description_fi", "name_fi")
    column = next(each for each in order if pd.notna(row[each]))
    told = "" if row[column] == labels.capital(terms.named[code].text) else str(row[column])
    return told, None if column.endswith(f"_{language}") else "fi"


def meanings(seen: View, terms: Group) -> Listing:
    """The terms of the group and what they mean."""
    items = []
    for code, label in terms.named.items():
        long, _ = full_text(seen, terms, code)
        items.append(Item(None, labels.capital(label.text), long, None, label.language))
    return Listing("meanings", terms.name, tuple(items), seen.words("themes.no_terms"))


def _years(seen: View, terms: Group) -> Chart:
    """Events, stories and materials of the term by year, those without a year left out."""
    words, dated = seen.words, [name for name in terms.tables if name in seen.shown]
    spanned = covered(span(*(seen.whole[name] for name in dated)), seen.selection)
    sums = sum(by_year(seen.shown[name], spanned)["count"].to_numpy() for name in dated)
    yearly = Yearly(
        key="years",
        table=pd.DataFrame({"year": list(spanned), "contents": pd.Series(sums, dtype="int64")}),
        value="contents",
        fields=(Field("year", words("charts.year"), "year"), Field("contents", words("themes.contents"), "number")),
        empty=words("regions.undated") if any(total(seen.shown[name]) for name in dated) else no_data(seen),
        filters="years",
        height=BESIDE,
        counted=Counted(tuple(dated), ("year",)),
        texts="themes.profile",
    )
    return columns(yearly, words)


def _regions(seen: View, terms: Group) -> Chart:
    words, placed = seen.words, [name for name in terms.tables if name != "materials"]
    codes = [code for code in seen.regions if code in (seen.selection.regions or seen.regions)]
    names = pd.Series([str(seen.regions[code]) for code in codes], dtype="str")
    counted = {name: by_value(rows(seen, name), "regions", codes)["count"] for name in placed}
    table = pd.DataFrame({"code": pd.Series(codes, dtype="str"), "name": names, "inline": names, **counted})
    table = ranked(table.assign(total=table[placed].sum(axis="columns").astype("int64")), "total")
    fields = (
        Field("name", words("charts.region")),
        *(Field(name, words(f"themes.column_{name}"), "number") for name in placed),
        Field("total", words("charts.total"), "number"),
    )
    rule = words(f"themes.rule_regions_{terms.column}")
    base = sum(total(rows(seen, name)) for name in placed)
    split = Split("term_regions", table, fields, "total", base, no_data(seen), rule, "regions", BESIDE)
    split = replace(split, counted=Counted(tuple(placed), ("regions",)))
    return replace(bars(split, words), key="regions")


def _listing(seen: View, name: str) -> Listing:
    words, ours = seen.words, rows(seen, name)
    held = seen.tables[name].loc[ours.index]
    note = words("regions.newest", shown=words.number(TEN), total=words.number(len(held))) if len(held) > TEN else ""
    if name == "clusters":
        items = entries.clusters(seen, held)
        return Listing(name, words("themes.column_clusters"), items, words("themes.no_clusters"))
    if name == "materials":
        kinds = tuple(labels.options("materials", "kind", words))
        some = entries.materials(seen, reading_order(held, kinds).head(TEN))
        told = words("themes.first", shown=words.number(TEN), total=words.number(len(held))) if note else ""
        title, empty = words("themes.column_materials"), words("themes.no_materials")
        return Listing(name, title, some, empty, note=told, total=len(held))
    newest = seen.tables[name].loc[newest_first(ours).index[:TEN]]
    made = {"events": entries.events, "stories": entries.stories}[name](seen, newest)
    title, empty = words(f"themes.column_{name}"), words(f"themes.no_{name}")
    return Listing(name, title, made, empty, note=note, total=len(held))
