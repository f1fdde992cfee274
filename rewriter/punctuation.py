"""Marks in closed classes: what ends a sentence or a clause, and the forms of dashes and arrows."""

# Behind these another sentence begins.
FULL_STOPS = frozenset(".;!?\n\u2022")
# A semicolon parts clauses of one sentence.
SENTENCE_ENDS = FULL_STOPS - {";"}
# What ends a sentence in prose, where exclamations are rare.
BREAKS = frozenset(".;\n")
CLAUSE_ENDS = BREAKS | {","}
# All that parts words or stands between them.
MARKS = CLAUSE_ENDS | frozenset(":!?-")
DASHES = frozenset("-\u2013\u2014")
LONG_DASHES = DASHES - {"-"}
ARROWS = frozenset({"->", "=>", ">", "\u2192"})
