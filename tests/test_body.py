from rewriter.body import DIRECTIONS, MOTIONS, OPPOSITE, SIDES


def test_each_side_faces_the_other() -> None:
    assert set(OPPOSITE) == SIDES
    assert all(OPPOSITE[OPPOSITE[side]] == side for side in SIDES)


def test_what_a_joint_does_comes_in_pairs() -> None:
    pairs = (
        "flexion extension", "abduction adduction", "supination pronation", "inversion eversion",
        "dorsiflexion plantarflexion", "elevation depression", "protraction retraction",
    )  # fmt: skip
    assert {motion for pair in pairs for motion in pair.split()} <= MOTIONS
    assert not MOTIONS & DIRECTIONS
