"""The sentences of the fictional journal that `--demo` shows. Nobody in it exists.

`{peer}` becomes a colleague, `{team}` a team, `{lead}` the supervisor and `{Lead}` the same at the
beginning of a sentence. No line says anything about the people the work is for.
"""

from __future__ import annotations

PEERS = ("@Priya", "@Dana", "@Sam", "@Amina", "@Jo")
TEAMS = ("@Night_team", "@Front_desk", "@Outreach_team")
LEAD = "my supervisor"

# Who they are, what their role is, and how often to be in touch: days, ideal and longest.
CIRCLE = (
    ("Sam", "person", "peer", 7, None),
    ("Lee", "person", "friend-or-family", 14, 21),
    (LEAD, "role", "supervisor", 14, 28),
    ("Amina", "person", "mentee", 14, None),
    ("Night team", "team", "other-team", 30, 60),
    ("Jo", "person", "peer", None, None),
    ("Priya", "person", "peer", None, None),
)
RESTING = "Priya"
CALL = "A long call with @Lee, about everything but work #rest"

# By kind: direction | sentence | keys of the conditions that the sentence speaks of.
MOMENTS = {
    "gratitude": (
        "given | Thanked {peer} for taking the late call so I could get home #gratitude",
        "given | Left a note on {peer}'s desk for staying with me through the paperwork #gratitude",
        "given | Told {team} how much their handover helped this morning #handover",
        "given | Wrote {lead} two lines to say the protected hour made a difference #time | time",
        "given | Thanked {peer} for the calm voice in a loud room",
        "given | Sent {peer} a card for a year of shared Mondays #gratitude",
        "received | {peer} thanked me for the list of phone numbers. It travels further than I knew | recognised",
        "received | A short thank-you from {team} for the tidy notes #handover",
        "received | {Lead} said in front of everyone that the rota idea was mine, and that it works #rota | recognised",
        "given | Told {peer} that the soup on Tuesday was the best part of a long day",
        "mutual | {peer} and I each said one thing the other did well this month #gratitude",
    ),
    "asked": (
        "given | Asked {peer} how the first week back is going, and waited for the real answer | time",
        "given | Asked {team} how the night had been before talking about the day #handover",
        "received | {peer} asked how I was, twice, and meant it both times | listened",
        "received | {Lead} began the meeting with how I am, not with the numbers #supervision | senior-first",
        "given | Asked {peer} about the move. Boxes everywhere, good mood all the same",
        "given | Rang {peer} on the way home to ask how the panel went",
        "received | {peer} noticed I was quiet and asked if I wanted company or peace. Peace, please | asked-first",
        "given | Asked the new colleague how the first days feel #welcome",
        "given | Stopped at {peer}'s door to ask about the exam #learning",
        "received | {team} asked how our side is doing, a first #bridges",
    ),
    "peer-check-in": (
        "mutual | Ten o'clock check-in with {peer}: one word each, then tea #checkin | regular-slot",
        "given | Checked in with {peer} after a long home visit",
        "received | {peer} sent a thumbs-up and a question mark after my hard call. Thumbs-up back",
        "mutual | Monday check-in with {peer}. We each named one thing to let go of this week #checkin | regular-slot",
        "given | Message to {peer} before court: thinking of you, no need to answer",
        "received | {peer} looked in after the team meeting, just to see",
        "mutual | Video check-in with {peer}, both with lunch in hand #checkin",
        "tried | Tried to reach {peer}, no answer. Left a warm line anyway",
        "mutual | Walked the long way round the building with {peer} and compared weeks #walk",
        "given | Checked in with {team} between two deadlines #bridges",
    ),
    "huddle": (
        "mutual | Ten-minute huddle with {peer} after a heavy session. Ended on the next small step #huddle | time",
        "mutual | Huddle in the stairwell with {peer}: how we are, what we need, done #huddle | close-by",
        "received | {peer} offered a huddle before I had to ask #huddle | soon",
        "mutual | Quick huddle with {team} at the change of shift #handover",
        "mutual | Huddle with {peer} and {peer2}, no details, lots of nodding #huddle | no-detail",
        "given | Offered {peer} ten minutes and a closed door #huddle | private-place",
    ),
    "debrief": (
        "mutual | Low-impact debrief with {peer}. Asked first, kept it short, stopped when it was enough | asked-first no-detail",
        "received | {peer} listened to the short version and did not need the long one | listened no-detail",
        "mutual | Debriefed with {peer} on a walk round the block #walk",
    ),
    "listening": (
        "received | {peer} listened for a quarter of an hour and fixed nothing. Just right | listened time",
        "given | Listened to {peer} about the rota worry, and kept my advice to myself #rota | listened",
        "received | {Lead} put the phone away and listened #supervision | listened time",
        "given | Sat with {peer} for a while. Few words, good company | time",
        "received | Said the thing out loud to {peer} and it got smaller | listened",
        "mutual | Long talk with {peer} in the parked car, rain on the roof | time private-place",
    ),
    "help-asked": (
        "received | Asked {peer} to read a letter before it went out. Two better words and a smile",
        "received | Asked {lead} for a quieter Thursday, and got it #time | said-my-need practical-help",
        "received | Asked {team} for a hand with the transport puzzle #bridges",
        "received | Rang {peer} for a second pair of eyes on the form",
        "received | Said I could not take one more today. {peer} said: give it to me | said-my-need practical-help",
    ),
    "practical-help": (
        "given | Took {peer}'s phone for an hour so the report could be finished",
        "received | {peer} swapped shifts with me, no questions asked #rota | practical-help",
        "received | {team} had set up the room before I arrived | practical-help",
        "given | Carried the donated chairs upstairs with {peer}, three trips, much puffing",
        "received | {peer} printed everything I had forgotten and put it on my seat",
        "given | Covered the front desk so {peer} could eat in peace",
    ),
    "know-how": (
        "given | Showed {peer} the short way through the housing form #learning",
        "received | {peer} taught me the trick with the calendar. Years of clicking saved #learning",
        "received | {team} explained how their referrals work now #bridges #learning",
        "given | Wrote up the steps for the new phone system and sent them to {team} #learning",
        "mutual | Swapped opening lines for difficult calls with {peer} #learning",
    ),
    "second-view": (
        "received | {peer} saw a third option where I saw two | another-view",
        "given | Gave {peer} a second view on the plan. It was good already",
        "received | Thought aloud with {lead} about a decision. It is still mine, and clearer #supervision | time another-view",
    ),
    "problem-brought": (
        "given | Told {lead} about the double bookings. No solution yet, and that was fine to say #rota | safe-to-be-unsure",
        "given | Brought the car-pool muddle to {team} together with two ideas",
        "received | {peer} came to me with a snag in the rota before it grew #rota",
    ),
    "supervision": (
        "received | Supervision. {Lead} asked what I need, then wrote it down #supervision | listened followed-up",
        "received | A whole hour with {lead}, on time, phone off #supervision #time | time regular-slot",
        "received | {Lead} told me about a mistake of their own first. Then mine was easy to say #supervision | senior-first safe-to-be-unsure",
        "received | Supervision on a bench outside, both of us glad of the air #supervision | private-place",
    ),
    "mentorship": (
        "received | Mentoring hour with {peer}: what to keep, what to drop, what to learn next #learning | time regular-slot",
        "given | First mentoring talk with the new colleague. I learned at least as much #learning #welcome",
        "mutual | Mentoring swap with {peer}, half an hour each way #learning | time both-ways",
    ),
    "team-check-in": (
        "mutual | Monthly check-in with {team}. Three muddles sorted, one cake #bridges | regular-slot",
        "mutual | Check-in between our team and {team}, moved twice and then held #bridges",
        "mutual | Quarter of an hour with {team} about who rings whom #bridges #handover",
    ),
    "shared-break": (
        "mutual | Coffee with {peer} on the back steps, not a word about work",
        "mutual | Lunch with {peer} and {peer2}, someone brought figs",
        "mutual | Walked to the river and back with {peer} #walk",
        "mutual | Tea with {team} in the afternoon. For one of us it was breakfast | time",
        "mutual | Sat in the sun with {peer} for ten whole minutes | time",
        "received | {peer} put a cup of tea next to me and went away again | seen",
        "mutual | Pancakes in the staff kitchen, {peer} at the stove",
    ),
    "laughter": (
        "mutual | Laughed with {peer} until the printer joined in #laughter | humour",
        "mutual | {peer} did the impression of the lift. Tears #laughter | humour",
        "mutual | Silly caption contest with {team} on the whiteboard #laughter | humour",
        "mutual | Wrong hat, right meeting. {peer} and I could not look at each other #laughter | humour",
    ),
    "welcome": (
        "given | Showed the new colleague where the good mugs live #welcome",
        "received | {team} kept a chair free for me at their table #bridges | seen",
        "given | Introduced the new colleague to {peer} and {peer2} #welcome",
    ),
    "repair": (
        "given | Said sorry to {peer} for being short yesterday. Already forgiven",
        "mutual | Cleared the air with {peer} about the meeting. Ten minutes, then coffee",
    ),
    "recognition": (
        "received | {Lead} passed on praise from another office | recognised",
        "given | Named {peer}'s patience in the team round",
        "received | {peer} said my handovers are easy to read #handover",
    ),
    "promise-kept": (
        "received | {Lead} said Friday, and on Friday it was there | followed-up",
        "given | Brought {peer} the book I had promised in spring #learning",
    ),
    "boundary": (
        "received | Said no to the extra evening. {Lead} said: of course #time | respected",
        "given | {peer} wanted not to talk about it, so we did not",
    ),
    "group-reflection": (
        "mutual | Reflection round with {team}: one thing each we are carrying, one we set down",
        "mutual | Monthly round on what keeps us here. {peer} spoke for all of us",
    ),
}

# Support that missed: kind | sentence | keys of the conditions that were missing.
MISSED = (
    "listening | Began to tell {peer} about the day, and the phone rang | time private-place",
    "help-asked | Asked {lead} for ten minutes and got three in the corridor | time private-place",
    "second-view | {peer} had a solution before I had finished. Kind, and not what I needed | listened right-kind",
    "supervision | Supervision was moved again. I said it was fine, it was not quite #supervision | time regular-slot followed-up",
    "supervision | Short supervision between two meetings. Said half of it #supervision | time",
    "supervision | Supervision by phone, kind and a little rushed #supervision | time private-place",
    "debrief | {peer} told me more detail than I could use at lunch | asked-first no-detail",
    "team-check-in | Meeting with {team} ran long and nobody asked anybody anything | time listened",
    "asked | “All good?” from {lead} in passing, gone before the answer | time listened",
)

# Id of a prompt | answer | keys of the conditions that helped.
REFLECTIONS = (
    "most-supported | That Tuesday in the stairwell with {peer}. Ten minutes, nobody waiting for either of us, and I was asked before anything was said. | time asked-first close-by",
    "most-supported | When {lead} kept the hour free even in the busy week. I did not have to hurry to the point. | time regular-slot private-place",
    "most-supported | The evening {peer} just listened. No advice, no clock. I noticed later how much lighter I slept. | listened time trust",
    "most-supported | With {team}, the week they took the phones without being asked. Hands were better than words that day. | practical-help right-kind",
    "one-steady-thing | The kettle at ten past eight, and {peer} already there. | regular-slot",
    "one-steady-thing | My bus driver's nod. And the blue notebook.",
    "a-spot-that-feels-safe | The small room behind the kitchen. It has a door, a lamp and a plant nobody admits to watering. | private-place",
    "the-end-of-work | Turning the key in the bicycle lock. After that it is evening.",
    "the-end-of-work | The song from the radio in the stairwell. I hum it out of the building.",
    "a-word-kept | {peer} said the notes would be there by noon. They were there at half past eleven. | followed-up",
    "your-word-kept | I rang back when I said I would. Tiny, and it felt good. | followed-up",
    "one-real-moment | A look across the table with {peer} when the agenda reached point nineteen. | humour",
    "someone-to-thank | {peer}, for asking the question I was too tired to ask. I might write it on a card. | recognised",
    "someone-to-thank | The person at {team} who always labels the boxes. I do not even know who it is yet.",
    "they-stayed-for-the-answer | {peer} did, leaning on the door frame, coat already on, and took it off again. | time listened",
    "listens-without-fixing | {peer}. It is like putting a heavy bag down on a bench that was there anyway. | listened trust",
    "someone-to-laugh-with | {peer}. Neither of us can keep a straight face near the lift. | humour both-ways",
    "one-easy-line | I will send {peer} the picture of the crooked sign. No words needed.",
    "help-noticed-later | My Thursday was quieter for a month before I found out that {lead} had moved two meetings. | practical-help",
    "what-you-want-most | Ideas, for once. I have been heard plenty this week. | said-my-need right-kind",
    "know-how-passed-on | How to open a call with someone who expects to be turned away. I could show it to the new colleague. | knew-the-work",
    "a-snag-as-it-stands | Two systems want the same address in two different boxes. I do not have an option yet. Saying so was easier than I thought. | safe-to-be-unsure",
    "a-choice-of-yours | Which door to come in by. I took the garden one.",
    "a-strength-in-use | Being stubborn about breaks. Mine and other people's. | time",
    "your-kind-of-rest | An evening with my hands in flour and the phone in a drawer.",
    "the-smallest-next-step | Put the shoes by the door.",
    "one-change | One afternoon a week without meetings. {Lead} would be good to tell, and {peer} wants the same. | time said-my-need",
    "seen-for-who-you-are | {peer} remembers which holidays are mine and asks what we cook. | background seen",
    "room-for-what-is-yours | The first of the month, with my grandmother's bread. I told the team and nobody booked me. | background respected",
    "a-saying-for-company | “Slowly, we are in a hurry.” My aunt says it in three languages.",
    "good-hard-growing | Good: the new rota. Hard: the waiting. Growing: {team} and us, a little.",
    "good-hard-growing | Good, the team. Hard, the week. Growing, my patience, some days.",
    "one-thing-to-set-down | The meeting on Wednesday. It can stay here.",
    "one-thing-to-set-down | Being the one who remembers everything.",
    "to-a-colleague-like-you | I would say: you did the part that was yours. Go home, eat something warm. | respected",
    "safe-this-week | Knowing who is on call by Monday. I could ask {lead}. | said-my-need",
    "the-next-ten-minutes | Cold water, an open window, nobody's voice. Then {peer}'s. | close-by",
    "what-elders-call-strength | Asking for the ladder before you fall off the chair.",
)

# Notes of check-ins; most check-ins have none.
NOTES = (
    "Slept well for once",
    "Full calendar, kind people",
    "Tired, in a good way",
    "Quiet morning",
    "Three visits, one long drive",
    "Better after the walk",
    "Head full, hands steady",
    "Glad it is Friday",
    "Slow start, and that is fine",
    "Waiting for an answer",
    "Sun in the office",
    "A lot, and not alone with it",
)

# What is to come back, with whom.
CONCERN = ("Two systems want the same address, so everyone is asked twice", LEAD)
OPTIONS = ("One form for both", "Ask once, at the first call")
CONCERN_HEARD = "She wrote it down and will raise it with the other team"
PROMISE = ("A draft of the new rota", "Night team")
HEARD = ("The board in the hall does not tell who is on call", "Front desk")
HEARD_CHANGED = "A second column since Monday"
