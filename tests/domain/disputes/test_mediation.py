"""Who is good at a matter, where its parties may turn instead; what is agreed adds up."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gridapp.contract.codes import CATEGORIES
from gridapp.domain.disputes.agreements import AgreementFault, Instalment, instalment_faults
from gridapp.domain.disputes.mediation import NAMES, fits, remedies, statistics_name

LEAVES = [leaf for _, leaves in CATEGORIES.values() for leaf in leaves]
DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("skills", "category", "good"),
    [
        ("婚姻家庭、邻里", "0102", True),
        ("婚姻家庭、邻里", "0201", True),
        ("婚姻家庭、邻里", "0903", False),
        ("山林土地", "0903", True),
        ("宅基地", "0902", True),
        ("各类纠纷调解", "0201", False),  # words that say nothing
        ("物业管理", "1201", False),
        ("物业管理", "0402", True),
        ("", "0201", False),
    ],
)
def test_a_mediator_is_good_at_what_their_skills_name(
    skills: str, category: str, good: bool
) -> None:
    assert fits(skills, category) == good


def test_every_matter_has_remedies_with_their_articles() -> None:
    assert all(remedies(leaf) for leaf in LEAVES)
    named = {remedy for leaf in LEAVES for remedy in remedies(leaf)}
    assert all(remedy.text and remedy.source for remedy in named)


def test_the_remedy_is_that_of_the_matter() -> None:
    assert "劳动人事争议仲裁" in remedies("0701")[0].text
    assert "农村土地承包仲裁" in remedies("0901")[0].text
    assert remedies("0902")[0].source == "土地管理法第十四条"
    assert [remedy.source for remedy in remedies("1102")] == [
        "行政复议法第二十条",
        "行政诉讼法第四十六条",
    ]
    assert "民事诉讼" in remedies("0201")[0].text


def test_names_of_the_statistics_are_given_to_categories_that_exist() -> None:
    assert set(NAMES) <= set(LEAVES) | set(CATEGORIES)
    assert statistics_name("0101") == "婚姻家庭"
    assert statistics_name("1401") == "其他"


@given(st.lists(st.integers(1, 10**9), min_size=1, max_size=12), st.integers(-3, 3))
def test_instalments_are_the_sum_to_the_last_fen(parts: list[int], beside: int) -> None:
    instalments = [Instalment(DAY + timedelta(days=n), part) for n, part in enumerate(parts)]
    found = instalment_faults(DAY, sum(parts) + beside, instalments)
    assert (AgreementFault.INSTALMENTS_SUM in found) == (beside != 0)
