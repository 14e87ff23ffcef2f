"""Sheets that frame the data: targets, what the owner says of it, and the phases of the work."""

from analysis.schema.kinds import Choice, One, Text, Whole, Year, option
from analysis.schema.sheets.activity import ENDS, STARTS
from analysis.schema.tables import ID, LANGUAGE_NAMES, SOURCE, column, table

MEASURE = Choice(
    (
        option("events", "tapahtumat · events · evenemang", "tapahtuma", "event"),
        option("participants", "osallistujat · participants · deltagare", "osallistuja", "participant"),
        option("stories", "tarinat · stories · berättelser", "tarina", "story", "berättelse"),
        option("materials", "aineistot · materials · material", "aineisto"),
    )
)
ABOUT_KEY = Choice(
    (
        option("title", "", "otsikko", "rubrik"),
        option("publisher", "", "julkaisija", "utgivare"),
        option("contact", "", "yhteys", "yhteystieto", "kontakt"),
        option("feedback", "", "palaute", "respons"),
        option("licence", "", "käyttölupa", "lisenssi", "licens", "license"),
        option("authority", "", "valvova viranomainen", "viranomainen", "myndighet"),
        option("cofunding", "", "osarahoitus", "medfinansiering", "co-funding"),
        option("coverage", "", "kattavuus", "täckning"),
        option("rhythm_events", "", "tapahtumien rytmi"),
        option("rhythm_stories", "", "tarinoiden rytmi"),
        option("rhythm_materials", "", "aineistojen rytmi"),
        option("rhythm_clusters", "", "klustereiden rytmi"),
    )
)

TARGETS = table(
    "targets",
    "Tavoitteet · Targets · Mål",
    column("year*", "Vuosi · Year · År", Year(), "vuodet", "years"),
    column("measure*", "Mittari · Measure · Mått", MEASURE, "mittarit", "measures"),
    column("region", "Maakunta · Region · Landskap", One("regions"), "maakunnat", "regions", "alue"),
    column("theme", "Teema · Theme · Tema", One("themes"), "teemat", "themes", "teman"),
    column("target*", "Tavoite · Target · Mål", Whole(), "tavoitteet", "targets"),
    key=("year", "measure", "region", "theme"),
    synonyms=("tavoite", "target"),
)

ABOUT = table(
    "about",
    "Tietoja · About · Om",
    column("key*", "Avain · Key · Nyckel", ABOUT_KEY),
    column("value_fi*", "Arvo (fi) · Value (fi) · Värde (fi)", Text(long=True)),
    column("value_en", "Arvo (en) · Value (en) · Värde (en)", Text(long=True)),
    column("value_sv", "Arvo (sv) · Value (sv) · Värde (sv)", Text(long=True)),
    synonyms=("tiedot", "info"),
)

PHASES = table(
    "phases",
    "Vaiheet · Phases · Faser",
    ID,
    *LANGUAGE_NAMES,
    STARTS,
    ENDS,
    SOURCE,
    synonyms=("vaihe", "phase", "fas"),
)
