"""What changed between two versions: paragraphs first (moves, splits, merges), then the words inside."""

from stories.wire.diff.align import align, aligned
from stories.wire.diff.compare import diff, summary
from stories.wire.diff.words import segments, word_runs

__all__ = ["align", "aligned", "diff", "segments", "summary", "word_runs"]
