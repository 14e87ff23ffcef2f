"""Whether files have stopped changing: from two looks at a folder, since network drives tell nothing by themselves."""

from collections.abc import Iterable

from analysis.watch.folder_files import FolderFile


def still_files(before: Iterable[FolderFile], now: Iterable[FolderFile]) -> list[FolderFile]:
    """The updates of a look that were the same at the look before: in size, time of change, and in being updates."""
    unchanged = set(before)
    return [each for each in now if each.obstacle is None and each in unchanged]
