"""What can be done with entries where they are: among the kept, sealed, or in the trash."""

from __future__ import annotations

from textual.widget import Widget

DOINGS = {
    "kept": ("edit", "delete", "seal", "earlier_words"),
    "sealed": ("delete", "unseal"),
    "trash": ("restore", "erase"),
}
"""What can be done, by shelf."""

_ALL = {doing for doings in DOINGS.values() for doing in doings}


class OnShelf(Widget):
    """Part of a widget that shows entries: the commands for them, by where they are.

    Subclasses say in `has_entry` whether there is any, and in `choose` what to do with it.
    """

    _shelf = "kept"

    @property
    def shelf(self) -> str:
        """Where its entries are: a key of `DOINGS`."""
        return self._shelf

    @shelf.setter
    def shelf(self, shelf: str) -> None:
        if shelf != self._shelf:
            self._shelf = shelf
            self.refresh_bindings()

    @property
    def has_entry(self) -> bool:
        """Whether there is anything to do something with."""
        raise NotImplementedError

    def choose(self, what: str) -> None:
        """Ask that something is done with the entry, or with those that are selected."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done here."""
        if action in _ALL:
            return self.has_entry and action in DOINGS[self._shelf]
        return super().check_action(action, parameters)

    def action_edit(self) -> None:
        """Change the entry."""
        self.choose("edit")

    def action_delete(self) -> None:
        """Put it in the trash."""
        self.choose("delete")

    def action_earlier_words(self) -> None:
        """Read what it said before, and bring that back."""
        self.choose("earlier_words")

    def action_seal(self) -> None:
        """Seal it."""
        self.choose("seal")

    def action_unseal(self) -> None:
        """Unseal it."""
        self.choose("unseal")

    def action_restore(self) -> None:
        """Take it out of the trash."""
        self.choose("restore")

    def action_erase(self) -> None:
        """Remove it for good."""
        self.choose("erase")
