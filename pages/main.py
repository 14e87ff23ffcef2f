"""The router: the page that the address names. An error on a page becomes a calm sentence."""

import streamlit as st

from pages.parts import access, mishap, places, reader

words = reader.words()
page = st.navigation(places.streamlit_pages(words), position="hidden")
with mishap.boundary(words):
    if access.may_read():
        page.run()
    else:
        access.show_sign_in_ended(words)
