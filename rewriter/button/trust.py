"""Which other servers the service believes: those with a certificate that this machine trusts."""

import ssl
from functools import cache

import httpx2


@cache
def trusted() -> ssl.SSLContext:
    """Return what this machine trusts, whatever the environment says.

    It is read once: that takes longer than most requests do, and all others wait meanwhile.
    """
    return httpx2.create_ssl_context(trust_env=False)
