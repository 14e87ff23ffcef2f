"""Streamlit's English texts that ours take the place of, as the script ``assets/page_repairs.js`` is handed them.

A text that Streamlit words otherwise stays English.
"""

import json
from pathlib import Path

ROWS = json.loads((Path(__file__).parent / "built_in_texts.json").read_text(encoding="utf-8"))
FOR_SCRIPT = ("place", "pattern", "flags", "ours")
TABLE: dict[str, list[dict[str, str]]] = {
    kind: [{name: row[name] for name in FOR_SCRIPT} for row in ROWS[kind]] for kind in ("texts", "names")
}
"""Texts and accessible names: where each is, what it is, and the name of our text ("nothing": an empty one)."""
OUR_NAMES = tuple(dict.fromkeys(row["ours"] for rows in TABLE.values() for row in rows if row["ours"] != "nothing"))
"""The names of our texts that the table needs (``frame.built_in.<name>``), each once."""
