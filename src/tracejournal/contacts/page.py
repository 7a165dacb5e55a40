"""Putting the page together: what comes along, with what the person made of it."""

from __future__ import annotations

from tracejournal.model.contact import EUROPE, SECTIONS, ContactPage

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracejournal.model.contact import Contact

_PLACES = {section.key: place for place, section in enumerate(SECTIONS)}


def page(
    contacts: Sequence[Contact],
    region: str,
    *,
    with_hidden: bool = False,
    own_unread: bool = False,
) -> ContactPage:
    """Return what is shown of all contacts there are.

    Args:
        contacts: the person's own, in their order, and what comes along.
        region: where the person is; "" shows the lines of every region.
        with_hidden: show hidden ones, too.
        own_unread: the person's own could not be read.
    """
    known = {each.region for each in contacts}
    regions = {region, ""}
    if region in EUROPE and region not in known:
        regions.add("EU")  # whose number is told where a country has none of its own here
    here = [each for each in contacts if not region or each.own or each.region in regions]
    shown = [each for each in here if with_hidden or not each.hidden]
    ordered = sorted(shown, key=lambda each: (_PLACES[each.section], not each.own))
    hidden = sum(each.hidden for each in here)
    return ContactPage(region, tuple(ordered), hidden, own_unread)
