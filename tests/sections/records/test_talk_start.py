"""Where a talk begins becomes an address only for hosts that understand it."""

import pytest

from analysis.sections.records.talk_start import link_at


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("https://www.youtube.com/watch?v=a1&t=5", "https://www.youtube.com/watch?v=a1&t=750s"),
        ("https://youtu.be/a1", "https://youtu.be/a1?t=750s"),
        ("https://vimeo.com/123", "https://vimeo.com/123#t=750s"),
        ("https://youtube.com.evil.example/watch?v=a1", "https://youtube.com.evil.example/watch?v=a1"),
        ("https://tallenteet.fi/1?v=2#luku", "https://tallenteet.fi/1?v=2#luku"),
        ("https://[::1", "https://[::1"),
    ],
)
def test_the_offset_is_added_for_known_hosts_alone(link, expected):
    assert link_at(link, 750) == expected
