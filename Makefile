# make run    install, then extract the entities of the fixture article
# make test   install, then run the tests
# make lint   install, then check types and style

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
ARTICLE := fixtures/articles/skai_shoigu_pyongyang.txt

.PHONY: run test lint clean

run: $(VENV)/.installed
	$(BIN)/greeknews-ner extract $(ARTICLE) --published 2024-09-13 --table

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -n 2

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable ".[dev]"
	@touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
