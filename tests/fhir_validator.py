"""The npm package `fhir`, which knows the codes of R4 that `fhir.resources` lets pass."""

import json
import os
import shutil
import subprocess
from functools import cache
from typing import Any

import pytest

_SCRIPT = """
const {Fhir} = require('fhir');
const result = new Fhir().validate(JSON.parse(require('fs').readFileSync(0)), {errorOnUnexpected: true});
const wrong = result.messages.filter((one) => one.severity === 'error' || one.severity === 'fatal');
console.log(JSON.stringify(wrong.map((one) => `${one.location}: ${one.message}`)));
"""


@cache
def _environment() -> dict[str, str]:
    """Return the environment in which node finds the package. The test is skipped where there is none."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        pytest.skip("node and npm are not installed")
    root = subprocess.run(["npm", "root", "-g"], capture_output=True, text=True, check=True).stdout.strip()
    environment = {**os.environ, "NODE_PATH": root}
    found = subprocess.run(["node", "-e", "require.resolve('fhir')"], env=environment, capture_output=True)
    if found.returncode:
        pytest.skip("the FHIR validator is not installed: npm install -g fhir@4.12.0")
    return environment


def find_errors(resource: dict[str, Any]) -> list[str]:
    """Return what the validator finds wrong in a resource."""
    done = subprocess.run(
        ["node", "-e", _SCRIPT],
        env=_environment(),
        input=json.dumps(resource),
        capture_output=True,
        text=True,
        check=True,
    )
    found: list[str] = json.loads(done.stdout)
    return found
