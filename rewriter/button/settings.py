"""Settings of the service, from where `rewriter.settings` says: `REWRITER_SERVE_*` variables, the file `serve.toml`."""

import ipaddress
import os
from pathlib import Path
from typing import Annotated, Any, Final, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr, model_validator
from pydantic_settings import SettingsConfigDict

from rewriter.button.sites import Site
from rewriter.result import COMPOSER
from rewriter.rule import PROFILES
from rewriter.settings import Seconds, Sourced, load

# Only signatures that whoever checks them cannot make.
ALGORITHMS = ("ES256", "ES384", "ES512", "EdDSA", "PS256", "PS384", "PS512", "RS256", "RS384", "RS512")
NOTES: Final = "notes"
METRICS: Final = "metrics"
HOOKS: Final = "hooks"


def _check_origin(written: str) -> str:
    parts = urlsplit(written)
    if parts.scheme not in ("http", "https") or f"{parts.scheme}://{parts.netloc}" != written or "*" in written:
        raise ValueError("an origin is a scheme, a host and a port if need be: https://ehr.example.org")
    return written.lower()


def _check_key_url(written: str) -> str:
    parts = urlsplit(written)
    if parts.scheme != "https" and not is_loopback(parts.hostname or ""):
        raise ValueError("keys are fetched by https only")
    return written


Origin = Annotated[str, AfterValidator(_check_origin)]
Name = Annotated[str, Field(pattern=r"^[A-Za-z0-9_.-]{1,64}$")]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Limits(_Part):
    """What one client may do: requests a minute, how many of them at once in a burst, and in work at a time."""

    per_minute: int = Field(default=240, ge=1)
    burst: int = Field(default=60, ge=1)
    at_once: int = Field(default=64, ge=1)


class Grant(_Part):
    """What whoever gets in may do: from which origins, within which limits, notes, metrics or hooks."""

    origins: tuple[Origin, ...] = ()
    limits: Limits = Limits()
    may: tuple[Literal["notes", "metrics", "hooks"], ...] = (NOTES,)


class Client(Grant):
    """A client with keys of its own; `key_sha256` are the hashes of its keys, two while one is being replaced."""

    name: Name
    key_sha256: tuple[Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")], ...] = Field(min_length=1)


class Issuer(Grant):
    """Whose tokens are accepted, for which `audience`, signed how.

    The keys are pinned in a file (`jwks`), or fetched from the one address `jwks_url`. `client_claim` names the client
    in a token and `user_claim` the person, for the audit.
    """

    name: Name
    issuer: str = Field(min_length=1)
    audience: str = Field(min_length=1)
    algorithms: tuple[str, ...] = ("ES384", "RS384")
    jwks: Path | None = None
    jwks_url: Annotated[str, AfterValidator(_check_key_url)] | None = None
    client_claim: str = "client_id"
    user_claim: str = "sub"
    leeway: float = Field(default=30, ge=0, le=120)

    @model_validator(mode="after")
    def _check(self) -> Self:
        if (self.jwks is None) == (self.jwks_url is None):
            raise ValueError("an issuer has keys in a file (jwks) or at an address (jwks_url)")
        if wrong := set(self.algorithms) - set(ALGORITHMS):
            raise ValueError(f"algorithms must be of {', '.join(ALGORITHMS)}; {len(wrong)} are not")
        return self


class ServeSettings(Sourced):
    """What the service needs to know. Times are seconds, sizes bytes."""

    model_config = SettingsConfigDict(env_prefix="REWRITER_SERVE_")

    file = Path("serve.toml")
    called = "the service's settings file"

    host: str = "127.0.0.1"
    port: int = Field(default=8118, ge=0, le=65535)
    public_url: Origin | Literal[""] = Field(
        default="", description="how the world reaches it, behind a proxy: https://notes.example.org"
    )
    certificate: Path | None = None
    certificate_key: Path | None = None

    engine: str = Field(default=COMPOSER, description="who writes: compose, or a model's name")
    style: Literal["proved", "free"] = "proved"
    prompt: str | None = None
    cpt: str = "97112"
    profile: str = Field(default=PROFILES[0], description="how much must be there, where a request does not say it")
    pack: Path | None = Field(default=None, description="a pack of your own on top of the code's")

    clients: tuple[Client, ...] = ()
    issuers: tuple[Issuer, ...] = ()
    local: Grant = Field(
        default=Grant(may=(NOTES, METRICS)), description="who comes without a key, on this machine alone"
    )
    sites: tuple[Site, ...] = Field(default=(), description="EHRs that launch the SMART app")
    frame_ancestors: tuple[Origin, ...] = Field(default=(), description="sites that may show the pages in a frame")

    processes: int = Field(default=os.cpu_count() or 1, ge=1, description="processes that read and judge")
    most_bytes: int = Field(default=1 << 20, ge=1 << 10, le=1 << 25, description="the largest request")
    body_seconds: Seconds = Field(default=10, description="the longest time that a request may take to arrive")
    cpu_seconds: Seconds = Field(default=20, description="the longest time to read and judge one text")
    request_seconds: Seconds = Field(default=300, description="the longest time for a request, a model's included")
    at_once: int = Field(default=64, ge=1, description="requests in work at a time")
    waiting: int = Field(default=256, ge=0, description="requests that may wait for that")
    wait_seconds: Seconds = Field(default=15, description="how long they may")
    grace_seconds: Seconds = Field(default=20, description="what is in work may go on for so long at the end")

    secret: SecretStr = Field(
        default=SecretStr(""), description="signs the ids of results; else made anew at each start"
    )
    answer_minutes: float = Field(
        default=480, gt=0, le=10080, description="how long questions can be answered by the id"
    )
    audit: Path = Path("rewriter.audit")
    audit_key: SecretStr = Field(default=SecretStr(""), description="makes the audit's hashes keyed ones")

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.profile not in PROFILES:
            raise ValueError(f"profile must be one of {', '.join(PROFILES)}")
        if not self.is_guarded and not is_loopback(self.host):
            raise ValueError("without clients or issuers the service may be bound to this machine alone: 127.0.0.1")
        names = [one.name for part in (self.clients, self.issuers, self.sites) for one in part]
        if len(set(names)) < len(names):
            raise ValueError("two clients, issuers or sites have one name")
        if not self.public_url and (self.sites or any(HOOKS in one.may for one in self.issuers)):
            raise ValueError("launches and hooks need public_url: that address is part of what is checked")
        return self

    @property
    def is_guarded(self) -> bool:
        """Whether nobody gets in without a key or a token."""
        return bool(self.clients or self.issuers or self.sites)

    @property
    def grants(self) -> tuple[Grant, ...]:
        """All grants that are given."""
        return (*self.clients, *self.issuers) if self.is_guarded else (self.local,)


def load_serve_settings(**flags: Any) -> ServeSettings:
    """Return the settings; `flags` that are None say nothing. Raises SettingsError."""
    return load(ServeSettings, flags)


def is_loopback(host: str) -> bool:
    """Return whether a host is this machine, as seen from itself alone."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
