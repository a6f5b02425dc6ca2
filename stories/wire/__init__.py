"""Wire copy as values: text and frozen dataclasses in, the same out.

Nothing here knows Django, the clock, the disk or the network, and nothing here
imports anything of Writethru outside this package.
"""
