"""What a browser may load and run, as content-security-policies."""

import base64
import hashlib

SELF, NONE, BLOB, DATA = "'self'", "'none'", "blob:", "data:"
Directives = dict[str, tuple[str, ...]]
BESIDES: Directives = {"object-src": (NONE,), "base-uri": (SELF,), "form-action": (SELF,)}
PAGE: Directives = {
    "default-src": (SELF,),
    "script-src": (SELF, BLOB),
    "style-src": (SELF, "'unsafe-inline'"),
    "img-src": (SELF, DATA, BLOB),
    "font-src": (SELF, DATA),
    "worker-src": (SELF, BLOB),
    "media-src": (SELF, BLOB),
}


def document(scripts: list[str], frame_ancestors: str) -> str:
    """The policy of Streamlit's page: these inline scripts and no other, no eval, nothing from a foreign host.

    Streamlit writes styles into the page and loads the script of an inline component from a blob, so both are let in.
    """
    hashes = (f"'sha256-{digest(script)}'" for script in scripts)
    return _written(PAGE | {"script-src": (*PAGE["script-src"], *hashes)}, frame_ancestors)


def plain(frame_ancestors: str) -> str:
    """The policy of all other answers."""
    return _written({"default-src": (SELF,)}, frame_ancestors)


def handed_out(frame_ancestors: str) -> str:
    """The policy of files that are handed out: shown in the browser, they can do nothing."""
    return _written({"default-src": (NONE,), "sandbox": ()}, frame_ancestors)


def digest(script: str) -> str:
    """SHA-256 of an inline script as a policy names it (base64)."""
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _written(directives: Directives, frame_ancestors: str) -> str:
    every = directives | BESIDES | {"frame-ancestors": (frame_ancestors,)}
    return "; ".join(" ".join((name, *sources)) for name, sources in every.items())
