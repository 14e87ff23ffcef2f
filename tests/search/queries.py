"""Queries on the sample workbook with the rows that answer them, and words that are nowhere.

A line is a query and what has to come first: rows by table and title, or a part of it that they share. ``HELD_OUT``
was written with the rest and tried after the search was done.
"""

QUERIES = """
vesialan seminaareja → events: vesialan seminaari
vesialan seminaareihin → events: vesialan seminaari
rahoitusaamuissa → events: rahoitusaamu
rahoitusaamun → events: rahoitusaamu
verkostopäivillä → events: verkostopäivä
verkostopäivät → events: verkostopäivä
kevätseminaareihin → events: kevätseminaari
kevätseminaarin → events: kevätseminaari
johtamisen webinaareja → events: johtamisen webinaari
teollisuuden webinaareissa → events: teollisuuden webinaari
kansainvälisiä konferensseja → events: kansainvälinen konferenssi
kansainvälisessä konferenssissa → events: kansainvälinen konferenssi
osaajien illassa → events: osaajien ilta
osaajien iltoja → events: osaajien ilta
palvelujen työpajoissa → events: palvelujen työpaja
palvelutyöpaja → events: palvelujen työpaja
ruoka-alan työpajoja → events: ruoka-alan työpaja
ruoka-alasta → events: ruoka-alan työpaja
jäsenille palveluja → materials: jäsenten palvelut
jäsenpalvelut → materials: jäsenten palvelut
rahoituksen lähteistä → materials: rahoituksen lähteet
rahoituslähteet → materials: rahoituksen lähteet
rahoituslähteitä → materials: rahoituksen lähteet
ensimmäisellä vientimatkalla → materials: ensimmäinen vientimatka
vientimatkoja → materials: ensimmäinen vientimatka
vienti → materials: ensimmäinen vientimatka
osaajien hausta → materials: osaajien haku
osaajahaku → materials: osaajien haku
laatumerkkiä → materials: laatumerkin hakeminen
laatumerkin hakemisesta → materials: laatumerkin hakeminen
kumppaneita → materials: kumppanien löytäminen
kumppanien löytämiseen → materials: kumppanien löytäminen
klusterijohtaminen → materials: klusterin johtaminen
klusterien johtamista → materials: klusterin johtaminen
miten klusterit kasvavat → stories: miten klusteri kasvoi
klusterin kasvu tarina → stories: miten klusteri kasvoi
esimerkkitarinoiden → stories: Esimerkkitarina
tarinoiden → stories: Esimerkkitarina
tarinoita klusterin kasvusta → stories: Esimerkkitarina
esimerkkitarina 7 → stories: Esimerkkitarina 7:
esimerkkitarinassa 12 → stories: Esimerkkitarina 12:
esimerkkiklusteri 5 → clusters: Esimerkkiklusteri 5
esimerkkiklusterin 14 → clusters: Esimerkkiklusteri 14
esimerkkitapahtumassa 24 → events: Esimerkkitapahtuma 24:
esimerkkiaineistossa 42 → materials: Esimerkkiaineisto 42:
kiertotaloutta → priorities: kiertotalous
kiertotaloudesta → priorities: kiertotalous
matkailusta → priorities: matkailu
puhtaita ratkaisuja → priorities: puhtaat ratkaisut
digitaalisia palveluita → priorities: digitaaliset palvelut
digipalvelut → priorities: digitaaliset palvelut
vesialn seminaari → events: vesialan seminaari
vesialan semianri → events: vesialan seminaari
seminareissa vesialan → events: vesialan seminaari
rahoitsuaamu → events: rahoitusaamu
verkostopaiva → events: verkostopäivä
verkostopiävä → events: verkostopäivä
kevatseminaari → events: kevätseminaari
kevatseminari → events: kevätseminaari
teolisuuden webinari → events: teollisuuden webinaari
kansainvalinen konferenssi → events: kansainvälinen konferenssi
kansanvälinen konferensi → events: kansainvälinen konferenssi
tyopaja ruoka → events: ruoka-alan työpaja
palvelujen tyopajat → events: palvelujen työpaja
johtamisen webinari → events: johtamisen webinaari
jasenten palvelut → materials: jäsenten palvelut
jäsnten palvelut → materials: jäsenten palvelut
ensimmainen vientimatka → materials: ensimmäinen vientimatka
kumpanien löytäminen → materials: kumppanien löytäminen
laatumerkki → materials: laatumerkin hakeminen
latumerkki → materials: laatumerkin hakeminen
kumppanien loytaminen → materials: kumppanien löytäminen
esimerkitarina 3 → stories: Esimerkkitarina 3:
kiertotalos → priorities: kiertotalous
fotoniikan klusteri 4 → clusters: Esimerkkiklusteri 4
fotonikka klusteri 12 → clusters: Esimerkkiklusteri 12
circular economy → priorities: kiertotalous
circular economies → priorities: kiertotalous
clean solution → priorities: puhtaat ratkaisut
digital service → priorities: digitaaliset palvelut
digtal services → priorities: digitaaliset palvelut
tourism → priorities: matkailu
internationalisation → themes: Klusterin tuella kansainvälisistä
internationalization → themes: Klusterin tuella kansainvälisistä
leadership → themes: Klusterin hyvällä johtamisella
competences → themes: Klusteritoiminnan perusta osaamisessa
funding → themes: Kestävät rahoitusratkaisut
fundng → themes: Kestävät rahoitusratkaisut
ledarskapet → themes: Klusterin hyvällä johtamisella
finansieringen → themes: Kestävät rahoitusratkaisut
finansering → themes: Kestävät rahoitusratkaisut
kompetensen → themes: Klusteritoiminnan perusta osaamisessa
tjänsterna → themes: Klusterin palvelut
cirkulära ekonomin → priorities: kiertotalous
cirkular ekonomi → priorities: kiertotalous
rena lösningar → priorities: puhtaat ratkaisut
rena losningar → priorities: puhtaat ratkaisut
digitala tjänsten → priorities: digitaaliset palvelut
webinars teollisuuden → events: teollisuuden
webinarier → events: webinaari
"""

HELD_OUT = """
seminaari vesialasta → events: vesialan seminaari
rahoitusaamuja → events: rahoitusaamu
verkostopäivään → events: verkostopäivä
kevätseminaareista → events: kevätseminaari
kevätseminari → events: kevätseminaari
konferensseissa kansainvälisissä → events: kansainvälinen konferenssi
johtamiswebinaari → events: johtamisen webinaari
teollisuuswebinaari → events: teollisuuden webinaari
ruokatyöpaja → events: ruoka-alan työpaja
osaajaillat → events: osaajien ilta
palvelujen työpjaa → events: palvelujen työpaja
klusterien verkostopäivässä → events: verkostopäivä
verkstopäivä → events: verkostopäivä
vientimatkat → materials: ensimmäinen vientimatka
ensimmäisen vientimatkan → materials: ensimmäinen vientimatka
viennin ensimmäinen matka → materials: ensimmäinen vientimatka
kumppaneiden löytämisestä → materials: kumppanien löytäminen
kumppani → materials: kumppanien löytäminen
laatumerkkien hakemista → materials: laatumerkin hakeminen
laatumerkin hakemnen → materials: laatumerkin hakeminen
osaajien hakuun → materials: osaajien haku
jäsenen palvelu → materials: jäsenten palvelut
jasenpalvelut → materials: jäsenten palvelut
rahoituksen lahteet → materials: rahoituksen lähteet
rahoituksen lähteiden → materials: rahoituksen lähteet
klusterin johtamisessa → materials: klusterin johtaminen
klusterin johtamnen → materials: klusterin johtaminen
esimerkkitarinan 15 → stories: Esimerkkitarina 15:
esimerkkitarinat kasvaa → stories: Esimerkkitarina
esimerkkiklusterissa 9 → clusters: Esimerkkiklusteri 9
esimerkkiaineiston 31 → materials: Esimerkkiaineisto 31:
matkailun painopiste → priorities: matkailu
puhtaan ratkaisun → priorities: puhtaat ratkaisut
digitaliset palvelut → priorities: digitaaliset palvelut
circular econmy → priorities: kiertotalous
clean solutions → priorities: puhtaat ratkaisut
leadrship → themes: Klusterin hyvällä johtamisella
internationaliseringen → themes: Klusterin tuella kansainvälisistä
kompetens → themes: Klusteritoiminnan perusta osaamisessa
digitala tjanster → priorities: digitaaliset palvelut
"""

DECOYS = """
dinosaurus
jääkiekko
helikopteri
avaruusraketti
perunamuusi
jalkapallo-ottelut
sinfoniaorkesteri
tulivuoren
kirahveja
oopperalaulaja
hammaslääkäri
laivamatka Tukholmaan
saunavihta
hiihtolatu
polkupyörän
xyzzy
submarine
giraffes
volcano eruption
wedding photographer
basketball
kangaroo
hairdresser
sköldpadda
pannkakor
fiskebåtar
trädgårdsmästare
lejonet
snögubbe
ishockeymatch
"""
