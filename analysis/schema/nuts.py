"""NUTS 3 codes of the seven regions, by which programs of other countries know them.

Edition 2024 of the classification (Commission Delegated Regulation (EU) 2023/674), in which FI1DA, FI1DB and FI1DC are
in the place of FI1D1, FI1D2 and FI1D3; as Statistics Finland's regional classification 2024 has them.
"""

NUTS_EDITION = "2024"
NUTS_3: dict[str, str] = {
    "10": "FI1DA",
    "11": "FI1DB",
    "12": "FI1DC",
    "16": "FI1D5",
    "17": "FI1D9",
    "18": "FI1D8",
    "19": "FI1D7",
}
"""By the code of the region in Finland."""
