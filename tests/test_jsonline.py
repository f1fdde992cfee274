from rewriter.jsonline import json_line, json_text


def test_a_line_is_one_object_in_utf_8() -> None:
    assert json_line({"text": "a\nü", "n": [1]}) == '{"text":"a\\nü","n":[1]}\n'.encode()


def test_text_of_json_keeps_the_order_of_keys() -> None:
    assert json_text({"b": None, "a": True}) == '{"b":null,"a":true}'
