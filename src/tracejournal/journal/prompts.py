"""The deck, own prompts, and the prompt of the day."""

from __future__ import annotations

import re
from functools import lru_cache

from tracejournal.model.errors import Misuse, NotFound
from tracejournal.model.prompt import Prompt, PromptOfDay
from tracejournal.prompts.choice import choose_prompt
from tracejournal.store import prompts
from tracejournal.store.rows import stamp
from tracejournal.words import refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.model.clock import Clock
    from tracejournal.store.engine import Store

_ID_WORDS = 5


@lru_cache(maxsize=1)
def deck() -> tuple[Prompt, ...]:
    """Return the deck that comes with the program, read once."""
    from tracejournal.prompts.deck import load_deck  # noqa: PLC0415 - paid for when used

    return load_deck()


class Prompts:
    """Use cases about prompts."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Take the store and the clock."""
        self._store = store
        self._clock = clock

    def all(self, *, with_hidden: bool = False) -> tuple[Prompt, ...]:
        """Return the deck and the person's own; hidden ones are marked, or left out."""
        known = (*self._marked(deck()), *self.own())
        return tuple(prompt for prompt in known if with_hidden or not prompt.hidden)

    def own(self) -> tuple[Prompt, ...]:
        """Return the person's own, hidden ones marked."""
        return self._marked(prompts.own(self._store))

    def _marked(self, known: tuple[Prompt, ...]) -> tuple[Prompt, ...]:
        hidden = prompts.hidden(self._store)
        return tuple(prompt.replace(hidden=prompt.id in hidden) for prompt in known)

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

    def of_today(self) -> PromptOfDay:
        """Return what today offers: the same all day, until another one is asked for."""
        today = self._clock.today()
        choices = prompts.choices_on(self._store, today)
        if any(answer == "not-today" for _, answer in choices):
            return PromptOfDay(None)
        passed_over = [prompt_id for prompt_id, _ in choices]
        before = prompts.passed_over_before(self._store, today)
        prompt = choose_prompt(self.all(), today, passed_over, before)
        answered = prompts.answered_on(self._store, today)
        return PromptOfDay(prompt, answered=prompt is not None and prompt.id in answered)

    def another(self) -> PromptOfDay:
        """Pass over today's prompt and return the next; after the last comes the first again."""
        offered = self.of_today().prompt
        if offered is not None:
            self._note(offered.id, "another")
        following = self.of_today()
        if following.prompt is None:
            self._begin_again()
            following = self.of_today()
        return following

    def not_today(self) -> None:
        """Let today's prompt be. Nothing is asked and nothing is concluded from it."""
        offered = self.of_today().prompt
        if offered is not None:
            self._note(offered.id, "not-today")

    def today_after_all(self) -> PromptOfDay:
        """Take not today back."""
        with self._store.transaction() as store:
            prompts.take_back_not_today(store, self._clock.today())
        return self.of_today()

    def add(self, text: str, *, principle: str = "own", depth: str = "gentle") -> Prompt:
        """Put in a prompt of the person's own and return it.

        Raises:
            Misuse: there is no question in it.
        """
        prompt = Prompt("new", text, principle=principle, depth=depth, own=True)
        with self._store.transaction() as store:
            taken = {each.id for each in self.all(with_hidden=True)}
            prompt = prompt.replace(id=_free_id(prompt.text, taken))
            prompts.add(store, prompt, stamp(self._clock.local_now()))
        return prompt

    def remove(self, prompt_id: str) -> Prompt:
        """Remove a prompt of the person's own and return what it was.

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

        Raises:
            NotFound: there is no such prompt.
        """
        prompt = self.get(prompt_id)
        with self._store.transaction() as store:
            prompts.set_hidden(store, prompt.id, hidden=hidden)
        return prompt.replace(hidden=hidden)

    def _note(self, prompt_id: str, answer: str) -> None:
        now = stamp(self._clock.local_now())
        with self._store.transaction() as store:
            prompts.note_choice(store, self._clock.today(), prompt_id, answer, now)

    def _begin_again(self) -> None:
        with self._store.transaction() as store:
            prompts.forget_choices_on(store, self._clock.today())


def _free_id(text: str, taken: set[str]) -> str:
    words = re.findall(r"[a-z0-9]+", text.lower())[:_ID_WORDS]
    name = "my-" + ("-".join(words) or "prompt")
    number = 2
    candidate = name
    while candidate in taken:
        candidate = f"{name}-{number}"
        number += 1
    return candidate
