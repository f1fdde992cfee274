"""The garbage collector of Python, and when it is in the way."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def pause_collection() -> Iterator[None]:
    """Pause the garbage collector, which would walk what grows and stays again and again and find nothing to free.

    Afterwards it counts as old, as if it had been walked: only a search of everything still meets it. What the host
    froze stays frozen.
    """
    paused = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():
            gc.freeze()
            gc.unfreeze()
        if paused:
            gc.enable()
