"""The frozen value every layer passes around.

A Record behaves like a frozen dataclass and is declared like one. It is its own thirty lines for
two reasons: importing `dataclasses` costs more than everything else `tracejournal log` imports
taken together (it pulls in `inspect`), and a dataclass repr would print journal text into
tracebacks and logs, where a Record names its type alone.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, ClassVar, Self, dataclass_transform
else:

    def dataclass_transform(**_options: object) -> Callable[[type], type]:
        """Stand in for `typing.dataclass_transform`, which only type checkers need."""
        return lambda cls: cls


@dataclass_transform(frozen_default=True)
class Record:
    """An immutable value with named fields, equal to another of its type with the same fields.

    Fields are declared as annotations, inherited ones first; a class attribute is the default.
    Subclasses may override `_settle` to check and normalise values before they are frozen.
    """

    _fields: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        """Collect the field names once per class."""
        annotated = cls.__annotations__.items()  # of this class alone, and always strings
        own = (name for name, kind in annotated if not kind.startswith("ClassVar"))
        cls._fields += tuple(name for name in own if name not in cls._fields)

    def __init__(self, *args: Any, **values: Any) -> None:  # noqa: ANN401 - fields are of any type
        """Take fields by position or name, then let the subclass check them."""
        fields = type(self)._fields
        if len(args) > len(fields):
            msg = f"{type(self).__name__} takes {len(fields)} fields, not {len(args)}"
            raise TypeError(msg)
        given = dict(zip(fields, args, strict=False))
        for name, value in values.items():
            if name not in fields or name in given:
                msg = f"{type(self).__name__} got an unexpected field {name}"
                raise TypeError(msg)
            given[name] = value
        for name in fields:
            if name not in given:
                try:
                    given[name] = getattr(type(self), name)
                except AttributeError:
                    msg = f"{type(self).__name__} needs the field {name}"
                    raise TypeError(msg) from None
        self._settle(given)
        self.__dict__.update(given)

    def _settle(self, given: dict[str, Any]) -> None:
        """Check and normalise the values in place. The default accepts them as they are."""

    @classmethod
    def restored(cls, **values: Any) -> Self:  # noqa: ANN401 - fields are of any type
        """Return a value as it once was, with nothing checked and nothing normalised again.

        For what comes back from the file: a rule that is stricter today must not keep anyone
        from their own words of yesterday.
        """
        made = cls.__new__(cls)
        defaults = {name: getattr(cls, name) for name in cls._fields if name not in values}
        made.__dict__.update(defaults | values)
        return made

    def replace(self, **changes: Any) -> Self:  # noqa: ANN401 - fields are of any type
        """Return a copy with some fields changed, checked again."""
        return type(self)(**(self.__dict__ | changes))

    def __setattr__(self, name: str, _value: object) -> None:
        """Refuse: a Record never changes."""
        msg = f"{type(self).__name__}.{name} cannot be changed"
        raise AttributeError(msg)

    def __delattr__(self, name: str) -> None:
        """Refuse: a Record never changes."""
        msg = f"{type(self).__name__}.{name} cannot be removed"
        raise AttributeError(msg)

    def __eq__(self, other: object) -> bool:
        """Compare field by field with a Record of the same type."""
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        """Hash all fields, which must be hashable themselves."""
        return hash((type(self), tuple(self.__dict__[name] for name in self._fields)))

    def __repr__(self) -> str:
        """Name the type alone: what a person wrote must never reach a log or a traceback."""
        return f"<{type(self).__name__}>"
