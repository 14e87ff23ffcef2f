"""What is written is read as the same tables, in every language, with nothing to be said of it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.exports import data_workbook
from analysis.schema import LANGUAGES, TABLES, Language, Tables, all_tables
from analysis.words import translator
from tests.exports import random_tables
from tests.exports.workbook_checks import change, checked, found
from tests.workbooks import sample, shipped

REAL = {"sample": sample.tables(), "shipped": shipped.tables()}
NOTHING = all_tables({}, TABLES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tables", REAL.values(), ids=REAL)
def test_a_workbook_reads_back_as_its_tables(tables: Tables, language: Language):
    result = checked(data_workbook(tables, translator(language)), NOTHING)
    assert (found(result), change(tables, result).counts()) == ([], {})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("table", ["events", "stories", "materials", "targets"])
def test_one_table_reads_back_beside_what_is_published(table: str, language: Language):
    tables = REAL["sample"]
    result = checked(data_workbook(tables, translator(language), table_names=[table]), tables)
    assert list(result.tables) == [table]
    assert (found(result), change({table: tables[table]}, result).counts()) == ([], {})


def reads_back(tables: Tables, language: Language) -> None:
    """What is published, handed over again as it was downloaded, gives no issue and changes nothing."""
    result = checked(data_workbook(tables, translator(language)), tables)
    assert found(result) == []
    assert change(tables, result).tables == {}


PATIENT = [HealthCheck.too_slow, HealthCheck.data_too_large]


@settings(max_examples=40, deadline=None, suppress_health_check=PATIENT)
@given(random_tables.tables(), st.sampled_from(LANGUAGES))
def test_whatever_was_read_reads_back(tables: Tables, language: Language):
    reads_back(tables, language)


@pytest.mark.full
@pytest.mark.timeout(3600)
@settings(max_examples=300, deadline=None, suppress_health_check=PATIENT)
@given(random_tables.tables(), st.sampled_from(LANGUAGES))
def test_three_hundred_sets_read_back(tables: Tables, language: Language):
    reads_back(tables, language)
