"""The dashboard as an ASGI application: ``python -m streamlit run dashboard.py``.

``st.App`` is called here literally, since Streamlit looks for it in the text of this file.
"""

import streamlit as st

from analysis.web import build_or_exit, lifespan, middleware, routes
from pages.parts.core import error_boundary

build_or_exit()
app = st.App(
    "pages/main.py",
    routes=routes,
    middleware=middleware(st.runtime.get_instance, st.get_option),
    lifespan=lifespan(st.get_option),
    on_script_error=error_boundary.show_script_error,
)
