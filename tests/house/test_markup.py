"""Nothing a person typed is ever read as markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.house.markup import raw_writes, unsafe_calls
from tests.house.support import modules, name_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("path", modules("tui"), ids=name_of)
def test_every_call_is_a_safe_one(path: Path) -> None:
    assert unsafe_calls(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("Static(entry.text)", "Static(…) without markup=False"),
        ("Static(entry.text, markup=True)", "Static(…) without markup=False"),
        ("widgets.Label(name, markup=off)", "Label(…) without markup=False"),
        ("Label()", "Label(…) without markup=False"),
        ("self.notify(name)", "notify(…) without markup=False"),
        (
            "self.app.notify(a, title=name, markup=False)",
            "notify(…) with a title that is not fixed",
        ),
        ("self.notify(a, title=f'{x}', markup=False)", "notify(…) with a title that is not fixed"),
        ("self.app.copy_to_clipboard(words)", "copy_to_clipboard(…) reaches past the screen"),
        ("self.app.panic(str(error))", "panic(…) with a message that Rich reads as markup"),
        ("self.exit(1, message=said)", "exit(…) with a message that Rich reads as markup"),
        ("Text.from_markup(name)", "from_markup(…) reads markup"),
        ("Content.from_markup('[b]a')", "from_markup(…) reads markup"),
        ("console.print(name, markup=True)", "print(…) with markup=True"),
        ("from rich.markup import escape", "rich.markup is imported"),
        ("import textual.markup", "textual.markup is imported"),
        ("Hit(1, shown, run, help=entry.text)", "Hit(…) with a help that is not fixed"),
        ("Option(name)", "Option(…) with something other than Content"),
        ("Option(f'{a}', id='x')", "Option(…) with something other than Content"),
        ("Button('a' + name)", "Button(…) with something other than Content"),
        ("table.add_row(name, Text(a))", "add_row(…) with a bare string"),
        ("tree.root.add_leaf(name)", "add_leaf(…) with a bare string"),
        ("Input(placeholder=f'Hello {name}')", "a placeholder that is not fixed"),
        ("Input(placeholder=name)", "a placeholder that is not fixed"),
        ("area.placeholder = name", "a placeholder that is not fixed"),
        ("box.border_title = name", "border_title set to something other than Content"),
        ("box.border_title = 'a'", "border_title set to something other than Content"),
        ("self.border_subtitle = f'{a}'", "border_subtitle set to something other than Content"),
        (
            "self.border_title = Content(a) if a else b",
            "border_title set to something other than Content",
        ),
        ("self.tooltip = entry.text", "tooltip set to something other than Content"),
        (
            "class Line(Static):\n    def __init__(self): super().__init__(name)",
            "class Line is a Static and does not begin it with markup=False",
        ),
        (
            "class Line(Static):\n    pass",
            "class Line is a Static and does not begin it with markup=False",
        ),
        (
            "def line() -> str: ...\nOption(line())",
            "Option(…) with something other than Content",
        ),
    ],
)
def test_the_lint_finds_what_is_unsafe(source: str, fault: str) -> None:
    assert [found for _, found in unsafe_calls(source)] == [fault]


@pytest.mark.parametrize(
    "source",
    [
        "Static(entry.text, markup=False)",
        "Static(markup=False, classes='words')",
        "self.notify(str(refusal), timeout=10, markup=False, title=words.TITLE)",
        "self.notify(a, title='Kept', markup=False)",
        "Option(Content(name), id=key)",
        "Option(Content.assemble(name), id=key)",
        "Option(Content(' ').join(pieces))",
        "class A:\n    def _line(self) -> Content: ...\n    def b(self): Option(self._line())",
        "box.border_title = Content(name) if name else None",
        "Input(placeholder='Type a word')",
        "Input(placeholder=words.HINT)",
        "TextArea(placeholder=Content(hint))",
        "DiscoveryHit(shown, run)",
        "self.panic(Text(said))",
        "self.exit(return_code=1)",
        "table.add_row(Text(name), rich.text.Text(a))",
        "class Line(Static):\n    def __init__(self): super().__init__('', markup=False)",
        "class Line(Widget):\n    pass",
        "label = name",
    ],
)
def test_the_lint_lets_safe_calls_be(source: str) -> None:
    assert unsafe_calls(source) == []


WRITES = {
    "cli/output.py",
    "cli/passphrases.py",
    "cli/asking.py",
    "journal/editor.py",
    "journal/crash_log.py",
    "store/wiping.py",
    "store/restoring.py",
    "tui/skeleton.py",
    "tui/terminal_driver.py",
}
"""The doors to the terminal and to files; everything else goes through them."""


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_only_the_doors_write(path: Path) -> None:
    assert name_of(path) in WRITES or raw_writes(path.read_text("utf-8")) == []


@pytest.mark.parametrize("call", ["print(a)", "sys.stdout.write(a)", "os.write(1, a)"])
def test_the_lint_finds_writing_by_another_door(call: str) -> None:
    assert [name for _, name in raw_writes(call)] == [call.partition("(")[0]]
