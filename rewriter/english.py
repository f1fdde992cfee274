"""Closed classes of English, each said once.

A module that means more or less than a class says so itself: `BE | {"got"}`, `PREPOSITIONS | {"since"}`.
"""

BE = frozenset("is are was were be been being".split())
HAVE = frozenset("have has had having".split())
# Past forms of irregular verbs; some are the participle as well ("held"). Those that only a participle has come next.
PASTS = frozenset(
    "arose ate awoke became began bent bit blew bought broke brought built came caught chose clung crept cut dealt "
    "did drank drew drove fed fell felt fled flew forgot fought found froze gave got grew had hung heard held hid hit "
    "hurt kept knelt knew laid lay led left lent let lit lost made meant met paid put quit ran rang rode rose said "
    "sang sank sat saw sent set shook shot shut slept slid sold sought spent spilt spoke spun stole stood struck "
    "stuck stung swam swung taught thought threw told took tore understood went withdrew woke won wore wrote".split()
)
PARTICIPLES = frozenset(
    "been broken chosen done drawn driven eaten fallen flown forgotten frozen given gone gotten grown hidden known "
    "lain risen spoken sworn taken thrown torn worn written".split()
)
ARTICLES = frozenset({"a", "an", "the"})
POSSESSIVES = frozenset({"his", "her", "their"})
DETERMINERS = ARTICLES | POSSESSIVES
POINTING = frozenset({"this", "that", "these", "those"})
# Whom a sentence is about, who writes, and whom a deed was done to.
SOMEBODY = frozenset({"he", "she", "they"})
SPEAKERS = SOMEBODY | {"i", "we"}
OBJECTS = frozenset({"him", "her", "them"})
# Prepositions of place and way; each reader adds those of time and cause that it means.
PREPOSITIONS = frozenset(
    "across against along around at behind between by from in into near off on onto over through under w/ with".split()
)
ANDS = frozenset({"and", "&", "+"})
JOINTS = ANDS | {"/", "or"}
WITHOUT = frozenset({"without", "w/o", "w/out"})
ASKING = frozenset("what which who whose that whatever where until".split())
