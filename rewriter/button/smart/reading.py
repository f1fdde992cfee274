"""The notes of a visit: which there are, and one of them with its text."""

import asyncio
from collections.abc import Mapping
from typing import Any, NamedTuple

from rewriter.button.problems import INVALID, UNKNOWN, Problem
from rewriter.button.seal import hash_text
from rewriter.button.smart.client import Ehr, Missing, Refused, Rejected, Silent
from rewriter.button.smart.faults import FAILED, REFUSED, EhrProblem
from rewriter.button.smart.sessions import Session
from rewriter.errors import InputError
from rewriter.fhir.document import BINARY, NOTE, day_of, find_binaries, find_text, is_signed, keep, references
from rewriter.fhir.document import service_date as day_of_service
from rewriter.fhir.shapes import Origin, is_id, origin_from
from rewriter.files import check_characters

_MOST_NOTES = "50"
_MOST_BINARIES = 3
_LONGEST_TITLE = 120


class Seen(NamedTuple):
    """A note as it is in the EHR now; `sha256` is of its text, `date` its day of service, "" where none is told."""

    id: str
    version: str
    text: str
    sha256: str
    is_signed: bool
    date: str
    origin: Origin


async def list_notes(ehr: Ehr, session: Session) -> list[dict[str, Any]]:
    """Return what there is to choose from: the notes of the session's visit, newest first. Raises Problem."""
    query = {"patient": session.patient.removeprefix("Patient/"), "_sort": "-date", "_count": _MOST_NOTES}
    if session.encounter:
        query["encounter"] = session.encounter.removeprefix("Encounter/")
    try:
        found = await ehr.search(NOTE, query)
    except (Refused, Missing, Rejected, Silent) as error:
        raise explain(error) from None
    return [_describe(one) for one in found if _is_of_session(one, ehr, session)]


async def read_note(ehr: Ehr, session: Session, id: str) -> Seen:
    """Return a note of the session's patient and visit. Raises Problem, for one that cannot be improved too."""
    resource = await fetch_note(ehr, session, id)
    try:
        signed = bool(is_signed(resource))
        text = await read_text(ehr, resource)
        kept = keep(id, resource)
        check_characters([text, kept], "the note")
    except InputError as error:
        raise Problem(INVALID, f"This note cannot be improved: {error}.") from None
    return Seen(id, version_of(resource), text, hash_text(text), signed, day_of_service(resource), origin_from(kept))


async def read_patient(ehr: Ehr, session: Session) -> dict[str, str]:
    """Return the name and the birthday of the session's patient, as far as the EHR tells them. Raises Problem."""
    try:
        patient = await ehr.read(session.patient)
    except (Refused, Missing, Rejected, Silent) as error:
        raise explain(error) from None
    names = patient.get("name")
    first = names[0] if isinstance(names, list) and names and isinstance(names[0], dict) else {}
    given = first.get("given")
    parts = [*(given if isinstance(given, list) else []), first.get("family")]
    called = first.get("text") or " ".join(part for part in parts if isinstance(part, str))
    return {"name": str(called)[:_LONGEST_TITLE], "born": day_of(patient.get("birthDate"))}


async def fetch_note(ehr: Ehr, session: Session, id: str) -> dict[str, Any]:
    """Return a note's resource, whatever became of it. Raises Problem where it is not the session's."""
    if not is_id(id):
        raise Problem(UNKNOWN, "There is no such note.")
    try:
        resource = await ehr.read(f"{NOTE}/{id}")
    except Missing:
        raise Problem(UNKNOWN, "There is no such note.") from None
    except (Refused, Rejected, Silent) as error:
        raise explain(error) from None
    # What an EHR lets a token see may be more than what this session is about.
    if resource.get("resourceType") != NOTE or not _is_of_session(resource, ehr, session):
        raise Problem(UNKNOWN, "There is no such note in this visit.")
    return resource


async def read_text(ehr: Ehr, resource: Mapping[str, Any]) -> str:
    """Return a note's text, from its attachments or their Binaries. Raises InputError or Problem."""
    binaries: dict[str, Mapping[str, Any]] = {}
    for name in find_binaries(resource)[:_MOST_BINARIES]:
        try:
            binaries[name] = await ehr.read(f"{BINARY}/{name}")
        except Missing:
            continue
        except (Refused, Rejected, Silent) as error:
            raise explain(error) from None
    # HTML and RTF take their time: nobody else waits for it.
    return await asyncio.to_thread(find_text, resource, binaries.get)


def version_of(resource: Mapping[str, Any]) -> str:
    """Return a resource's version, "" where the server counts none."""
    meta = resource.get("meta")
    version = meta.get("versionId") if isinstance(meta, dict) else None
    return version if isinstance(version, str) and is_id(version) else ""


def explain(error: Refused | Missing | Rejected | Silent) -> Problem:
    """Return the problem that the EHR's refusal or silence is, while nothing has been written."""
    if isinstance(error, Refused) and error.status == 401:
        return EhrProblem(REFUSED, "The EHR's session has ended: open the app from the chart again.", ehr_status=401)
    if isinstance(error, Refused):
        return EhrProblem(REFUSED, "The EHR did not grant this app what it needs here.", ehr_status=error.status)
    if isinstance(error, Rejected):
        return EhrProblem(FAILED, ehr_status=error.status)
    return EhrProblem(FAILED)


def _is_of_session(resource: Mapping[str, Any], ehr: Ehr, session: Session) -> bool:
    kept = keep("", resource)
    subject, encounter = (str(kept.get(name, "")).removeprefix(f"{ehr.base}/") for name in ("subject", "encounter"))
    return subject == session.patient and (not session.encounter or encounter == session.encounter)


def _describe(resource: Mapping[str, Any]) -> dict[str, Any]:
    """Return a note's line in the list: no text of it."""
    reason = ""
    try:
        signed = bool(is_signed(resource))
    except InputError as error:
        signed, reason = False, str(error)
    return {
        "id": resource.get("id"),
        "version": version_of(resource),
        "title": _title(resource),
        "date": day_of(resource.get("date")),
        "service_date": day_of_service(resource),
        "author": next(iter(references(resource.get("author"))), ""),
        "signed": signed,
        "reason": reason,
    }


def _title(resource: Mapping[str, Any]) -> str:
    kind = resource.get("type")
    codings = kind.get("coding") if isinstance(kind, dict) else None
    shown = [one.get("display") for one in codings if isinstance(one, dict)] if isinstance(codings, list) else []
    told = [kind.get("text") if isinstance(kind, dict) else None, *shown]
    return next((one[:_LONGEST_TITLE] for one in told if isinstance(one, str) and one), "Note")
