"""People, prompts, terms and whom to call as JSON objects, with the keys every script may rely on.

Those of an entry stand in `store.json_objects`.
"""

from __future__ import annotations

from tracejournal.model.vocabulary import OWN_KEY

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date
    from typing import Any

    from tracejournal.model.contact import Contact
    from tracejournal.model.experiment import Experiment
    from tracejournal.model.guided import Guide
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


def person_object(name: str, role: str | None, created_at: str) -> dict[str, Any]:
    """Return a person as an export holds them."""
    return {"name": name, "role": role, "created_at": created_at}


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
