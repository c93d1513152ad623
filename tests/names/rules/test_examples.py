"""Every example of every rule file is a test of the rule that it stands with."""

import pytest

from greeknews_ner.names.rules import default_languages, render_by_rules
from greeknews_ner.names.rules.words import words_of

LANGUAGES = default_languages()
ENTRIES = {
    (rule.language, rule.number): rule
    for language in LANGUAGES.values()
    for rules in language.rules.values()
    for rule in rules
    if rule.examples
}
NAMES = [(name, *pair) for name, language in LANGUAGES.items() for pair in language.names]


def follows(language, entry, greek, english):
    rules = [rule for word in words_of(greek) for rule in LANGUAGES[language].rules_of(word)]
    spelt = [found.english for found in render_by_rules(greek, origin=language, beam=40)]
    return english in spelt[:20] and entry in {(rule.language, rule.number) for rule in rules}


@pytest.mark.parametrize("entry", ENTRIES, ids=[f"{name}-{number}" for name, number in ENTRIES])
def test_an_example_is_spelt_by_its_rule(entry):
    # A file that several languages share has examples from any of them.
    at_home = [entry[0]] if entry[0] in LANGUAGES else sorted(LANGUAGES)
    for greek, english in ENTRIES[entry].examples:
        assert any(follows(name, entry, greek, english) for name in at_home), (greek, english)


@pytest.mark.parametrize(("language", "greek", "english"), NAMES)
def test_a_whole_name_comes_out_right(language, greek, english):
    assert render_by_rules(greek, origin=language)[0].english == english


@pytest.mark.parametrize("name", LANGUAGES)
def test_a_language_says_what_it_follows(name):
    language = LANGUAGES[name]
    assert language.description
    assert language.source
    assert language.marks
    assert language.names
