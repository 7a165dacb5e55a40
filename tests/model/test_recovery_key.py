"""The recovery key as it is copied by hand."""

from __future__ import annotations

import pytest

from tests.tui.scenes import RECOVERY_KEY
from tracejournal.model.recovery_key import PREFIX, groups, in_lines, is_last_group


def test_it_stands_in_groups_that_are_easy_to_copy_and_none_is_lost() -> None:
    *further, last = groups(RECOVERY_KEY)
    assert {len(group) for group in further} == {6}
    assert last == "GYV5"
    assert "".join(in_lines(RECOVERY_KEY)).replace(" ", "") == RECOVERY_KEY
    assert in_lines(RECOVERY_KEY)[0] == PREFIX


@pytest.mark.parametrize("typed", ["GYV5", "gyv5", " g y v 5\n"])
def test_the_last_group_is_known_however_it_is_typed(typed: str) -> None:
    assert is_last_group(RECOVERY_KEY, typed)


@pytest.mark.parametrize("typed", ["", " ", "5", "YV5", "GYV6", "GYV55", "ACLQYA", "gyv5 gyv5"])
def test_anything_else_is_not(typed: str) -> None:
    assert not is_last_group(RECOVERY_KEY, typed)
