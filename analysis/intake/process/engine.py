"""The preload of the fork server alone: with it every worker has the reading engine, and not the program."""

import sys
from datetime import UTC, datetime
from importlib.machinery import ModuleSpec
from types import ModuleType

from analysis.intake.cells.lexicon import Lexicons
from analysis.intake.check_result import Upload
from analysis.intake.limits import Limits
from analysis.intake.process import annotation_worker, worker
from analysis.intake.reading import examine

__all__ = ["annotation_worker", "worker"]

_EXAMPLE = "Tunnus;Nimi;Alkaa;Tyyppi;Maakunnat;Kertoja\n1;Esimerkki;12.3.2023;muu;Lapi;2\n"


class _AnyName(str):
    """Equal to every name."""

    __slots__ = ()
    __hash__ = str.__hash__

    def __eq__(self, _: object) -> bool:
        return True


def _prepare() -> None:
    # multiprocessing runs the main module of the parent again in a new process, unless that one has it already. Here it
    # would be a page of Streamlit or a server's script, and nothing of it is needed.
    main = ModuleType("__main__")
    main.__file__ = _AnyName()
    main.__spec__ = ModuleSpec(_AnyName("__main__"), None)
    sys.modules["__main__"] = main
    # So that all that is imported or computed at first use is there before the first fork.
    examine([Upload("tapahtumat.csv", _EXAMPLE.encode())], Lexicons(), Limits(), datetime.now(UTC))


_prepare()
