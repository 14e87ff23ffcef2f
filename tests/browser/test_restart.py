"""A reader's tab that is open while the server starts anew: it goes on as if nothing had been."""

from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import Visit
from tests.browser.serving import serving
from tests.browser.test_main_job import choose, number
from tests.browser.waiting import settled, until

GONE = "() => document.querySelector('.stApp').dataset.testConnectionState !== 'CONNECTED'"


@pytest.mark.parametrize("query", ["", "?regions=19"], ids=["no filter", "a filter"])
def test_the_first_choice_after_a_restart_counts(tmp_path, visit: Visit, query: str):
    with serving(tmp_path) as before:
        page = visit(f"{before.address}/{query}")
        port = urlsplit(before.address).port
    until(page, GONE)
    with serving(tmp_path, port=port) as after:
        settled(page)
        choose(page, "regions", "Kainuu")
        until(page, "() => new URL(location).searchParams.get('regions')?.includes('18')")
        wanted = visit(page.url)
        assert (page.url, number(page)) == (wanted.url, number(wanted))
        assert after.process.poll() is None
