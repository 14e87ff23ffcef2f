"""What the invented rows are told by: priorities, targets, phases, and what the owner says of them."""

from collections.abc import Iterator
from typing import Any

from analysis.schema.aliases import SEVEN

Row = dict[str, Any]

PRIORITIES = (
    ("puhdas", "puhtaat ratkaisut", "clean solutions", "rena lösningar"),
    ("kierto", "kiertotalous", "circular economy", "cirkulär ekonomi"),
    ("digi", "digitaaliset palvelut", "digital services", "digitala tjänster"),
    ("ruoka", "ruoka", "food", "mat"),
    ("matkailu", "matkailu", "tourism", "turism"),
)
KEYS = tuple(f"esim-pp-{key}" for key, *_ in PRIORITIES)
CLUSTER_THEMES = ("ruoka", "matkailu")
FIELDS = ("vesi", "ruoka", "metsä", "energia", "fotoniikka", "terveys", "matkailu", "kemia")
SUBJECTS = (
    *("klusterin johtaminen", "jäsenten palvelut", "rahoituksen lähteet", "ensimmäinen vientimatka", "osaajien haku"),
    *("laatumerkin hakeminen", "kumppanien löytäminen"),
)


def priorities() -> Iterator[Row]:
    """Three priorities and two shared cluster themes."""
    for order, (key, fi, en, sv) in enumerate(PRIORITIES, start=1):
        kind = "cluster-theme" if key in CLUSTER_THEMES else "priority"
        yield {
            **{"id": f"esim-pp-{key}", "order": order, "name_fi": f"Esimerkkipainopiste: {fi}"},
            **{"name_en": f"Sample priority: {en}", "name_sv": f"Exempelprioritering: {sv}", "kind": kind},
            **({"valid_from": 2019, "valid_to": 2026} if kind == "priority" else {}),
        }


def targets() -> Iterator[Row]:
    """Targets of each year for the whole area, and of the last two years for each region and theme."""
    for year in range(2019, 2027):
        for measure, target in (("events", 4), ("participants", 300), ("stories", 3), ("materials", 8)):
            yield {"year": year, "measure": measure, "target": target + (year - 2019) // 3}
    for year in (2025, 2026):
        yield from ({"year": year, "measure": "events", "region": code, "target": 1} for code in SEVEN)
        yield {"year": year, "measure": "materials", "theme": "rahoitus", "target": 2}


def phases() -> list[Row]:
    """Two phases that are over and one that is not."""
    spans = (("2019-01-01", "2021-12-31"), ("2022-02-01", "2024-12-31"), ("2025-01-01", None))
    return [
        {
            **{"id": f"esim-v-{n}", "name_fi": f"Esimerkkivaihe {n}", "name_en": f"Sample phase {n}"},
            **{"name_sv": f"Exempelfas {n}", "starts": starts, "ends": ends},
        }
        for n, (starts, ends) in enumerate(spans, start=1)
    ]


def about() -> list[Row]:
    """What the sheet Tietoja says: first of all that everything is invented."""
    said = {
        "title": (
            "Esimerkkiaineisto: keksittyä klusteritoimintaa",
            "Sample data: invented cluster activity",
            "Exempeldata: påhittad klusterverksamhet",
        ),
        "publisher": ("Esimerkkijulkaisija", "Sample publisher", "Exempelutgivare"),
        "contact": ("https://yhteys.example/", None, None),
        "feedback": ("https://palaute.example/", None, None),
        "licence": ("CC0 1.0", None, None),
        "authority": ("Esimerkkivirasto", "Sample authority", "Exempelmyndigheten"),
        "cofunding": ("Esimerkkirahoittaja", "Sample funder", "Exempelfinansiären"),
        "coverage": (
            "Kaikki tapahtumat, tarinat, aineistot, klusterit ja tavoitteet ovat keksittyjä esimerkkejä. "
            "Luvut eivät kerro minkään maakunnan toiminnasta.",
            "All events, stories, materials, clusters and targets are invented samples. "
            "The numbers say nothing of any region's activity.",
            "Alla evenemang, berättelser, material, kluster och mål är påhittade exempel. "
            "Siffrorna säger ingenting om något landskaps verksamhet.",
        ),
        **{"rhythm_events": ("120", None, None), "rhythm_stories": ("180", None, None)},
        **{"rhythm_materials": ("365", None, None), "rhythm_clusters": ("365", None, None)},
    }
    return [{"key": key, "value_fi": fi, "value_en": en, "value_sv": sv} for key, (fi, en, sv) in said.items()]
