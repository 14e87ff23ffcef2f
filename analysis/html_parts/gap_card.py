"""The card of the rows behind a gap: what page and document have of it, but for the worklist and the menu of files."""

from analysis.html_parts import html_table, links
from analysis.html_parts.page_context import PageContext
from analysis.html_parts.rendering import render
from analysis.sections import Section

GAP = "gap"
"""Parameter of the address: the kind of gap whose rows are shown."""
COLUMNS = ("starts", "table", "name", "regions", "themes", "remark")
MOST_ROWS = 100
"""So many of the rows behind a gap are shown; the files hold all."""


def gap_head(page: PageContext, section: Section) -> list[str]:
    """Title, number, the first rows and what to do with them, of the section of a gap (`gap_rows`); a text a block."""
    words, rows = page.words, section.rows[0]
    parts = [render("chart-head", words, title=section.title, subtitle=section.subtitle, empty="")]
    if rows.total:
        fields = {field.name: field for field in rows.fields}
        columns = tuple(fields[name] for name in COLUMNS if name in fields)
        parts.append(html_table.table(rows.table.head(MOST_ROWS), columns, rows.title, words, stacked=True))
    if rows.total > MOST_ROWS:
        values = {"shown": words.number(MOST_ROWS), "total": words.number(rows.total)}
        parts.append(render("hint", words, text=words("downloads.some_rows", **values)))
    return [*parts, render("hint", words, text=section.sentence)]


def gap_foot(page: PageContext, section: Section, menu: str) -> list[str]:
    """The rule with the ``menu`` of files, and the way back to all gaps."""
    words, close = page.words, links.to(page.entry.key, page.address.with_page_parameters(gap=None))
    return [
        render("rule", words, sentence="", rule=section.rows[0].rule, menu=menu, of=section.title),
        render("close", words, link=close, label=words("gaps.close")),
    ]
