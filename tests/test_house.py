"""The laws of the house: its names, functions and docstrings. `python -m tests.house` prints sums."""

import ast
import re

from tests.house import TINY, Callable, class_names, functions, parameters, public_names, sources, tiny

MOST_TINY = 0.2
MANY = 5
"""Parameters: a docstring names each, if there are so many."""
BANNED = {"base", "common", "helper", "helpers", "manager", "misc", "stuff", "things", "util", "utils"}
"""What tells nobody what is inside, as a module or as the last word of a class."""
PARTICIPLES = {
    *("answered", "asked", "bound", "broken", "brought", "built", "called", "checked", "chosen", "claimed", "clicked"),
    *("clipped", "closed", "collected", "compared", "covered", "crossed", "dated", "decoded", "denied", "done"),
    *("doubled", "drawn", "dropped", "emptied", "ended", "examined", "explained", "fetched", "filled", "fitted"),
    *("folded", "found", "framed", "gathered", "given", "gone", "got", "heard", "held", "hindered", "joined", "kept"),
    *("keyed", "known", "labelled", "laid", "limited", "listed", "looked", "lost", "made", "marked", "masked"),
    *("meant", "measured", "mended", "merged", "met", "moved", "named", "nested", "noted", "occupied", "offered"),
    *("opened", "packed", "paid", "picked", "pictured", "placed", "prepared", "projected", "recorded", "refused"),
    *("reported", "ruled", "said", "seen", "sent", "separated", "served", "shortened", "shown", "simplified"),
    *("spanned", "spoken", "starred", "stayed", "stopped", "stood", "styled", "summed", "tabled", "taken", "thinned"),
    *("thought", "toggled", "told", "traced", "typed", "uncounted", "undated", "understood", "unhurried", "unlisted"),
    *("unopened", "unpacked", "wanted", "weighed", "welcomed", "went", "worn", "wrapped", "written"),
}
"""Words that say that something was done and not what is there. Words of the field such as "required" or "published"
are none of them."""


def test_no_public_name_is_a_participle():
    named = [f"{each.place} {each.kind} {each.name}" for each in public_names(sources())]
    assert [each for each in named if each.rpartition(" ")[2].lower() in PARTICIPLES] == []


def test_no_folder_module_or_class_has_a_name_that_says_nothing():
    offenders = [
        f"{each.place} {each.kind} {each.name}"
        for each in public_names(sources())
        if (each.kind in ("folder", "module") and each.name in BANNED)
        or (each.kind == "class" and re.findall(r"[A-Z]*[^A-Z]*", each.name)[-2].lower() in BANNED)
    ]
    assert offenders == []


def test_no_class_name_is_there_twice():
    assert {name: places for name, places in class_names(sources()).items() if len(places) > 1} == {}


def test_few_functions_are_tiny():
    share = tiny(sources())
    shortest = [f"{each.place} {each.name}" for each in functions(sources()) if each.lines <= TINY]
    assert share <= MOST_TINY, f"{share:.1%} of all have {TINY} lines or fewer: {len(shortest)}"


def test_every_public_name_has_a_docstring_that_names_many_parameters():
    offenders = []
    for each in public_names(sources()):
        if each.kind not in ("class", "function", "method"):
            continue
        text = ast.get_docstring(each.node)
        special = each.name.startswith("__") and each.name.endswith("__")
        if not text and not special:
            offenders.append(f"{each.place} {each.kind} {each.name} has no docstring")
        if text and isinstance(each.node, Callable):
            wanted = parameters(each.node, method=each.kind == "method")
            unnamed = [name for name in wanted if not re.search(rf"\b{re.escape(name)}\b", text)]
            if len(wanted) >= MANY and unnamed:
                offenders.append(f"{each.place} {each.kind} {each.name} does not say what {', '.join(unnamed)} is")
    assert offenders == []


def test_nothing_walks_over_all_objects():
    walking = [
        f"{file.path}:{node.lineno}"
        for file in sources()
        for node in ast.walk(file.tree)
        if (isinstance(node, ast.Attribute) and node.attr == "get_objects")
        or (isinstance(node, ast.ImportFrom) and node.module == "gc" and "get_objects" in {a.name for a in node.names})
    ]
    assert walking == []
