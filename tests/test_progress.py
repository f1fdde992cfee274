import io
import time

from rewriter.progress import Spinner


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_sees_what_is_being_asked() -> None:
    stream = Terminal()
    with Spinner("model", stream=stream) as spinner:
        spinner("repair", 1, 0.0)
        deadline = time.monotonic() + 5
        while "mending, request 2" not in stream.getvalue() and time.monotonic() < deadline:
            time.sleep(0.01)
    assert "model: mending, request 2, 0 s" in stream.getvalue()
    assert stream.getvalue().endswith("\r\x1b[K")


def test_a_file_sees_nothing() -> None:
    stream = io.StringIO()
    with Spinner("model", stream=stream) as spinner:
        spinner("draft", 0, 0.0)
        time.sleep(0.15)
    assert stream.getvalue() == ""


def test_the_composer_needs_no_line() -> None:
    stream = Terminal()
    with Spinner("compose", active=False, stream=stream):
        time.sleep(0.15)
    assert stream.getvalue() == ""
