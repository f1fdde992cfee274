"""A PostgreSQL server for the tests alone: made from the programs that are installed, on a socket in its own folder."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

_INSTALLED = Path("/usr/lib/postgresql")  # where Debian has them: a folder a version


@contextmanager
def serve() -> Iterator[str]:
    """Yield the URL of a new server's database until the block is left; skip where PostgreSQL is not installed."""
    programs = _find_programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed: apt-get install postgresql")
    owner = _find_owner()
    folder = Path(tempfile.mkdtemp(prefix="postgres-"))
    os.chown(folder, owner.pw_uid, owner.pw_gid)
    with _end_with_us(owner, programs, folder):
        given = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
        _run(owner, programs / "initdb", "-D", folder / "data", "-U", "tests", "-A", "trust", "-E", "UTF8", "-N")
        _run(owner, programs / "pg_ctl", "-D", folder / "data", "-s", "-l", folder / "log", "-o", given, "-w", "start")
        yield f"postgresql://tests@/postgres?host={folder}"


@contextmanager
def _end_with_us(owner: pwd.struct_passwd, programs: Path, folder: Path) -> Iterator[None]:
    """Have the server stopped and its folder removed when the block is left, or this process is killed in it."""
    script = '"$1/pg_ctl" -D "$2/data" -s -m immediate stop 2>/dev/null; rm -rf "$2"'
    # It waits for the end of its input, which comes when nobody holds the other end of the pipe any more.
    command: list[str | Path] = ["sh", "-c", f"cat >/dev/null; {script}", "sh", programs, folder]
    watch = subprocess.Popen(command, stdin=subprocess.PIPE, **_as(owner), start_new_session=True)
    try:
        yield
    finally:
        watch.communicate()


def _find_programs() -> Path | None:
    folders = [file.parent for file in _INSTALLED.glob("*/bin/pg_ctl")]
    if folders:
        return max(folders, key=lambda folder: float(folder.parent.name))
    found = shutil.which("pg_ctl")
    return Path(found).resolve().parent if found else None


def _find_owner() -> pwd.struct_passwd:
    """Return who runs the server: whoever runs the tests, but for root, as whom it refuses to run."""
    if os.geteuid():
        return pwd.getpwuid(os.geteuid())
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        return pwd.getpwnam("nobody")


def _run(owner: pwd.struct_passwd, *command: str | Path) -> None:
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, **_as(owner))


def _as(owner: pwd.struct_passwd) -> dict[str, Any]:
    """Return how a program is begun as somebody, who need not be able to enter the folder that the tests run in."""
    quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "cwd": "/"}
    if owner.pw_uid == os.geteuid():
        return quiet
    return {**quiet, "user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}
