"""How programs get the data: addresses, examples that can be copied, and what each column holds."""

from typing import NamedTuple

from analysis.exports.excel.column_help import header_note, reference_names
from analysis.html_parts import links
from analysis.html_parts.code_examples import EXAMPLES, code_example
from analysis.html_parts.page_context import PageContext
from analysis.html_parts.rendering import render
from analysis.open_data.open_tables import VERSION, open_columns, open_row_count
from analysis.open_data.table_query import DEFAULT_LIMIT, MOST
from analysis.schema import TABLES
from analysis.sections.context.owner_texts import owner_text

ABOUT = "about"
DOCUMENTS = ("datapackage.json", "catalog.jsonld", "openapi.json")


class ColumnEntry(NamedTuple):
    """A column in the dictionary: name, label, what it holds, whether it is always filled."""

    name: str
    label: str
    note: str
    required: bool


class TableEntry(NamedTuple):
    """A table in the dictionary: name, title, what its rows are, their number, its columns."""

    name: str
    title: str
    text: str
    rows: str
    columns: tuple[ColumnEntry, ...]


def open_data(page: PageContext, most_requests: int) -> str:
    """The whole card. ``most_requests``: how many requests of a sender are answered in a minute."""
    words, root = page.words, f"api/{VERSION}"
    limits = {
        **{"limit": words.number(DEFAULT_LIMIT), "most": words.number(MOST)},
        "requests": words.number(most_requests),
    }
    return render(
        "open-data",
        words,
        tables=table_entries(page),
        licence=owner_text(page.tables, "licence", words),
        published=page.moment(page.revision.published) if page.revision else "",
        limits=words("open_data.limits", **limits),
        local=f"{page.address.home}{root}",
        language=words.language,
        documents=DOCUMENTS,
        examples={name: code_example(name, f"{page.root}{root}", words.language) for name in EXAMPLES},
        history=links.to("history", page.address.for_other_pages()),
    )


def table_entries(page: PageContext) -> tuple[TableEntry, ...]:
    """The dictionary: every table with every column that programs get.

    What is said of the columns of the service's own texts is for their owner, and stands in the workbook alone.
    """
    words, tables = page.words, page.tables
    names = reference_names(tables, words)
    return tuple(
        TableEntry(
            table.name,
            words.name(table.headers),
            words(f"open_data.table.{table.name}"),
            words.plural("open_data.rows", open_row_count(tables, table.name)),
            tuple(
                ColumnEntry(
                    each.name,
                    words.name(each.headers),
                    "" if table.name == ABOUT else header_note(table, each, words, names),
                    each.required,
                )
                for each in open_columns(table.name)
            ),
        )
        for table in TABLES.values()
    )
