"""The other two ways in: judge a text that somebody else wrote, and show how a note is read."""

from collections.abc import Sequence
from pathlib import Path

from rewriter.earlier import Earlier
from rewriter.note import check_text
from rewriter.pack import PAYER, load_pack
from rewriter.reading import Reading
from rewriter.reading import read as read_text
from rewriter.sections import judge
from rewriter.validate import Verdict
from rewriter.visit import Visit


def check(
    rewrite: str,
    *,
    source: str | None = None,
    cpt: str = "97112",
    visit: Visit = Visit(),
    profile: str = "narrative",
    overlay: Path | None = None,
    payer: Path | str = PAYER,
    explain: bool = False,
    earlier: Sequence[Earlier] = (),
) -> Verdict:
    """Judge a text by the rules of its code; with `source`, compare the two in both directions as well.

    A text with several codes is split: the form of each section is judged by its own code's rules. `earlier` are the
    notes of the chart's earlier visits, with which the note is compared.

    Raises InputError for a text that cannot be read, PackError for an unknown code or a broken pack.
    """
    check_text(rewrite, "rewrite")
    if source is not None:
        check_text(source, "source")
    pack = load_pack(cpt, overlay, payer)
    return judge(
        read_text(rewrite, pack, visit.minutes),
        pack,
        lambda code: load_pack(code, overlay, payer),
        source=read_text(source, pack, visit.minutes) if source is not None else None,
        visit=visit,
        profile=profile,
        explain=explain,
        earlier=earlier,
    )


def read(text: str, *, cpt: str = "97112", minutes: float | None = None, overlay: Path | None = None) -> Reading:
    """Return the reading of a note: what the deterministic reader found in it.

    Raises InputError for a text that cannot be read, PackError for an unknown code or a broken pack.
    """
    check_text(text)
    return read_text(text, load_pack(cpt, overlay), minutes)
