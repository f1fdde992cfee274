"""Every error this package raises on purpose.

    RewriterError
      + SettingsError   a setting or an option that cannot be used
      + PackError       a pack that cannot be loaded, or breaks its schema
      + PromptError     a prompt file that cannot be loaded or rendered
      + InputError      a note, visit or batch line that cannot be read
      + ModelError      a model server that did not give a usable reply
      + JournalError    a bulk journal that cannot be opened or resumed

Messages carry ids, codes, positions and counts, never text of a note.
"""


class RewriterError(Exception):
    """The root: the command line prints its message in one line and exits with 2."""


class SettingsError(RewriterError):
    """A setting or an option cannot be used."""


class PackError(RewriterError):
    """A pack cannot be loaded, or breaks its schema."""


class PromptError(RewriterError):
    """A prompt file cannot be loaded or rendered."""


class InputError(RewriterError):
    """A note, visit or batch line cannot be read."""


class ModelError(RewriterError):
    """A model server did not give a usable reply."""


class JournalError(RewriterError):
    """A bulk journal cannot be opened or resumed."""
