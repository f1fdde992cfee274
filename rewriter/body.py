"""The body in closed classes: what a joint does, where on a part something is, and which side faces which."""

MOTIONS = frozenset(
    "flexion extension deviation supination pronation abduction adduction rotation inversion eversion dorsiflexion "
    "plantarflexion opposition elevation depression protraction retraction".split()
)
# Where on a part of the body something is.
DIRECTIONS = frozenset(
    "anterior posterior medial lateral proximal distal superior inferior upper lower dorsal volar horizontal".split()
)
SIDES = frozenset({"left", "right"})
BOTH = frozenset("both each either bilateral bilaterally".split())
OPPOSITE = {"left": "right", "right": "left"}
