"""What was made before: the same for every reader who asks for the same, since a revision never changes."""

from collections.abc import Callable
from typing import Any, TypeVar

import streamlit as st

from pages.parts.view import View

Made = TypeVar("Made")


def made(view: View, make: Callable[..., Made], *said: Any, **more: Any) -> Made:
    """What ``make`` gives for the view's tables, selection and words, made once for each revision, day and address.

    ``said`` is what else it takes that follows from these, ``more`` what does not, such as what is searched for.
    """
    given: Made = _made(make.__name__, more, view.counted, view, make, said)
    return given


@st.cache_resource(max_entries=300, show_spinner=False)
def _made(
    name: str, more: dict[str, Any], state: str, _view: View, _make: Callable[..., Any], _said: tuple[Any, ...]
) -> Any:
    return _make(_view.tables, _view.selection, _view.words, *_said, **more)
