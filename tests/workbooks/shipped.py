"""The shipped workbook from the facts: `python -m tests.workbooks.shipped` writes data/cluster_activity.xlsx."""

from collections.abc import Iterator
from pathlib import Path

from analysis.exports import data_workbook
from analysis.schema import TABLES, Tables, all_tables
from analysis.words import translator
from tests.workbooks.rows import Row, facts, typed

PATH = Path(__file__).parents[2] / "data" / "cluster_activity.xlsx"

OCCASIONS = {"ev-klusteriseminaarit-2020": "6", "ev-esavo-ruokapajat-2020": "3"}
LABEL_YEARS = {
    **dict.fromkeys(("cl-aice", "cl-asrc", "cl-arctic-design", "cl-arctic-safety", "cl-ade"), "2016"),
    "cl-photonics-fi": "2024",
}

START_HERE = {
    each: str(at)
    for at, each in enumerate(("ma-tyokalupakki", "ma-johtaminen", "ma-eucles", "ma-eccp-fi", "ma-eastnorth-eca"), 1)
}
"""A sensible order for newcomers, ours and not the owner's: what the toolkit is, how a cluster is led and labelled,
then the European networks."""


def events() -> Iterator[Row]:
    """The events whose day is known at some precision."""
    for row in facts("events"):
        if row["starts"]:
            said = {"recording": row["recording_url"], "summary": row["summary_fi"]}
            yield row | said | {"occasions": OCCASIONS.get(row["id"], "")}


def stories() -> Iterator[Row]:
    """All stories."""
    return (row | {"summary": row["summary_fi"]} for row in facts("stories"))


def materials() -> Iterator[Row]:
    """All materials."""
    for row in facts("materials"):
        said = {"themes": row["theme"], "event": row["event_id"], "summary": row["summary_fi"]}
        yield row | said | {"start_here": START_HERE.get(row["id"], "")}


def clusters() -> Iterator[Row]:
    """All clusters, with the year of a label where it is known."""
    return (row | {"eccp": row["eccp_url"], "label_year": LABEL_YEARS.get(row["id"], "")} for row in facts("clusters"))


def priorities() -> Iterator[Row]:
    """The priorities of both strategies, then the shared cluster themes."""
    rows = [row | {"kind": "priority"} | _valid(row["id"]) for row in facts("priorities")]
    rows += [row | {"kind": "cluster-theme"} for row in facts("growth_areas")]
    return (row | {"order": str(at)} for at, row in enumerate(rows, start=1))


def tables() -> Tables:
    """The typed tables of the shipped workbook."""
    rows = {
        **{"events": events(), "stories": stories(), "materials": materials(), "clusters": clusters()},
        **{"priorities": priorities()},
        **{name: facts(name) for name in ("themes", "regions", "about", "phases")},
    }
    return all_tables({name: typed(name, each) for name, each in rows.items()}, TABLES)


def _valid(key: str) -> Row:
    return {"valid_from": "2024"} if key.startswith("2024-") else {"valid_from": "2019", "valid_to": "2023"}


def made() -> bytes:
    """The workbook's bytes, the same every time."""
    return data_workbook(tables(), translator("fi"))


def main() -> None:
    """Write the workbook."""
    PATH.write_bytes(made())


if __name__ == "__main__":
    main()
