"""The watch folder: which of its files are updates, which have stopped changing, what is published of them.

`folder_files` looks at names and sizes, `stillness` compares looks, `folder_updates` publishes through `publishing` and
remembers by hash what was handled.
"""

from analysis.watch.folder_files import FolderFile, Obstacle, folder_files
from analysis.watch.folder_updates import FolderUpdates, Handling
from analysis.watch.stillness import still_files

__all__ = ["FolderFile", "FolderUpdates", "Handling", "Obstacle", "folder_files", "still_files"]
