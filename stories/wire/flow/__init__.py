"""The story flow figure: which paragraphs of each filing live on in the next, as shapes to draw."""

from .layout import MOST_COLUMNS, story_flow
from .remarks import remarks
from .values import Bar, Column, Filed, Flow, Remark, Ribbon

__all__ = ["MOST_COLUMNS", "Bar", "Column", "Filed", "Flow", "Remark", "Ribbon", "remarks", "story_flow"]
