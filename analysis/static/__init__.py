"""What a browser is served besides pages: scripts, styles, pictures and fonts, ours and Streamlit's.

An address holds a digest of its content, so a browser may keep it for good. Addresses are relative to the page
("assets/…"), so that the program may be under a path of its host.
"""

from analysis.static.files import (
    ASSETS,
    SMALL_BUNDLE,
    TEXTS,
    TYPES,
    StaticFile,
    font,
    own_files,
    plotly_bundle,
    static_file,
    streamlit_files,
    whole_bundle,
)

__all__ = [
    "ASSETS",
    "SMALL_BUNDLE",
    "TEXTS",
    "TYPES",
    "StaticFile",
    "font",
    "own_files",
    "plotly_bundle",
    "static_file",
    "streamlit_files",
    "whole_bundle",
]
