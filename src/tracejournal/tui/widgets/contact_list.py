"""The list of people I can call: sections in their order, each number as text to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tracejournal.model.contact import REGIONS, SECTIONS, origin
from tracejournal.model.vocabulary import label
from tracejournal.words import call as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType

    from tracejournal.model.contact import Contact, ContactPage

_NAME = 28
_REST = 60
"""Characters under a name that stand on one line at 80 columns."""


class ContactList(OptionList):
    """Every section has a line the cursor can stand on, so that one can be added to each."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", show=False),
        Binding("k", "cursor_up", show=False),
    ]

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(compact=True)
        self._page: ContactPage | None = None

    def show(self, page: ContactPage) -> None:
        """Show a page; the cursor stays with the one it is on."""
        here = self.highlighted_option
        self._page = page
        self.clear_options()
        self.add_options(_options(page))
        places = {option.id: place for place, option in enumerate(self.options)}
        choices = (place for place, option in enumerate(self.options) if not option.disabled)
        first = next(choices, None)
        self.highlighted = places.get(here.id, first) if here else first

    @property
    def section(self) -> str:
        """The key of the section the cursor is in."""
        option = self.highlighted_option
        return str(option.id).partition(":")[0] if option else SECTIONS[0].key

    @property
    def current(self) -> Contact | None:
        """The one under the cursor; None where nobody is listed there."""
        option = self.highlighted_option
        wanted = str(option.id).partition(":")[2] if option else ""
        contacts = self._page.contacts if self._page else ()
        return next((each for each in contacts if each.id == wanted), None)


def _options(page: ContactPage) -> Iterator[Option]:
    for number, (section, listed) in enumerate(page.sections):
        gap = "\n" if number else ""
        yield Option(Content.assemble(gap, (section.label, "$lead")), disabled=True)
        for contact in listed:
            yield Option(
                Content.assemble(_said(contact, page.region)), id=f"{section.key}:{contact.id}"
            )
        if not listed:
            empty = f"  {words.EMPTY[section.key]}"
            yield Option(Content.styled(empty, "$ink-faint"), id=f"{section.key}:")


def _said(contact: Contact, region: str) -> Content:
    name = contact.name
    if not region and contact.region:
        name = f"{name}, {label(REGIONS, contact.region)}"
    ways = " · ".join(filter(None, (contact.how, contact.hours)))
    more = " · ".join(filter(None, (contact.languages, contact.note)))
    first = Content.assemble(
        (f"  {name:<{_NAME}} ", "bold"), (contact.number, "bold $support"), f"  {ways}"
    )
    whence = origin(contact)
    rest = [" · ".join(filter(None, (more, whence)))]
    if len(rest[0]) > _REST:
        rest = [more, whence]
    return Content("\n").join(
        (first, *(Content.styled(f"  {each}", "$ink-faint") for each in rest))
    )
