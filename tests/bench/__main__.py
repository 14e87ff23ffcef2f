"""All measurements, one after the other: `make bench`."""

from tests.bench import attack, browser, deck, intake, merging, server

for each in (intake, merging, attack, server, deck, browser):
    each.main()
