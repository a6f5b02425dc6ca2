"""A page of Wagtail with a story's body, for the comparison alone."""
