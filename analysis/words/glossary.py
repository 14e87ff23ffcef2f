"""The glossary of cluster work: its terms in three languages, each with a definition of our own wording.

Texts are in the catalogue `glossary.po`: ``glossary.<key>.term`` and ``glossary.<key>.text``. The Swedish terms follow
public sources where one was found; the others still need a translator's confirmation (`docs/decisions/249`).
"""

from dataclasses import dataclass
from functools import cache

from analysis.schema import Language, Names
from analysis.words.language import translator

GROUPS: dict[str, tuple[str, ...]] = {
    "work": (
        *("cluster", "cluster_work", "cluster_organisation", "cluster_manager", "triple_helix", "eccp", "label"),
        *("centre_of_expertise", "ecosystem", "stakeholder_group", "rdi"),
    ),
    "themes": ("leadership", "services", "funding", "internationalisation", "competence"),
    "area": ("area", "region", "regional_council", "smart_specialisation", "priority", "erdf"),
    "contents": (
        *("toolkit", "material", "recording", "captions", "guide", "cluster_story", "event", "joint_event"),
        "participant",
    ),
    "data": (
        *("target", "actual", "dataset", "revision", "source", "licence", "accessibility_statement"),
        "privacy_notice",
    ),
}
"""The keys of all terms, by group, in the order in which a page shows them."""

READ = "2026-11"
"""The month in which the sources were read."""


@dataclass(frozen=True)
class TermSource:
    """A page on which a definition rests: its name, its address, the month or day in which it was read (ISO)."""

    name: str
    link: str
    read: str = READ


@dataclass(frozen=True)
class GlossaryTerm:
    """A term: its key and group, its name in each language, its definition in one, the sources of that."""

    key: str
    group: str
    names: Names
    definition: str
    sources: tuple[TermSource, ...] = ()


_DEFINITIONS = TermSource(
    "European Cluster Collaboration Platform, Cluster Definitions",
    "https://clustercollaboration.eu/cluster-definitions",
)
_LEADERSHIP = TermSource(
    "ELMO, Klusterin hyvällä johtamisella vaikuttavaa yhteistyötä",
    "https://elmoenf.eu/fi/klusterin-hyvalla-johtamisella-vaikuttavaa-yhteistyota/",
)
_LABELS = TermSource("ELMO, Klusterien laatumerkit (EUCLES)", "https://elmoenf.eu/fi/klusterien-laatumerkit-eucles/")
_SILVER = TermSource("ESCA, ECEI Silver Label", "https://www.cluster-analysis.org/silver-label")
_TOOLKIT = TermSource(
    "ELMO, Digitaalinen työkalupakki klusterien kehittämiseen",
    "https://elmoenf.eu/fi/digitaalinen-tyokalupakki-klusterien-kehittamiseen-julkaistu/",
)
SOURCES: dict[str, tuple[TermSource, ...]] = {
    "cluster": (_DEFINITIONS,),
    "cluster_organisation": (_DEFINITIONS,),
    "cluster_manager": (_LEADERSHIP,),
    "label": (_LABELS, _SILVER),
    "toolkit": (_TOOLKIT,),
    "leadership": (_LEADERSHIP,),
}
"""The sources of the definitions that rest on any, by key."""


@cache
def glossary(language: Language) -> tuple[GlossaryTerm, ...]:
    """All terms in the order of `GROUPS`, defined in ``language``; KeyError if that is no language of ours."""
    fi, en, sv = (translator(each) for each in ("fi", "en", "sv"))
    words = translator(language)
    return tuple(
        GlossaryTerm(
            key,
            group,
            Names(*(each(f"glossary.{key}.term") for each in (fi, en, sv))),
            words(f"glossary.{key}.text"),
            SOURCES.get(key, ()),
        )
        for group, keys in GROUPS.items()
        for key in keys
    )
