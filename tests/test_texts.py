"""No text that a person sees stands outside the catalogues: program files hold no sentence, no word of a language."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SEEN = ("pages", "analysis/sections", "analysis/measures", "analysis/charts", "analysis/exports", "analysis/web")
FILES = [ROOT / "dashboard.py", *(path for folder in SEEN for path in sorted((ROOT / folder).rglob("*.py")))]
TAG = re.compile(r"<[^<>]*>|\{[^{}]*\}|&\w+;")
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


def sentences(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    passed = documented(tree) | for_programmers(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed:
            text = TAG.sub(" ", node.value)
            if "font-family" not in node.value and SENTENCE.search(text):
                yield f"{path.relative_to(ROOT)}:{node.lineno}: {node.value[:60]!r}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_texts_come_from_the_catalogues(path: Path):
    assert list(sentences(path)) == []
