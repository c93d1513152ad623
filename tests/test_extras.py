"""Missing libraries are named, with the command that installs them."""

import pytest

from greeknews_ner.errors import InputError
from greeknews_ner.extras import Extra

EXTRA = Extra("parchment", "A palimpsest", InputError, "G117")


def test_what_is_there_is_imported() -> None:
    assert EXTRA.imported("json.decoder").JSONDecoder is not None


def test_what_is_missing_is_named() -> None:
    with pytest.raises(InputError) as caught:
        EXTRA.imported("no_such_library.inner")
    assert caught.value.code == "G117"
    assert caught.value.cause.startswith("A palimpsest needs no_such_library, which cannot")
    assert caught.value.remedy.endswith('pip install "greeknews-ner[parchment]"')
