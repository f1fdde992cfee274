import hashlib

import pytest

from rewriter.errors import PromptError
from rewriter.prompt import Message, find_folder, list_prompts, load_prompt, parse_prompt, released

HEAD = '+++\ntitle = "t"\ninputs = ["sheet"]\n+++\n'
BODY = "# system\nrules\n# ask\n$sheet\n# repair\n$sheet $faults $ids $sentences\n# again\n$faults\n"


def test_each_released_file_is_as_it_was_released() -> None:
    hashes = released()["sha256"]
    assert set(hashes) == {f"{name}@{number}" for name, versions in list_prompts().items() for number in versions}
    for key, expected in hashes.items():
        name, _, number = key.partition("@")
        assert hashlib.sha256((find_folder() / f"{name}.v{number}.md").read_bytes()).hexdigest() == expected, key


def test_every_live_version_is_there() -> None:
    for name, version in released()["live"].items():
        assert load_prompt(name).version == version


@pytest.mark.parametrize("name", ["arrange", "prose"])
def test_the_stable_part_is_one_message_for_all_requests(name: str) -> None:
    prompt = load_prompt(name)
    values = dict.fromkeys((*prompt.inputs, "sentences", "faults", "ids"), "x")
    firsts = {prompt.render(part, values)[0] for part in ("ask", "repair", "again")}
    assert firsts == {Message("system", prompt.parts["system"])}


def test_a_prompt_renders_its_inputs() -> None:
    prompt = parse_prompt("test", 1, (HEAD + BODY).encode())
    assert [item.text for item in prompt.render("ask", {"sheet": "costs $5"})] == ["rules", "costs $5"]


def test_a_missing_input_is_named() -> None:
    prompt = parse_prompt("test", 1, (HEAD + BODY).encode())
    with pytest.raises(PromptError, match="'ask' lacks the input 'sheet'"):
        prompt.render("ask", {})


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"no front matter", "TOML between"),
        (b"+++\n= 1\n+++\n", "TOML between"),
        (b"\xff\xfe", "TOML between"),
        (('+++\ncolour = "red"\n+++\n' + BODY).encode(), "unknown key 'colour'"),
        ((HEAD + "# system\nrules\n").encode(), "lacks the part 'ask'"),
        ((HEAD + BODY.replace("$sheet", "$note")).encode(), "unknown input 'note'"),
    ],
)
def test_a_broken_file_is_refused(raw: bytes, message: str) -> None:
    with pytest.raises(PromptError, match=message):
        parse_prompt("test", 1, raw)


@pytest.mark.parametrize("name", ["nothing", "arrange@99", "arrange@x", "../released", ""])
def test_an_unknown_prompt_is_an_error(name: str) -> None:
    with pytest.raises(PromptError):
        load_prompt(name)
