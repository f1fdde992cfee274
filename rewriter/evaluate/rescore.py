"""Records judged anew by the present rules, from the replies that were kept; no model is asked.

A model's drafts are proved and judged as if they had just come. The composer writes anew: its text is the rules' own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rewriter.errors import InputError
from rewriter.evaluate.changed import Changed, find_changed
from rewriter.evaluate.folder import Folder
from rewriter.evaluate.pairing import pair_up
from rewriter.evaluate.perform import NOT_ASKED, replay
from rewriter.evaluate.record import Scored
from rewriter.intake import Options


@dataclass(frozen=True)
class Rescored:
    """One arm before and after; `changed` are the notes whose status, findings or text differ."""

    before: Sequence[Scored]
    after: Sequence[Scored]
    changed: Sequence[Changed]

    @property
    def moved(self) -> list[Changed]:
        """The notes whose status differs."""
        return [item for item in self.changed if item.one.run.status != item.other.run.status]

    @property
    def unasked(self) -> int:
        """For how many runs the present rules would ask the model once more than was asked then."""
        return sum(record.run.outcome == NOT_ASKED for record in self.after)


def rescore(source: Folder, target: Folder, options: Options) -> Mapping[str, Rescored]:
    """Write the records of `source` judged anew to `target`; return what changed, by arm.

    Raises InputError where `source` holds no records, SettingsError where `target` holds another run.
    """
    plan, arms, records = source.plan(), source.arms(), source.read()
    if not records:
        raise InputError("this folder holds no records yet: finish its run first")
    lines = source.sample_lines()
    samples = target.begin(lines, arms, options, plan["epochs"], rescored=plan["samples_sha256"])
    by_id = {sample.id: sample for sample in samples}
    told = {}
    for arm in arms:
        if arm.name in records:
            before = records[arm.name]
            after = target.write(arm, samples, [replay(by_id[one.sample], one, arm, options) for one in before])
            told[arm.name] = Rescored(before, after, find_changed(pair_up(before, after).pairs))
    return told
