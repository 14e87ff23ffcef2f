"""Contacts of persons in cells that an upload would publish: an address or a number that somebody has to say yes to."""

from analysis.publishing import Preview
from analysis.schema import TABLES
from pages.parts.update.change_list import UploadPlaces


def contacts_to_publish(preview: Preview) -> int:
    """How many cells of new rows, and changed cells, hold an e-mail address or a phone number.

    What is published already needs no further yes, nor what is never read, such as a column of senders.
    """
    found = {
        f"{each.sheet}!{each.cell}"
        for each in preview.plan.check.issues
        if each.code == "personal-data" and each.severity == "warning" and each.cell
    }
    places: set[str | None] = set()
    for name, change in preview.plan.changes.tables.items() if found else ():
        upload = UploadPlaces(preview, name)
        cells = [(each.key, each.column) for each in change.cells]
        cells += [(row.key, column.name) for row in change.added for column in TABLES[name].columns]
        places |= {upload.of(key, column) for key, column in cells}
    return len(found & places)
