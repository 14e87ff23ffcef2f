"""HTTP: routes beside Streamlit's own, the middleware around all of them, and what happens at start."""

from analysis.web.routes import middleware, routes
from analysis.web.start import answering, lifespan

__all__ = ["answering", "lifespan", "middleware", "routes"]
