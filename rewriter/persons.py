"""Persons of the clinic in closed classes: who is treated, by every name and pronoun, and whose treatment it is."""

from rewriter.english import OBJECTS

# Names of who is treated that are nobody else's: "PT" may be the therapist.
PATIENTS = frozenset({"patient", "client", "child", "resident"})
# To whom something was done or said.
TREATED = PATIENTS | OBJECTS | {"pt"}
# Whose treatment is skilled, or is one in learning; groups of the lexicon's kind "person".
TREATING = frozenset({"therapist", "assistant", "student"})
