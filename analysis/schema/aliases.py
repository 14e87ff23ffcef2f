"""Words for regions and themes beside their names in the workbook.

Regions: Statistics Finland's regional classification 2024 (names and codes); "Oulu region" and "Pohjois-Savo" in
English text as the co-operation's own pages write them. Short theme names: the toolkit's own.
"""

from analysis.schema.kinds import Names, names

SEVEN: dict[str, Names] = {
    "10": names("Etelä-Savo · South Savo · Södra Savolax"),
    "11": names("Pohjois-Savo · North Savo · Norra Savolax"),
    "12": names("Pohjois-Karjala · North Karelia · Norra Karelen"),
    "16": names("Keski-Pohjanmaa · Central Ostrobothnia · Mellersta Österbotten"),
    "17": names("Pohjois-Pohjanmaa · North Ostrobothnia · Norra Österbotten"),
    "18": names("Kainuu · Kainuu · Kajanaland"),
    "19": names("Lappi · Lapland · Lappland"),
}

REGION_ALIASES: dict[str, tuple[str, ...]] = {
    "10": ("Etelä Savo", "Etelä-Savon maakuntaliitto", "Etelä-Savon liitto", "Southern Savonia", "South Savo region"),
    "11": ("Pohjois Savo", "Pohjois-Savon liitto", "Northern Savonia", "North Savo region"),
    "12": ("Pohjois Karjala", "Pohjois-Karjalan maakuntaliitto", "Pohjois-Karjalan liitto", "North Karelia region"),
    "16": ("Keski Pohjanmaa", "Keski-Pohjanmaan liitto", "Central Ostrobothnia region", "Kokkola region"),
    "17": ("Pohjois Pohjanmaa", "Pohjois-Pohjanmaan liitto", "Northern Ostrobothnia", "Oulu region", "Oulun seutu"),
    "18": ("Kainuun liitto", "Kainuun maakunta", "Kajaani region"),
    "19": ("Lapin liitto", "Lapin maakunta", "Lapland region", "Regional Council of Lapland"),
}

ALL_SEVEN: tuple[str, ...] = (
    *("kaikki", "koko IP-alue", "IP-alue", "koko alue", "kaikki maakunnat", "Itä- ja Pohjois-Suomi"),
    *("all", "all regions", "whole area", "East and North Finland", "alla", "alla landskap", "hela området"),
)

OTHER_REGIONS: dict[str, Names] = {
    "01": names("Uusimaa · Uusimaa · Nyland"),
    "02": names("Varsinais-Suomi · Southwest Finland · Egentliga Finland"),
    "04": names("Satakunta · Satakunta · Satakunta"),
    "05": names("Kanta-Häme · Kanta-Häme · Egentliga Tavastland"),
    "06": names("Pirkanmaa · Pirkanmaa · Birkaland"),
    "07": names("Päijät-Häme · Päijät-Häme · Päijänne-Tavastland"),
    "08": names("Kymenlaakso · Kymenlaakso · Kymmenedalen"),
    "09": names("Etelä-Karjala · South Karelia · Södra Karelen"),
    "13": names("Keski-Suomi · Central Finland · Mellersta Finland"),
    "14": names("Etelä-Pohjanmaa · South Ostrobothnia · Södra Österbotten"),
    "15": names("Pohjanmaa · Ostrobothnia · Österbotten"),
    "21": names("Ahvenanmaa · Åland · Åland"),
}

SHORT_THEMES: dict[str, Names] = {
    "johtaminen": names("Johtaminen · Leadership · Ledarskap"),
    "palvelut": names("Palvelut · Services · Tjänster"),
    "rahoitus": names("Rahoitus · Funding · Finansiering"),
    "kansainvalistyminen": names("Kansainvälistyminen · Internationalisation · Internationalisering"),
    "osaaminen": names("Osaaminen · Competence · Kompetens"),
}
