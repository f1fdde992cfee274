"""What the EHR did not do is told by a status and words of ours."""

import json

import pytest

from rewriter.button.problems import respond
from rewriter.button.smart import faults
from rewriter.button.smart.faults import EhrProblem

KINDS = (faults.REFUSED, faults.FAILED, faults.UNSURE, faults.DIFFERS, faults.CONFIRM, faults.ENDED, faults.LAUNCH)


@pytest.mark.parametrize("kind", KINDS)
def test_each_is_a_problem_with_a_kind_a_title_and_its_own_status(kind: str) -> None:
    reply = respond(EhrProblem(kind, "why", ehr_status=418), "r1")
    said = json.loads(bytes(reply.body))
    assert said["type"] == f"urn:note-rewriter:problem:{kind}"
    assert (said["status"], said["detail"], said["ehr_status"]) == (reply.status_code, "why", 418)
    assert said["title"].endswith(".")
    assert reply.headers["content-type"] == "application/problem+json"


def test_only_what_is_known_not_to_be_written_is_called_unwritten() -> None:
    titles = {kind: EhrProblem(kind).body["title"] for kind in KINDS}
    assert {kind for kind, title in titles.items() if "Nothing was written" in title} == {faults.REFUSED, faults.FAILED}
    assert "nothing is written twice" in titles[faults.UNSURE]
