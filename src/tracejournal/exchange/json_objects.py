"""What is no entry as JSON objects, with the keys every script may rely on.

Those of an entry stand in `store.json_objects`.
"""

from __future__ import annotations

from tracejournal.model.vocabulary import OWN_KEY

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from typing import Any

    from tracejournal.model.circle import Member
    from tracejournal.model.contact import Contact
    from tracejournal.model.experiment import Experiment
    from tracejournal.model.guided import Guide
    from tracejournal.model.loop import Loop
    from tracejournal.model.meeting import Meeting, Told
    from tracejournal.model.prompt import Prompt
    from tracejournal.model.vocabulary import OwnTerm

FORMAT = "tracejournal"
FORMAT_VERSION = 1


def prompt_object(prompt: Prompt) -> dict[str, Any]:
    """Return a prompt of the person's own as an export holds it."""
    return {
        "id": prompt.id,
        "text": prompt.text,
        "title": prompt.title,
        "principle": prompt.principle,
        "topic": prompt.topic or None,
        "depth": prompt.depth,
        "roles": list(prompt.roles),
        "minutes": prompt.minutes,
        "starter": prompt.starter or None,
        "distancing": prompt.distancing or None,
        "when": prompt.when or None,
        "instead_of": prompt.instead_of or None,
        "hidden": prompt.hidden,
    }


def term_object(own: OwnTerm) -> dict[str, Any]:
    """Return what a person made of a kind or condition as an export holds it."""
    is_condition = own.vocabulary == "condition"
    return {
        "vocabulary": own.vocabulary,
        "key": own.key,
        "label": own.label or None,
        "observable": own.observable if is_condition and own.key.startswith(OWN_KEY) else None,
        "hidden": own.hidden,
    }


def guide_object(guide: Guide) -> dict[str, Any]:
    """Return a guided reflection of the person's own as an export holds it."""
    return {
        "id": guide.id,
        "title": guide.title,
        "about": guide.about or None,
        "minutes": guide.minutes,
        "steps": [
            {
                "name": step.name,
                "question": step.question,
                "hint": step.hint or None,
                "choices": list(step.choices),
                "closing": step.closing,
            }
            for step in guide.steps
        ],
    }


def person_object(member: Member) -> dict[str, Any]:
    """Return a person as an export holds them: what they are called, and all that is said of them.

    `circle` is their place in the circle's order, null for one who is not in it.
    """
    has_rhythm = member.ideal is not None
    rhythm = {
        "ideal_days": member.ideal,
        "longest_days": member.longest,
        "since": member.since.isoformat() if member.since else None,
    }
    return {
        "name": member.name,
        "sort": member.sort,
        "role": member.role,
        "aliases": list(member.aliases),
        "circle": member.position,
        "rhythm": rhythm if has_rhythm else None,
        "away": member.away or None,
        "away_until": member.away_until.isoformat() if member.away_until else None,
        "quiet": member.quiet,
        "created_at": member.created_at or None,
    }


def contact_object(contact: Contact) -> dict[str, Any]:
    """Return someone to call, or a line the person changed, as an export holds them."""
    return {
        "id": contact.id,
        "section": contact.section,
        "name": contact.name,
        "number": contact.number or None,
        "how": contact.how or None,
        "hours": contact.hours or None,
        "languages": contact.languages or None,
        "note": contact.note or None,
        "own": contact.own,
        "hidden": contact.hidden,
    }


def loop_object(loop: Loop) -> dict[str, Any]:
    """Return a concern, a promise or something heard as an export holds it."""
    content = loop.content
    return {
        "id": loop.id,
        "kind": content.kind,
        "text": content.text,
        "people": list(content.people),
        "options": list(content.options),
        "none_yet": content.none_yet,
        "direction": content.direction,
        "by": _iso(content.due),
        "ending": loop.ending,
        "steps": [
            {
                "what": step.what,
                "at": step.at.isoformat(),
                "text": step.text,
                "people": list(step.people),
                "from": _iso(step.moved_from),
                "to": _iso(step.moved_to),
            }
            for step in loop.steps
        ],
        "sealed": loop.sealed,
        "created_at": loop.created_at.isoformat(),
        "updated_at": loop.updated_at,
    }


def mark_object(on: date, mark: str) -> dict[str, Any]:
    """Return a day of rest or of leave as an export holds it."""
    return {"on": on.isoformat(), "mark": mark}


def experiment_object(experiment: Experiment) -> dict[str, Any]:
    """Return a self-experiment as an export holds it: what was declared, and whether it ran."""
    stopped = experiment.stopped_on
    return {
        "id": experiment.id,
        "action": experiment.action,
        "kind": experiment.kind,
        "condition": experiment.condition,
        "measure": experiment.measure,
        "plan": experiment.plan,
        "drawn_from": experiment.drawn_from,
        "starts_on": experiment.starts_on.isoformat(),
        "declared_at": experiment.declared_at,
        "stopped_on": stopped and stopped.isoformat(),
    }


def meeting_object(meeting: Meeting, told: Iterable[Told]) -> dict[str, Any]:
    """Return a planned meeting as an export holds it, with what was told of its days.

    A day that nothing was told of is not among them: nothing is known of it.
    """
    recurrence = meeting.recurrence
    return {
        "id": meeting.short_id,
        "kind": meeting.kind,
        "name": meeting.name or None,
        "people": list(meeting.people),
        "since": recurrence.since.isoformat(),
        "every_weeks": recurrence.every or None,
        "dates": [day.isoformat() for day in recurrence.dates],
        "at": f"{recurrence.at:%H:%M}" if recurrence.at else None,
        "until": _iso(meeting.until),
        "asks": meeting.asks,
        "rested_on": _iso(meeting.rested_on),
        "woken_on": _iso(meeting.woken_on),
        "days": [
            {
                "due": each.due.isoformat(),
                "moved_to": _iso(each.moved_to),
                "outcome": each.outcome or None,
                "entry_id": each.entry_id,
                "reason": each.reason,
                "why": each.why or None,
            }
            for each in told
        ],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
