"""No text that a person sees stands outside the catalogues: program files hold no sentence, no word of a language."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SEEN = (
    "pages",
    "analysis/sections",
    "analysis/measures",
    "analysis/charts",
    "analysis/exports",
    "analysis/open_data",
    "analysis/web",
)
FILES = [ROOT / "dashboard.py", *(path for folder in SEEN for path in sorted((ROOT / folder).rglob("*.py")))]
MARKUP = re.compile(
    r"<[^<>]*>|<[^<>]*$|&\w+;|max-age.*|(?:attachment|inline);.*|[\w-]+ '(?:self|none|unsafe-inline)'.*|^top center$"
)
SENTENCE = re.compile(r"[A-Za-zÅÄÖåäö]{2,}[,;:]? [a-zåäö]{2,}|[ÅÄÖåäö]|[A-ZÅÄÖ][a-zåäö]+[.!?](?:\s|$)")


def documented(tree: ast.AST) -> set[int]:
    """The docstrings, and the attribute docstrings, by identity."""
    return {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def for_programmers(tree: ast.AST) -> set[int]:
    """Texts of exceptions and of the log, which are written for programmers."""
    told = [node for node in ast.walk(tree) if isinstance(node, ast.Raise)]
    told += [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value) == "log"
    ]
    return {id(inner) for node in told for inner in ast.walk(node)}


def written(node: ast.AST) -> str:
    """A text literal as it stands, the values put into it left out."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    return "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in parts)


def sentences(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    whole = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    passed = documented(tree) | for_programmers(tree) | {id(part) for node in whole for part in node.values}
    single = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    for node in (*whole, *single):
        if id(node) not in passed and SENTENCE.search(MARKUP.sub(" ", written(node))):
            yield f"{path.relative_to(ROOT)}:{node.lineno}: {written(node)[:60]!r}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_texts_come_from_the_catalogues(path: Path):
    assert list(sentences(path)) == []
