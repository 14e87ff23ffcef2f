"""The cards of charts in a document: title, picture as SVG, the table on demand, the rule of counting."""

from collections.abc import Iterable
from functools import cache

from markupsafe import Markup

from analysis.charts import Chart, figure, tokens
from analysis.charts.svg import draw
from analysis.html_parts.documents.layout import element, group
from analysis.html_parts.html_table import OPEN_TABLES, chart_table
from analysis.html_parts.page_context import PageContext
from analysis.html_parts.rendering import render
from analysis.sections import Section

WIDTHS = {"wide": 1118, "half": 526, "narrow": 324, "reading": 762}
"""Pixels of a picture: alone or beside another in a window of 1280, on a phone of 390, in the reading edition, where
each is alone and nearly as wide as paper."""
ALONE = ("narrow", "reading")
"""Sizes of pictures that are never beside each other."""
FORMS = ("panel.picture", "panel.table", "downloads.sheet.rows")
FIGURE = Markup('<div class="figure" style="--wide:{}px;--narrow:{}px">{}</div>')


@cache
def colours() -> str:
    """The colours of pictures as rules of a style sheet, those of light and dark in one, then the reader's own."""
    variables, dark = [], tokens("dark")
    for name, colour in tokens("light").items():
        variables.append(f"--{name}:light-dark({colour},{dark[name]});")
    forced = "".join(f"--{name}:{colour};" for name, colour in tokens("forced").items())
    return f".figure{{{''.join(variables)}}}@media (forced-colors:active){{.figure{{{forced}}}}}"


def figure_heights(chart: Chart) -> tuple[int, int]:
    """How high the picture of a chart is on a wide and on a narrow screen, in pixels."""
    layout = figure(chart)["layout"]
    wide = round(layout["height"])
    return wide, round(layout.get("narrow", {}).get("height", wide))


def chart_card(page: PageContext, section: Section, chart: Chart, size: str) -> Markup:
    """The card of a chart; ``size`` is one of `WIDTHS`."""
    words, name = page.words, f"{section.key}_{chart.key}"
    if chart.table.empty:
        head = render("chart-head", words, title=chart.title, subtitle="", empty=chart.empty)
        return group(f"chart_{name}", element(head))
    sentence, picture = chart.sentence, ""
    if chart.picture:
        heights = figure_heights(chart)
        drawing = draw(
            chart,
            words,
            mode=None,
            width=WIDTHS[size],
            alignment="xMinYMin meet",
            name=f"{section.key}.{chart.key}",
            place=heights[1 if size == "narrow" else 0],
        )
        sentence, picture = "", FIGURE.format(*heights, Markup(drawing.markup))
    forms = [words(each) for each in (FORMS if chart.counted_rows else FORMS[:2])]
    is_open = not chart.picture and chart.key in OPEN_TABLES
    table = Markup(chart_table(page, chart))
    view = render("document/view", words, forms=forms, table=table, chart=chart, is_open=is_open)
    under, of = "" if sentence else chart.sentence, chart.subtitle or chart.title
    return group(
        f"chart_{name}",
        element(render("chart-head", words, title=chart.title, subtitle=chart.subtitle, empty=sentence)),
        element(view, f"view_{name}"),
        element(picture),
        element(render("rule", words, sentence=under, rule=chart.rule, menu=page.menu(name), of=of)),
    )


def first_and_pairs(page: PageContext, section: Section, size: str) -> Markup:
    """The cards of the charts but the long tables: the first one large, the others in pairs, an odd one alone."""
    charts, cards = [each for each in section.charts if each.key not in OPEN_TABLES], []
    for place, chart in enumerate(charts):
        alone = place == 0 or (place % 2 == 1 and place == len(charts) - 1)
        cards.append(chart_card(page, section, chart, size if size in ALONE or alone else "half"))
    return group("beside-first", *cards)


def chart_rows(page: PageContext, section: Section, rows: Iterable[int], size: str) -> Markup:
    """The cards of the charts of a section, so many in each of the rows."""
    charts, lines = list(section.charts), []
    for number in rows:
        cards, charts = charts[:number], charts[number:]
        if not cards:
            break
        width = size if size in ALONE or len(cards) == 1 else "half"
        name = f"beside-{section.key}-{cards[0].key}"
        lines.append(group(name, *(chart_card(page, section, each, width) for each in cards)))
    return Markup("").join(lines)
