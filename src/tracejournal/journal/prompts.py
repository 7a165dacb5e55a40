"""The prompt of the day: offered gently, another one, not today, topics that rest."""

from __future__ import annotations

from datetime import timedelta

from tracejournal.journal.own_prompts import OwnPrompts
from tracejournal.model.errors import NotFound, StoreError
from tracejournal.model.prompt import PromptOfDay, PromptWishes
from tracejournal.model.roles import mine_first
from tracejournal.prompts.choice import MONTH, Asking, choose_prompt, times_at
from tracejournal.store import prompts
from tracejournal.store.rows import stamp
from tracejournal.words import prompts as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from tracejournal.model.clock import Clock
    from tracejournal.model.prompt import Prompt
    from tracejournal.store.engine import Store


class Prompts(OwnPrompts):
    """Use cases about prompts."""

    def __init__(self, store: Store, clock: Clock, wishes: PromptWishes | None = None) -> None:
        """Take the store, the clock, and what the person said about what may come up."""
        super().__init__(store, clock)
        self._wishes = wishes or PromptWishes()

    def in_order(self) -> tuple[Prompt, ...]:
        """Return all prompts, hidden ones too; those for the person's roles first."""
        return tuple(mine_first(self.all(with_hidden=True), self._wishes.roles))

    def of_today(self) -> PromptOfDay:
        """Return what today offers: the same all day, until another one is asked for.

        What a day offered is noted, so that a prompt which is added, hidden or imported during
        the day does not change it, and forgotten after a month.
        """
        today = self._clock.today()
        choices = prompts.choices_on(self._store, today)
        known = self.all(with_hidden=True)
        let_be = [prompt_id for prompt_id, answer in choices if answer == "not-today"]
        if let_be:
            found = (each for each in known if each.id == let_be[-1])
            return PromptOfDay(None, let_be=next(found, None))
        passed_over = {prompt_id for prompt_id, _ in choices}
        prompt = self._still_offered(known, passed_over)
        if prompt is None:
            prompt = choose_prompt(known, today, self._asking(known, passed_over))
            self._note_offered(prompt)
        answered = prompts.answered_on(self._store, today)
        return PromptOfDay(prompt, answered=prompt is not None and prompt.id in answered)

    def _still_offered(self, known: Sequence[Prompt], passed_over: set[str]) -> Prompt | None:
        """Return the first prompt the day offered that stands, or the copy that took its place."""
        resting = prompts.resting(self._store)
        stand = [each for each in known if not each.hidden and each.topic not in resting]
        standing = {each.instead_of: each for each in stand} | {each.id: each for each in stand}
        offered = prompts.offered_on(self._store, self._clock.today())
        ids = (each for each in offered if each in standing and each not in passed_over)
        found = (standing[each] for each in ids if standing[each].id not in passed_over)
        return next(found, None)

    def _asking(self, known: Sequence[Prompt], passed_over: set[str]) -> Asking:
        today = self._clock.today()
        month_ago, yesterday = today - timedelta(days=MONTH), today - timedelta(days=1)
        asks = self._wishes.after_hard_days and any(
            each.when == "after-a-hard-day" for each in known
        )
        hard = asks and prompts.was_hard(self._store, (yesterday, today))
        return Asking(
            passed_over=passed_over,
            shown=prompts.shown_between(self._store, month_ago, yesterday),
            resting=prompts.resting(self._store),
            times=times_at(self._clock.local_now(), today, after_a_hard_day=hard),
            wishes=self._wishes,
        )

    def _note_offered(self, prompt: Prompt | None) -> None:
        if prompt is None:
            return
        today = self._clock.today()
        try:
            with self._store.transaction() as store:
                prompts.note_offered(store, today, prompt.id, today - timedelta(days=MONTH))
        except StoreError:
            # A journal that can only be read, or a full disk, offers a prompt all the same.
            return

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

    def resting_topics(self) -> tuple[str, ...]:
        """Return the topics a person let rest, in the order they did."""
        return prompts.resting(self._store)

    def rest_topic(self, topic: str, *, rests: bool = True) -> str:
        """Let a topic rest, so that nothing about it is offered; or offer it again.

        Only ever because the person said so: letting a prompt be says nothing about its topic.

        Args:
            topic: the topic of a prompt, or the unique start of it.
            rests: whether it rests from now on.

        Raises:
            NotFound: there is no such topic.
        """
        resting = self.resting_topics()
        known = {prompt.topic for prompt in self.all(with_hidden=True)} - {""}
        among = sorted(known | set(resting)) if rests else resting
        wanted = " ".join(topic.casefold().split())
        found = [each for each in among if each == wanted] or [
            each for each in among if wanted and each.startswith(wanted)
        ]
        if len(found) != 1:
            sentence = words.UNKNOWN_TOPIC if among else words.NO_TOPIC_RESTS
            raise NotFound(sentence.format(value=topic, choices=", ".join(among)))
        now = stamp(self._clock.local_now())
        with self._store.transaction() as store:
            prompts.set_resting(store, found[0], now, rests=rests)
        return found[0]

    def rest_only(self, topics: Collection[str]) -> None:
        """Let exactly these topics rest; all others are offered."""
        now = stamp(self._clock.local_now())
        with self._store.transaction() as store:
            for topic in {*prompts.resting(store), *topics}:
                prompts.set_resting(store, topic, now, rests=topic in topics)

    def _note(self, prompt_id: str, answer: str) -> None:
        now = stamp(self._clock.local_now())
        with self._store.transaction() as store:
            prompts.note_choice(store, self._clock.today(), prompt_id, answer, now)

    def _begin_again(self) -> None:
        with self._store.transaction() as store:
            prompts.forget_choices_on(store, self._clock.today())
