"""The whole check, in this process: bytes in, typed tables and issues out. It never raises."""

import logging
import traceback
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime

from analysis.intake.checked import Checked, TableRead, Upload
from analysis.intake.files import named, of_book, opened, refusal, seen
from analysis.intake.found import Found, collected
from analysis.intake.known import NOBODY, NONE, Known
from analysis.intake.limits import Limits, Refused
from analysis.intake.sheets import Placed, Sheet
from analysis.intake.tables import table_read
from analysis.schema import TABLES, Table, Tables
from analysis.schema.kinds import Many, One
from analysis.words.formats import HELSINKI

# Tables that others refer to come first, so that references know the upload's own rows.
ORDER = tuple(dict.fromkeys(("themes", "priorities", "regions", "clusters", "events", *TABLES)))
_log = logging.getLogger(__name__)

Begin = Callable[[int], None]
"""Told the place of each file before it is opened, and -1 before the tables are read."""


def read(
    uploads: Sequence[Upload], published: Tables, limits: Limits, now: datetime, stays: Tables | None = None
) -> Checked:
    """What the files of an upload hold, beside what is published. ``now`` tells which days lie far ahead.

    Refused files, errors and all else are issues of the result; no input makes it raise. Known themes, regions and the
    like are those of the upload and, of a table that it does not have, those that are published. ``stays``: tables
    whose rows stay beside those of the upload, where these are only added; they are known too.
    """
    try:
        return examined(uploads, Known.of(published), limits, now, stays=Known.of(stays or {}))
    except MemoryError:
        return refused(uploads, "too-large")
    except Exception as error:
        report(trace(error))
        return refused(uploads, "unreadable-file")


def examined(
    uploads: Sequence[Upload],
    known: Known,
    limits: Limits,
    now: datetime,
    begin: Begin = lambda place: None,
    stays: Known = NOBODY,
) -> Checked:
    """As `read`, from the published words and those of rows that stay; a fault of the program is raised."""
    files = named(uploads)
    places: list[Placed] = []
    found: list[Found] = []
    for order, upload in enumerate(files):
        begin(order)
        try:
            place = opened(upload, order, limits)
        except Refused as refused_file:
            found.append(refusal(refused_file.code, upload, order))
        else:
            places.append(place)
            found += of_book(place)
    if any(each.severity == "refused" for each in found):
        return _result({}, [each for each in found if each.severity == "refused"], files)
    begin(-1)
    tables, said = _tables(places, known, stays, now.astimezone(HELSINKI).date())
    return _result(tables, [*found, *said], files)


def refused(uploads: Sequence[Upload], code: str, place: int | None = None) -> Checked:
    """The result where reading had to be given up: the file at a place of the upload is to blame, else the largest."""
    files = named(uploads)
    if not files:
        return Checked(counts={"error": 0, "warning": 0, "info": 0})
    if place is None or not 0 <= place < len(files):
        place = max(range(len(files)), key=lambda each: len(files[each].data))
    return _result({}, [refusal(code, files[place], place)], files)


def _tables(
    places: Sequence[Placed], known: Known, stays: Known, today: date
) -> tuple[dict[str, TableRead], list[Found]]:
    tables: dict[str, TableRead] = {}
    found: list[Found] = []
    given = [sheet for place in places for sheet in place.sheets]
    referred = {name for sheet in given for name in _references(sheet.table)}
    for name in ORDER:
        sheets = [sheet for sheet in given if sheet.table.name == name]
        if not sheets:
            continue
        found += _parts_of_one(sheets)
        table, said = table_read(TABLES[name], sheets, known, today)
        found += said
        if table:
            tables[name] = table
            known = _knowing(table, known, stays) if name in referred else known
    return {name: tables[name] for name in TABLES if name in tables}, found


def _references(table: Table) -> set[str]:
    """The tables that the columns of a table refer to."""
    return {column.kind.to for column in table.columns if isinstance(column.kind, One | Many) and column.kind.to}


def _parts_of_one(sheets: Sequence[Sheet]) -> Iterable[Found]:
    return (
        Found("ambiguous-sheet", "info", sheet.where, table=sheet.table.name, value=sheet.where.sheet)
        for sheet in sheets[1:]
    )


def _knowing(table: TableRead, known: Known, stays: Known) -> Known:
    """The words known once a table of the upload is: its rows', those of published rows that it holds back, and those
    of rows that stay because the upload's are added to them."""
    name, own = table.table, Known.of({table.table: table.frame})
    if not own.tables:
        return known
    held = known.of_table(name).only({key for (key, *_) in table.held_keys})
    others = stays.tables.get(name, NONE).without(set(table.frame[TABLES[name].key[0]]))
    return Known({name: own.of_table(name).beside(held).beside(others)}).over(known)


def _result(tables: dict[str, TableRead], found: Sequence[Found], files: Sequence[Upload]) -> Checked:
    issues, counts, tally = collected(found)
    return Checked(tables, issues, counts, tally, tuple(seen(files, found)))


def trace(error: BaseException) -> str:
    """Where the program failed, without the error's own words: they may hold what stands in a cell."""
    frames = traceback.format_list(traceback.extract_tb(error.__traceback__))
    return f"{type(error).__name__} while reading an upload\n{''.join(frames)}"


def report(fault: str) -> None:
    """Write a fault of the program to the log."""
    _log.error("%s", fault)
