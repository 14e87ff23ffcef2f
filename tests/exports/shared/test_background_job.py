"""Long work tells how far it is, and ends when it is stopped."""

from collections.abc import Callable
from threading import Event, Timer, current_thread
from threading import enumerate as enumerate_threads

import pytest

from analysis.exports import BackgroundJob, JobStopped
from analysis.exports.shared import background_job as jobs
from analysis.exports.shared.background_job import AT_ONCE, Progress, nested_progress, with_progress


def three_steps(begun: Event, go_on: Event) -> Callable[[Progress], bytes]:
    """Work of three steps that waits within its second one."""

    def make(progress: Progress) -> bytes:
        for step in with_progress(range(3), progress):
            if step == 1:
                begun.set()
                go_on.wait()
        return current_thread().name.encode()

    return make


def test_work_goes_on_beside_whoever_asked_and_gives_the_file():
    begun, go_on = Event(), Event()
    work = BackgroundJob(three_steps(begun, go_on))
    begun.wait()
    assert (work.state, work.is_over, work.step, work.total) == ("working", False, 1, 3)
    go_on.set()
    assert work.file.startswith(b"files") and work.file != current_thread().name.encode()
    assert (work.state, work.is_over, work.step, work.total, work.error) == ("ready", True, 3, 3, None)


def test_stopped_work_ends_before_its_next_step():
    begun, go_on = Event(), Event()
    work = BackgroundJob(three_steps(begun, go_on))
    begun.wait()
    work.stop()
    go_on.set()
    with pytest.raises(JobStopped):
        _ = work.file
    assert (work.state, work.step, work.error) == ("stopped", 1, None)


def test_work_that_waits_for_its_turn_is_stopped_before_it_begins():
    began: list[bool] = []
    before = [(Event(), Event()) for _ in range(AT_ONCE)]
    busy = [BackgroundJob(three_steps(begun, go_on)) for begun, go_on in before]
    for begun, _ in before:
        begun.wait()
    work = BackgroundJob(lambda progress: bytes(began.append(True) or 0))
    assert work.state == "waiting"
    work.stop()
    assert (work.state, work.is_over) == ("stopped", True)
    for _, go_on in before:
        go_on.set()
    assert [each.file[:5] for each in busy] == [b"files"] * AT_ONCE and began == []


def test_what_fails_is_told_and_the_next_work_goes_on():
    def fails(progress: Progress) -> bytes:
        raise ValueError("nothing")

    work = BackgroundJob(fails)
    with pytest.raises(ValueError, match="nothing"):
        _ = work.file
    assert work.state == "failed" and isinstance(work.error, ValueError)
    assert BackgroundJob(lambda progress: b"file").file == b"file"


def test_a_finished_file_can_be_had_again_until_its_job_is_stopped():
    work = BackgroundJob(lambda progress: b"file")
    assert [work.file, work.file] == [b"file", b"file"]
    work.stop()
    with pytest.raises(JobStopped):
        _ = work.file


def test_a_finished_file_is_not_held_in_memory():
    freed = Event()

    class File(bytes):
        """Bytes that tell when they are freed."""

        def __del__(self):
            freed.set()

    work = BackgroundJob(lambda progress: File(b"file"))
    assert work.file == b"file"
    assert freed.wait(5) and work.file == b"file"


def test_closing_ends_every_job_and_its_threads_and_a_later_job_has_new_ones():
    before = [(Event(), Event()) for _ in range(AT_ONCE)]
    busy = [BackgroundJob(three_steps(begun, go_on)) for begun, go_on in before]
    for begun, _ in before:
        begun.wait()
    waiting = BackgroundJob(lambda progress: b"file")
    Timer(0.05, lambda: [go_on.set() for _, go_on in before]).start()
    jobs.close_jobs()
    assert [each.state for each in (*busy, waiting)] == ["stopped"] * (AT_ONCE + 1)
    assert not [each.name for each in enumerate_threads() if each.name.startswith("files")]
    assert BackgroundJob(lambda progress: b"file").file == b"file"


def test_what_is_done_within_a_step_tells_no_steps_of_its_own():
    calls = list[tuple[int, int]]()
    outer, inner = nested_progress(lambda done, steps: calls.append((done, steps)))
    outer(1, 5)
    inner(7, 9)
    assert calls == [(1, 5), (1, 5)]
