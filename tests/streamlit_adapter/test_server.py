"""The server's address, and the settings of its process."""

import gc
import sys

import pytest

from analysis.streamlit_adapter import server

OPTIONS = {"server.sslCertFile": None, "server.address": None, "server.port": 8501, "server.baseUrlPath": ""}


@pytest.mark.parametrize(
    ("options", "address"),
    [
        ({}, "http://localhost:8501"),
        ({"server.port": 8600}, "http://localhost:8600"),
        ({"server.address": "0.0.0.0"}, "http://localhost:8501"),
        ({"server.address": "::"}, "http://localhost:8501"),
        ({"server.address": "::1"}, "http://[::1]:8501"),
        ({"server.address": "10.0.0.7"}, "http://10.0.0.7:8501"),
        ({"server.sslCertFile": "a.pem", "server.address": "a.example"}, "https://a.example:8501"),
        ({"server.baseUrlPath": "/pulssi/"}, "http://localhost:8501/pulssi"),
    ],
)
def test_the_address_is_that_of_streamlits_settings(options, address):
    assert server.own_address((OPTIONS | options).get) == address


def test_threads_take_turns_sooner_and_what_is_loaded_is_frozen():
    switch, frozen = sys.getswitchinterval(), gc.get_freeze_count()
    try:
        server.tune_process()
        assert sys.getswitchinterval() == pytest.approx(0.0005) and gc.get_freeze_count() > frozen
    finally:
        sys.setswitchinterval(switch)
        gc.unfreeze()
