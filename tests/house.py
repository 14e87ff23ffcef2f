"""Files, functions, classes and names of the product's source, which the laws of the house are about.

`python -m tests.house` prints sums of the working tree beside those of the tree before the house was built
anew; `python -m tests.house REVISION` beside those of another one.
"""

import ast
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
PRODUCT = ("analysis", "pages", "dashboard.py")
BEFORE = "f36fd6a"
"""The last revision before the house was built anew."""
TINY = 3
"""Lines: a function that has so many or fewer is tiny, from its signature to its end, without its docstring."""
Callable = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """A file of the product: its path from the root, its text, and the text's tree."""

    path: str
    text: str
    tree: ast.Module

    @property
    def lines(self) -> int:
        return len(self.text.splitlines())

    @property
    def folder(self) -> str:
        return str(Path(self.path).parent)


@dataclass(frozen=True)
class Function:
    """A function or method, wherever it is defined: its place, and its lines from ``def`` on without the docstring."""

    place: str
    name: str
    lines: int


@dataclass(frozen=True)
class PublicName:
    """A name that other files may use: its place, its kind, and what it names."""

    place: str
    kind: str
    name: str
    node: ast.AST | None = None


@cache
def sources(revision: str | None = None) -> tuple[Source, ...]:
    """The product's files in the working tree, or in a revision that git knows; CalledProcessError if it knows none."""
    texts = _tree() if revision is None else _revision(revision)
    return tuple(Source(path, text, ast.parse(text)) for path, text in texts)


def _tree() -> Iterator[tuple[str, str]]:
    for place in PRODUCT:
        path = ROOT / place
        for each in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            yield each.relative_to(ROOT).as_posix(), each.read_text(encoding="utf-8")


def _revision(revision: str) -> Iterator[tuple[str, str]]:
    listed = _git("ls-tree", "-r", "--name-only", revision, "--", *PRODUCT)
    for path in listed.splitlines():
        if path.endswith(".py"):
            yield path, _git("show", f"{revision}:{path}")


def _git(*args: str) -> str:
    return subprocess.run(["git", *args], cwd=ROOT, check=True, capture_output=True, encoding="utf-8").stdout


def functions(files: tuple[Source, ...]) -> Iterator[Function]:
    """Every function of the files, nested ones and methods among them."""
    for file in files:
        for node in ast.walk(file.tree):
            if isinstance(node, Callable):
                words = node.body[0] if len(node.body) > 1 and ast.get_docstring(node) is not None else None
                docstring = words.end_lineno - words.lineno + 1 if words else 0
                yield Function(f"{file.path}:{node.lineno}", node.name, node.end_lineno - node.lineno + 1 - docstring)


def tiny(files: tuple[Source, ...]) -> float:
    """The share of tiny functions among all, between 0 and 1."""
    every = [each.lines for each in functions(files)]
    return sum(lines <= TINY for lines in every) / len(every)


def class_names(files: tuple[Source, ...]) -> dict[str, list[str]]:
    """The places at which a class of each name is defined."""
    found: dict[str, list[str]] = {}
    for file in files:
        for node in ast.walk(file.tree):
            if isinstance(node, ast.ClassDef):
                found.setdefault(node.name, []).append(f"{file.path}:{node.lineno}")
    return found


def public_names(files: tuple[Source, ...]) -> Iterator[PublicName]:
    """Folders and modules; functions, classes, methods and annotated fields that no underscore makes private."""
    for folder in sorted({file.folder for file in files} - {"."}):
        yield PublicName(folder, "folder", Path(folder).name)
    for file in files:
        yield PublicName(file.path, "module", Path(file.path).stem)
        yield from _public(file, file.tree.body, in_class=False)


def _public(file: Source, body: list[ast.stmt], *, in_class: bool) -> Iterator[PublicName]:
    for node in body:
        place = f"{file.path}:{node.lineno}"
        if isinstance(node, Callable) and not node.name.startswith("_"):
            yield PublicName(place, "method" if in_class else "function", node.name, node)
        elif isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield PublicName(place, "class", node.name, node)
            yield from _public(file, node.body, in_class=True)
        elif in_class and isinstance(node, ast.AnnAssign) and not (name := ast.unparse(node.target)).startswith("_"):
            yield PublicName(place, "field", name, node)


def parameters(node: Callable, *, method: bool) -> list[str]:
    """The names of a function's parameters, without the one that a method is bound to."""
    given = node.args
    names = [each.arg for each in (*given.posonlyargs, *given.args)]
    static = any(isinstance(each, ast.Name) and each.id == "staticmethod" for each in node.decorator_list)
    names = names[1:] if method and not static else names
    more = (given.vararg, *given.kwonlyargs, given.kwarg)
    return names + [each.arg for each in more if each]


def sums(files: tuple[Source, ...]) -> dict[str, str]:
    """The house in numbers, each with its label."""
    every = list(functions(files))
    twice = [name for name, places in class_names(files).items() if len(places) > 1]
    return {
        "files": str(len(files)),
        "product lines": str(sum(file.lines for file in files)),
        "median lines a file": f"{median(file.lines for file in files):.0f}",
        "functions": str(len(every)),
        "median lines a function": f"{median(each.lines for each in every):.0f}",
        f"functions of {TINY} lines or fewer": f"{tiny(files):.1%}",
        "class names twice": str(len(twice)),
        **{f"files in {folder}": str(n) for folder, n in Counter(file.folder for file in files).items()},
    }


def table(before: dict[str, str], now: dict[str, str]) -> str:
    """Two sets of numbers beside each other; a label that only one has is empty in the other."""
    labels = list(dict.fromkeys([*now, *before]))
    wide = max(map(len, labels))
    rows = [("", "before", "now"), *((label, before.get(label, "–"), now.get(label, "–")) for label in labels)]
    return "\n".join(f"{label:<{wide}}  {then:>8}  {after:>8}" for label, then, after in rows)


def main(revision: str = BEFORE) -> None:
    """Print the table."""
    print(table(sums(sources(revision)), sums(sources())))


if __name__ == "__main__":
    main(*sys.argv[1:])
