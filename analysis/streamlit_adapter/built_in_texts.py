"""Streamlit's English texts that ours take the place of, as the script ``assets/mending.js`` is handed them.

A text that Streamlit words otherwise stays English.
"""

import json
from functools import cache
from pathlib import Path

NOTHING = "nothing"
"""The text of ours that is empty."""
FOR_SCRIPT = ("place", "pattern", "flags", "ours")


@cache
def table() -> dict[str, list[dict[str, str]]]:
    """Texts ("texts") and accessible names ("names"): where each is, what it is, and the name of our text."""
    rows = json.loads((Path(__file__).parent / "built_in_texts.json").read_text(encoding="utf-8"))
    return {kind: [{name: row[name] for name in FOR_SCRIPT} for row in rows[kind]] for kind in ("texts", "names")}


@cache
def our_names() -> tuple[str, ...]:
    """The names of our texts that the table needs (``frame.built_in.<name>``), each once."""
    names = dict.fromkeys(row["ours"] for rows in table().values() for row in rows)
    return tuple(name for name in names if name != NOTHING)
