"""Tables drawn by chance, such as the program's reader could have read."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from analysis.intake.letters.broken_letters import with_sound_letters
from analysis.intake.personal_data import may_hold_personal_data
from analysis.intake.text import comparable, is_blank, normalize
from analysis.schema import TABLES, Column, Table, Tables, all_tables, typed_frame
from analysis.schema.aliases import SEVEN
from analysis.schema.kinds import Choice, Clock, Day, Duration, Kind, Link, Many, One, Text, Whole, Year

LETTERS = "aäÅb1290 .,-–_=+@'\"&<>#%/:;|[]()eé€ж😀"
NAMES = st.sampled_from(
    ("Klusteri", "Vesi, energia ja ruoka", "teollinen kiertotalous", "A / B", "A | B", "x; y", "Lappi", "18")
)
PATHS = st.sampled_from(("", "/", "/a?b=1&c=2", "/ä#kohta", "/%C3%A4", "/a[1]", "/=SUM(A1)"))


def sound(text: str) -> bool:
    """Whether the reader leaves a text as it is and has nothing to say of it."""
    has_sound_letters = with_sound_letters(text) == text
    return normalize(text) == text and not is_blank(text) and not may_hold_personal_data(text) and has_sound_letters


texts = st.one_of(NAMES, st.text(LETTERS, min_size=1, max_size=30).filter(sound))
proses = st.one_of(texts, st.text(LETTERS + "\n", min_size=1, max_size=90).filter(sound))
keys = st.text("abcÄ0789-_", min_size=1, max_size=6).filter(sound)
links = st.builds("https://{}.example{}".format, st.sampled_from("abc"), PATHS)
full_days = st.dates(date(1990, 1, 1), date(2030, 12, 31)).map(date.isoformat)
days = st.builds(lambda day, length: day[:length], full_days, st.sampled_from((4, 7, 10)))


def values(kind: Kind, ids: dict[str, list[str]]) -> st.SearchStrategy[Any]:
    """Values of a kind; references are to the keys that are known."""
    plain = {Day: days, Year: st.integers(2000, 2026), Whole: st.integers(1, 900), Clock: st.integers(0, 20_000)}
    plain[Duration] = st.integers(1, 900)
    match kind:
        case Text(code=True):
            return keys
        case Text(long=long):
            return proses if long else texts
        case Choice():
            return st.sampled_from(list(kind.names))
        case Link(mailbox=mailbox):
            return st.one_of(links, st.just("mailto:klusterit@liitto.example")) if mailbox else links
        case One(to=to):
            return st.sampled_from(ids[to]) if ids[to] else st.none()
        case Many(to=to):
            entry = st.sampled_from(ids[to]) if to and ids[to] else texts
            return st.just(()) if to and not ids[to] else st.lists(entry, max_size=7, unique=True).map(tuple)
        case _:
            return plain[type(kind)]


@st.composite
def tables(draw: st.DrawFn) -> Tables:
    """The whole set with a few rows each."""
    ids: dict[str, list[str]] = {"regions": list(SEVEN)}
    drafts = {}
    for name in ("themes", "priorities", "clusters", "events", "stories", "materials", "targets", "about", "phases"):
        rows = draw(st.lists(row(TABLES[name], ids), max_size=4))
        rows = _distinct(TABLES[name], rows)
        ids[name] = [each[TABLES[name].key[0]] for each in rows]
        drafts[name] = typed_frame(
            TABLES[name], {each.name: [row.get(each.name) for row in rows] for each in TABLES[name].columns}
        )
    return all_tables(drafts, TABLES)


@st.composite
def row(draw: st.DrawFn, table: Table, ids: dict[str, list[str]]) -> dict[str, Any]:
    """One row: required cells filled, others sometimes; days in their order, groups within the participants."""
    cells = {each.name: draw(_cell(each, ids)) for each in table.columns}
    if cells.get("ends"):
        first, last = sorted(draw(st.lists(full_days, min_size=2, max_size=2)))
        cells |= {"starts": first[: len(cells["starts"])], "ends": last[: len(cells["ends"])]}
    groups = [name for name in cells if name.startswith("from_") and cells[name]]
    if groups:
        cells["participants"] = sum(cells[name] for name in groups)
    return cells


def _cell(column: Column, ids: dict[str, list[str]]) -> st.SearchStrategy[Any]:
    filled = values(column.kind, ids)
    if column.required:
        return filled.filter(bool) if isinstance(column.kind, Many) else filled
    return st.one_of(st.none(), filled)


def _distinct(table: Table, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows without those whose key stands there already."""
    by_key = {tuple(comparable(str(each[name])) for name in table.key): each for each in rows}
    return list(by_key.values())
