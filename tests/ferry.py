"""An invented story in four filings; the last two differ in every way that a paragraph can."""

from datetime import datetime, timedelta

from django.contrib.auth.models import User

from stories.models import Desk, Story, Version
from stories.services.drafting import DraftText
from stories.services.draftphotos import PhotoUse
from stories.services.filing import file_version
from stories.services.opening import open_story
from stories.wire.grafs import join_grafs

LEDE = "A ferry with 212 people aboard caught fire off Mokpo early Monday and was towed to port, the Coast Guard said."
FIRE = "The fire began in the engine room at about 6:40 a.m., an hour after the ship had left for Heuksan Island."
TOW = "Two cutters took the ship in tow and reached the harbor shortly before noon, with all lights out on board."
HURT = "Nobody was killed. Nine passengers were treated for smoke at Mokpo City Hospital."
DARK = '"We sat in the dark for an hour and nobody told us anything," said Gil Na-yeong, 41, a passenger.'
SHIP = "The ship, the Namdo Star, was built in 1998 and passed its last inspection in February."
OWNER = "Its owner, a family firm in Mokpo, runs four ships to the islands all year round."
WIND = "Strong winds kept two helicopters on the ground until the middle of the day."
CALLED_OFF = "Sailings to Heuksan and Hong Island were called off until further notice."
WAVES = "The weather office expects waves of up to three meters through Tuesday night."
BEFORE = "In 2019 a fire on another ferry of the same age hurt 14 people near Wando."
HALL = "Officials at the port opened a hall for relatives beside the passenger terminal."
PUMP = '"The pump that feeds the engine had been leaking for a week," a crew member told investigators, they said.'

URGENT = (LEDE,)
FIRST = (LEDE, FIRE, HURT, WIND)
LEAD = (LEDE, f"{FIRE} {TOW}", HURT, DARK, SHIP, OWNER, WIND, CALLED_OFF, WAVES, BEFORE, HALL)
SECOND = (
    LEDE.replace("was towed to port", "was towed to port with its engine room burned out"),
    PUMP,
    BEFORE.replace("near Wando.", "near Wando, and yearly checks were promised."),
    FIRE,
    TOW,
    HURT.replace("Nine", "Eleven"),
    DARK,
    f"{SHIP} {OWNER}",
    WIND,
    CALLED_OFF,
    WAVES,
)
HEADS = (
    ("urgent", "Ferry with 212 aboard on fire off Mokpo", ""),
    ("first", "Ferry with 212 aboard catches fire off Mokpo; nine hurt", ""),
    ("", "Ferry with 212 aboard catches fire off Mokpo; nine hurt", "UPDATES with passenger, ship; ADDS background"),
    (
        "",
        "Crew says pump leaked for a week before ferry fire",
        "RECASTS headline; ADDS crew member's remarks in para 2",
    ),
)


def ferry_text(number: int, grafs: tuple[str, ...], **changes: str) -> DraftText:
    """The text of filing `number`, from 0."""
    kind, headline, attn = HEADS[number]
    fields = {
        "kind": kind,
        "headline": headline,
        "attn": attn,
        "byline": "By Rim Na-ra",
        "dateline": "MOKPO, South Korea, March 9 (Hanbit) --",
        "body": join_grafs(grafs),
    }
    return DraftText(**fields | changes)


def file_ferry(
    *,
    desk: Desk,
    actor: User,
    now: datetime,
    photos: tuple[tuple[PhotoUse, ...], ...] = ((), (), (), ()),
    filings: int = 4,
) -> tuple[Story, list[Version]]:
    """Open the story an hour before `now` and file it `filings` times, twelve minutes apart."""
    start = now - timedelta(hours=1)
    story = open_story(actor=actor, now=start, desk=desk, slugline="Mokpo-ferry-fire", category="National")
    versions: list[Version] = []
    for number, grafs in enumerate((URGENT, FIRST, LEAD, SECOND)[:filings]):
        versions.append(
            file_version(
                story=story,
                based_on=versions[-1] if versions else None,
                text=ferry_text(number, grafs),
                photos=photos[number],
                actor=actor,
                now=start + timedelta(minutes=12 * number),
            )
        )
    story.refresh_from_db()
    return story, versions
