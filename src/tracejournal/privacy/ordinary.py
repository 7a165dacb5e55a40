"""Words of an ordinary working day, which stand with a capital and are nobody's name."""

from __future__ import annotations

_NAMES = """
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat
sun january february march april may june july august september october november december
today yesterday tomorrow morning afternoon evening night christmas easter eid ramadan diwali
i i'm i've i'd i'll we he she they it you who what when where why how the this that these those
my our his her their your its a an and but or so then there after before because while with for
in on at to from of by as if not no yes is was were has had have did does said says told asked
came went left felt seemed needs wants will would can could may might
service services safety liaison advocate advocates advocacy support care team teams experience
record records portal day council relations rights meeting meetings review reviews centre center
engagement satisfaction feedback involvement transport flow group groups forum voice voices work
facing contact hub hours list lists notes plan plans pathway survey board admin administration
assessment charter families family home house accounts account manager managers association
participation discharge education outreach representative panel fund network
english spanish french arabic polish irish british american
"""

NO_NAMES = frozenset(_NAMES.split())
"""In small letters."""

_INITIALS = """
AM PM AD BC BCE CE UK US USA EU UN UAE DC NY LA NYC OK NB PS PPS RIP ASAP FYI TBC TBA CV HR IT
AI TV GP MD RN LPN NP PA OT PT SLT SW SSW CSW LCSW MSW BSW PHD BA MA MSC BSC MBA JD
ED ER AE ICU ITU NICU OR OPD IP OP MH CMHT MDT MDM CPN AMHP CTO DV IPV CP CPS CSC LAC SEN SEND
EHCP EAP HIV AIDS STI TB BP IV IM NG NHS CQC DBS CBT DBT ACT EMDR STS PTSD ACE ACES LGBT LGBTQ
BAME DNA DNAR CPR EOL EG IE QA VIP TGIF AA NA DOB MRN SSN ID CC IQ EQ UTI AWOL
"""

NO_INITIALS = frozenset(_INITIALS.split())
"""Initials of things, not of people."""
