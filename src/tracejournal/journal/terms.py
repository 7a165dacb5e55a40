"""Kinds and conditions the person's own way: renamed, hidden, added to."""

from __future__ import annotations

from tracejournal.model.roles import kinds_first
from tracejournal.model.terms import term_key, term_label
from tracejournal.model.vocabulary import VOCABULARIES, OwnTerm, learn
from tracejournal.store import habits, own_terms
from tracejournal.store.rows import stamp

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tracejournal.model.clock import Clock
    from tracejournal.model.vocabulary import Term
    from tracejournal.store.engine import Store


class Terms:
    """Use cases about terms. What an entry holds is their keys, and those never change."""

    def __init__(self, store: Store, clock: Clock, roles: Sequence[str] = ()) -> None:
        """Take the store, the clock, and the roles a person said they have."""
        self._roles = roles
        self._store = store
        self._clock = clock

    def own(self) -> tuple[OwnTerm, ...]:
        """Return everything the person has made of them."""
        return own_terms.all_of(self._store)

    def add(self, vocabulary: str, label: str, *, observable: bool = False) -> Term:
        """Put in a term of the person's own and return it.

        Args:
            vocabulary: "kind" or "condition".
            label: what they call it.
            observable: of a condition: others could have seen it; else it is felt.

        Raises:
            Misuse: the label is empty, too long or taken.
        """
        learn(self.own())  # another program may have given a name meanwhile
        said = term_label(vocabulary, label)
        key = term_key(vocabulary, said)
        return self._put(OwnTerm(vocabulary, key, said, observable=observable))

    def rename(self, vocabulary: str, key: str, label: str) -> Term:
        """Call a term something else and return it; without a label it is called as it came.

        Raises:
            Misuse: the label is too long or taken, or one of the person's own would have none.
        """
        learn(self.own())
        said = term_label(vocabulary, label, key)
        return self._put(self._made_of(vocabulary, key).replace(label=said))

    def hide(self, vocabulary: str, key: str, *, hidden: bool = True) -> Term:
        """Offer a term no longer, or again. Where it was kept, it is read as before."""
        return self._put(self._made_of(vocabulary, key).replace(hidden=hidden))

    def usual(self) -> Mapping[str, tuple[str, ...]]:
        """Return what the person usually picks, by field: kinds, roles, ways, kinds of support.

        Behind the kinds come those of their roles. For the order in which choices are offered,
        and for nothing else: none is picked for them.
        """
        usual = habits.usual_choices(self._store)
        kinds = dict.fromkeys((*usual["kind"], *kinds_first(self._roles)))
        return {**usual, "kind": tuple(kinds)}

    def _made_of(self, vocabulary: str, key: str) -> OwnTerm:
        made = (each for each in self.own() if (each.vocabulary, each.key) == (vocabulary, key))
        return next(made, OwnTerm(vocabulary, key))

    def _put(self, own: OwnTerm) -> Term:
        with self._store.transaction() as store:
            own_terms.put(store, own, stamp(self._clock.local_now()))
        learn(self.own())
        return next(each for each in VOCABULARIES[own.vocabulary] if each.key == own.key)
