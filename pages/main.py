"""The router: the page that the address names. An error on a page becomes a calm sentence."""

import streamlit as st

from pages.parts.core import auth, current_page, error_boundary, url_state

words = url_state.words()
page = st.navigation(current_page.streamlit_pages(words), position="hidden")
with error_boundary.boundary(words):
    if auth.admits_reader(words):
        page.run()
