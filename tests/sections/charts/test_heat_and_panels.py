"""The greatest numbers of a heat map in words: named if they are few, else said once with their number."""

import pandas as pd
import pytest

from analysis.charts import Chart
from analysis.schema import LANGUAGES
from analysis.sections.charts.heat_and_panels import MatrixChart, heat_map, matrix_rows, year_columns
from analysis.words import translator


def grid(counts: list[list[int]], language="fi") -> Chart:
    """A heat map of regions and the years 2023 and 2024."""
    names = ["Kainuu", "Lappi", "Pohjois-Savo"][: len(counts)]
    table = matrix_rows(names, names, names, pd.DataFrame(counts, columns=[2023, 2024]))
    matrix = MatrixChart("years", "regions.years_events", table, year_columns((2023, 2024)), "Maakunta", "")
    return heat_map(matrix, translator(language))


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ([[1, 0], [0, 1], [1, 0]], "Eniten: Kainuu 2023: 1, Lappi 2024: 1 ja Pohjois-Savo 2023: 1."),
        ([[5, 2], [2, 2], [1, 0]], "Eniten: Kainuu 2023: 5."),
        ([[1, 1], [1, 0], [0, 1]], "Eniten: 1 (4 ruutua)."),
    ],
)
def test_three_are_named_only_if_no_other_has_as_many(counts, said):
    chart = grid(counts)
    assert chart.sentence == said
    assert said.removeprefix("Eniten: ").removesuffix(".") in chart.alt


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_that_many_share_names_nobody(language):
    chart = grid([[1, 1], [1, 1], [1, 1]], language)
    assert all(name not in chart.sentence + chart.alt for name in chart.table["name"])
