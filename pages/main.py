"""The router: the page that the address names. An error on a page becomes a calm sentence."""

import streamlit as st

from pages.parts import access, mishap, places, reader

words = reader.words()
page = st.navigation(places.pages(words), position="hidden")
with mishap.told(words):
    if access.may_read():
        page.run()
    else:
        access.closed(words)
