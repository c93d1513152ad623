"""A language is one table more."""

import pytest

from greeknews_ner.errors import ResourceError
from greeknews_ner.names.rules import guess_origin, load_languages, render_by_rules
from greeknews_ner.names.rules.origin import OriginCues

MALTESE = """
description = "Maltese names"
source = "The Maltese alphabet"
prior = -1.0
names = [["Τζόζεφ Μουσκάτ", "Guzeppi Muscat"]]
rules = [
  { greek = "τζ", latin = "g", after = "vowel" },
  { greek = "σκ", latin = "sc sk" },
]

[marks]
"4" = "μουσκ ^σιτσ"

[particles]
"τα" = "ta'"

[given]
"Τζόζεφ" = "Guzeppi"
"""


@pytest.fixture
def cues(tmp_path):
    (tmp_path / "maltese.toml").write_text(MALTESE, encoding="utf-8")
    return OriginCues(load_languages(tmp_path))


def test_one_file_adds_a_language(cues):
    assert "maltese" in cues.languages
    assert guess_origin("Τζόζεφ Μουσκάτ", cues=cues)[0][0] == "maltese"
    found = render_by_rules("Τζόζεφ Μουσκάτ", cues=cues)[0]
    assert (found.english, found.origin) == ("Guzeppi Muscat", "maltese")


@pytest.mark.parametrize(
    "wrong",
    [
        "description = 'no source'",
        "description = ''\nsource = ''\ncolour = 'blue'",
        "description = ''\nsource = ''\nextends = 'nowhere'",
        "description = ''\nsource = ''\nrules = [{greek = 'α', latin = 'a:much'}]",
        "description = ''\nsource = ''\nrules = [{greek = 'α', latin = ''}]",
        "description = ''\nsource = ''\nrules = [{greek = 'α', latin = 'a', left = 'β'}]",
        "description = ",
    ],
)
def test_a_wrong_file_says_so(tmp_path, wrong):
    (tmp_path / "wrong.toml").write_text(wrong, encoding="utf-8")
    with pytest.raises(ResourceError, match=r"\[G30[15]\]"):
        load_languages(tmp_path)
