"""What of a filed version can be found by its words."""

COLUMNS = ("slugline", "headline", "byline", "native_byline", "attn", "body")
