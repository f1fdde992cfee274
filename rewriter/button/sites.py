"""The EHRs whose SMART launches are answered, and how each wants its notes written."""

from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr

REPLACES, APPENDS = "replaces", "appends"
TOGETHER, APART = "together", "apart"
_HERE = ("127.0.0.1", "localhost", "::1")
# No update: the original is never changed.
_SCOPES = (
    "launch openid fhirUser patient/DocumentReference.crs patient/Provenance.crs patient/Binary.r patient/Patient.r"
)


def is_private(url: str) -> bool:
    """Return whether nobody on the way can read what is sent to an address: https, or this machine."""
    parts = urlsplit(url)
    return bool(parts.hostname) and (parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _HERE))


def _check_base(written: str) -> str:
    parts = urlsplit(written)
    if not is_private(written) or parts.query or parts.fragment or parts.username:
        raise ValueError("the address of a FHIR server is https, without a query: https://ehr.example.org/fhir")
    return written.rstrip("/")


class Site(BaseModel):
    """One EHR: its FHIR server, what this app is called there, and the site's policy.

    `relation` is what an approved text is to its original, where that is not signed yet: it `replaces` it or `appends`
    to it. An addition to a signed note always appends. `writes` says whether the server takes the note and its
    Provenance together, both or neither, or only apart.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    name: Annotated[str, Field(pattern=r"^[A-Za-z0-9_.-]{1,64}$")]
    fhir: Annotated[str, AfterValidator(_check_base)]
    client_id: str = Field(min_length=1, max_length=256)
    client_secret: SecretStr = SecretStr("")
    scopes: str = _SCOPES
    relation: Literal["replaces", "appends"] = "appends"
    writes: Literal["together", "apart"] = "together"
    session_minutes: float = Field(default=60, gt=0, le=720)
