"""A workbook in which every text is something that a careless program would take for markup, code or a formula."""

from tests.making import xlsx

MARK = "ZQ7"
TEXT = (
    f"{MARK} <script>window.hit=1</script><img src=x onerror=window.hit=1> **lihava** _vino_ `koodi` $x^2$ "
    ":red[puna] :material/home: :smile: &lt;b&gt; [linkki](javascript:window.hit=1) # # {{ 7*7 }} {0} %s"
)
FORMULA = '=HYPERLINK("http://evil.example";"x")'
ONE = TEXT.replace(";", "")
"""The same where a semicolon would part it in two."""
COMMON = {"Maakunnat": "Lappi; Kainuu", "Teemat": "t1; t2", "Kuvaus": TEXT, "Lähde": ONE}
NAMED = {"Nimi (fi)": TEXT, "Nimi (en)": TEXT, "Nimi (sv)": TEXT}


def workbook(more: str = "") -> bytes:
    """The workbook; ``more`` stands behind the names of its events, so that one differs from another."""
    days = {"a": "2025-03-01", "b": "2024-04-02", "c": "2025-05-03"}
    return xlsx(
        Tapahtumat=[
            {"Tunnus": id, "Nimi": f"{TEXT} {id}{more}", "Alkaa": day, "Tyyppi": "seminaari", "Painopisteet": "p1"}
            | {"Järjestäjät": ONE, "Paikka": TEXT, "Osallistujat": 12, "Linkki": "https://a.example/"}
            | COMMON
            for id, day in days.items()
        ],
        Tarinat=[
            {
                "Tunnus": id,
                "Otsikko": f"{TEXT} {id}",
                "Julkaistu": day,
                "Klusteri": "k1",
                "Muoto": "artikkeli",
                **COMMON,
            }
            for id, day in days.items()
        ],
        Aineistot=[
            {"Tunnus": id, "Otsikko": f"{TEXT} {id}", "Laji": "opas", "Aloita tästä": place, "Tapahtuma": "a", **COMMON}
            for place, id in enumerate(days, 1)
        ],
        Klusterit=[{"Tunnus": "k1", "Nimi": TEXT, "Ala": TEXT, "Painopisteet": "p1", **COMMON}],
        Teemat=[
            {"Tunnus": id, "Järjestys": 1, "Kuvaus (fi)": TEXT, **NAMED, "Nimi (fi)": f"{TEXT} {id}"}
            for id in ("t1", "t2")
        ],
        Painopisteet=[{"Tunnus": "p1", "Kuvaus (fi)": TEXT, **NAMED}],
        Tietoja=[
            {"Avain": key, "Arvo (fi)": TEXT}
            for key in ("title", "publisher", "contact", "feedback", "licence", "authority", "cofunding", "coverage")
        ],
        Vaiheet=[{"Tunnus": "v1", "Alkaa": "2024", "Päättyy": "2025", **NAMED}],
    )
