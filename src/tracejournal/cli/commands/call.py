"""`tracejournal call`: people I can call. It works whatever state journal and settings are in."""

from __future__ import annotations

from tracejournal.cli.options import Option
from tracejournal.cli.output import bold, dim, tell, write_line
from tracejournal.journal.contacts import what_comes_along
from tracejournal.model.contact import REGIONS, check_region, origin
from tracejournal.model.errors import JournalError, Locked, NoJournal
from tracejournal.model.text import display
from tracejournal.model.vocabulary import label
from tracejournal.words import call as words
from tracejournal.words import lock_cli

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracejournal.cli.context import Context
    from tracejournal.cli.options import Arguments
    from tracejournal.model.contact import Contact, ContactPage

OPTIONS = (Option("region", "REGION"),)
TAKES_WORDS = False


def run(arguments: Arguments, context: Context) -> None:
    """Print the page."""
    context.forgive_config()
    typed = arguments.one("region")
    region = context.config.region if typed is None else check_region(typed)
    page = _page(context, region)
    if not region:
        tell(words.EVERY_REGION)
    for number, (section, listed) in enumerate(page.sections):
        if number:
            write_line()
        write_line(bold(section.label))
        for contact in listed:
            _write(contact, region)
        if not listed:
            write_line(f"  {words.EMPTY[section.key]}")


def _page(context: Context, region: str) -> ContactPage:
    try:
        with context.journal(asks=False) as journal:
            return journal.contacts.page(region)
    except Locked:
        tell(lock_cli.ONLY_WHAT_COMES_ALONG)
    except NoJournal:
        return what_comes_along(region)
    except JournalError:
        tell(words.ONLY_WHAT_COMES_ALONG)
    return what_comes_along(region, own_unread=True)


def _write(contact: Contact, region: str) -> None:
    where = f"  ({label(REGIONS, contact.region)})" if contact.region and not region else ""
    said = "  ".join(filter(None, (contact.name, contact.number)))
    write_line(f"  {display(said)}{where}")
    about = " · ".join(filter(None, (*contact.about, origin(contact))))
    write_line(dim(f"    {display(about)}"))
