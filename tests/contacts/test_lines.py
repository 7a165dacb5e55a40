"""The lines that come along: each with its source, each read within twelve months."""

from __future__ import annotations

from datetime import date, timedelta
from urllib.parse import urlsplit

import pytest

from tracejournal.contacts.lines import load_lines
from tracejournal.contacts.page import page
from tracejournal.model.calendar import month_later
from tracejournal.model.contact import EUROPE, REGIONS, SECTIONS, Contact, check_region
from tracejournal.model.errors import Misuse

LINES = load_lines()


def too_old(lines: tuple[Contact, ...], today: date) -> list[str]:
    """Return which lines were read more than twelve months ago."""
    return [
        line.id for line in lines if line.checked_on and month_later(line.checked_on, 12) < today
    ]


def test_rule_16_no_line_was_checked_more_than_twelve_months_ago() -> None:
    # Fails on purpose a year after the last check: open each source, compare, write the new day.
    assert too_old(LINES, date.today()) == []  # noqa: DTZ011 - the machine's own day, on purpose


def test_the_check_of_the_age_finds_what_is_too_old() -> None:
    newest = max(line.checked_on for line in LINES if line.checked_on)
    assert too_old(LINES, month_later(newest, 12)) == []
    assert len(too_old(LINES, month_later(newest, 12) + timedelta(days=1))) == len(LINES)


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.id)
def test_rule_16_every_line_names_its_source_and_the_day_it_was_read(line: Contact) -> None:
    assert line.checked_on
    assert urlsplit(line.source).scheme == "https"
    assert line.number
    assert line.how
    assert line.section in ("helpline", "emergency")


def test_ids_are_lasting_and_never_twice() -> None:
    ids = [line.id for line in LINES]
    assert len(set(ids)) == len(ids)
    assert not [each for each in ids if each.startswith("own-")]


def test_a_line_that_was_replaced_is_not_listed() -> None:
    assert not [line for line in LINES if "talk suicide" in line.name.casefold()]
    assert page(LINES, "CA").contacts[0].number == "9-8-8"


@pytest.mark.parametrize("region", [term.key for term in REGIONS if term.key != "ZZ"])
def test_every_region_that_can_be_picked_has_an_emergency_number(region: str) -> None:
    shown = page(LINES, region).contacts
    assert len([each for each in shown if each.section == "emergency"]) == 1
    assert {each.region for each in shown} <= {region, ""}


@pytest.mark.parametrize("region", ["DE", "FR"])
def test_a_member_of_the_union_without_lines_of_its_own_has_the_number_of_the_union(
    region: str,
) -> None:
    assert region in EUROPE
    assert [each.number for each in page(LINES, region).contacts] == ["findahelpline.com", "112"]


def test_elsewhere_the_address_that_knows_every_country_is_left() -> None:
    assert [each.number for each in page(LINES, "ZZ").contacts] == ["findahelpline.com"]
    assert [each.number for each in page(LINES, "JP").contacts] == ["findahelpline.com"]


def test_who_did_not_say_where_they_are_sees_the_lines_of_every_region() -> None:
    assert len(page(LINES, "").contacts) == len(LINES)


def test_the_order_is_someone_i_chose_then_work_then_lines_then_an_emergency_number() -> None:
    mixed = (
        Contact("own-1", "emergency", "The ward", "5"),
        Contact("own-2", "helpline", "A line of mine"),
        Contact("own-3", "work", "My supervisor"),
        Contact("own-4", "chosen", "Mary"),
        *LINES,
    )
    shown = page(mixed, "IE").contacts
    order = [section.key for section in SECTIONS]
    assert order == ["chosen", "work", "helpline", "emergency"]
    assert [each.name for each in shown] == [
        "Mary", "My supervisor", "A line of mine", "Samaritans", "Find A Helpline", "The ward",
        "Emergency services",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "code"),
    [("IE", "IE"), ("ie", "IE"), (" ireland ", "IE"), ("united s", "US"), ("", "")],
)
def test_a_region_can_be_typed_as_a_code_or_a_name(typed: str, code: str) -> None:
    assert check_region(typed) == code


@pytest.mark.parametrize("typed", ["united", "Atlantis", "1E", "IRL"])
def test_an_unknown_region_is_refused(typed: str) -> None:
    with pytest.raises(Misuse, match=typed):
        check_region(typed)
