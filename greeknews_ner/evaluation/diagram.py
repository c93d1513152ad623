"""The reliability diagram: confidence against accuracy, as one SVG."""

from __future__ import annotations

from greeknews_ner.evaluation.calibration import Bin, Calibration

_SIDE = 320
_MARGIN = 46


def reliability_svg(measured: Calibration, title: str = "Reliability of span scores") -> str:
    """Draw accuracy over confidence; a calibrated pipeline's bars end on the diagonal.

    The opacity of a bar grows with the number of spans in it.
    """
    most = max(bar.count for bar in measured.bins)
    bars = "\n".join(
        f'<rect x="{_x(bar.low):.1f}" y="{_y(bar.accuracy):.1f}" width="{_width(bar):.1f}"'
        f' height="{_SIDE * bar.accuracy:.1f}" fill="#1f5fa8"'
        f' fill-opacity="{0.25 + 0.75 * (bar.count / most) ** 0.3:.2f}">'
        f"<title>{bar.low:.2f}-{bar.high:.2f}: {bar.count} spans,"
        f" confidence {bar.confidence:.3f}, accuracy {bar.accuracy:.3f}</title></rect>"
        f'<circle cx="{_x(bar.confidence):.1f}" cy="{_y(bar.accuracy):.1f}" r="3"'
        f' fill="#b3261e"/>'
        for bar in measured.bins
    )
    ticks = "\n".join(
        f'<text x="{_x(share):.1f}" y="{_y(0) + 16:.1f}" text-anchor="middle">{share}</text>'
        f'<text x="{_x(0) - 8:.1f}" y="{_y(share) + 4:.1f}" text-anchor="end">{share}</text>'
        for share in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
    )
    size = _SIDE + 2 * _MARGIN
    heading = f"{title}: ECE {measured.ece:.3f}"
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" width="{size}"\
 height="{size}" font-family="system-ui, sans-serif" font-size="12" role="img">
<title>{title}</title>
<rect width="{size}" height="{size}" fill="#fff"/>
<g fill="#333">
<text x="{size / 2}" y="20" text-anchor="middle" font-size="14">{heading}</text>
{ticks}
<text x="{size / 2}" y="{size - 8}" text-anchor="middle">confidence</text>
<text transform="translate(12 {size / 2}) rotate(-90)" text-anchor="middle">accuracy</text>
</g>
{bars}
<rect x="{_x(0)}" y="{_y(1)}" width="{_SIDE}" height="{_SIDE}" fill="none" stroke="#999"/>
<line x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}" stroke="#333" stroke-dasharray="5 4"/>
</svg>
"""


def _x(share: float) -> float:
    return _MARGIN + _SIDE * share


def _y(share: float) -> float:
    return _MARGIN + _SIDE * (1 - share)


def _width(bar: Bin) -> float:
    return _SIDE * (bar.high - bar.low) - 1.5
