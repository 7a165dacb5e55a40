"""An entry as a JSON object, with the keys every script may rely on."""

from __future__ import annotations

from tracejournal.model.entry import CheckIn, Moment, Reflection

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tracejournal.model.entry import Entry
    from tracejournal.model.prompt import Prompt

FORMAT = "tracejournal"
FORMAT_VERSION = 1

# What the other types of entry have under the keys of one: nothing.
_NO_MOMENT, _NO_REFLECTION, _NO_CHECK_IN = Moment(), Reflection(), CheckIn()


def as_object(entry: Entry) -> dict[str, Any]:
    """Return an entry under the documented keys; what is absent is None, times have offsets."""
    content = entry.content
    moment = content if isinstance(content, Moment) else _NO_MOMENT
    check_in = content if isinstance(content, CheckIn) else _NO_CHECK_IN
    reflection = content if isinstance(content, Reflection) else _NO_REFLECTION
    return {
        "id": entry.id,
        "type": entry.type,
        "on": entry.when.on.isoformat(),
        "at": entry.when.at.isoformat(),
        "zone": entry.when.zone,
        "kind": moment.kind,
        "direction": moment.direction,
        "mode": moment.mode,
        "people": list(content.people),
        "tags": list(content.tags),
        "text": content.text or None,
        "parts": [{"question": p.question, "answer": p.answer} for p in reflection.parts],
        "prompt_id": reflection.prompt_id,
        "supported": content.supported,
        "energy": check_in.energy,
        "load": check_in.load,
        "minutes": moment.minutes,
        "fit": moment.fit,
        "conditions": {"present": list(content.present), "missing": list(content.missing)},
        "sealed": entry.sealed,
        "created_at": entry.created_at,
        "updated_at": entry.updated_at,
        "source": entry.source,
        "source_id": entry.source_id,
    }


def prompt_object(prompt: Prompt) -> dict[str, Any]:
    """Return a prompt of the person's own as an export holds it."""
    return {
        "id": prompt.id,
        "text": prompt.text,
        "title": prompt.title,
        "principle": prompt.principle,
        "depth": prompt.depth,
        "roles": list(prompt.roles),
        "minutes": prompt.minutes,
        "starter": prompt.starter or None,
        "distancing": prompt.distancing or None,
        "hidden": prompt.hidden,
    }


def person_object(name: str, role: str | None, created_at: str) -> dict[str, Any]:
    """Return a person as an export holds them."""
    return {"name": name, "role": role, "created_at": created_at}
