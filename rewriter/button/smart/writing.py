"""Writing an approved text: once, as a new note with its Provenance, after the audit knows, and looked at afterwards.

Everything can be done again: what is there is found by its name first, and creates are conditional on it. So after a
lost answer nobody has to know how far things went. Between the last look at the original and the write the EHR offers
no lock; what changed in that moment is seen afterwards and told.
"""

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rewriter.button.chain import NOT_WRITTEN, WRITTEN, WRITTEN_OTHERWISE
from rewriter.button.problems import INVALID, STALE, Problem
from rewriter.button.seal import hash_text
from rewriter.button.sites import TOGETHER
from rewriter.button.smart.client import Ehr, Missing, Refused, Rejected, Silent
from rewriter.button.smart.faults import DIFFERS, REFUSED, UNSURE, EhrProblem
from rewriter.button.smart.reading import Seen, explain, fetch_note, read_note, read_text, version_of
from rewriter.button.smart.record import Approved, Names, make_bundle, name_approved, relation_of
from rewriter.button.smart.sessions import Session
from rewriter.errors import InputError, JournalError
from rewriter.fhir.document import NOTE, keep
from rewriter.fhir.shapes import AIAST, origin_from

_LOG = logging.getLogger("rewriter.button")
PROVENANCE = "Provenance"
_TRIES = 3

# Keeps a record of the audit: the event, and what is told of it. Raises JournalError.
Audit = Callable[..., Awaitable[None]]


@dataclass(frozen=True)
class Writing:
    """One approval on its way into the EHR."""

    ehr: Ehr
    session: Session
    approved: Approved
    audit: Audit
    moment: str

    @property
    def names(self) -> Names:
        """By what the note and its Provenance are known."""
        return name_approved(self.session, self.approved)

    async def write(self, event: str) -> dict[str, Any]:
        """Write what was approved, unless it is there; return what the EHR has now.

        `event` is what the audit calls it. Raises Problem, and JournalError where the audit cannot be kept: then
        nothing is written.
        """
        try:
            document = await self._find_document()
        except (Refused, Missing, Rejected, Silent) as error:
            raise explain(error) from None
        was_there = bool(document)
        try:
            provenance = await self._find_provenance(document) if document else ""
        except Silent:
            raise EhrProblem(UNSURE) from None
        if not document or not provenance:
            seen = await self._take_original(was_there)
            bundle = self._shape(seen)
            self._check_scopes()
            if not was_there:
                await self._check_server()
            await self.audit(event, **self._told(), relation=relation_of(self.session, seen))
            document, provenance = await self._post(bundle, document)
        return await self._look(document, provenance, was_there)

    async def _take_original(self, was_there: bool) -> Seen:
        """Return the original. Raises Problem (409) where it is no longer what was approved upon."""
        note = self.approved.note
        if was_there:  # the new note may have superseded it, and its Provenance is missing all the same
            try:
                resource = await fetch_note(self.ehr, self.session, note)
            except EhrProblem:
                raise EhrProblem(UNSURE) from None
            return Seen(
                note, self.approved.version, "", self.approved.sha256, True, "", origin_from(keep(note, resource))
            )
        seen = await read_note(self.ehr, self.session, note)
        if (seen.version, seen.sha256) != (self.approved.version, self.approved.sha256):
            raise Problem(STALE, "The note was changed in the EHR. Nothing was written: improve it again.")
        return seen

    def _shape(self, seen: Seen) -> dict[str, Any]:
        if seen.origin.document is None:
            raise Problem(INVALID, "The note does not say whose it is in a form that could be joined to.")
        return make_bundle(self.session, seen, self.approved, self.names, self.moment)

    def _check_scopes(self) -> None:
        """Raise Problem (403) where the EHR has not granted both: then not even one is tried."""
        if not all(map(self.session.may_create, (NOTE, PROVENANCE))):
            raise EhrProblem(REFUSED, "The EHR did not grant this app that it writes notes with their Provenance.")

    async def _check_server(self) -> None:
        """Raise Problem where the server says that it takes no Provenance: one note without it is one too many.

        Only where both go apart: together the server does both or neither.
        """
        if self.session.site.writes == TOGETHER:
            return
        try:
            said = await self.ehr.read("metadata")
        except (Refused, Missing, Rejected, Silent) as error:
            raise explain(error) from None
        if not all(_offers_create(said, kind) for kind in (NOTE, PROVENANCE)):
            raise EhrProblem(REFUSED, "The EHR says that it does not take notes with their Provenance.")

    async def _post(self, bundle: Mapping[str, Any], document: str) -> tuple[str, str]:
        """Return the references of both, once they are there. Raises Problem."""
        silences = 0
        while True:
            try:
                if self.session.site.writes == TOGETHER:
                    found = await self.ehr.transact(bundle)
                    document = document or _first(found, NOTE)
                    provenance = _first(found, PROVENANCE)
                else:
                    document = document or await self.ehr.create(bundle["entry"][0]["resource"], self.names.queries[0])
                    provenance = await self._create_provenance(bundle, document)
                document = document or await self._find_document()
                provenance = provenance or (await self._find_provenance(document) if document else "")
                if provenance:
                    return document, provenance
            except (Refused, Missing, Rejected) as error:
                raise await self._refuse(error, document, silences) from None
            except Silent:
                pass
            silences += 1
            if silences == _TRIES:
                await self._note("write_incomplete", document=document)
                raise EhrProblem(UNSURE)

    async def _refuse(self, error: Refused | Missing | Rejected, document: str, silences: int) -> Problem:
        """Return the problem of a refusal; only where nothing can have been written does it say so."""
        if silences == 0 and not document:
            await self._note(NOT_WRITTEN)
            return explain(error)
        await self._note("write_incomplete", document=document)
        return EhrProblem(UNSURE, "The note may be there without the record of how it came about.")

    async def _create_provenance(self, bundle: Mapping[str, Any], document: str) -> str:
        """Create the Provenance of a document, unless it has one: not every server heeds a condition on a tag."""
        if not document:
            return ""
        resource = {**bundle["entry"][1]["resource"], "target": [{"reference": document}]}
        return await self._find_provenance(document) or await self.ehr.create(resource, self.names.queries[1])

    async def _find_document(self) -> str:
        """Return the reference of the note that was written for this approval, "" where there is none."""
        urn = self.names.document.urn
        found = await self.ehr.search(NOTE, {"identifier": f"urn:ietf:rfc:3986|{urn}"})
        # A server that does not know a parameter may leave it out, and find everything.
        mine = [one for one in found if _has(one.get("identifier"), "value", urn) and isinstance(one.get("id"), str)]
        return f"{NOTE}/{mine[0]['id']}" if mine else ""

    async def _find_provenance(self, document: str) -> str:
        """Return the reference of a document's Provenance, "" where it has none. Raises Problem."""
        try:
            found = await self.ehr.search(PROVENANCE, {"target": document})
        except (Refused, Missing, Rejected) as error:
            raise await self._refuse(error, document, 1) from None
        urn = self.names.provenance.urn
        mine = [one for one in found if _is_about(one, document, self.ehr.base) and isinstance(one.get("id"), str)]
        tagged = [one for one in mine if _has(_meta(one).get("tag"), "code", urn)]
        return f"{PROVENANCE}/{(tagged or mine)[0]['id']}" if mine else ""

    async def _look(self, document: str, provenance: str, was_there: bool) -> dict[str, Any]:
        """Return what the EHR holds now. Raises Problem where that is not what was approved."""
        try:
            written = await self.ehr.read(document)
            is_same = (await read_text(self.ehr, written)).strip() == self.approved.text.strip()
        except (Refused, Missing, Rejected, Silent, Problem):
            raise EhrProblem(UNSURE, "The note was written, but cannot be read back.") from None
        except InputError:
            is_same = False
        original = await self._look_at_original()
        kept = {
            "label": _has(_meta(written).get("security"), "code", AIAST["code"]),
            "relation": bool(written.get("relatesTo")),
        }
        await self._note(
            WRITTEN if is_same else WRITTEN_OTHERWISE,
            document=document,
            document_version=version_of(written),
            provenance=provenance,
            label_kept=int(kept["label"]),
            relation_kept=int(kept["relation"]),
            original=original,
        )
        if not is_same:
            raise EhrProblem(DIFFERS)
        return {
            "document": document,
            "version": version_of(written),
            "provenance": provenance,
            "was_there": was_there,
            "kept": kept,
            "original": original,
        }

    async def _look_at_original(self) -> str:
        """Return whether the original's text is as it was: same, changed, or unknown where it cannot be read."""
        try:
            resource = await fetch_note(self.ehr, self.session, self.approved.note)
            text = await read_text(self.ehr, resource)
        except (Problem, InputError):
            return "unknown"
        return "same" if hash_text(text) == self.approved.sha256 else "changed"

    async def _note(self, event: str, **more: str | int) -> None:
        """Tell the audit what has happened already; that it was about to happen is in the audit in any case."""
        try:
            await self.audit(event, **self._told(), **more)
        except JournalError as error:
            _LOG.error("after a write: %s", error)

    def _told(self) -> dict[str, str]:
        return {
            "note": f"{NOTE}/{self.approved.note}/_history/{self.approved.version or '0'}",
            "note_sha256": self.approved.sha256,
            "text_sha256": hash_text(self.approved.text),
            "result_sha256": self.approved.offer.result_sha256,
            "name": str(self.names.document),
            "patient": self.session.patient,
        }


def _offers_create(said: Mapping[str, Any], kind: str) -> bool:
    """Return whether a server's own description offers that resources of a kind are created."""
    rest = said.get("rest")
    offered = [one.get("resource") for one in rest if isinstance(one, dict)] if isinstance(rest, list) else []
    kinds = [one for some in offered if isinstance(some, list) for one in some if isinstance(one, dict)]
    return any(one.get("type") == kind and _has(one.get("interaction"), "code", "create") for one in kinds)


def _first(found: Sequence[str], kind: str) -> str:
    return next((one for one in found if one.startswith(f"{kind}/")), "")


def _meta(resource: Mapping[str, Any]) -> Mapping[str, Any]:
    meta = resource.get("meta")
    return meta if isinstance(meta, dict) else {}


def _has(items: object, key: str, value: str) -> bool:
    return isinstance(items, list) and any(isinstance(one, dict) and one.get(key) == value for one in items)


def _is_about(resource: Mapping[str, Any], document: str, base: str) -> bool:
    """Return whether a Provenance is of a document, in whatever version and however far its reference goes."""
    targets = resource.get("target")
    found = [one.get("reference") for one in targets if isinstance(one, dict)] if isinstance(targets, list) else []
    return any(
        isinstance(one, str) and one.removeprefix(f"{base}/").partition("/_history")[0] == document for one in found
    )
