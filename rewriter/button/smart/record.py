"""What an approval becomes in the EHR: a new note, and the Provenance that names who assembled and who verified it."""

import json
from typing import Any, NamedTuple
from uuid import NAMESPACE_URL, UUID, uuid5

from fhir.resources.R4B.bundle import Bundle

from rewriter.button.seal import hash_text
from rewriter.button.sites import APPENDS, REPLACES
from rewriter.button.smart.reading import Seen
from rewriter.button.smart.sessions import Offer, Session
from rewriter.fhir.shapes import (
    Made,
    make_document,
    make_entry,
    make_provenance,
    query_document,
    query_provenance,
)
from rewriter.visit import parse_date

_NAMES = uuid5(NAMESPACE_URL, "note-rewriter/approved")
_ABOUT = {
    REPLACES: "Reviewed and approved by its author; wording assembled by a program from the author's note.",
    APPENDS: "Addition, reviewed and approved by its author; wording assembled by a program from the author's note.",
}


class Names(NamedTuple):
    """By what a note and its Provenance are known, however often they are sent: the same approval, the same names."""

    document: UUID
    provenance: UUID

    @property
    def queries(self) -> tuple[str, str]:
        """The searches that find them."""
        return query_document(self.document), query_provenance(self.provenance)


class Approved(NamedTuple):
    """What a clinician approved: a text for a version of a note, which was offered a rewrite."""

    note: str
    version: str
    sha256: str
    text: str
    offer: Offer


def name_approved(session: Session, approved: Approved) -> Names:
    """Return the names of what is written for an approval."""
    said = [session.site.fhir, approved.note, approved.version, session.user, hash_text(approved.text)]
    document = uuid5(_NAMES, json.dumps(said))
    return Names(document, uuid5(document, "provenance"))


def relation_of(session: Session, seen: Seen) -> str:
    """Return what a text is to its original: nothing replaces what is signed."""
    return APPENDS if seen.is_signed else session.site.relation


def make_bundle(session: Session, seen: Seen, approved: Approved, names: Names, moment: str) -> dict[str, Any]:
    """Return the transaction that writes both. Raises ValueError where it would not be FHIR R4."""
    clinician = {"reference": session.user}
    made = Made(
        text=approved.text,
        name=names.document,
        moment=moment,
        engine=approved.offer.engine,
        versions=approved.offer.versions,
        service=parse_date(seen.date),
    )
    origin = seen.origin._replace(version=approved.version or None)
    relation = relation_of(session, seen)
    document = make_document(
        origin,
        made,
        status="final",
        relation=relation,
        about=_ABOUT[relation],
        authors=[clinician],
        authenticator=clinician,
    )
    provenance = make_provenance(origin, made, name=names.provenance, target=names.document.urn, verifier=clinician)
    of_document, of_provenance = names.queries
    entries = [
        make_entry(names.document, document, of_document),
        make_entry(names.provenance, provenance, of_provenance),
    ]
    bundle = {"resourceType": "Bundle", "type": "transaction", "entry": entries}
    Bundle.model_validate(bundle)
    return bundle
