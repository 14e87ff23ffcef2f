"""HTTP: routes beside Streamlit's own, the layers around all of them, and what happens when the server starts."""

from analysis.web.routes import middleware, routes
from analysis.web.startup import build_or_exit, lifespan

__all__ = ["build_or_exit", "lifespan", "middleware", "routes"]
