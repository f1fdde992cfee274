"""The reader: `read()` turns a text of any style into typed, bound, contextual mentions, events and links."""

from rewriter.pack import Pack
from rewriter.reading.context import Scope, find_context
from rewriter.reading.doubles import drop_doubles
from rewriter.reading.events import find_events
from rewriter.reading.mentions import Mention, find_mentions, settle_minutes
from rewriter.reading.orders import find_orders
from rewriter.reading.planned import leave_plan
from rewriter.reading.reading import Event, Link, Reading
from rewriter.reading.reported import has_session, leave_report
from rewriter.reading.sentences import split_sentences
from rewriter.reading.shorthand import read_words
from rewriter.reading.words import ReadAs

__all__ = ["Event", "Link", "Mention", "ReadAs", "Reading", "read"]


def read(text: str, pack: Pack, minutes: float | None = None) -> Reading:
    """Read `text` with the words of `pack`.

    `minutes` are the visit's, if known: they decide what a bare "x15", "15'" or "15" of the same size is. The same
    input always gives the same reading; cost grows linearly with the text.
    """
    words = read_words(text, pack)
    sentences = split_sentences(words)
    found = drop_doubles(words.low, find_mentions(words.low, words.gap, pack.lexicon))
    if orders := find_orders(words.low, found, pack):
        found = sorted([*found, *orders], key=lambda mention: mention.first)
    if minutes is not None:
        found = settle_minutes(words.low, found, f"{minutes:g}")
    mentions: list[Mention] = []
    bits: list[int] = []
    scopes: list[Scope] = []
    sentence_of: list[int] = []
    by_sentence: list[list[int]] = []
    headed = has_session(sentences)
    at, count = 0, len(found)
    for number, sentence in enumerate(sentences):
        while at < count and found[at].first < sentence.first:
            at += 1
        begin = at
        while at < count and found[at].first < sentence.last:
            at += 1
        here = found[begin:at]
        leave_plan(words.low, sentences, number, here)
        if not headed:
            leave_report(words.low, sentences, number, here)
        by_sentence.append(list(range(len(mentions), len(mentions) + len(here))))
        mentions += here
        states, opened = find_context(words.low, here, sentence.first, sentence.last)
        bits += states
        scopes += opened
        sentence_of += [number] * len(here)
    events, links = find_events(words.low, sentences, mentions, bits, by_sentence)
    return Reading(words, sentences, mentions, bits, sentence_of, scopes, pack.lexicon, events, links)
