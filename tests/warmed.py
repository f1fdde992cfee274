"""What processes of pools have loaded before they begin, in tests: they are forked from one that did this once."""

import rewriter.bulk.pool
import rewriter.button.pool  # noqa: F401
from rewriter import Note, improve

improve(Note("Wt shift to R x5 for poor propriocep R LE, TC @ R hip. goal: amb to bathroom. 20 min"))
