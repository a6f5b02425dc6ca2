"""How `parse` reads: lines, their sorts, paragraphs, then head, body and what stands around them."""
