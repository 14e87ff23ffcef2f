"""A file that cannot be made: the log has the error whole, the reader our sentence, both the same reference."""

import json
import logging

import pytest
from streamlit.testing.v1 import AppTest

from analysis.schema import LANGUAGES
from analysis.words import translator
from pages.parts.core import error_boundary
from tests.pages.conftest import ONE_ROW, open_page, publish


def script() -> None:
    import streamlit as st

    from pages.parts.core import error_boundary

    def broken() -> bytes:
        raise ValueError("rikki")

    st.session_state["whole"] = error_boundary.log_failure(lambda: b"tiedosto")
    st.session_state["broken"] = error_boundary.log_failure(broken)


def test_a_failure_is_logged_under_the_reference_that_the_page_has(caplog: pytest.LogCaptureFixture):
    app = AppTest.from_function(script).run()
    reference = app.session_state[error_boundary.FILES]
    assert app.run().session_state[error_boundary.FILES] == reference
    assert app.session_state["whole"]() == b"tiedosto"
    with caplog.at_level(logging.ERROR), pytest.raises(ValueError, match="rikki"):
        app.session_state["broken"]()
    record = caplog.records[-1]
    assert record.getMessage() == f"mishap {reference}"
    assert record.exc_info and str(record.exc_info[1]) == "rikki"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sentence_is_in_the_readers_language_with_the_reference(address: str, language: str):
    publish(address, ONE_ROW)
    app = open_page(lang=language)
    reference = app.session_state[error_boundary.FILES]
    sentence = translator(language)("frame.built_in.file", reference=reference)
    assert reference in sentence
    (frame,) = [each.proto for each in app.get("bidi_component") if each.proto.component_name == "page_repairs"]
    assert json.loads(frame.json)["built_in"]["file"] == sentence
