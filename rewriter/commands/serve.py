"""`rewriter serve`: the service that an EHR's button asks. Needs the extra `serve`, imported when the command runs."""

import argparse
import secrets

from rewriter.commands.adder import Adder
from rewriter.commands.output import DONE, dump, write
from rewriter.errors import SettingsError
from rewriter.extra import needs_extra

_KEY_BYTES = 32


def add(command: Adder) -> None:
    """Add the command to the parser."""
    parser = command("serve", run, "Serve the button: HTTP on this machine, or for clients with keys or tokens.")
    parser.add_argument("--host", metavar="ADDRESS", help="where to listen (127.0.0.1)")
    parser.add_argument("--port", metavar="N", help="at which port (8118); 0 takes a free one")
    parser.add_argument("--engine", metavar="MODEL", help="who writes: compose (default), or a model's name")
    parser.add_argument("--audit", metavar="FILE", help="where the audit is kept (rewriter.audit)")
    parser.add_argument("--new-key", metavar="CLIENT", help="make a key for a client, print it once, and end")


def run(arguments: argparse.Namespace) -> int:
    """Run the command; return the exit code."""
    with needs_extra("serve"):
        from rewriter.button.access import hash_key
        from rewriter.button.run import serve
        from rewriter.button.settings import Client, load_serve_settings
    if arguments.new_key is not None:
        key = secrets.token_urlsafe(_KEY_BYTES)
        try:
            client = Client(name=arguments.new_key, key_sha256=(hash_key(key),))
        except ValueError:
            raise SettingsError("--new-key: a client's name has letters, figures, . _ - only") from None
        _show_key(client.name, key, client.key_sha256[0], as_json=arguments.format == "json")
        return DONE
    serve(load_serve_settings(host=arguments.host, port=arguments.port, engine=arguments.engine, audit=arguments.audit))
    return DONE


def _show_key(name: str, key: str, digest: str, *, as_json: bool) -> None:
    if as_json:
        write(dump({"client": name, "key": key, "key_sha256": digest}))
        return
    write(f"The client's key, shown this once:\n  {key}\n\nFor serve.toml:\n")
    write(f'[[clients]]\nname = "{name}"\nkey_sha256 = ["{digest}"]\norigins = []')
