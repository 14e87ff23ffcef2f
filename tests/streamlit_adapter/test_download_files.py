"""A file of a download button outlives the runs of others until its browser has it."""

from types import SimpleNamespace

from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

from analysis.streamlit_adapter.download_files import PLACES, DownloadFiles


def test_the_latest_files_stay_whoever_runs_a_page_and_older_ones_go():
    manager = MediaFileManager(MemoryMediaFileStorage("/media"))
    kept = DownloadFiles(lambda: SimpleNamespace(media_file_mgr=manager))

    def press(number: int) -> str:
        def make() -> bytes:
            kept.keep(b"%d" % number, "text/csv", "a.csv")
            return b"%d" % number

        deferred = manager.add_deferred(make, "text/csv", "1.(3)", file_name="a.csv")
        return manager.execute_deferred(deferred).removeprefix("/media/").partition(".")[0]

    def others_run() -> None:
        for _ in range(3):
            manager.remove_orphaned_files()

    first = press(0)
    others_run()
    assert manager.read_file(first).content == b"0"
    later = [press(number) for number in range(1, PLACES + 1)]
    others_run()
    assert manager.read_file(first) is None
    assert [manager.read_file(each).content for each in later] == [b"%d" % n for n in range(1, PLACES + 1)]
