import pytest

from analysis.selection import Address, Selection, read, unreadable_values, without_unknown_values


@pytest.mark.parametrize(
    ("query", "selection"),
    [
        ({}, Selection()),
        ({"regions": "19,17"}, Selection(regions=("19", "17"))),
        ({"years": "2020-2024"}, Selection(years=(2020, 2024))),
        ({"years": "2024-2020"}, Selection(years=(2020, 2024))),
        ({"years": "2023"}, Selection(years=(2023, 2023))),
        ({"years": "last"}, Selection()),
        ({"years": "2020-2021-2022"}, Selection()),
        ({"regions": ",19,,19"}, Selection(regions=("19",))),
        ({"years": "2023", "compare": " elmo "}, Selection(years=(2023, 2023), compare="elmo")),
        (
            {"themes": "rahoitus", "kinds": "seminar", "priorities": "a,b"},
            Selection(None, (), ("rahoitus",), ("a", "b"), ("seminar",)),
        ),
    ],
)
def test_an_address_says_what_is_chosen(query, selection):
    assert read(query).selection == selection


def test_an_address_read_and_written_stays_the_same():
    address = Address(Selection((2020, 2024), ("19", "17"), ("rahoitus",), (), ("seminar",)), "sv", "14")
    assert read(address.query()) == address
    assert address.suffix() == "?regions=19,17&themes=rahoitus&kinds=seminar&years=2020-2024&lang=sv&rev=14"


def test_a_compared_period_is_in_the_address_and_no_filter():
    address = Address(Selection((2023, 2023), compare="2020-2021"), page_parameters=(("year", "2023"),))
    assert read(address.query()) == address
    assert address.suffix() == "?years=2023-2023&compare=2020-2021&year=2023"
    assert address.selection.without("years", "compare") == Selection()


def test_an_address_of_everything_is_bare():
    assert Address().suffix() == ""


def test_a_pinned_address_bears_its_revision():
    assert Address(language="fi").pinned("3") == Address(language="fi", revision="3")


def test_unknown_values_are_dropped_and_named():
    choice = Selection((2020, 2021), ("19", "99"), ("x",))
    assert without_unknown_values(choice, {"regions": ("19",), "themes": ()}) == (
        Selection((2020, 2021), ("19",)),
        ("99", "x"),
    )


def test_one_filter_is_cleared_and_the_others_stay():
    choice = Selection((2020, 2021), ("19",))
    assert choice.without("years") == Selection(None, ("19",))
    assert choice.without("regions") == Selection((2020, 2021))
    assert choice.without("years", "regions") == Selection()


def test_what_a_page_shows_of_its_own_stands_in_the_address_and_stays_there():
    address = read({"cluster": "", "search": " ruoka ", "event": "ev-1", "themes": "rahoitus"})
    assert address.page_parameters == (("event", "ev-1"), ("search", "ruoka"))
    assert (address.of("event"), address.of("month")) == ("ev-1", None)
    assert (
        address.with_page_parameters(event=None, month="2024-05").suffix()
        == "?themes=rahoitus&month=2024-05&search=ruoka"
    )
    assert address.for_other_pages() == Address(Selection(themes=("rahoitus",)))


def test_what_means_nothing_in_an_address_is_told():
    query = {"years": "viime vuosi", "month": "2024-13", "lang": "xx", "regions": "19"}
    assert unreadable_values(query, ("fi", "sv", "en")) == ("viime vuosi", "2024-13", "xx")
    assert unreadable_values({"years": "2020-2021", "month": "2024-12", "lang": "sv"}, ("fi", "sv", "en")) == ()
