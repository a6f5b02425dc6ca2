"""The demo's photos by name, drawn on demand, with caption and credit inside the file."""

from collections.abc import Callable
from dataclasses import dataclass

from stories.photos.iptc import write_iptc
from stories.photos.words import PhotoWords
from stories.photos.xmp import xmp_packet

from . import grounds, rooms, shore
from .canvas import Canvas


@dataclass(frozen=True, slots=True)
class Scene:
    """How to draw a picture, and what it shows for who cannot see it."""

    draw: Callable[[], Canvas]
    alt_text: str


SCENES = {
    "bridge": Scene(shore.bridge_at_dusk, "A cable-stayed bridge at dusk; a low barge lies against one of its piers."),
    "rescue-boats": Scene(shore.rescue_boats, "Two white patrol boats with blue lights in a harbor at night."),
    "podium": Scene(rooms.podium, "A wooden podium with four microphones before a blue wall."),
    "ferry": Scene(shore.ferry_leaving, "A white and red ferry on calm green water, gulls behind it."),
    "chamber": Scene(rooms.chamber, "Curved rows of red seats, most of them taken, before a wooden rostrum."),
    "ballot-count": Scene(rooms.ballot_count, "People in colored vests sort ballots at long white tables."),
    "factory-line": Scene(grounds.factory_line, "Four orange robots above battery packs on a conveyor."),
    "mail-boat": Scene(shore.mail_boat, "A small boat with a red flag crosses the sea in early light."),
    "index-cards": Scene(
        rooms.index_cards, "Handwritten index cards strewn over a wooden table, three notebooks beside them."
    ),
    "stadium": Scene(grounds.stadium, "Floodlights over a full stand; four players before a goal."),
    "tower-in-fog": Scene(grounds.tower_in_fog, "A control tower above fog, the tails of two airliners below it."),
}


def photo_file(name: str, words: PhotoWords) -> bytes:
    """The JPEG of a scene, with `words` in its IPTC record and its XMP. The same each time."""
    return write_iptc(SCENES[name].draw().jpeg(xmp=xmp_packet(words)), words)
