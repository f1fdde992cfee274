"""Packages of npm that some tests need: `.ci/run` installs them beside the Python packages, else those tests skip."""

import json
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

# The packages and their versions, as `make node` installs them.
_LIST = Path(__file__).with_name("package.json")


@cache
def environment(package: str) -> dict[str, str]:
    """Return the environment in which node finds a package, in the version wanted. The test is skipped without it."""
    if shutil.which("node") is None:
        pytest.skip(f"node is not installed, which {package} needs: see .ci/run")
    environment = {**os.environ, "NODE_PATH": os.pathsep.join(_folders())}
    show = f"console.log(require('{package}/package.json').version)"
    found = subprocess.run(["node", "-e", show], env=environment, capture_output=True, text=True)
    if found.stdout.strip() != json.loads(_LIST.read_bytes())["dependencies"][package]:
        pytest.skip(f"the npm package {package} is not installed: make node")
    return environment


def _folders() -> list[str]:
    """Return where packages may be: where the caller says, beside the Python packages, and npm's own place."""
    said = os.environ.get("NODE_PATH", "")
    folders = [*said.split(os.pathsep), str(Path(sys.prefix) / "npm" / "node_modules")]
    if shutil.which("npm"):
        folders.append(subprocess.run(["npm", "root", "-g"], capture_output=True, text=True).stdout.strip())
    return [folder for folder in folders if folder]
