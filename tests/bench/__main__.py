"""All measurements, one after the other: `make bench`."""

from tests.bench import attack, browser, deck, intake, server

for each in (intake, attack, server, deck, browser):
    each.main()
