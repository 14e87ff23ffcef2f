"""What the toolkit lacks: guides, languages and captions, what is new, and links that lead somewhere."""

from collections.abc import Collection, Sequence

import numpy as np

from analysis.measures.captions import EXEMPT_BEFORE, caption_term
from analysis.measures.counts import values_in_use
from analysis.measures.gap_kinds import Gap
from analysis.measures.link_places import link_columns, web_links
from analysis.measures.records import Records, RecordsByTable, older_mask
from analysis.schema import LANGUAGES, Tables

OLD = 3
"""Years after which a material is old."""


def material_gaps(materials: Records, themes: Sequence[str], today: str | None = None) -> tuple[Gap, ...]:
    """The gaps of the materials of a selection: guides, old_materials, languages, captions.

    ``themes``: those that need a guide and each language. ``today``: an ISO day; without it nothing is old.
    """
    old = materials.where(older_mask(materials, OLD, today))
    return (
        _without_guide(materials, themes),
        Gap("old_materials", len(old), len(materials), {"materials": old}, {"materials": "published"}),
        _without_language(materials, themes),
        _without_captions(materials, today),
    )


def dead_link_gap(tables: Tables, rows: RecordsByTable, dead: Collection[str], day: str | None) -> Gap:
    """The rows with a link that leads nowhere, of those with any link.

    ``tables``: the whole set; ``rows``: those that are looked at, by table. ``dead``: the addresses that lead nowhere;
    ``day``: the ISO day on which links were asked last, None if they never were.
    """
    fill = {name: next(link_columns(name)) for name in rows}
    if not dead:
        none = {name: records.where(np.zeros(len(records), dtype=bool)) for name, records in rows.items()}
        return Gap("dead_links", 0, 0, none, fill, day=day)
    with_links, behind, marks = 0, {}, {}
    for name, records in rows.items():
        frame = tables[name].loc[records.index]
        links = {column: web_links(frame[column]) for column in link_columns(name)}
        by_column = {column: own.index[own.isin(dead)].unique().to_numpy() for column, own in links.items()}
        marks[name] = {column: labels for column, labels in by_column.items() if len(labels)}
        any_dead = np.isin(records.index, np.concatenate([*marks[name].values(), np.array([], dtype="int64")]))
        behind[name] = records.where(any_dead)
        with_links += int(np.isin(records.index, np.concatenate([own.index for own in links.values()])).sum())
    number = sum(map(len, behind.values()))
    return Gap("dead_links", number, with_links, behind, fill, marks=marks, day=day)


def _without_guide(materials: Records, themes: Sequence[str]) -> Gap:
    """The themes of which no material is a guide; each needs a new one."""
    guided = set(values_in_use(materials.having("kind", ("guide",)), "themes"))
    bare = tuple(theme for theme in themes if theme not in guided)
    none = materials.where(np.zeros(len(materials), dtype=bool))
    return Gap("guides", len(bare), len(themes), {"materials": none}, {}, {"materials": len(bare)}, bare)


def _without_language(materials: Records, themes: Sequence[str]) -> Gap:
    """The themes that lack materials in a language; materials of theirs whose language is not known may be in it."""
    in_use = {each: set(values_in_use(materials.having("language", (each,)), "themes")) for each in LANGUAGES}
    languages = {theme: tuple(each for each in LANGUAGES if theme not in in_use[each]) for theme in themes}
    languages = {theme: own for theme, own in languages.items() if own}
    rows = materials.having("themes", languages)
    rows = rows.where(~rows.known_mask("language"))
    return Gap(
        key="languages",
        number=len(languages),
        base=len(themes),
        rows={"materials": rows},
        fill={"materials": "language"},
        new_rows={"materials": sum(map(len, languages.values()))},
        terms=tuple(languages),
        languages=languages,
    )


def _without_captions(materials: Records, today: str | None) -> Gap:
    """The recordings without captions, or of which that is not known, but for those that need none."""
    recordings = materials.having("kind", ("recording",))
    rows = recordings.where(recordings.value_mask("captions", lambda own: own != ("yes",)))
    is_exempt = rows.value_mask("day", lambda own: caption_term("".join(own), today or EXEMPT_BEFORE).state == "exempt")
    needy, exempt = rows.where(~is_exempt), rows.where(is_exempt).index
    fill = {"materials": "captions"}
    return Gap("captions", len(needy), len(recordings), {"materials": needy}, fill, exempt=exempt)
