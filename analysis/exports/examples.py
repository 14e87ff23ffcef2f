"""One invented row a table, for the template's guide: what a filled row looks like."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from analysis.schema import Tables
from analysis.words import Translator

WEB = "https://www.example.com/"
Row = Mapping[str, Any]


def example_rows(tables: Tables, words: Translator) -> Mapping[str, Row]:
    """Table → column → typed value; columns that say nothing new are left out.

    Theme and priority are the first of those that ``tables`` hold, invented ones where they hold none. The rows refer
    to each other: together they are data that could be published.
    """
    terms = {name: _first(tables[name]) or row for name, row in _terms(words).items()}
    return {
        **_activity({name: (row["id"],) for name, row in terms.items()}, words),
        **terms,
        **_places(words),
        "targets": {"year": 2026, "measure": "events", "region": "19", "target": 8},
        "about": {"key": "title", "value_fi": words("workbook.example.title")},
        "phases": {
            **{"id": "v-1", "name_fi": words("workbook.example.phase")},
            **{"starts": "2025-01-01", "ends": "2026-12-31"},
        },
    }


def _activity(terms: Mapping[str, tuple[str, ...]], words: Translator) -> dict[str, Row]:
    event = {
        **{"id": "t-2025-01", "name": words("workbook.example.event"), "starts": "2025-03-12", "ends": "2025-03-13"},
        **{"kind": "seminar", "form": "hybrid", "regions": ("19", "18"), **terms},
        "organisers": (words("workbook.example.organiser"), words("workbook.example.organiser_2")),
        **{"place": words("workbook.example.place"), "participants": 48, "from_companies": 20, "from_research": 15},
        **{"from_public": 10, "from_others": 3, "occasions": 1, "status": "confirmed"},
        **{"recording": WEB + "video", "link": WEB + "seminar", "summary": words("workbook.example.description")},
        "source": words("workbook.example.source"),
    }
    story = {
        **{"id": "k-2025-01", "title": words("workbook.example.story"), "published": "2025-04"},
        **{"cluster": words("workbook.example.cluster"), "regions": ("19",), "themes": terms["themes"]},
        **{"form": "article", "link": WEB + "story"},
    }
    material = {
        **{"id": "a-2025-01", "title": words("workbook.example.material"), "themes": terms["themes"]},
        **{"kind": "guide", "language": "fi", "published": "2025", "duration_min": 25, "captions": "yes"},
        **{"starts_at": 750, "link": WEB + "guide", "event": "t-2025-01", "start_here": 1},
    }
    return {"events": event, "stories": story, "materials": material}


def _first(frame: pd.DataFrame) -> Row:
    """The first row's filled cells; none where there are no rows."""
    return next(
        ({str(name): value for name, value in row.items() if pd.notna(value)} for _, row in frame.iterrows()), {}
    )


def _terms(words: Translator) -> dict[str, Row]:
    return {
        "themes": {"id": "teema-1", "order": 1, "name_fi": words("workbook.example.theme")},
        "priorities": {
            **{"id": "pp-1", "order": 1, "name_fi": words("workbook.example.priority")},
            **{"kind": "priority", "valid_from": 2025, "valid_to": 2027},
        },
    }


def _places(words: Translator) -> dict[str, Row]:
    return {
        "clusters": {
            **{"id": "kl-1", "name": words("workbook.example.cluster"), "regions": ("19",)},
            **{"field": words("workbook.example.field"), "founded": 2018, "members": 34, "label": "bronze"},
            **{"label_year": 2025, "website": WEB},
        },
        "regions": {"code": "19", "nuts3": "FI1D7", "name_fi": "Lappi", "name_en": "Lapland", "name_sv": "Lappland"},
    }
