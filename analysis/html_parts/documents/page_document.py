"""The whole body of a page's document: what frames it, its blocks, and what is said if nothing answers."""

from markupsafe import Markup

from analysis.html_parts import frame, links
from analysis.html_parts.documents.body_context import BodyContext
from analysis.html_parts.documents.layout import element, group
from analysis.html_parts.documents.page_bodies import page_body
from analysis.html_parts.page_context import PageContext
from analysis.html_parts.rendering import render


def document_body(page: PageContext, context: BodyContext) -> str:
    """The body of a page as HTML, the same for every reader of an address.

    It has the lines for a reader without scripts, and for one whose filters do not come: they lead to the reading
    edition.
    """
    words, reading = page.words, links.reading(page)
    blocks = [
        element(frame.navigation(page)),
        element(frame.notices(page)),
        Markup(render("document/no_script", words, reading=reading)),
        *page_body(page, context),
        element(frame.foot(page)),
        group("end"),
    ]
    return render("document/document", words, blocks=Markup("").join(blocks), reading=reading)
