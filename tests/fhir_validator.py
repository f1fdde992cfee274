"""The npm package `fhir`, which knows the codes of R4 that `fhir.resources` lets pass."""

import json
import subprocess
from typing import Any

from tests.npm import environment

_SCRIPT = """
const {Fhir} = require('fhir');
const result = new Fhir().validate(JSON.parse(require('fs').readFileSync(0)), {errorOnUnexpected: true});
const wrong = result.messages.filter((one) => one.severity === 'error' || one.severity === 'fatal');
console.log(JSON.stringify(wrong.map((one) => `${one.location}: ${one.message}`)));
"""


def find_errors(resource: dict[str, Any]) -> list[str]:
    """Return what the validator finds wrong in a resource. The test is skipped where it is not installed."""
    done = subprocess.run(
        ["node", "-e", _SCRIPT],
        env=environment("fhir"),
        input=json.dumps(resource),
        capture_output=True,
        text=True,
        check=True,
    )
    found: list[str] = json.loads(done.stdout)
    return found
