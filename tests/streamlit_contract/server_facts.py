"""What the installed Streamlit's server is made of, printed as JSON: run in a process of its own."""

import json

import streamlit as st
from starlette.staticfiles import StaticFiles


def facts() -> dict[str, object]:
    """The routes that Streamlit registers (path, class of route, whether it serves files), those of ours left out."""
    app = st.App("pages/main.py")._build_starlette_app()
    routes = [
        (getattr(route, "path", ""), type(route).__name__, isinstance(getattr(route, "app", None), StaticFiles))
        for route in app.routes
    ]
    return {"routes": routes}


if __name__ == "__main__":
    print(json.dumps(facts()))
