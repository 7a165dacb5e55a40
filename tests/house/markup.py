"""The safe calls: text that a person typed never reaches the markup parser of Textual or Rich.

Stock calls crashed, hid words or ran actions on text like `[/]` and `[@click=app.quit]`. Each rule
below looks at calls and assignments alone, so that it can tell without running anything.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MARKUP_OFF = {"Static", "Label"}
"""Widgets whose every construction says `markup=False`."""

TAKES_CONTENT = {"Option", "Button", "Selection", "Tab", "TabPane", "Collapsible", "RadioButton"}
"""Widgets and parts whose first argument is a `Content`."""

TAKES_TEXT = {"add_row", "add_leaf", "add_column"}
"""Methods of tables and trees whose every argument is a `Text`."""

CONTENT_ATTRIBUTES = {"border_title", "border_subtitle", "tooltip", "label"}
"""Attributes that are a `Content` wherever they are set."""

REACHES_OUT = {"bell", "copy_to_clipboard", "deliver_screenshot", "open_url"}
"""Calls that reach past the screen: nothing of ours makes them unasked, so nothing makes them."""

RAW_WRITES = {"sys.stdout.write", "sys.stderr.write", "print", "os.write"}
"""Writing that goes by the walls; only the modules named in the test may."""

PARSES_MARKUP = {"from_markup", "render_markup", "to_content", "visualize"}
FORBIDDEN_MODULES = {"rich.markup", "textual.markup"}

Finding = tuple[int, str]


def unsafe_calls(source: str) -> list[Finding]:
    """Return the line and the fault of everything that could hand text to a markup parser."""
    tree = ast.parse(source)
    rules = Rules(tree)
    found = [
        (node.lineno, fault)
        for node in ast.walk(tree)
        if isinstance(node, ast.stmt | ast.expr)
        for fault in rules.faults(node)
    ]
    return sorted(found)


class Rules:
    """The rules for one module, which know what its own functions return."""

    def __init__(self, tree: ast.Module) -> None:
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        self._gives_content = {
            each.name
            for each in functions
            if each.returns and ast.unparse(each.returns) == "Content"
        }
        self._static_classes = {
            node
            for node in ast.walk(tree)
            if isinstance(node, ast.ClassDef) and MARKUP_OFF & {_last(base) for base in node.bases}
        }

    def faults(self, node: ast.AST) -> Iterator[str]:
        """Yield what is wrong with one node."""
        if isinstance(node, ast.Call):
            yield from self._call(node)
        elif isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign):
            yield from self._assignment(node)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            yield from _import(node)
        elif isinstance(node, ast.ClassDef) and node in self._static_classes:
            yield from _static_class(node)

    def _call(self, call: ast.Call) -> Iterator[str]:
        name = _last(call.func)
        given = {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg}
        if name in MARKUP_OFF | {"notify"} and not _is(given.get("markup"), False):
            yield f"{name}(…) without markup=False"
        if name == "notify" and "title" in given and not _is_fixed(given["title"]):
            yield "notify(…) with a title that is not fixed"
        yield from _beyond_the_screen(call, name)
        if name in PARSES_MARKUP:
            yield f"{name}(…) reads markup"
        if _is(given.get("markup"), True) and name not in MARKUP_OFF:
            yield f"{name}(…) with markup=True"
        if name in {"Hit", "DiscoveryHit"} and "help" in given and not _is_fixed(given["help"]):
            yield f"{name}(…) with a help that is not fixed"
        if name in TAKES_CONTENT and call.args and not self._is_content(call.args[0]):
            yield f"{name}(…) with something other than Content"
        if name in TAKES_TEXT:
            yield from (f"{name}(…) with a bare string" for each in call.args if not _is_text(each))
        if "placeholder" in given and not self._is_placeholder(given["placeholder"]):
            yield "a placeholder that is not fixed"

    def _assignment(self, node: ast.Assign | ast.AnnAssign | ast.AugAssign) -> Iterator[str]:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        for target in targets:
            if not isinstance(target, ast.Attribute) or node.value is None:
                continue
            if target.attr in CONTENT_ATTRIBUTES and not self._is_content(node.value):
                yield f"{target.attr} set to something other than Content"
            if target.attr == "placeholder" and not self._is_placeholder(node.value):
                yield "a placeholder that is not fixed"

    def _is_placeholder(self, value: ast.expr) -> bool:
        return _is_fixed(value) or self._is_content(value)

    def _is_content(self, value: ast.expr) -> bool:
        """Whether an expression can only be a Content, or None."""
        if isinstance(value, ast.IfExp):
            return self._is_content(value.body) and self._is_content(value.orelse)
        if isinstance(value, ast.Call):
            dotted = ast.unparse(value.func)
            makes_one = dotted == "Content" or dotted.startswith("Content.")
            joins = isinstance(value.func, ast.Attribute) and self._is_content(value.func.value)
            return makes_one or joins or _last(value.func) in self._gives_content
        return _is(value, None)


def _beyond_the_screen(call: ast.Call, name: str) -> Iterator[str]:
    if name in REACHES_OUT:
        yield f"{name}(…) reaches past the screen"
    if name in {"panic", "exit"} and any(not _is_text(each) for each in _said(call, name)):
        yield f"{name}(…) with a message that Rich reads as markup"


def _said(call: ast.Call, name: str) -> list[ast.expr]:
    """Return what is printed when the app ends."""
    if name == "panic":
        return call.args
    return [each.value for each in call.keywords if each.arg == "message"]


def raw_writes(source: str) -> list[Finding]:
    """Return the line and the name of every call that writes to the terminal by itself."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    dotted = ((call.lineno, ast.unparse(call.func)) for call in calls)
    return sorted((line, name) for line, name in dotted if name in RAW_WRITES)


def _static_class(node: ast.ClassDef) -> Iterator[str]:
    """A widget made of Static turns markup off for everyone who makes one."""
    calls = (each for each in ast.walk(node) if isinstance(each, ast.Call))
    begins = [call for call in calls if ast.unparse(call.func) == "super().__init__"]
    off = [
        call
        for call in begins
        if any(each.arg == "markup" and _is(each.value, False) for each in call.keywords)
    ]
    if not off:
        yield f"class {node.name} is a Static and does not begin it with markup=False"


def _import(node: ast.Import | ast.ImportFrom) -> Iterator[str]:
    named = [alias.name for alias in node.names]
    modules = named if isinstance(node, ast.Import) else [node.module or ""]
    yield from (f"{name} is imported" for name in modules if name in FORBIDDEN_MODULES)


def _last(node: ast.expr) -> str:
    """Return the last name of a dotted one: `Text` of `rich.text.Text`."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _is(node: ast.expr | None, value: object) -> bool:
    return isinstance(node, ast.Constant) and node.value is value


def _is_fixed(node: ast.expr) -> bool:
    """Whether it is a literal string or a constant by its name, such as `words.HINT`."""
    return (isinstance(node, ast.Constant) and isinstance(node.value, str)) or _last(node).isupper()


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and _last(node.func) == "Text"
