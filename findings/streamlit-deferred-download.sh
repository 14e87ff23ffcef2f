#!/usr/bin/env bash
# Streamlit 1.67.0: the file of st.download_button with a function is deleted at the end of the second run of anybody's page
# after the button's answer, though its own page is open and its browser may not have fetched it yet: 404. Bytes that are
# given to the button at once stay. Seen on 2026-11-30:
#   at once: 200; after two runs of another reader's page: 404
# Exits 1 if that changes.
set -euo pipefail
folder="$(mktemp -d)"
trap 'kill "${server:-0}" 2>/dev/null || true; rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check streamlit==1.67.0 websockets==16.1.1
cat >"$folder/app.py" <<'PY'
import streamlit as st

st.download_button("Save", lambda: b"abc", "a.csv", "text/csv", on_click="ignore")
PY
port="$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')"
"$folder/venv/bin/streamlit" run "$folder/app.py" --server.port "$port" --server.address 127.0.0.1 --server.headless true \
  --browser.gatherUsageStats false >"$folder/log" 2>&1 &
server=$!
"$folder/venv/bin/python" - "$port" <<'PY'
import sys
import time
from urllib.error import HTTPError
from urllib.request import urlopen

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

host = f"127.0.0.1:{sys.argv[1]}"
for _ in range(100):
    try:
        urlopen(f"http://{host}/_stcore/health").read()
        break
    except OSError:
        time.sleep(0.2)


def opened():
    return connect(f"ws://{host}/_stcore/stream", subprotocols=["streamlit"], max_size=None)


def run(socket):
    message, button, session = BackMsg(), None, ""
    message.rerun_script.query_string = ""
    socket.send(message.SerializeToString())
    while True:
        answer = ForwardMsg.FromString(socket.recv(timeout=30))
        element = answer.delta.new_element if answer.HasField("delta") else None
        if element is not None and element.WhichOneof("type") == "download_button":
            button = element.download_button
        if answer.WhichOneof("type") == "new_session":
            session = answer.new_session.initialize.session_id
        if answer.WhichOneof("type") == "script_finished":
            return button, session


def status(path):
    try:
        return urlopen(f"http://{host}{path}").status
    except HTTPError as error:
        return error.code


with opened() as one, opened() as other:
    (button, session), _ = run(one), run(other)
    asked = BackMsg()
    asked.backend_operation_request.session_id = session
    asked.backend_operation_request.request_id = "1"
    asked.backend_operation_request.deferred_file.file_id = button.deferred_file_id
    one.send(asked.SerializeToString())
    while True:
        answer = ForwardMsg.FromString(one.recv(timeout=30))
        if answer.WhichOneof("type") == "backend_operation_response":
            path = answer.backend_operation_response.deferred_file.url
            assert path.startswith("/media/"), answer
            break
    first = status(path)
    run(other), run(other)
    time.sleep(0.5)
    later = status(path)
print(f"at once: {first}; after two runs of another reader's page: {later}")
raise SystemExit(0 if (first, later) == (200, 404) else 1)
PY
