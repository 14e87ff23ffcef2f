from analysis.access import Keys


def test_each_key_opens_its_own_door():
    keys = Keys("oikea avain", "lukijan avain")
    tried = ("oikea avain", "lukijan avain", "oikea", "", "Oikea avain", "ключ", "\ud800")
    assert [keys.role(each) for each in tried] == ["editor", "reader", *[None] * 5]


def test_where_readers_have_no_key_an_empty_one_opens_nothing():
    assert Keys("oikea avain").role("") is None
