"""Captions and credits as an XMP packet, beside the IPTC record.

Source: IPTC Photo Metadata Standard, "IPTC Core" (properties); XMP specification part 1 (the packet).
"""

from xml.sax.saxutils import escape

from .words import PhotoWords

# The packet's id is fixed by the specification; the begin mark is U+FEFF.
HEAD = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
TAIL = '<?xpacket end="w"?>'
NAMESPACES = (
    ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"'
)


def xmp_packet(words: PhotoWords) -> bytes:
    """A whole packet in UTF-8, for a file that has none yet; texts are escaped, not cut."""
    description = "".join(_properties(words))
    return (
        f'{HEAD}<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF{NAMESPACES}>'
        f'<rdf:Description rdf:about="">{description}</rdf:Description>'
        f"</rdf:RDF></x:xmpmeta>{TAIL}"
    ).encode()


def _properties(words: PhotoWords) -> list[str]:
    found = []
    if words.caption:
        alternatives = f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(words.caption)}</rdf:li></rdf:Alt>'
        found.append(f"<dc:description>{alternatives}</dc:description>")
    if words.byline:
        found.append(f"<dc:creator><rdf:Seq><rdf:li>{escape(words.byline)}</rdf:li></rdf:Seq></dc:creator>")
    plain = {
        "Headline": words.headline,
        "Credit": words.credit,
        "City": words.city,
        "DateCreated": words.taken.isoformat() if words.taken else "",
    }
    found.extend(f"<photoshop:{name}>{escape(text)}</photoshop:{name}>" for name, text in plain.items() if text)
    return found
