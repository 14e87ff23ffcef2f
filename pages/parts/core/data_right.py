"""The right to the data of a page that is open: what a fragment or a file button of it gives is asked for anew."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import streamlit as st

from analysis.access import COOKIE, DataRight, NoRight
from analysis.app_services import app_services
from analysis.streamlit_adapter.download_files import DownloadFiles
from pages.parts.core import error_boundary

RIGHT = "data_right"
"""Key of the session: the right by which the last whole run of a page was made."""
FILES = DownloadFiles(st.runtime.get_instance)


def cookie() -> str | None:
    """The cookie with which the reader's browser opened its connection; None without one."""
    value = st.context.cookies.get(COOKIE)
    # The harness of Streamlit's tests has cookies that are no text.
    return value if isinstance(value, str) else None


def begin_run() -> DataRight:
    """The right by which a page is made from now on, for what of it runs later."""
    services = app_services()
    right = DataRight(cookie(), services.store.withdrawn(), needs_session=services.settings.private)
    st.session_state[RIGHT] = right
    return right


def require() -> None:
    """Run the whole page anew if it was made by a right that holds no more: each fragment begins so."""
    services, right = app_services(), st.session_state.get(RIGHT, DataRight())
    if not right.holds(right.cookie, services.sessions, services.store, datetime.now(UTC)):
        st.rerun()


def guarded_file(
    make: Callable[[], bytes], media_type: str, name: str, *, editors: bool = False
) -> Callable[[], bytes]:
    """The function that makes a file when its button is pressed, if the page's right holds still; else NoRight.

    ``make`` makes it; ``media_type`` and ``name`` are those that the button gives it; ``editors``: it is for editors
    alone. The log gets what is raised.
    """
    right = replace(st.session_state.get(RIGHT, DataRight()), needs_editor=editors)

    def make_by_right() -> bytes:
        services = app_services()
        if not right.holds(right.cookie, services.sessions, services.store, datetime.now(UTC)):
            raise NoRight
        content = make()
        services.files.add(content, right)
        FILES.keep(content, media_type, name)
        return content

    return error_boundary.log_failure(make_by_right)
