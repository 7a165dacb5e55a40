"""Roles in the shell: what comes first where choices are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tracejournal.prompts.deck import load_deck

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.support import Shell

FIRST = {"staff": "peer-check-in", "supervisor": "supervision", "administrator": "mentorship"}


@pytest.fixture(params=FIRST)
def role(request: pytest.FixtureRequest, write_config: Path) -> str:
    write_config.write_text(f'roles = ["{request.param}"]\n')
    return str(request.param)


def test_kinds_are_listed_with_those_of_ones_role_first(shell: Shell, role: str) -> None:
    listed = [line.split()[1] for line in shell.done("terms").lines]
    assert listed[0] == FIRST[role]
    assert "laughter" in listed


def test_a_slip_in_a_kind_is_answered_with_those_of_ones_role_first(
    shell: Shell, role: str
) -> None:
    done = shell("log", "Tea", "--kind", "nonsense")
    assert done.code == 2
    assert f": {FIRST[role]}, " in done.err
    assert shell.done("log", "Tea", "--kind", "laughter").err.startswith("Kept")


def test_prompts_for_ones_role_are_listed_and_asked_first(shell: Shell, role: str) -> None:
    roles = {prompt.id: prompt.roles for prompt in load_deck()}
    for _ in range(2):  # before there is a journal, and after
        listed = [line.split()[0] for line in shell.done("prompts").lines]
        mine = [each for each in listed if role in roles[each]]
        assert listed[: len(mine)] == mine
        assert len(listed) == len(roles)
        shell.done("reflect", "An answer")
    (kept, *_) = shell.kept("is:reflection")
    assert role in roles[kept["prompt_id"]]


def test_without_a_role_all_is_as_it_came(shell: Shell) -> None:
    assert next(line.split()[1] for line in shell.done("terms").lines) == "gratitude"
    assert next(line.split()[0] for line in shell.done("prompts").lines) == load_deck()[0].id
