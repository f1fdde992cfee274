"""What kills the process that it is called in: a module of its own, for that process imports it first."""

import os


def die(_: object) -> None:
    """End this process at once, as the kernel would."""
    os._exit(9)
