"""The licences of all that the program needs to run, as the installed packages tell them: docs/licences.md."""

from importlib.metadata import Distribution, PackageNotFoundError, distribution

from packaging.requirements import Requirement

from analysis.settings import ROOT

LONGEST = 60
"""A licence field that is longer holds the text of the licence, not its name."""


def required() -> list[Requirement]:
    """What requirements.txt pins, for this system."""
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    pinned = [
        Requirement(line.removesuffix("\\").strip()) for line in lines if line and not line.startswith((" ", "#"))
    ]
    return [each for each in pinned if each.marker is None or each.marker.evaluate()]


def licence(found: Distribution) -> str:
    """The name of a package's licence."""
    told = found.metadata.get_all("License-Expression") or []
    told = told or [
        each.rsplit(" :: ", 1)[1]
        for each in found.metadata.get_all("Classifier") or []
        if each.startswith("License :: ") and each != "License :: OSI Approved"
    ]
    told = told or [each for each in found.metadata.get_all("License") or [] if len(each) <= LONGEST]
    return ", ".join(told) or "see the package"


def line(name: str) -> str:
    """One package as a line of the list."""
    try:
        return f"| {name} | {licence(distribution(name))} |\n"
    except PackageNotFoundError:
        return f"| {name} | not installed |\n"


def page(made: str) -> str:
    """The list in Markdown."""
    head = "Packages that the program needs to run, on Linux, and what their makers say of the licence.\n\n"
    rows = "".join(line(each.name) for each in required())
    return f"# Licences\n\n{made}{head}| package | licence |\n|---|---|\n{rows}"
