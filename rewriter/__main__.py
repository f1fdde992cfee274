"""`python -m rewriter` is the command `rewriter`."""

import sys

from rewriter.cli import main

if __name__ == "__main__":
    sys.exit(main())
