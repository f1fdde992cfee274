"""The folder of a run: what was asked for, the samples as they were, the replies, Inspect's logs, and the records.

It holds notes and rewrites, and is for its owner alone.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rewriter.errors import InputError, SettingsError
from rewriter.evaluate.arms import Arm, arms_from
from rewriter.evaluate.record import Scored, read_records, write_records
from rewriter.evaluate.sample import Sample, read_samples
from rewriter.intake import Options

_PLAN, _SAMPLES, _RECORDS = "run.json", "samples.jsonl", "records"


@dataclass(frozen=True)
class Folder:
    """The folder of one run, which may have been begun or not."""

    path: Path

    @property
    def journal(self) -> Path:
        """Where the replies are."""
        return self.path / "replies.journal"

    @property
    def logs(self) -> Path:
        """Where Inspect's logs are."""
        return self.path / "logs"

    def records(self, arm: Arm) -> Path:
        """Return where the records of an arm are."""
        return self.path / _RECORDS / f"{arm.file}.jsonl"

    def begin(
        self, samples: bytes, arms: Sequence[Arm], options: Options, epochs: int, *, rescored: str = ""
    ) -> list[Sample]:
        """Make the folder, or take it up again; return the samples, `samples` being their lines.

        Raises InputError for samples that are none, and SettingsError where the folder holds a run of other samples,
        rules or code: arms may be added to a run, but all its arms are judged alike.
        """
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        (self.path / _RECORDS).mkdir(mode=0o700, exist_ok=True)
        plan: dict[str, Any] = {
            "samples_sha256": hashlib.sha256(samples).hexdigest(),
            "epochs": epochs,
            "rules": {"profile": options.profile, "payer": str(options.payer), "pack": str(options.overlay or "")},
            "rescored": rescored,
            "arms": {arm.name: arm.to_dict(options) for arm in arms},
        }
        file = self.path / _PLAN
        if file.exists():
            held = self.plan()
            _refuse_another(held, plan)
            plan["arms"] = {**held["arms"], **plan["arms"]}
        else:
            (self.path / _SAMPLES).write_bytes(samples)
        found = read_samples(self.path / _SAMPLES)
        file.write_text(json.dumps(plan, indent=1) + "\n", encoding="utf-8")
        return found

    def plan(self) -> dict[str, Any]:
        """Return what was asked for. Raises InputError where the folder holds no run."""
        try:
            plan: dict[str, Any] = json.loads((self.path / _PLAN).read_text("utf-8"))
        except (OSError, ValueError):
            raise InputError("this folder holds no run of an evaluation") from None
        return plan

    def samples(self) -> list[Sample]:
        """Return the samples. Raises InputError where they cannot be read."""
        return read_samples(self.path / _SAMPLES)

    def sample_lines(self) -> bytes:
        """Return the lines of the samples."""
        return (self.path / _SAMPLES).read_bytes()

    def arms(self) -> list[Arm]:
        """Return the arms, none of which can be asked. Raises InputError or PromptError."""
        return arms_from(self.plan()["arms"].values())

    def write(self, arm: Arm, samples: Iterable[Sample], records: Iterable[Scored]) -> list[Scored]:
        """Write the records of an arm in the order of the samples; return them so."""
        place = {sample.id: number for number, sample in enumerate(samples)}
        ordered = sorted(records, key=lambda record: (place[record.sample], record.epoch))
        path = self.records(arm)
        write_records(path, ordered)
        path.chmod(0o600)
        return ordered

    def read(self) -> dict[str, list[Scored]]:
        """Return the records by the names of their arms, the composer's first; arms without any are left out."""
        found = {arm.name: self.records(arm) for arm in self.arms()}
        return {name: read_records(path) for name, path in found.items() if path.is_file() and path.stat().st_size}


def _refuse_another(held: Mapping[str, Any], plan: Mapping[str, Any]) -> None:
    for key, what in (("samples_sha256", "samples"), ("epochs", "epochs"), ("rules", "rules"), ("rescored", "source")):
        if held[key] != plan[key]:
            raise SettingsError(f"this folder holds a run with other {what}: choose another folder by --out")
    for name, arm in plan["arms"].items():
        if held["arms"].get(name, arm) != arm:
            raise SettingsError(
                f"the program, its rules or its prompt have changed since {name} was begun here: `rewriter eval "
                "rescore` judges what there is by the present ones; a new run needs another folder by --out"
            )
    if len({arm["digest"] for arm in (*held["arms"].values(), *plan["arms"].values()) if "model" not in arm}) > 1:
        raise SettingsError("the program or its rules have changed since this run was begun: choose another --out")
