"""Texts of an address, a workbook or a person go one way into labels of widgets: `html.widget_label` escapes them.

Streamlit takes labels for Markdown: each label is the catalogue's alone, or goes that way. What Streamlit shows as it
is (placeholders, the options of menus) goes another: escaped, it would show the escapes.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "pages").rglob("*.py"))
MARKDOWN = ("label", "help", "captions", "title", "body", "text")
"""Parameters that Streamlit takes for Markdown; the first one of a call is its label, title or text."""
OPTIONS = {"radio", "pills", "segmented_control", "tabs"}
"""Widgets whose options are Markdown."""
PLAIN_OPTIONS = {"selectbox", "multiselect"}
LABELLED = {
    *("button", "checkbox", "toggle", "text_input", "text_area", "popover", "dialog", "spinner", "file_uploader"),
    *("download_button", *OPTIONS, *PLAIN_OPTIONS),
}
NO_LABEL = {
    *("html", "container", "columns", "fragment", "rerun", "navigation", "Page", "iframe", "page_link"),
    *("session_state", "query_params", "context", "components", "runtime", "get_option"),
}
"""What of Streamlit has no label, or (Page, page_link) one of the catalogue, which is looked at by its name."""


class Function(ast.NodeVisitor):
    """The names of a function, or of a module, that hold what is safe: assigned from nothing else."""

    def __init__(self, node: ast.AST) -> None:
        self.values: dict[str, list[ast.expr | None]] = {}
        self.visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        for target in node.targets:
            self.assign(target, node.value)
        self.generic_visit(node)

    def visit_For(self, node: ast.For) -> None:
        self.assign(node.target, None)
        self.generic_visit(node)

    def visit_arg(self, node: ast.arg) -> None:
        self.values.setdefault(node.arg, []).append(None)

    def assign(self, target: ast.expr, value: ast.expr | None) -> None:
        if isinstance(target, ast.Tuple):
            values = value.elts if isinstance(value, ast.Tuple) else [None] * len(target.elts)
            for each, one in zip(target.elts, values, strict=True):
                self.assign(each, one)
        elif isinstance(target, ast.Name):
            self.values.setdefault(target.id, []).append(value)

    def is_safe(self, node: ast.expr | None) -> bool:
        """Whether an expression gives a text of the catalogue alone, or one that went the one way."""
        match node:
            case ast.Constant():
                return True
            case ast.Call():
                return self.is_safe_call(node)
            case ast.Name():
                last = self.values.get(node.id, [None])[-1]
                return self.is_safe(last)
            case ast.IfExp():
                return self.is_safe(node.body) and self.is_safe(node.orelse)
            case ast.List(elts=values) | ast.Tuple(elts=values) | ast.BoolOp(values=values):
                return all(self.is_safe(each) for each in values)
            case (
                ast.Lambda(body=value)
                | ast.ListComp(elt=value)
                | ast.DictComp(value=value)
                | ast.Attribute(attr="__getitem__", value=value)
            ):
                return self.is_safe(value)
        return False

    @staticmethod
    def is_safe_call(node: ast.Call) -> bool:
        name = ast.unparse(node.func)
        return name == "html.widget_label" or (name in ("words", "page.words") and not node.keywords)


def widget_calls(tree: ast.Module) -> Iterator[tuple[str, ast.Call, Function]]:
    """Each call of something of Streamlit's, with what is known of the names around it."""
    functions = [each for each in ast.walk(tree) if isinstance(each, ast.FunctionDef)]
    for call in (each for each in ast.walk(tree) if isinstance(each, ast.Call)):
        if isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) == "st":
            around = [each for each in functions if each.lineno <= call.lineno <= (each.end_lineno or 0)]
            # A decorator stands before its function and belongs to the one around it.
            around = around or [each for each in functions if call in each.decorator_list]
            yield call.func.attr, call, Function(around[0] if around else tree)


def offences(source: str) -> list[str]:
    """What of a module goes another way into a label."""
    found, tree = [], ast.parse(source)
    for name, call, function in widget_calls(tree):
        if name not in LABELLED:
            continue
        markdown = dict(zip(("label",), call.args, strict=False))
        markdown |= {each.arg: each.value for each in call.keywords if each.arg in MARKDOWN}
        options = {each.arg: each.value for each in call.keywords if each.arg == "format_func"}
        if name in OPTIONS:
            markdown["format_func"] = options.get("format_func", ast.Name("no format_func"))
        elif any("widget_label" in ast.unparse(each) for each in options.values()):
            found.append(f"{call.lineno} st.{name} shows escapes in its options")
        plain = [each.value for each in call.keywords if each.arg == "placeholder"]
        if any("widget_label" in ast.unparse(each) for each in plain):
            found.append(f"{call.lineno} st.{name} shows escapes in its placeholder")
        found += [
            f"{call.lineno} st.{name} {part}: {ast.unparse(each)}"
            for part, each in markdown.items()
            if not function.is_safe(each)
        ]
    return found


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_label_is_of_the_catalogue_or_escaped(path: Path):
    assert offences(path.read_text(encoding="utf-8")) == []


def test_every_part_of_streamlit_that_pages_use_is_looked_at():
    used = {
        node.attr
        for path in PAGES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "st"
    }
    assert used - LABELLED - NO_LABEL == set()


def test_no_widget_is_used_under_another_name():
    """A widget that is handed on could be given any label."""
    found = []
    for path in PAGES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        called = {id(each.func) for each in ast.walk(tree) if isinstance(each, ast.Call)}
        found += [
            f"{path.name}:{node.lineno} st.{node.attr}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and (node.value.id, node.attr in LABELLED) == ("st", True)
            and id(node) not in called
        ]
    assert found == []


@pytest.mark.parametrize(
    "body",
    [
        "st.button(title)",
        "st.button(words('a', title=title))",
        "st.button(f'{title}')",
        "st.button(x.title)",
        "st.radio(words('a'), [1], format_func=lambda at: names[at])",
        "st.pills(words('a'), names)",
        "st.pills(words('a'), names, format_func=names.__getitem__)",
        *(
            "label = title\n    st.toggle(label)",
            "st.button(words('a'), help=title)",
            "@st.dialog(title)\n    def a(): pass",
        ),
        "st.radio(words('a'), [1], format_func=lambda at: html.widget_label(at), captions=names)",
        *(
            "st.selectbox(words('a'), names, format_func=lambda at: html.widget_label(at))",
            "for a in names: st.button(a)",
        ),
        *(
            "st.text_input(words('a'), placeholder=html.widget_label(title))",
            "label, key = title, ''\n    st.button(label)",
        ),
    ],
)
def test_another_way_is_seen(body: str):
    assert len(offences(f"def show(words, title, names, x):\n    {body}\n")) == 1


@pytest.mark.parametrize(
    "body",
    [
        *(
            "st.button(words('a'))",
            "st.button(html.widget_label(title))",
            "st.text_input(words('a'), placeholder=title)",
        ),
        "st.pills(words('a'), names, format_func=lambda at: html.widget_label(names[at]))",
        "title.button(title)",
        "safe = {k: html.widget_label(v) for k, v in x}\n    st.pills(words('a'), x, format_func=safe.__getitem__)",
        *(
            "label, key = words('a'), ''\n    st.button(label)",
            "st.selectbox(words('a'), names, format_func=names.get)",
        ),
    ],
)
def test_the_one_way_is_none(body: str):
    assert offences(f"def show(words, title, names):\n    {body}\n") == []
