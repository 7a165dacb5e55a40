"""The deck, and prompts of one's own: listed, added, changed, hidden, removed, taken in."""

from __future__ import annotations

from functools import lru_cache

from tracejournal.model.errors import Misuse, NotFound
from tracejournal.model.prompt import Prompt
from tracejournal.prompts.ids import free_id, id_from, own_id
from tracejournal.store import prompts
from tracejournal.store.rows import stamp
from tracejournal.words import refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from tracejournal.model.clock import Clock
    from tracejournal.store.engine import Store


@lru_cache(maxsize=1)
def deck() -> tuple[Prompt, ...]:
    """Return the deck that comes with the program, read once."""
    from tracejournal.prompts.deck import load_deck  # noqa: PLC0415 - paid for when used

    return load_deck()


class OwnPrompts:
    """Use cases about the prompts there are."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Take the store and the clock."""
        self._store = store
        self._clock = clock

    def all(self, *, with_hidden: bool = False) -> tuple[Prompt, ...]:
        """Return the deck and the person's own; hidden ones are marked, or left out.

        A prompt of the deck is hidden, too, where one of the person's own took its place.
        """
        own = self.own()
        replaced = {prompt.instead_of for prompt in own if not prompt.hidden}
        known = (*_marked(deck(), prompts.hidden(self._store) | replaced), *own)
        return tuple(prompt for prompt in known if with_hidden or not prompt.hidden)

    def own(self) -> tuple[Prompt, ...]:
        """Return the person's own, hidden ones marked."""
        return _marked(prompts.own(self._store), prompts.hidden(self._store))

    def get(self, prompt_id: str) -> Prompt:
        """Return one prompt by its id or the unique start of it, hidden ones included.

        Raises:
            NotFound: there is none, or more than one.
        """
        known = self.all(with_hidden=True)
        found = [each for each in known if each.id == prompt_id] or [
            each for each in known if prompt_id and each.id.startswith(prompt_id)
        ]
        if len(found) != 1:
            raise NotFound(refusals.UNKNOWN_PROMPT.format(value=prompt_id))
        return found[0]

    def add(self, text: str, **said: Any) -> Prompt:  # noqa: ANN401 - the fields of a prompt
        """Put in a prompt of the person's own and return it.

        Args:
            text: the question.
            said: other fields of a `Prompt`, such as `principle`, `depth`, `roles`, `topic`.

        Raises:
            Misuse: there is no question in it, or a field has a value that cannot be.
        """
        prompt = Prompt("new", text, **said, own=True)
        with self._store.transaction():
            prompt = prompt.replace(id=free_id(id_from(prompt.text), self._ids()))
            self._put([prompt])
        return prompt

    def revise(self, prompt_id: str, **said: Any) -> Prompt:  # noqa: ANN401 - the fields of a prompt
        """Change a prompt of the person's own; of one of the deck, a copy takes its place.

        Args:
            prompt_id: the id.
            said: what is different: fields of a `Prompt`.

        Raises:
            NotFound: there is no such prompt.
            Misuse: a field has a value that cannot be.
        """
        with self._store.transaction():
            prompt = self.get(prompt_id)
            changed = prompt.revised(**said, own=True, hidden=False)
            if not prompt.own:
                new = free_id(own_id(prompt.id), self._ids())
                changed = changed.replace(id=new, instead_of=prompt.id)
            self._put([changed])
        return changed.replace(hidden=prompt.own and prompt.hidden)

    def take_in(self, found: Iterable[Prompt]) -> tuple[Prompt, ...]:
        """Put in prompts that have ids of their own; those whose id is taken are left out.

        For imports, and for putting back one that was removed: nothing is ever written over.
        """
        with self._store.transaction():
            taken = self._ids()
            new = {prompt.id: prompt.replace(own=True) for prompt in found}
            added = tuple(prompt for prompt in new.values() if prompt.id not in taken)
            self._put(added)
        return added

    def remove(self, prompt_id: str) -> Prompt:
        """Remove a prompt of the person's own and return what it was.

        Where it took the place of one of the deck, that one shows again.

        Raises:
            NotFound: there is no such prompt.
            Misuse: it came with the program.
        """
        prompt = self.get(prompt_id)
        if not prompt.own:
            raise Misuse(refusals.PROMPT_NOT_OWN.format(value=prompt.id))
        with self._store.transaction() as store:
            prompts.remove(store, prompt.id)
        return prompt

    def hide(self, prompt_id: str, *, hidden: bool = True) -> Prompt:
        """Hide a prompt from lists and offers, or show it again.

        Of one in the deck and the copy that took its place, the one that is shown again shows;
        the other one is hidden, and nothing of it is lost.

        Raises:
            NotFound: there is no such prompt.
        """
        prompt = self.get(prompt_id)
        with self._store.transaction() as store:
            prompts.set_hidden(store, prompt.id, hidden=hidden)
            if not hidden:
                for copy in self.own():
                    if copy.instead_of == prompt.id:
                        prompts.set_hidden(store, copy.id, hidden=True)
        return prompt.replace(hidden=hidden)

    def _put(self, added: Sequence[Prompt]) -> None:
        now = stamp(self._clock.local_now())
        for prompt in added:
            prompts.put(self._store, prompt, now)

    def _ids(self) -> set[str]:
        return {each.id for each in self.all(with_hidden=True)}


def _marked(known: tuple[Prompt, ...], hidden: frozenset[str]) -> tuple[Prompt, ...]:
    # Restored, not made again: a rule that is stricter today must not keep old ones from showing.
    return tuple(
        Prompt.restored(**prompt.__dict__ | {"hidden": True}) if prompt.id in hidden else prompt
        for prompt in known
    )
