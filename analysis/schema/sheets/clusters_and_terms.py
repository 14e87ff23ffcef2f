"""Sheets of terms and directories: clusters, themes, priorities, regions."""

from analysis.schema import tables as shared
from analysis.schema.kinds import Choice, Link, Text, Whole, Year, option
from analysis.schema.tables import ID, LANGUAGE_DESCRIPTIONS, LANGUAGE_NAMES, NAME, SOURCE, column, table

LABEL = Choice(
    (
        option("bronze", "pronssi · bronze · brons"),
        option("silver", "hopea · silver · silver"),
        option("gold", "kulta · gold · guld"),
    )
)
PRIORITY_KIND = Choice(
    (
        option("priority", "painopiste · priority · prioritering"),
        option("cluster-theme", "klusteriteema · cluster theme · klustertema"),
    ),
    default="priority",
)
ORDER = column("order", "Järjestys · Order · Ordning", Whole())

CLUSTERS = table(
    "clusters",
    "Klusterit · Clusters · Kluster",
    ID,
    NAME,
    shared.REGIONS,
    column("field", "Ala · Field · Bransch", Text(), "toimiala", "alat", "fields"),
    shared.PRIORITIES,
    column("founded", "Perustettu · Founded · Grundad", Year(earliest=1850, ahead=0), "perustamisvuosi"),
    column("members", "Jäseniä · Members · Medlemmar", Whole(), "jäsenet", "jäsen", "member", "jäsenmäärä"),
    column("label", "Laatumerkki · Quality label · Kvalitetsmärke", LABEL, "laatumerkit", "label"),
    column("label_year", "Merkin vuosi · Label year · Märkets år", Year()),
    column("website", "Verkkosivu · Website · Webbplats", Link(), "verkkosivut", "kotisivu", "www", "url"),
    column("eccp", "ECCP", Link()),
    SOURCE,
    synonyms=("klusteri", "cluster"),
)

THEMES = table(
    "themes",
    "Teemat · Themes · Teman",
    ID,
    ORDER,
    *LANGUAGE_NAMES,
    *LANGUAGE_DESCRIPTIONS,
    synonyms=("teema", "theme", "tema"),
)

PRIORITIES = table(
    "priorities",
    "Painopisteet · Priorities · Prioriteringar",
    ID,
    ORDER,
    *LANGUAGE_NAMES,
    *LANGUAGE_DESCRIPTIONS,
    column("kind", "Laji · Kind · Slag", PRIORITY_KIND, "tyyppi", "type", "typ"),
    column("valid_from", "Voimassa alkaen · Valid from · Giltig från", Year()),
    column("valid_to", "Voimassa asti · Valid to · Giltig till", Year()),
    SOURCE,
    synonyms=("painopiste", "priority", "prioritering"),
)

REGIONS = table(
    "regions",
    "Maakunnat · Regions · Landskap",
    column("code*", "Koodi · Code · Kod", Text(code=True), "tunnus", "tunniste", "id"),
    column("nuts3", "NUTS 3", Text(code=True)),
    *LANGUAGE_NAMES,
    column("population", "Väkiluku · Population · Folkmängd", Whole(), "asukasluku", "väestö"),
    column("population_year", "Väkiluvun vuosi · Population year · Folkmängdens år", Year()),
    column("council", "Maakunnan liitto · Regional council · Landskapsförbund", Text()),
    column("contact", "Yhteys · Contact · Kontakt", Link(mailbox=True), "yhteystieto"),
    SOURCE,
    synonyms=("maakunta", "region"),
)
