"""What many ask of one thing is worked out for the first who asks, and kept with the thing: it goes when that goes."""

from collections.abc import Callable
from functools import wraps
from operator import is_
from typing import Concatenate, ParamSpec, TypeVar

Thing = TypeVar("Thing")
Answer = TypeVar("Answer")
More = ParamSpec("More")


def once(
    work: Callable[Concatenate[Thing, More], Answer],
) -> Callable[Concatenate[Thing, More], Answer]:
    """Make `work` be done once for a thing that never changes, and whatever else it is given: the very same objects.

    The answer is shared, so nobody may change it.
    """
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def kept(thing: Thing, /, *args: More.args, **kwargs: More.kwargs) -> Answer:
        if kwargs:
            raise TypeError(f"{name} takes no names")
        answers: list[tuple[tuple[object, ...], Answer]] = thing.__dict__.setdefault(name, [])
        for given, answer in answers:
            if all(map(is_, given, args)):
                return answer
        answer = work(thing, *args, **kwargs)
        answers.append((args, answer))
        return answer

    return kept
