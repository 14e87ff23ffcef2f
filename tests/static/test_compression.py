"""Contents are compressed once, and once more where the folder beside the store does not hold them."""

import gzip

import brotli

from analysis.static import compression

TEXT = b"b { color: red }" * 50


def test_a_text_is_there_in_both_encodings(tmp_path):
    every = compression.compressed(TEXT, tmp_path)
    assert list(every) == ["br", "gzip"]
    assert brotli.decompress(every["br"]) == gzip.decompress(every["gzip"]) == TEXT


def test_an_encoding_that_makes_nothing_smaller_is_left_out(tmp_path):
    assert compression.compressed(b"a", tmp_path) == {}


def test_a_content_is_compressed_once(tmp_path):
    made = []

    def make() -> bytes:
        made.append(1)
        return b"small"

    assert [compression.once("key", make, tmp_path) for _ in range(3)] == [b"small"] * 3
    assert made == [1] and [path.name for path in tmp_path.iterdir()] == ["key"]


def test_a_folder_that_cannot_be_written_costs_time_alone(tmp_path):
    folder = tmp_path / "compressed"
    folder.write_text("a file where the folder would be", encoding="utf-8")
    assert compression.compressed(TEXT, folder) == {name: make(TEXT) for name, make in compression.ENCODINGS.items()}
