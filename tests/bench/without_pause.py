"""The dashboard without one of its pauses: ``python -m tests.bench.without_pause NAME run dashboard.py …``.

``NAME`` is one of `pages.parts.core.pauses.PAUSES`; the other arguments are those of ``python -m streamlit``.
"""

import sys

from streamlit.web.cli import main

from pages.parts.core.pauses import PAUSES

if __name__ == "__main__":
    name = sys.argv.pop(1)
    assert name in PAUSES, f"{name} is none of {', '.join(PAUSES)}"
    PAUSES[name] = 0
    main(prog_name="streamlit")
