"""Where notes come from, and in which format."""

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path

JSONL, CSV, TSV, PARQUET, TEXT, FHIR, SQL = FORMATS = ("jsonl", "csv", "tsv", "parquet", "text", "fhir", "sql")
# What a URL says of the database itself, between a name with its password and the options, which may hold another.
_PLACE = re.compile(r"(?:[^:/@]*(?::[^@]*)?@)?([^@?]*)(?:\?.*)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Source:
    """A file or a folder (`path`), or the rows of a `query` to the database that an SQLAlchemy URL names (`sql`).

    `format` is one of FORMATS; where it is "", the path tells it.
    """

    path: Path | None = None
    sql: str = field(default="", repr=False)
    query: str = field(default="", repr=False)
    format: str = ""

    def describe(self) -> str:
        """Return what this source is, the same for the same source, without a password or a word of the query."""
        if not self.sql:
            return str(self.path.resolve()) if self.path else ""
        scheme, _, rest = self.sql.partition("://")
        found = _PLACE.fullmatch(rest)
        place = found[1] if found else ""  # not a URL that a database could be reached by
        return f"{scheme}://{place} query {hashlib.sha256(self.query.encode()).hexdigest()[:12]}"
