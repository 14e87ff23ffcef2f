"""Sheets of what was done and made: events, stories, materials."""

from dataclasses import replace

from analysis.schema.kinds import Choice, Clock, Day, Duration, Link, Many, One, Text, Whole, option
from analysis.schema.tables import ID, LINK, NAME, PRIORITIES, REGIONS, SOURCE, SUMMARY, THEMES, TITLE, column, table

EVENT_KIND = Choice(
    (
        option("seminar", "seminaari · seminar · seminarium", "seminaarit", "seminars", "seminarier"),
        option("workshop", "työpaja · workshop · workshop", "työpajat", "workshops", "workshoppar"),
        option("webinar", "webinaari · webinar · webbinarium", "webinaarit", "webinars", "webbinarier"),
        option("networking", "verkostoituminen · networking · nätverksträff", "verkostoitumistapahtuma"),
        option("conference", "konferenssi · conference · konferens", "konferenssit", "conferences"),
        option("other", "muu · other · annat"),
    )
)
EVENT_FORM = Choice(
    (
        option("onsite", "läsnä · onsite · på plats", "lähi", "on site", "on-site", "paikan päällä"),
        option("online", "etä · online · distans", "verkossa", "etänä"),
        option("hybrid", "hybridi · hybrid · hybrid"),
    )
)
STATUS = Choice(
    (
        option("confirmed", "vahvistettu · confirmed · bekräftad"),
        option("cancelled", "peruttu · cancelled · inställd", "canceled", "peruutettu"),
        option("postponed", "siirretty · postponed · flyttad"),
    ),
    default="confirmed",
)
STORY_FORM = Choice(
    (
        option("article", "artikkeli · article · artikel"),
        option("talk", "puheenvuoro · talk · anförande"),
    )
)
MATERIAL_KIND = Choice(
    (
        option("recording", "tallenne · recording · inspelning", "tallenteet", "recordings"),
        option("slides", "esitys · slides · presentation", "esitykset", "diat"),
        option("guide", "opas · guide · guide", "oppaat", "guides"),
        option("article", "artikkeli · article · artikel", "artikkelit", "articles"),
        option("tool", "työkalu · tool · verktyg", "työkalut", "tools"),
    )
)
MATERIAL_LANGUAGE = Choice(
    (
        option("fi", "fi", "suomi", "finnish", "finska"),
        option("sv", "sv", "ruotsi", "swedish", "svenska"),
        option("en", "en", "englanti", "english", "engelska"),
        option("other", "muu · other · annat"),
    )
)
YES_NO = Choice((option("yes", "kyllä · yes · ja"), option("no", "ei · no · nej")))

STARTS = column(
    "starts*",
    "Alkaa · Starts · Börjar",
    Day(),
    *("päivämäärä", "pvm", "aika", "alkamispäivä", "date", "datum", "alkaen", "ajankohta"),
    *("aloituspäivä", "alkupäivä", "päivä", "alku", "start date", "event date", "startdatum"),
)
ENDS = column(
    "ends",
    "Päättyy · Ends · Slutar",
    Day(not_before="starts"),
    *("päättymispäivä", "end", "slut", "loppupäivä", "loppu", "end date", "slutdatum"),
)
PUBLISHED = column("published", "Julkaistu · Published · Publicerad", Day(), "julkaisupäivä", "pvm", "date", "datum")

# A sheet of events may call what takes place by the name of the sheet itself.
EVENT_NAME = replace(NAME, synonyms=(*NAME.synonyms, "event name", "event", "tapahtuman nimi", "tapahtuma"))

EVENTS = table(
    "events",
    "Tapahtumat · Events · Evenemang",
    ID,
    EVENT_NAME,
    STARTS,
    ENDS,
    column(
        "kind*",
        "Tyyppi · Type · Typ",
        EVENT_KIND,
        *("laji", "tyypit", "types", "typer", "slag", "tapahtumatyyppi", "event type", "category", "kategori"),
    ),
    column("form", "Muoto · Format · Form", EVENT_FORM, "muodot", "formats", "former"),
    REGIONS,
    THEMES,
    PRIORITIES,
    column(
        "organisers",
        "Järjestäjät · Organisers · Arrangörer",
        Many(),
        *("järjestäjä", "organiser", "arrangör", "organizer"),
    ),
    column(
        "place",
        "Paikka · Place · Plats",
        Text(),
        *("paikat", "places", "platser", "paikkakunta", "sijainti", "location", "venue", "city", "ort"),
    ),
    column(
        "participants",
        "Osallistujat · Participants · Deltagare",
        Whole(likely=5000),
        *("osallistujia", "osallistujamäärä", "lkm", "osallistuja", "participant", "attendees", "antal deltagare"),
        *("number of participants", "osallistujien määrä"),
    ),
    column("from_companies", "Osallistujat: yritykset · Participants: companies · Deltagare: företag", Whole()),
    column(
        "from_research",
        "Osallistujat: tutkimus ja koulutus · Participants: research and education · "
        "Deltagare: forskning och utbildning",
        Whole(),
    ),
    column("from_public", "Osallistujat: julkinen · Participants: public · Deltagare: offentlig", Whole()),
    column("from_others", "Osallistujat: muut · Participants: others · Deltagare: övriga", Whole()),
    column("occasions", "Kertoja · Occasions · Tillfällen", Whole(least=1), "kerta", "kerrat", "occasion", "tillfälle"),
    column("status", "Tila · Status · Status", STATUS),
    column("recording", "Tallenne · Recording · Inspelning", Link(), "tallenteet", "recordings", "inspelningar"),
    LINK,
    SUMMARY,
    SOURCE,
    synonyms=("tapahtuma", "event"),
)

STORIES = table(
    "stories",
    "Tarinat · Stories · Berättelser",
    ID,
    TITLE,
    PUBLISHED,
    column("cluster", "Klusteri · Cluster · Kluster", One("clusters"), "klusterit", "clusters"),
    REGIONS,
    THEMES,
    column("form", "Muoto · Format · Form", STORY_FORM, "muodot", "formats", "former"),
    LINK,
    SUMMARY,
    SOURCE,
    synonyms=("tarina", "story", "berättelse", "klusteritarinat"),
)

MATERIALS = table(
    "materials",
    "Aineistot · Materials · Material",
    ID,
    TITLE,
    THEMES,
    column(
        "kind*",
        "Laji · Kind · Slag",
        MATERIAL_KIND,
        *("tyyppi", "lajit", "kinds", "type", "typ", "category", "kategori"),
    ),
    column("language", "Kieli · Language · Språk", MATERIAL_LANGUAGE, "kielet", "languages"),
    PUBLISHED,
    column(
        "duration_min",
        "Kesto (min) · Duration (min) · Längd (min)",
        Duration(likely=1440),
        *("kesto", "duration", "längd"),
    ),
    column("captions", "Tekstitys · Captions · Textning", YES_NO, "tekstitykset", "caption"),
    column("starts_at", "Alkaa kohdasta · Starts at · Börjar vid", Clock()),
    LINK,
    column("event", "Tapahtuma · Event · Evenemang", One("events"), "tapahtumat", "events"),
    column("start_here", "Aloita tästä · Start here · Börja här", Whole(least=1)),
    SUMMARY,
    SOURCE,
    synonyms=("aineisto", "material", "materiaalit"),
)
