"""Imported by the fork server alone: with it every worker is born with the reading engine, and without the program."""

from datetime import UTC, datetime
from multiprocessing import spawn

import pyarrow

from analysis.intake.checked import Upload
from analysis.intake.known import Known
from analysis.intake.limits import Limits
from analysis.intake.reading import examined

_EXAMPLE = "Tunnus;Nimi;Alkaa;Tyyppi;Maakunnat;Kertoja\n1;Esimerkki;12.3.2023;muu;Lapi;2\n"


def _leave_main_alone(_: str) -> None:
    """A worker needs nothing of the main module."""


def _prepare() -> None:
    # A new process runs the main module of its parent again: here that would be a page of Streamlit or a server's
    # script.
    for step in ("_fixup_main_from_name", "_fixup_main_from_path"):
        setattr(spawn, step, _leave_main_alone)
    # Arrow's own allocator reserves a gigabyte of addresses at once, which a bound on addresses cannot allow.
    pyarrow.set_memory_pool(pyarrow.system_memory_pool())
    # What is imported or worked out at first use is there before the first fork.
    examined([Upload("tapahtumat.csv", _EXAMPLE.encode())], Known(), Limits(), datetime.now(UTC))


_prepare()
