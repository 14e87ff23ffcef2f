"""The page about the service says of sign-ins and cookies what holds under the settings."""

from dataclasses import replace

from analysis.html_parts.about import about
from analysis.settings import read
from tests.pages.core.test_page_context import page


def test_who_reads_a_private_dashboard_is_told_of_the_log_and_others_that_there_is_none():
    public = read()
    assert "Lukijasta ei kerätä henkilötietoja" in about(page(), public)
    private = about(page(), replace(public, private=True))
    assert "Palvelua lukevat vain kirjautuneet." in private and "ei kerätä" not in private


def test_the_cookie_of_a_sign_in_service_is_named_where_there_is_one():
    settings = read()
    assert "klusteripulssi_editor pitää kirjautumisen voimassa" in about(page(), settings)
    assert "_streamlit_session" not in about(page(), settings)
    assert "evästettä _streamlit_session." in about(page(), replace(settings, access="oidc"))
