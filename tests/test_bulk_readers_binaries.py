"""The Binary resources of an export, found by their id."""

import gzip
import json
from pathlib import Path

from rewriter.bulk.readers.binaries import Binaries


def line(name: str, data: str = "V3Q=", kind: str = "Binary") -> str:
    """Return a resource's line."""
    return json.dumps({"resourceType": kind, "id": name, "contentType": "text/plain", "data": data}) + "\n"


def test_a_binary_is_found_in_any_file_gzipped_or_not(tmp_path: Path) -> None:
    plain, zipped = tmp_path / "a.ndjson", tmp_path / "b.ndjson.gz"
    plain.write_text("oops\n" + line("b1", "é") + line("b2"))
    zipped.write_bytes(gzip.compress((line("b3") + line("d1", kind="DocumentReference") + line("b4", "x")).encode()))
    with Binaries([plain, zipped, tmp_path / "none.ndjson"]) as binaries:
        found = {name: binaries.find(name) for name in ("b1", "b2", "b3", "b4", "d1", "b9")}
    assert {name: binary and binary["data"] for name, binary in found.items()} == {
        "b1": "é",
        "b2": "V3Q=",
        "b3": "V3Q=",
        "b4": "x",
        "d1": None,
        "b9": None,
    }


def test_what_stands_before_the_damage_of_a_file_is_found(tmp_path: Path) -> None:
    zipped = tmp_path / "b.ndjson.gz"
    zipped.write_bytes(gzip.compress("".join(line(f"b{n}", str(n * 7919)) for n in range(50_000)).encode())[:100_000])
    with Binaries([zipped]) as binaries:
        assert binaries.find("b0")
        assert binaries.find("b49999") is None


def test_nothing_is_read_before_a_binary_is_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "a.ndjson"
    with Binaries([file]) as binaries:
        file.write_text(line("b1"))
        assert binaries.find("b1")
