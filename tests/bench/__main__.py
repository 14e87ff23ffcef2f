"""All measurements, one after the other: `make bench`."""

from tests.bench import attack, browser, intake, server

for each in (intake, attack, server, browser):
    each.main()
