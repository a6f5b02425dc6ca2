"""What a picture file brought with it, in words."""

from stories.models import Photo

NAMES = {"iptc": "IPTC", "xmp": "XMP", "exif": "Exif"}
TOLD = ("caption", "credit")


def words_found(photo: Photo) -> str:
    """ "IPTC caption and credit found": which of the two the file had, by the standard that had the most of them."""
    said = {name: [one for one in TOLD if photo.found.get(name, {}).get(one)] for name in NAMES}
    name = max(said, key=lambda one: len(said[one]))
    if not said[name]:
        return "No caption or credit in the file"
    return f"{NAMES[name]} {' and '.join(said[name])} found"
