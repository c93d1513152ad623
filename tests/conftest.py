"""What many tests share: the loaded extractor and the fixture articles."""

from __future__ import annotations

import pytest
from hypothesis import settings

import greeknews_ner
from greeknews_ner import Extractor
from tests.gold import GOLD_ARTICLES, GoldArticle

# How long an example takes depends on what else the machine does; speed belongs in benchmarks/.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return greeknews_ner.load()


@pytest.fixture(params=GOLD_ARTICLES, ids=lambda gold: gold.name)
def gold(request: pytest.FixtureRequest) -> GoldArticle:
    article: GoldArticle = request.param
    return article


@pytest.fixture(scope="session")
def shoigu() -> GoldArticle:
    return next(gold for gold in GOLD_ARTICLES if "shoigu" in gold.name)
