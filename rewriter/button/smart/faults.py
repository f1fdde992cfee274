"""What the EHR did not do, as problems for whoever asked. They hold a status and nothing that the EHR said."""

from rewriter.button.problems import FAULT, Problem

REFUSED, FAILED, UNSURE = "ehr-refused", "ehr-failed", "ehr-unsure"
DIFFERS, CONFIRM, ENDED, LAUNCH = "ehr-differs", "confirm", "session-ended", "launch"
_TITLES = {
    REFUSED: (403, "The EHR does not allow this. Nothing was written."),
    FAILED: (502, "The EHR did not answer as it should. Nothing was written."),
    UNSURE: (502, "It is not known whether the EHR wrote everything. Approve again: nothing is written twice."),
    DIFFERS: (502, "The EHR holds another text than the one that was approved: look at the new note there."),
    ENDED: (401, "The session has ended. Open the app from the chart again."),
    LAUNCH: (400, "This is no launch that can be answered."),
    CONFIRM: (422, "The text says something that needs a second look before it is written."),
}


class EhrProblem(Problem):
    """What a request ends with where the EHR did not do its part, or a clinician has to confirm."""

    def __init__(self, kind: str, detail: str = "", **more: object) -> None:
        super().__init__(FAULT, detail)
        self.status_code, self.detail = _TITLES[kind]
        self.body |= {
            "type": f"urn:note-rewriter:problem:{kind}",
            "title": self.detail,
            "status": self.status_code,
        } | more
