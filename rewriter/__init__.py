"""Rewrite terse therapy notes into complete, true and defensible documentation."""

from rewriter.collector import pause_collection

with pause_collection():  # what is imported stays
    from rewriter.check import check, read
    from rewriter.errors import RewriterError
    from rewriter.improve import aimprove, improve
    from rewriter.note import Answer, Note
    from rewriter.result import Result, Status
    from rewriter.visit import Visit

__all__ = [
    "Answer",
    "Note",
    "Result",
    "RewriterError",
    "Status",
    "Visit",
    "aimprove",
    "check",
    "improve",
    "read",
]
