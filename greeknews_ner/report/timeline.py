"""Articles by month as a bar chart."""

from __future__ import annotations

from collections.abc import Mapping

from greeknews_ner.report.template import text

LONGEST = 600
"""Months on one axis; a wrong date (year 0001) must not stretch it without end."""

_WIDTH, _HEIGHT, _LEFT, _BOTTOM, _TOP = 1000, 190, 44, 24, 12


def month_range(months: Mapping[str, int]) -> list[str]:
    """All months from the first to the last, or only those that have articles if it is too long."""
    if not months:
        return []
    first, last = _index(min(months)), _index(max(months))
    if last - first >= LONGEST:
        return sorted(months)
    return [f"{index // 12:04d}-{index % 12 + 1:02d}" for index in range(first, last + 1)]


def timeline_svg(months: Mapping[str, int]) -> str:
    """Draw the articles of each month; a note if no article has a date."""
    axis = month_range(months)
    if not axis:
        return '<p class="soft">No article has a date.</p>'
    most = max(months.values())
    step = (_WIDTH - _LEFT) / len(axis)
    height = _HEIGHT - _TOP - _BOTTOM
    bars = "".join(
        f'<rect x="{_LEFT + number * step:.1f}" y="{_TOP + height - bar:.1f}"'
        f' width="{max(1.0, min(step - 1, 60)):.1f}" height="{bar:.1f}" rx="1.5">'
        f"<title>{month}: {months[month]:,}</title></rect>"
        for number, month in enumerate(axis)
        if month in months
        for bar in [height * months[month] / most]
    )
    every = max(1, -(-len(axis) // 8))
    labels = "".join(
        f'<text class="month" x="{_LEFT + number * step:.1f}" y="{_HEIGHT - 6}">'
        f"{text(axis[number])}</text>"
        for number in range(0, len(axis), every)
        if number == 0 or _LEFT + number * step < _WIDTH - 90
    )
    base = _TOP + height
    return (
        f'<svg class="chart" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img"'
        f' aria-label="Articles by month, at most {most:,}">'
        f'<line x1="{_LEFT}" x2="{_WIDTH}" y1="{base}" y2="{base}"/>'
        f'<line x1="{_LEFT}" x2="{_WIDTH}" y1="{_TOP}" y2="{_TOP}" stroke-dasharray="3 4"/>'
        f'<text x="{_LEFT - 6}" y="{_TOP + 4}" text-anchor="end">{most:,}</text>'
        f'<text x="{_LEFT - 6}" y="{base}" text-anchor="end">0</text>{bars}{labels}</svg>'
    )


def _index(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1
