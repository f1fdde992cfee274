"""How a reading looks: as JSON, and as text with each typed piece under the fact that holds it."""

from collections.abc import Sequence
from typing import Any

from rewriter.lines import BOLD, DIM, YELLOW, Look, block, join_blocks, titled
from rewriter.reading import Event, Reading
from rewriter.reading.facts import Fact
from rewriter.reading.typed import find_typed
from rewriter.reading.typed.items import CLINICAL, FIGURES, RETRACTED, Item
from rewriter.reading.words import ReadAs
from rewriter.result import facts_to_list, read_as_list
from rewriter.text import flat

# What was done, what was found, how it was given, where: colours of the kinds of typed pieces.
_PIECES = {
    **dict.fromkeys(("activity", "task", "treatment", "function"), "36"),
    **dict.fromkeys(("impairment", "symptom", "diagnosis", "ability", "measure", "vital"), "35"),
    **dict.fromkeys(("cue", "level"), "33"),
    **dict.fromkeys(("side", "part"), "34"),
}
_FIGURE = "32"


def reading_dict(reading: Reading, facts: Sequence[Fact]) -> dict[str, Any]:
    """Return a reading as JSON: `facts`, `events`, `links`, `unread`, `read_as`.

    A link's `event` counts events from 0.
    """
    return {
        "facts": facts_to_list(facts, reading),
        "events": [_event_dict(reading, event) for event in reading.events],
        "links": [
            {
                "event": link.event,
                "link": _written(reading, link.link),
                "target": _written(reading, link.target),
                "reach": link.reach,
                **_span(reading, link.link, "link_"),
                **_span(reading, link.target, "target_"),
            }
            for link in reading.links
        ],
        "unread": [{"start": start, "end": end, "text": reading.text[start:end]} for start, end in _unread(reading)],
        "read_as": read_as_list(reading),
    }


def _event_dict(reading: Reading, event: Event) -> dict[str, Any]:
    spans = [reading.span(reading.mentions[index]) for index in _parts(event)]
    return {
        "agent": event.agent,
        "verb": _written(reading, event.verb) if event.verb is not None else None,
        "interventions": [_written(reading, index) for index in event.interventions],
        "cues": [_written(reading, index) for index in event.cues],
        "start": min((start for start, _ in spans), default=None),
        "end": max((end for _, end in spans), default=None),
    }


def _parts(event: Event) -> tuple[int, ...]:
    return (*event.interventions, *event.cues, *((event.verb,) if event.verb is not None else ()))


def _span(reading: Reading, index: int, prefix: str) -> dict[str, int]:
    start, end = reading.span(reading.mentions[index])
    return {f"{prefix}start": start, f"{prefix}end": end}


def _written(reading: Reading, index: int) -> str:
    return reading.written(reading.mentions[index])


def _unread(reading: Reading) -> list[tuple[int, int]]:
    words = reading.words
    return sorted({(words.start[index], words.end[index]) for index in words.unread})


def reading(reading: Reading, facts: Sequence[Fact], look: Look) -> str:
    """Return what `read` prints: the note, each fact with its typed pieces, events, links, shorthand, unread words."""
    unread = "; ".join(dict.fromkeys(reading.text[start:end] for start, end in _unread(reading)))
    typed = find_typed(reading)
    return join_blocks(
        [
            f"{look.paint('Note', BOLD)}\n{block(reading.text, look, indent='  ')}",
            titled("Facts", [line for fact in facts for line in _fact_lines(reading, fact, typed, look)], look),
            titled("Events", [_event_line(reading, number, look) for number in range(len(reading.events))], look),
            titled("Links", [_link_line(reading, number, look) for number in range(len(reading.links))], look),
            read_as_line(reading.read_as, look),
            block(f"Not read, kept as written: {unread}.", look) if unread else "",
        ]
    )


def _fact_lines(reading: Reading, fact: Fact, typed: Sequence[Item], look: Look) -> list[str]:
    """Return the line of a fact and, where it holds more than one typed piece, a line for each of them."""
    lead = f"  {fact.kind:<11} {fact.polarity:<10} "
    colour = DIM if fact.polarity == "affirmed" else YELLOW
    painted = f"  {fact.kind:<11} {look.paint(f'{fact.polarity:<10}', colour)} "
    start = reading.words.start
    held = [item for item in typed if item.kind in CLINICAL and fact.start <= start[item.first] < fact.end]
    lines = [block(flat(fact.surface), look, lead=painted, indent=" " * len(lead))]
    return lines + [_piece_line(item, typed, look) for item in held] if len(held) > 1 else lines


def _piece_line(item: Item, typed: Sequence[Item], look: Look) -> str:
    """Return "level  minimal assistance @ sit to stand", with what is not plainly so said behind it."""
    heads = []
    head = item.head
    while head is not None:
        heads.append(typed[head].label)
        head = typed[head].head
    bound = f" @ {', '.join(heads)}" if heads else ""
    told = {"affirmed": "", RETRACTED: " (taken back)"}.get(item.state, f" ({item.state})")
    doubt = "" if item.sure else " (not sure)"
    kind = look.paint(f"{item.kind:<11}", _PIECES.get(item.kind, _FIGURE if item.kind in FIGURES else ""))
    return block(flat(item.label + bound + told + doubt), look, lead=f"      {kind}", indent=" " * 17)


def _event_line(reading: Reading, number: int, look: Look) -> str:
    event = _event_dict(reading, reading.events[number])
    told = [event["agent"], *([event["verb"]] if event["verb"] else [])]
    line = flat(" ".join(told))
    if event["interventions"]:
        line += f": {flat(', '.join(event['interventions']))}"
    if event["cues"]:
        line += f" (cues: {flat(', '.join(event['cues']))})"
    return block(line, look, lead=f"  {number + 1}. ", indent="     ")


def _link_line(reading: Reading, number: int, look: Look) -> str:
    link = reading.links[number]
    words = f'"{flat(_written(reading, link.link))}" \u2192 "{flat(_written(reading, link.target))}"'
    return block(f"event {link.event + 1} \u2192 {words} ({link.reach})", look, indent="  ")


def read_as_line(items: Sequence[ReadAs], look: Look) -> str:
    """Return how each piece of shorthand was read, on one line."""
    if not items:
        return ""
    said = "; ".join(dict.fromkeys(f"{flat(item.text)} = {_reading_of(item)}" for item in items))
    return block(f"Read as: {said}.", look)


def _reading_of(item: ReadAs) -> str:
    return item.said if item.sure else f"kept as written ({' or '.join(item.readings) or 'unclear'})"
