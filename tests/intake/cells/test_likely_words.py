"""Words that are nearly known: what was meant is suggested, never taken, and nothing where nothing is likely.

In each table a line is a meaning and the words that people write for it: misspelt, inflected, shortened, in another
language's spelling, with what usually stands around a name. The words after the last colon mean nothing, or two things.
"""

import pytest

from analysis.intake.cells import Reader
from analysis.intake.cells.choices import ChoiceReader, KnownListReader, RegionsReader
from analysis.intake.cells.lexicon import Lexicons
from analysis.intake.issues import Finding
from analysis.schema import TABLES, typed_frame
from analysis.schema.aliases import SHORT_THEMES

REGIONS = """
Etelä-Savo: Etela-Savo; Etelä-Svao; Etelä-Savon; Etelä-Savossa; Etelä-Savosta; Etelä-Sav; Ettelä-Savo; Etelä
    Savoo; Etelä-Savon maakunta; South-Savoo; Sout Savo; Södra Savolaks; Sodra Savolax; Southern Savo;
    Eteläsavon alue; E-Savo
Pohjois-Savo: Pohjos-Savo; Pohjois-Savon; Pohjois-Savossa; Pohjois-Savoon; Pojois-Savo; Pohjoissavolla;
    Pohjois-Svao; Nort Savo; Norra Savolaks; Northern Savo; Pohjois-Savon maakunta; P-Savo; Pohj. Savo;
    Pohjis-Savo
Pohjois-Karjala: Pohjois-Karjalan; Pohjois-Karjalassa; Pohjois-Karjalaan; Pohjos-Karjala; Pohjois-Karajala;
    Pohjois-Kajala; Pohjois-Karjla; Norht Karelia; North Carelia; Northern Karelia; Norra Karelien; P-Karjala;
    Pohjois-Karjalan alue; Pohj.-Karjala
Keski-Pohjanmaa: Keski-Pohjanmaan; Keski-Pohjanmaalla; Keski-Pohjanmaalta; Keski-Pohjanma; Keskipohjanmaalle;
    Kesi-Pohjanmaa; Keski-Pohajnmaa; Keski-Pojanmaa; Central Ostrobotnia; Central Ostrobothnian; Mellersta
    Osterbotten; Mellersta Österboten; K-Pohjanmaa
Pohjois-Pohjanmaa: Pohjois-Pohjanma; Pohjois-Pohjanmaan; Pohjois-Pohjanmaalla; Pohjos-Pohjanmaa;
    Pohjois-Pohjamaa; Pohjois-Pohjanmmaa; Pohjois-Pojanmaa; North Ostrobotnia; Nort Ostrobothnia; Norra
    Osterbotten; Norra Österboten; P-Pohjanmaa; Pohjois-Pohjanmaalta; Pohj. Pohjanmaa
Kainuu: Kainu; Kainuun; Kainuussa; Kainuusta; Kainuuseen; Kanuu; Kainnu; Kaiunu; Kajanalad; Kajanaladn; Kainuu
    region; Kainuun alue; Kainuuu
Lappi: Lapin; Lapissa; Lapista; Lappiin; Lapi; Lpppi; Lapplnd; Laplnad; Laplan; Lapplandet; Lappii; Lapissa.;
    Lapin alue; LAPPI!; Lapp; Lappl
kaikki: kaiki; kaikkki; koko IP-aleu; kaikki maakunat; kaikissa maakunnissa
nothing: Savo; Suomi; Helsinki; Pohjois; Ruotsi; etänä; xyz; Eurooppa; Karjala ja Savo; Kuopio; 99; Itä
"""
THEMES = """
Johtaminen: johtamisen; johtamista; johtamnen; johtaminne; Johtamisessa; leadreship; Leadershp; ledarskp;
    Ledarskapet; johtaminen-teema; jothaminen; klusterin johtaminen; Johtaminen (klusterit)
Palvelut: palvelu; palveluita; palveluista; palvelujen; palveut; pavelut; servcies; Service; tjanster;
    tjänsterna; tjänst; palveluissa; Palvelut-teema
Rahoitus: rahoituksen; rahoitusta; rahotus; rahoituss; raohitus; Fundign; Fundin; finansering; finansieringen;
    rahoituksesta; rahoitukset; Rahoitus teema
Kansainvälistyminen: kansainvälistymisen; kansainvälistymistä; kansanvälistyminen; kansainvälisyminen;
    Internationalization; Internationalistion; internationalisering av; internasionalisering;
    kansainväliseminen; kansainvälistäminen; internationalise
Osaaminen: osaamisen; osaamista; osaminen; osaaminne; Competense; Competences; competency; kompetensen;
    kompetenss; osaamisesta; osaamien
nothing: liikenne; ruoka; metsä; asdf; muu; hyvinvointi; talous
"""
PRIORITIES = """
Teollinen kiertotalous: teolinen kiertotalous; Teollinen kierotalous; teollisen kiertotalouden; Industrial
    circular econmy; teollinen kiertotalus
Puhtaat ratkaisut: puhtaat ratkasut; Clean solution; puhtaita ratkaisuja; Puhtaat ratkaisu
Kestävä palvelutuotanto: kestävä palvelutuotannto; kestävän palvelutuotannon; Sustainable service producton
Digitalisaation hyödyntäminen: digitalisaation hyödyntämisen; Digitalisation hyödyntäminen; Leveraging
    digitalisation
nothing: avaruus; matkailu
"""
CHOICES = """
seminaari: seminaarin; seminaarissa; semianari; seminari; seminarie; Seminaareja; sminaari; Seminaari.;
    aamuseminaari; loppuseminaari
työpaja: tyopaja; työpajan; työpajassa; työpja; wokshop; work-shopp; työpajoja; worksop; kehittämistyöpaja
webinaari: webinari; webinaarin; webinaarissa; webbinaari; webbinarie; webinr; webinaareja; webianari;
    infowebinaari
verkostoituminen: verkostoitumisen; verkostoitumistilaisuus; verkostoitumien; netwroking; nätverkstraff;
    network; verkostotapahtuma
konferenssi: konferensi; konferenssin; konferenssissa; konfrenssi; conferense; konferensen; conferens
muu: muut; muuu
nothing: messut; kokous; festivaali
"""


def pairs(table: str) -> list[tuple[str, str | None]]:
    """Word and meaning of each word of a table."""
    lines = table.strip().replace("\n    ", " ").splitlines()
    split = (line.split(": ", 1) for line in lines)
    return [(word, None if meaning == "nothing" else meaning) for meaning, words in split for word in words.split("; ")]


THEME_ROWS = {"id": list(SHORT_THEMES), "name_fi": [f"Klusterin {key} ja sen kehittäminen" for key in SHORT_THEMES]}
PRIORITY_ROWS = {
    "id": ["p-1", "p-2", "p-3", "p-4", "p-5"],
    "name_fi": [
        *("Puhtaat teknologiat ja vähähiiliset ratkaisut", "Teollinen kiertotalous", "Puhtaat ratkaisut"),
        *("Digitalisaation hyödyntäminen", "Kestävä palvelutuotanto"),
    ],
    "name_en": [
        *("Clean technologies and low-carbon solutions", "Industrial circular economy", "Clean solutions"),
        *("Leveraging digitalization", "Sustainable service production"),
    ],
}
KNOWN = Lexicons.of(
    {
        "themes": typed_frame(TABLES["themes"], THEME_ROWS),
        "priorities": typed_frame(TABLES["priorities"], PRIORITY_ROWS),
    }
)
READERS: dict[str, tuple[str, Reader, str]] = {
    "regions": (REGIONS, RegionsReader(KNOWN.of_table("regions")), "unknown-region"),
    "themes": (THEMES, KnownListReader(KNOWN.of_table("themes"), "unknown-theme"), "unknown-theme"),
    "priorities": (PRIORITIES, KnownListReader(KNOWN.of_table("priorities"), "unknown-priority"), "unknown-priority"),
    "choices": (CHOICES, ChoiceReader.of(TABLES["events"].column("kind").kind), "bad-choice"),
}


@pytest.mark.parametrize("kind", READERS)
def test_what_is_nearly_known_is_never_taken(kind):
    table, reader, code = READERS[kind]
    readings = {word: reader.read(word) for word, _ in pairs(table)}
    assert {word: (read.value, read.findings) for word, read in readings.items()} == {
        word: (None, (Finding(code, word),)) for word, _ in pairs(table)
    }


def test_what_was_meant_is_suggested_for_at_least_nineteen_of_twenty_words():
    wrong = [
        (word, meaning, found)
        for table, reader, code in READERS.values()
        for word, meaning in pairs(table)
        if (found := reader.likely(Finding(code, word))) != meaning
    ]
    asked = sum(len(pairs(table)) for table, *_ in READERS.values())
    assert asked > 200
    assert len(wrong) <= asked / 20, wrong
