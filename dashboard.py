"""The dashboard as an ASGI application: ``python -m streamlit run dashboard.py``.

``st.App`` stands here literally, since Streamlit looks for it in the text of this file.
"""

import streamlit as st

from analysis.web import answering, lifespan, middleware, routes
from pages.parts import mishap

answering()
app = st.App(
    "pages/main.py",
    routes=routes,
    middleware=middleware,
    lifespan=lifespan(st.get_option),
    on_script_error=mishap.outside,
)
