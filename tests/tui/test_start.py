"""What stands on the terminal before Textual does: its shape, its colours, its settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import Color, ColorSystem
from textual.theme import BUILTIN_THEMES

from tests.tui.support import LARGE, open_app, press, type_text
from tracejournal.config import Config, read_config
from tracejournal.tui import skeleton, skeleton_colours
from tracejournal.tui.skeleton_picture import picture
from tracejournal.tui.themes import OWN_THEMES, tokens
from tracejournal.tui.widgets.moment_form import MomentForm

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = [
    'theme = "dawn"\n',
    "theme = 'nord'  # a quiet one\n",
    'show_words = false\n  theme="dusk"\n',
    "motion = true\n",
    '[keys]\nquit = "ctrl+x"\n',
    'theme = "dawn"\n[keys]\ntheme = "f8"\n',
]


def test_the_table_of_colours_is_what_the_themes_are() -> None:
    expected = {
        theme.name: " ".join(
            tokens(theme, theme.to_color_system().generate())[name].lstrip("#").lower()
            for name in skeleton_colours.TOKENS
        )
        for theme in (*OWN_THEMES, *BUILTIN_THEMES.values())
        if not theme.ansi
    }
    table = "\n".join(f'    "{name}": "{colours}",' for name, colours in expected.items())
    assert expected == skeleton_colours.COLOURS, f"the table has to be\n{table}"


@given(st.integers(0, 0xFFFFFF))
def test_a_terminal_of_256_colours_gets_the_one_textual_takes(colour: int) -> None:
    taken = Color.parse(f"#{colour:06x}").downgrade(ColorSystem.EIGHT_BIT).number
    assert skeleton_colours._eight_bit(f"{colour:06x}") == f"5;{taken}"


@given(st.integers(1, 300), st.integers(1, 120))
def test_the_picture_fills_the_window_and_no_more(width: int, height: int) -> None:
    lines = picture(width, height)
    assert len(lines) == height
    assert {sum(len(text) for text, _ in line) for line in lines} == {width}


@pytest.mark.parametrize(
    ("theme", "environment"),
    [
        ("dusk", {"NO_COLOR": "1", "COLORTERM": "truecolor"}),
        ("no such theme", {"COLORTERM": "truecolor"}),
        ("dusk", {"COLORTERM": "", "TERM": "xterm"}),
    ],
)
def test_no_colour_where_none_is_known_or_wanted(
    theme: str, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    drawn = skeleton_colours.painter(theme)(picture(80, 24))
    assert "Connection moment" in drawn
    assert "38;" not in drawn
    assert "48;" not in drawn


@pytest.mark.parametrize("settings", SETTINGS)
def test_the_theme_is_the_one_the_settings_name(settings: str, home: Path) -> None:
    file = home / "config" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_text(settings)
    assert skeleton._theme() == read_config().theme


def test_without_settings_it_begins_in_the_usual_theme() -> None:
    assert skeleton._theme() == skeleton.DEFAULT_THEME == Config().theme


async def test_what_is_typed_while_the_rows_are_made_decides_them() -> None:
    async with open_app(size=LARGE) as pilot:
        form = pilot.app.query_one(MomentForm)
        assert len(form.fields()) == 0
        await type_text(pilot, "Thanked Jo")
        assert form.moment().kind == "gratitude"
        await press(pilot, "tab")
        assert getattr(pilot.app.focused, "field", None) == "kind"
