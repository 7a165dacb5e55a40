"""The keyring of the system, where a person chose it as another way to open the lock.

It is an extra of the package, and the one place that knows the library. What is kept there is an
age identity under the name of its own recipient, so that one that belongs to another lock, or to
an earlier one, is never mistaken for this one's.
"""

from __future__ import annotations

from tracejournal.model.errors import StoreError
from tracejournal.words import lock as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

_SERVICE = "tracejournal"


def keep(recipient: str, identity: str) -> None:
    """Keep an identity in the keyring, and see that it can be read there.

    Raises:
        StoreError: there is no keyring, it is locked, or it does not keep what it is given.
    """
    library = _library()
    try:
        library.set_password(_SERVICE, recipient, identity)
        kept = library.get_password(_SERVICE, recipient)
    except library.errors.KeyringError:
        raise StoreError(words.KEYRING_REFUSED) from None
    if kept != identity:
        raise StoreError(words.KEYRING_REFUSED)


def kept(recipient: str) -> str:
    """Return the identity of a recipient.

    Raises:
        StoreError: there is no keyring, it is locked, or does not have it.
    """
    library = _library()
    try:
        identity = library.get_password(_SERVICE, recipient)
    except library.errors.KeyringError:
        raise StoreError(words.KEYRING_REFUSED) from None
    if not identity:
        raise StoreError(words.KEYRING_STALE)
    return str(identity)


def forget(recipient: str) -> None:
    """Take an identity out of the keyring, where it is there and can be."""
    try:
        library = _library()
    except StoreError:
        return
    try:
        library.delete_password(_SERVICE, recipient)
    except library.errors.KeyringError:
        return


def _library() -> ModuleType:
    try:
        import keyring  # noqa: PLC0415 - for whoever chose it alone
        import keyring.errors  # noqa: PLC0415 - for whoever chose it alone
    except ImportError:
        raise StoreError(words.KEYRING_MISSING) from None
    return keyring
