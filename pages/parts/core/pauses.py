"""Pauses of page scripts that let the browser draw sooner: what they wait for in Streamlit.

``tests/bench/without_pause.py`` starts the dashboard without one of them: `make bench` prints what each is worth.
"""

import time

PAUSES = {"pictures": 0.045}
"""Seconds that a script waits, by pause; 0 is no pause.

``pictures``: when new pictures are on their way. Streamlit sends every 5 ms what a page has made so far, but comes to
it only when the page's own thread pauses; the browser then draws while the rest of the page is made. Without it a
repeated filter takes 1.08 (regions) to 1.37 times as long (overview), a first load 1.05 to 1.16 (docs/decisions/112).
"""


def for_pictures() -> None:
    """Wait until what the page has made so far is on its way."""
    time.sleep(PAUSES["pictures"])
