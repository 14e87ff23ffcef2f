"""A desk for the layers that are tried without a server."""

from collections.abc import Iterator

import pytest

from analysis import app_services


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A desk of its own, which takes files of one megabyte."""
    store = tmp_path_factory.mktemp("desk") / "store.sqlite"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KLUSTERIPULSSI_STORE", f"sqlite:///{store}")
        patch.setenv("KLUSTERIPULSSI_FILE_MB", "1")
        app_services.close()
        yield
        app_services.close()
