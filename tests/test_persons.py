from rewriter.pack import load_pack
from rewriter.persons import PATIENTS, TREATED, TREATING


def test_who_treats_is_never_who_is_treated() -> None:
    assert "pt" not in PATIENTS
    assert PATIENTS | {"him", "her", "them"} <= TREATED
    assert not TREATED & TREATING


def test_the_names_of_patients_are_the_lexicon_s() -> None:
    lexicon = load_pack().lexicon
    groups = {name: {sense.group for sense in lexicon[name][""]} for name in PATIENTS}
    assert all("patient" in found for found in groups.values()), groups
