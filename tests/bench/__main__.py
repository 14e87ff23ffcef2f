"""All measurements, one after the other: `make bench`."""

from tests.bench import browser, intake, server

for each in (intake, server, browser):
    each.main()
