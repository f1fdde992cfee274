import pytest
from pydantic import ValidationError

from rewriter.button.sites import Site, is_private


def test_a_site_is_one_fhir_server_reached_privately() -> None:
    site = Site(name="ehr", fhir="https://ehr.example.org/fhir/", client_id="app")
    assert site.fhir == "https://ehr.example.org/fhir"
    assert (site.relation, site.writes) == ("appends", "together")


def test_it_asks_for_no_right_to_update_or_delete() -> None:
    scopes = Site(name="ehr", fhir="https://ehr.example.org", client_id="app").scopes.split()
    rights = [scope.partition(".")[2] for scope in scopes if "/" in scope]
    assert not {"u", "d"} & set("".join(rights))


@pytest.mark.parametrize(
    "more",
    [
        {"fhir": "http://planted.example.net/fhir"},
        {"fhir": "https://planted.example.net/fhir?a=b"},
        {"fhir": "https://planted@example.net/fhir"},
        {"fhir": "planted"},
        {"name": "a b"},
        {"client_id": ""},
        {"relation": "transforms"},
        {"writes": "twice"},
    ],
)
def test_what_is_no_site_is_refused_without_its_value(more: dict[str, str]) -> None:
    with pytest.raises(ValidationError) as raised:
        Site.model_validate({"name": "ehr", "fhir": "https://ehr.example.org", "client_id": "app", **more})
    assert "planted" not in str(raised.value)


def test_this_machine_may_be_asked_without_tls() -> None:
    assert is_private("http://127.0.0.1:8090/fhir")
    assert not any(map(is_private, ("http://10.0.0.1/fhir", "ftp://127.0.0.1", "https://", "file:///etc/passwd")))
