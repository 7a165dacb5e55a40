"""What is done to people of the circle. All of it can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracejournal.model.circle import Member
from tracejournal.model.dates import parse_until
from tracejournal.model.mentions import name_key
from tracejournal.model.rhythm import parse_rhythm
from tracejournal.model.text import one_line
from tracejournal.model.vocabulary import Term
from tracejournal.tui.screens.dialogs import AskDialog, ConfirmDialog, PickDialog
from tracejournal.tui.screens.person_form import PersonForm
from tracejournal.tui.undo import Change
from tracejournal.words import circle as texts
from tracejournal.words import circle_screen as words
from tracejournal.words import rest as rest_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tracejournal.journal.circle import Merged
    from tracejournal.journal.journal import Journal
    from tracejournal.model.draft import SavedDraft
    from tracejournal.tui.app import TracejournalApp

_AWAY = tuple(Term(key, label, glyph) for key, glyph, label in words.AWAY)


async def change_someone(
    app: TracejournalApp, member: Member, use_case: Callable[[Journal], object]
) -> None:
    """Change what is said of someone who keeps their name; undo puts all of it back.

    Raises:
        JournalError: nothing was changed.
    """
    before = await app.journal.ask(lambda journal: journal.circle.get(member.name))
    await app.change(
        words.CHANGING, use_case, lambda journal: journal.circle.put_back(before, before.name)
    )


async def add(app: TracejournalApp, name: str = "", begun: SavedDraft | None = None) -> str | None:
    """Ask for someone and take them in; return their name."""
    form = PersonForm(name=name, begun=begun)
    added = await app.push_screen_wait(form)
    if added is None:
        return None

    def take_out(journal: Journal) -> None:
        journal.circle.remove(added.name)

    def take_in(journal: Journal) -> None:
        journal.circle.put_back(added, added.name)

    app.undo_stack.push(Change(words.ADDING, take_out, take_in))
    await app.publish_change()
    is_name = added.sort == "person"
    said = words.ADDED.format(name=one_line(added.name))
    app.say(f"{said} {texts.ROLE_IS_ENOUGH}" if is_name else said)
    return added.name


async def change(
    app: TracejournalApp, member: Member, begun: SavedDraft | None = None
) -> str | None:
    """Ask for what changes about someone; return what they are called then."""
    before = await app.journal.ask(lambda journal: journal.circle.get(member.name))
    changed = await app.push_screen_wait(PersonForm(before, begun=begun))
    if changed is None:
        return None
    app.undo_stack.push(
        Change(
            words.CHANGING,
            lambda journal: journal.circle.put_back(before, changed.name),
            lambda journal: journal.circle.put_back(changed, before.name),
        )
    )
    await app.publish_change()
    if name_key(changed.name) != name_key(before.name):
        app.say(words.RENAMED.format(name=one_line(changed.name), old=one_line(before.name)))
    else:
        app.say(words.CHANGED)
    return changed.name


async def take_up(app: TracejournalApp, draft: SavedDraft) -> str | None:
    """Go on with a form that was begun and never kept; of someone who is gone as a new one."""
    member = None
    if draft.subject:
        row = int(draft.subject)
        member = await app.journal.ask(lambda journal: journal.circle.at(row))
    if member is None:
        return await add(app, begun=draft)
    return await change(app, member, draft)


async def read(app: TracejournalApp, entry_id: str) -> None:
    """Open one entry."""
    from tracejournal.tui.screens.moment_dialog import MomentDialog  # noqa: PLC0415 - on first use

    entry = await app.journal.ask(lambda journal: journal.entries.get(entry_id))
    await app.show(MomentDialog(entry))


async def log_with(app: TracejournalApp, member: Member) -> None:
    """Open Today with someone in its line."""
    from tracejournal.tui.screens.today import TodayScreen  # noqa: PLC0415 - it is there already

    screen = await app.go("today")
    if isinstance(screen, TodayScreen):
        screen.action_begin_with(member.mention)


async def set_rhythm(app: TracejournalApp, member: Member) -> None:
    """Ask how often one would like to be in touch."""
    name = one_line(member.name)
    shown = "" if member.ideal is None else texts.rhythm(member.ideal, member.longest)
    dialog = AskDialog(
        words.RHYTHM_ASK.format(name=name), words.RHYTHM_HINT, shown, check=_check_rhythm
    )
    typed = await app.push_screen_wait(dialog)
    if typed is None:
        return
    ideal, longest = parse_rhythm(typed)
    await change_someone(
        app, member, lambda journal: journal.circle.set_rhythm(member.name, ideal, longest)
    )
    said = words.RHYTHM_NONE if ideal is None else words.RHYTHM_SET
    app.say(said.format(name=name, rhythm=texts.rhythm(ideal, longest)))


def _check_rhythm(typed: str) -> None:
    ideal, longest = parse_rhythm(typed)
    Member("?", ideal=ideal, longest=longest)


async def let_rest(app: TracejournalApp, member: Member) -> None:
    """Ask how it is with someone and until when; whoever is away comes back at once."""
    name, today = one_line(member.name), app.clock.today()
    if member.is_away(today):
        await change_someone(app, member, lambda journal: journal.circle.come_back(member.name))
        app.say(words.IS_BACK.format(name=name))
        return
    picked = await app.push_screen_wait(PickDialog(words.AWAY_ASK.format(name=name), _AWAY))
    if not picked:
        return
    away, _, asks = picked[0].partition("-")
    until = await _ask_until(app, today) if asks else None
    if asks and until is None:
        return
    leave = away == "leave"
    await change_someone(
        app, member, lambda journal: journal.circle.rest(member.name, until, leave=leave)
    )
    app.say(words.IS_AWAY.format(name=name, away=texts.away(away, until)))


async def _ask_until(app: TracejournalApp, today: date) -> date | None:
    def check(typed: str) -> date:
        return parse_until(typed, today, today)

    dialog = AskDialog(rest_words.UNTIL, rest_words.UNTIL_HINT, check=check)
    typed = await app.push_screen_wait(dialog)
    return None if typed is None else check(typed)


async def quiet(app: TracejournalApp, member: Member) -> None:
    """Leave someone out of suggestions and look-back at once, or take that back."""
    now_quiet = not member.quiet
    await change_someone(
        app, member, lambda journal: journal.circle.quiet(member.name, quiet=now_quiet)
    )
    said = words.IS_QUIET if now_quiet else words.IS_LOUD
    app.say(said.format(name=one_line(member.name)))


async def merge(app: TracejournalApp, member: Member) -> str | None:
    """Ask who else is the same person, and let the two be one."""
    name = one_line(member.name)
    others = [each for each in await _names(app) if each != member.name]
    if not others:
        app.say(words.NOBODY_ELSE)
        return None
    picked = await app.push_screen_wait(
        PickDialog(words.MERGE_ASK.format(name=name), [Term(each, each) for each in others])
    )
    if not picked:
        return None
    gone = picked[0]
    shown = {"gone": one_line(gone), "name": name}
    question, note = words.MERGE_SURE.format(**shown), words.MERGE_NOTE.format(**shown)
    if not await app.push_screen_wait(ConfirmDialog(question, note)):
        return None
    merged: list[Merged] = []
    await app.change(
        words.MERGING,
        lambda journal: merged.append(journal.circle.merge(gone, member.name)),
        lambda journal: journal.circle.take_apart(merged.pop()),
    )
    app.say(words.MERGED.format(name=name))
    return member.name


async def remove(app: TracejournalApp, member: Member) -> None:
    """Take someone out of the circle."""
    before = await app.journal.ask(lambda journal: journal.circle.get(member.name))
    await app.change(
        words.REMOVING,
        lambda journal: journal.circle.remove(before.name),
        lambda journal: journal.circle.put_back(before, before.name),
    )
    app.say(words.REMOVED.format(name=one_line(member.name)))


async def move(app: TracejournalApp, member: Member, by: int) -> str | None:
    """Move someone up by -1 or down by 1, where there is a place."""
    members = await app.journal.ask(lambda journal: journal.circle.members())
    ends = {-1: 0, 1: len(members) - 1}
    if members[ends[by]].name == member.name:
        return None
    await app.change(
        words.MOVING,
        lambda journal: journal.circle.move(member.name, by),
        lambda journal: journal.circle.move(member.name, -by),
    )
    return member.name


async def find(app: TracejournalApp) -> str | None:
    """Ask for someone by a part of a name; return what they are called in the list."""
    members = await app.journal.ask(lambda journal: journal.circle.members())
    outside = await app.journal.ask(lambda journal: journal.circle.outside())
    terms = [
        Term(each.name, ", ".join((each.name, *each.aliases)), texts.STATES[state][0])
        for each in members
        for state in (each.state(app.clock.today()),)
    ]
    terms += [Term(name, name) for name in outside]
    if not terms:
        app.say(words.NOBODY_ELSE)
        return None
    picked = await app.push_screen_wait(PickDialog(words.FIND, terms))
    return picked[0] if picked else None


async def _names(app: TracejournalApp) -> list[str]:
    members = await app.journal.ask(lambda journal: journal.circle.members())
    outside = await app.journal.ask(lambda journal: journal.circle.outside())
    return [*(each.name for each in members), *outside]
