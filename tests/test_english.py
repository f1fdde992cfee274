from rewriter import english


def test_no_class_is_empty_and_every_word_is_one_word_in_small_letters() -> None:
    classes = {name: words for name, words in vars(english).items() if isinstance(words, frozenset)}
    assert len(classes) > 5
    assert all(classes.values())
    assert [word for words in classes.values() for word in words if word != word.lower() or " " in word] == []


def test_a_form_that_only_a_participle_has_is_no_past() -> None:
    assert not english.PASTS & english.PARTICIPLES
    assert {"held", "rose", "grew"} <= english.PASTS
    assert {"risen", "grown", "been"} <= english.PARTICIPLES


def test_articles_and_possessives_are_determiners() -> None:
    assert {"a", "an", "the", "his", "her", "their"} == english.DETERMINERS
