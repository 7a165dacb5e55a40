"""What comes first for whom, and that nothing is locked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracejournal.model.prompt import Prompt
from tracejournal.model.roles import (
    FIRST,
    commands_first,
    first_come,
    kinds_first,
    mine_first,
    views_first,
)
from tracejournal.model.vocabulary import KINDS, ROLES, term
from tracejournal.tui.commands import EVERY
from tracejournal.words.patterns import VIEWS

SOME_ROLES = st.lists(st.sampled_from(list(FIRST)), unique=True)


def test_every_role_has_its_own_and_all_of_it_is_there() -> None:
    assert set(FIRST) == {role.key for role in ROLES}
    for first in FIRST.values():
        assert all(term(KINDS, kind) for kind in first.kinds)
        assert set(first.views) < dict(VIEWS).keys()
        assert set(first.commands) < {command.id for command in EVERY}


@pytest.mark.parametrize("what", [kinds_first, views_first, commands_first])
def test_of_several_roles_each_has_its_turn_and_none_is_fine(what: type) -> None:
    assert what(()) == what(("nonsense",)) == ()
    both = what(("supervisor", "administrator"))
    assert both[:2] == (what(("supervisor",))[0], what(("administrator",))[0])
    assert set(both) == {*what(("supervisor",)), *what(("administrator",))}


@given(SOME_ROLES)
def test_nothing_is_locked_the_order_alone_is_another(roles: list[str]) -> None:
    ordered = first_come(kinds_first(roles), KINDS, lambda each: each.key)
    assert sorted(each.key for each in ordered) == sorted(each.key for each in KINDS)
    first = kinds_first(roles)
    assert tuple(each.key for each in ordered[: len(first)]) == first
    rest = [each for each in KINDS if each.key not in first]
    assert ordered[len(first) :] == rest


def test_prompts_for_ones_role_stand_in_front_and_all_others_behind() -> None:
    prompts = [
        Prompt("1", "For all?"),
        Prompt("2", "For them?", roles=("staff",)),
        Prompt("3", "For me?", roles=("supervisor", "administrator")),
    ]
    assert [each.id for each in mine_first(prompts, ("supervisor",))] == ["3", "1", "2"]
    assert mine_first(prompts, ()) == prompts
