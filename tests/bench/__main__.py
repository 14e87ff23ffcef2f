"""All measurements, one after the other: `make bench`."""

from tests.bench import (
    attack,
    browser,
    deck,
    faults,
    intake,
    merging,
    phone,
    room,
    search,
    server,
    sockets,
    worker_memory,
)

for each in (intake, worker_memory, merging, search, attack, faults, sockets, server, deck, browser, phone, room):
    each.main()
