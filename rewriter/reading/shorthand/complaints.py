"""What "c/o" says: a deed of the patient, or, behind a word that counts or denies, the complaints themselves."""

from rewriter.reading.words import Words

# "No new c/o", "several c/o", "without c/o": a noun.
_BEFORE_MANY = frozenset(
    "no new other further additional more any several multiple many without w/o s/ denies denied zero fewer less "
    "recent few some".split()
)
_BEFORE_ONE = frozenset({"main", "chief", "primary", "biggest", "only", "one", "a"})
# Behind these nothing is told that was complained of.
_NO_OBJECT = frozenset(
    ". , ; : ) ! ? \n - + & and but today this now at currently since during with w/ after post throughout other "
    "voiced offered reported made noted re regarding about from per".split(" ")
)


def tell_complaints(words: Words, at: int, end: int, say: str) -> str:
    """Return what the form at words `at:end`, which its list reads as `say`, says where it stands."""
    before = words.low[at - 1] if at else ""
    if say == "complains of" and (before in _BEFORE_MANY or before.isdecimal()):
        say = "complaint of" if before == "1" else "complaints of"
    elif say == "complains of" and before in _BEFORE_ONE:
        say = "complaint of"
    bare = end >= len(words.low) or words.low[end] in _NO_OBJECT
    return say.removesuffix(" of") if bare and not say.startswith("complains") else say
