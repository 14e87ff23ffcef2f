"""The dashboard as an ASGI application: ``python -m streamlit run dashboard.py``.

``st.App`` stands here literally, since Streamlit looks for it in the text of this file.
"""

import streamlit as st

from analysis.web import lifespan, middleware, routes
from pages.parts import mishap

app = st.App(
    "pages/main.py",
    routes=routes,
    middleware=middleware,
    lifespan=lifespan(st.get_option),
    on_script_error=mishap.outside,
)
