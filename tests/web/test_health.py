"""What `/health` and pages say of a store whose file goes while the server runs."""

import json
from pathlib import Path

import pytest
from sqlalchemy import make_url

from analysis.store import Store
from tests.browser.serving import serving
from tests.web.http_client import ask


@pytest.mark.parametrize("by", ["nothing", "another store"])
def test_a_store_that_is_deleted_or_replaced_is_no_store_that_is_well(tmp_path: Path, by: str):
    with serving(tmp_path) as server:
        before = ask(server, "/health")
        assert (before.status, json.loads(before.body)["revision"]) == (200, "1")
        path = Path(str(make_url(server.store).database))
        if by == "nothing":
            path.rename(tmp_path / "aside.sqlite")
        else:
            Store.open(f"sqlite:///{tmp_path / 'other.sqlite'}").close()
            path.rename(tmp_path / "aside.sqlite")
            (tmp_path / "other.sqlite").rename(path)
        gone = ask(server, "/health")
        assert (gone.status, json.loads(gone.body)["status"]) == (503, "unavailable")
        assert (ask(server, "/?regions=19").status, path.exists()) == (200, by != "nothing")
        (tmp_path / "aside.sqlite").replace(path)
        assert ask(server, "/health").status == 200
