"""What comes first for whom. Nothing is locked: the order is another one, and all of it is there.

A role is what someone said of themselves in the settings. Several are fine, and so is none. What a
person usually picks goes before their role, see `store.habits`.
"""

from __future__ import annotations

from tracejournal.model.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import TypeVar

    from tracejournal.model.prompt import Prompt

    Item = TypeVar("Item")


class First(Record):
    """What comes first for one role.

    Attributes:
        kinds: keys of `vocabulary.KINDS`: what they mostly keep.
        views: of Patterns, behind the answer: what they look back on.
        commands: names of commands, as in the keymap: what the palette offers first.
    """

    kinds: tuple[str, ...]
    views: tuple[str, ...]
    commands: tuple[str, ...]


FIRST = {
    # What kinds reached me, what was there in my best moments, what I bring to supervision.
    "staff": First(
        ("peer-check-in", "gratitude", "huddle", "help-asked", "supervision"),
        ("ways",),
        ("huddle", "check-in", "brief", "something-kind"),
    ),
    # Whom I made time for, what I promised, and my own support.
    "supervisor": First(
        ("supervision", "asked", "huddle", "problem-brought", "recognition", "promise-kept"),
        ("company", "weeks"),
        ("loops", "circle", "brief", "huddle"),
    ),
    # What survives busy weeks, what was heard and told back, my peers.
    "administrator": First(
        ("mentorship", "team-check-in", "group-reflection", "know-how", "promise-kept"),
        ("weeks", "ways"),
        ("meetings", "loops", "circle", "check-in"),
    ),
}
"""For each key of `vocabulary.ROLES`. What is not named comes after it, in its usual order."""


def kinds_first(roles: Sequence[str]) -> tuple[str, ...]:
    """Return the kinds of moments that come first for someone with these roles."""
    return _in_turn([FIRST[role].kinds for role in roles if role in FIRST])


def views_first(roles: Sequence[str]) -> tuple[str, ...]:
    """Return the views of Patterns that come first for someone with these roles."""
    return _in_turn([FIRST[role].views for role in roles if role in FIRST])


def commands_first(roles: Sequence[str]) -> tuple[str, ...]:
    """Return the commands that are offered first to someone with these roles."""
    return _in_turn([FIRST[role].commands for role in roles if role in FIRST])


def first_come(
    first: Sequence[str], items: Iterable[Item], key: Callable[[Item], str]
) -> list[Item]:
    """Return items with those that are named first in front; the others stay in their order."""
    places = {name: place for place, name in enumerate(first)}
    return sorted(items, key=lambda item: places.get(key(item), len(places)))


def mine_first(prompts: Iterable[Prompt], roles: Sequence[str]) -> list[Prompt]:
    """Return prompts with those that are meant for these roles in front."""
    return sorted(prompts, key=lambda prompt: set(prompt.roles).isdisjoint(roles))


def _in_turn(lists: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return several lists as one: the first of each, then the second of each."""
    longest = max(map(len, lists), default=0)
    names = (each[place] for place in range(longest) for each in lists if place < len(each))
    return tuple(dict.fromkeys(names))
