"""What search engines read of a page, in the terms of schema.org: a dataset, an event, an article, an organisation."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from analysis.html_parts.page_context import PageContext, day_in_finland
from analysis.html_parts.reading.edition_addresses import page_address, table_of
from analysis.schema import TABLES
from analysis.schema.frames import text_or_none
from analysis.sections.context import code_labels
from analysis.sections.context.owner_texts import owner_text
from analysis.words.language import DASH

SCHEMA = "https://schema.org"
STATUS = {"cancelled": "EventCancelled", "postponed": "EventPostponed"}
MODES = {
    "onsite": "OfflineEventAttendanceMode",
    "online": "OnlineEventAttendanceMode",
    "hybrid": "MixedEventAttendanceMode",
}
ADDRESSES = ("http://", "https://")
Data = dict[str, Any]


def structured_data(page: PageContext, id: str | None) -> Data | None:
    """The data on the record of an ``id`` of a page, or on a page itself; None where no term fits.

    Days have the precision that is known (ISO 8601). What is unknown is left out.
    """
    key = page.entry.key
    if id is None:
        return _own(page, _dataset(page)) if key in ("overview", "data") else None
    if key not in RECORDS:
        return None
    frame = page.tables[table_of(key)]
    rows: list[Data] = [
        {str(name): value for name, value in row.items()} for row in frame[frame["id"].isin([id])].to_dict("records")
    ]
    return _own(page, RECORDS[key](page, rows[0])) if rows else None


def _own(page: PageContext, data: Data) -> Data:
    """The data with its context and the page's address, without what is unknown."""
    whole = {"@context": SCHEMA, **data, "mainEntityOfPage": page_address(page, page.words.language)}
    return {name: value for name, value in whole.items() if value not in (None, "", [])}


def _event(page: PageContext, row: Data) -> Data:
    form, place, link = (text_or_none(row[name]) for name in ("form", "place", "link"))
    names = code_labels.regions(page.tables, page.words)
    area = ", ".join(str(names[code]) for code in row["regions"] if code in names)
    where = [{"@type": "Place", "name": place or area, "address": place or area}] if place or area else []
    if form in ("online", "hybrid") and link:
        where = [*(where if form == "hybrid" else []), {"@type": "VirtualLocation", "url": link}]
    return {
        "@type": "Event",
        "name": row["name"],
        "startDate": text_or_none(row["starts"]),
        "endDate": text_or_none(row["ends"]),
        "eventStatus": f"{SCHEMA}/{STATUS.get(text_or_none(row['status']) or '', 'EventScheduled')}",
        "eventAttendanceMode": f"{SCHEMA}/{MODES[form]}" if form else None,
        "location": where,
        "organizer": [{"@type": "Organization", "name": each} for each in row["organisers"]],
        "description": text_or_none(row["summary"]),
        "sameAs": _address(link),
    }


def _article(page: PageContext, row: Data) -> Data:
    names = page.tables["clusters"].loc[page.tables["clusters"]["id"].isin([row["cluster"]]), "name"]
    publisher = owner_text(page.tables, "publisher", page.words).text
    return {
        "@type": "Article",
        "headline": row["title"],
        "datePublished": text_or_none(row["published"]),
        "description": text_or_none(row["summary"]),
        "about": [{"@type": "Organization", "name": each} for each in names],
        "publisher": {"@type": "Organization", "name": publisher} if publisher else None,
        "sameAs": _address(text_or_none(row["link"])),
    }


def _material(page: PageContext, row: Data) -> Data:
    minutes, language = row["duration_min"], text_or_none(row["language"])
    return {
        "@type": "Article" if row["kind"] == "article" else "LearningResource",
        "name": row["title"],
        "headline": row["title"] if row["kind"] == "article" else None,
        "learningResourceType": str(code_labels.options("materials", "kind", page.words)[row["kind"]]),
        "inLanguage": language if language != "other" else None,
        "timeRequired": None if pd.isna(minutes) else f"PT{int(minutes)}M",
        "datePublished": text_or_none(row["published"]),
        "description": text_or_none(row["summary"]),
        "url": _address(text_or_none(row["link"])),
    }


def _cluster(page: PageContext, row: Data) -> Data:
    names = code_labels.regions(page.tables, page.words)
    return {
        "@type": "Organization",
        "name": row["name"],
        "url": _address(text_or_none(row["website"])),
        "sameAs": _address(text_or_none(row["eccp"])),
        "foundingDate": None if pd.isna(row["founded"]) else str(int(row["founded"])),
        "areaServed": [str(names[code]) for code in row["regions"] if code in names],
    }


def _dataset(page: PageContext) -> Data:
    words, tables = page.words, page.tables
    publisher, licence = (owner_text(tables, key, words).text for key in ("publisher", "licence"))
    years = page.choices["years"]
    return {
        "@type": "Dataset",
        "name": words("web.title.overview").replace(f" {DASH} ", ": "),
        "description": words("web.description.overview"),
        "url": page.root,
        "version": page.revision.id if page.revision else None,
        "dateModified": day_in_finland(page.revision.published) if page.revision else None,
        "creator": {"@type": "Organization", "name": publisher} if publisher else None,
        "license": _address(licence) or ({"@type": "CreativeWork", "name": licence} if licence else None),
        "temporalCoverage": "/".join(map(str, years)) if years else None,
        "spatialCoverage": [str(label) for label in code_labels.regions(tables, words).values()],
        "variableMeasured": [
            words.name(TABLES[name].headers) for name in ("events", "stories", "materials", "clusters")
        ],
        "isAccessibleForFree": True,
    }


def _address(text: str | None) -> str | None:
    """A web address as it is; None for any other text."""
    return text if text and text.startswith(ADDRESSES) else None


RECORDS: dict[str, Callable[[PageContext, Data], Data]] = {
    "events": _event,
    "stories": _article,
    "toolkit": _material,
    "clusters": _cluster,
}
"""By page: the data on one of its records."""
