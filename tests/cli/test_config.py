"""`tracejournal config`: what holds, and changing one line of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.test_imports import imported_by

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.support import Shell


def test_every_setting_is_printed_the_way_the_file_is_written(
    shell: Shell, write_config: Path
) -> None:
    printed = shell.done("config").out
    write_config.write_text(printed, "utf-8")
    assert shell.done("config").out == printed
    assert 'theme = "dusk"\nday_starts_at = "00:00"\n' in printed
    assert 'roles = []\nratings = true\nidentifier_hint = true\nregion = ""\n' in printed


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        (("theme", "dawn"), 'theme = "dawn"'),
        (("day_starts_at", "4am"), 'day_starts_at = "04:00"'),
        (("motion", "on"), "motion = true"),
        (("ratings", "no"), "ratings = false"),
        (("roles", "staff,", "supervisor"), 'roles = ["staff", "supervisor"]'),
        (("roles",), "roles = []"),
        (("region", "IE"), 'region = "IE"'),
        (("lock_after", "5"), "lock_after = 5"),
        (("keys.hide", "f11"), 'hide = "f11"'),
    ],
)
def test_one_is_set_as_people_type_it(
    shell: Shell, write_config: Path, typed: tuple[str, ...], line: str
) -> None:
    write_config.write_text("# mine\nshow_words = false # so\n", "utf-8")
    said = shell.done("config", "set", *typed)
    assert said.out == ""
    assert f"`tracejournal config unset {typed[0]}` makes it as it came." in said.err
    lines = write_config.read_text("utf-8").splitlines()
    assert lines[:2] == ["# mine", "show_words = false # so"]
    assert line in lines
    assert line in shell.done("config").lines


def test_one_is_taken_out(shell: Shell, write_config: Path) -> None:
    write_config.write_text('# mine\ntheme = "dawn"\n', "utf-8")
    assert shell.done("config", "unset", "theme").err == "As it came: theme.\n"
    assert write_config.read_text("utf-8") == "# mine\n"
    assert "As it came already" in shell.done("config", "unset", "theme").err


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (("set",), "Which setting, and what?"),
        (("set", "theme"), "Which setting, and what?"),
        (("unset",), "Which setting? Give its name."),
        (("set", "theme", "midday"), "there is no theme called “midday”"),
        (("set", "thene", "dawn"), "there is no setting called “thene”. The settings are: theme"),
        (("set", "motion", "perhaps"), "motion cannot be “perhaps”. Write true or false."),
        (("set", "day_starts_at", "13:00"), "Write a time up to noon"),
        (("set", "day_starts_at", "soon"), "is not a time I can read"),
        (("set", "roles", "king"), 'Write a list of "staff"'),
        (("set", "keys.dance", "f11"), "there is no command called “dance”"),
        (("set", "keys.hide", "ctrl+m"), "“ctrl+m” cannot be used for hide"),
        (("dance",), "`config` can do this: set KEY VALUE, unset KEY."),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(
    shell: Shell, write_config: Path, typed: tuple[str, ...], sentence: str
) -> None:
    refused = shell("config", *typed)
    assert refused.code == 2
    assert sentence in refused.err
    assert not write_config.exists()


def test_a_broken_file_is_left_alone(shell: Shell, write_config: Path) -> None:
    write_config.write_text("theme =\n", "utf-8")
    refused = shell("config", "set", "theme", "dawn")
    assert refused.code == 2
    assert "Mend that line, or move the file away to start fresh." in refused.err
    assert write_config.read_text("utf-8") == "theme =\n"


def test_the_library_that_writes_is_read_only_to_write(write_config: Path) -> None:
    write_config.write_text('roles = ["staff"]\n', "utf-8")
    for typed in (("log", "Tea"), ("config",), ("list",)):
        assert not {name for name in imported_by(*typed) if name.startswith("tomlkit")}
