"""Messages of the websocket: which ones of a browser our pages need, and which ones begin and end a run of a script.

No other one of a browser reaches Streamlit.

Among the others one empties the caches of all readers, and one installs files into the program's folder.
"""

from google.protobuf.empty_pb2 import Empty
from google.protobuf.message import DecodeError
from google.protobuf.unknown_fields import UnknownFieldSet

STOP_SCRIPT, RERUN_SCRIPT, FILE_URLS_REQUEST, APP_HEARTBEAT, BACKEND_OPERATION = 7, 11, 16, 17, 19
"""Numbers of the fields of Streamlit's ``BackMsg``; a message has one of them."""
NEEDED = frozenset({STOP_SCRIPT, RERUN_SCRIPT, FILE_URLS_REQUEST, APP_HEARTBEAT, BACKEND_OPERATION})
NEEDED_OPERATION = frozenset({1, 2, 3, 6})
"""Fields of a ``BackendOperationRequest``: its id, the session, a file made at the click, rows of a table."""

SCRIPT_FINISHED = 6
"""Number of a field of Streamlit's ``ForwardMsg``."""
MOST_BYTES_OF_END = 500
"""A message to a browser that says that a run has ended is not longer; those with parts of a page are."""


class UnreadableMessage(ValueError):
    """What came is no message of Streamlit's protocol."""


def is_needed(message: bytes | None) -> bool:
    """Whether a message is one that our pages send; UnreadableMessage if it cannot be read, or is text (None).

    Every field is looked at: of several that exclude each other Streamlit takes the last one.
    """
    if message is None:
        raise UnreadableMessage
    parts = fields(message)
    numbers = {number for each in parts.get(BACKEND_OPERATION, ()) for number in fields(each)}
    return bool(parts) and parts.keys() <= NEEDED and numbers <= NEEDED_OPERATION


def fields(message: bytes) -> dict[int, list[bytes]]:
    """The values of a message's fields by their numbers, b"" for those that are no text and no message.

    UnreadableMessage if it cannot be read.
    """
    holder, values = Empty(), dict[int, list[bytes]]()
    try:
        holder.ParseFromString(message)
    except (DecodeError, RecursionError) as error:
        raise UnreadableMessage from error
    for field in UnknownFieldSet(holder):
        values.setdefault(field.field_number, []).append(field.data if isinstance(field.data, bytes) else b"")
    return values
