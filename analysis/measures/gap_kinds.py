"""The kinds of gaps, and what is known of one."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from analysis.measures.records import RecordsByTable

TOOLKIT_GAPS = ("guides", "old_materials", "languages", "captions", "dead_links")
"""What the toolkit lacks: themes without guide, materials older than three years, themes without a language, recordings
without captions, rows with a link that leads nowhere."""
GAPS = ("participants", "recordings", "untold", "old_stories", "links", "themes", *TOOLKIT_GAPS)
"""The kinds of gaps: events without participants, themes without recording, materials without story, stories older than
two years, rows without link, rows without theme, and those of the toolkit."""


@dataclass(frozen=True)
class Gap:
    """One kind of gap.

    - ``number``: how many lack it, ``base``: of how many: rows, or themes if it is about ``terms``.
    - ``rows``: the rows behind it by table; ``fill``: by table the column that is to be filled in them.
    - ``new_rows``: by table how many rows are to be added; ``terms``: the themes that it is about.
    - ``marks``: by table and column the labels of the rows whose cell is to be changed; without it all in ``fill``.
    - ``languages``: by theme the languages that it lacks; ``exempt``: rows of materials that need no captions.
    - ``day``: the ISO day on which links were asked last, None if they never were or it is about something else.
    """

    key: str
    number: int
    base: int
    rows: RecordsByTable
    fill: Mapping[str, str] = field(default_factory=dict)
    new_rows: Mapping[str, int] = field(default_factory=dict)
    terms: tuple[str, ...] = ()
    marks: Mapping[str, Mapping[str, np.ndarray]] = field(default_factory=dict)
    languages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    exempt: np.ndarray | None = None
    day: str | None = None
