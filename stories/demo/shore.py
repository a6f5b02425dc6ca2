"""Scenes by the sea: a bridge at dusk, rescue boats in port, a ferry, a mail boat."""

import math

from .canvas import HEIGHT, WIDTH, Canvas, Point, scatter


def hills(sheet: Canvas, base: float, height: float, colour: str, *, phase: float = 0) -> None:
    """A ridge from edge to edge that stands on `base`."""
    tops: list[Point] = [
        (x, base - height * (0.55 + 0.3 * math.sin(x / 170 + phase) + 0.15 * math.sin(x / 61 + 2 * phase)))
        for x in range(0, WIDTH + 1, 8)
    ]
    sheet.shape([(0, base), *tops, (WIDTH, base)], colour)


def ripples(sheet: Canvas, top: float, colour: str, count: int = 130, opacity: float = 0.3) -> None:
    """Short strokes of light on water, longer the nearer they are."""
    for across, down in scatter(count):
        y = top + (HEIGHT - top) * down * down
        length = 24 + 150 * down
        sheet.box(across * (WIDTH + 200) - 100, y, length, 1 + 2.4 * down, colour, opacity * (1 - 0.5 * down))


def light_path(sheet: Canvas, x: float, top: float, colour: str) -> None:
    """The broken column that a low light throws on water."""
    for i, (across, _) in enumerate(scatter(46)):
        y = top + 4 + (HEIGHT - top) * (i / 46) ** 1.5
        width = 26 + 120 * (i / 46)
        sheet.box(x - width / 2 + (across - 0.5) * 70, y, width, 2 + i / 14, colour, 0.62 - i / 90)


def bridge_at_dusk() -> Canvas:
    sheet = Canvas("#1f2f55", "#4d4f7d", "#b56a76", "#f2a65e", "#fbd38b")
    sheet.glow(820, 470, 420, "#ffe3a3", 0.9)
    sheet.oval(784, 420, 72, 72, "#fff1c9")
    hills(sheet, 500, 120, "#6a5478", phase=0.4)
    hills(sheet, 500, 70, "#473f63", phase=2.1)
    sheet.fade(500, HEIGHT, "#c9836f", "#6b5577", "#2b3358", "#1a2343")
    light_path(sheet, 820, 500, "#ffdf9e")
    ripples(sheet, 505, "#f7c487")
    _cable_bridge(sheet)
    _barge(sheet)
    return sheet


def _cable_bridge(sheet: Canvas) -> None:
    dark = "#1a1d35"
    sheet.box(0, 372, WIDTH, 15, dark)
    sheet.box(0, 366, WIDTH, 2, dark, 0.8)
    for x in range(110, WIDTH, 245):
        sheet.shape([(x - 12, 380), (x + 12, 380), (x + 17, 548), (x - 17, 548)], dark)
        sheet.box(x - 30, 540, 60, 16, dark)
        sheet.box(x - 30, 556, 60, 70, "#141a33", 0.35)
    for x in (355, 845):
        sheet.shape([(x - 9, 372), (x - 4, 130), (x + 4, 130), (x + 9, 372)], dark)
        for reach in range(34, 236, 28):
            for side in (-1, 1):
                sheet.line([(x, 140 + reach * 0.25), (x + side * reach, 372)], dark, 1.6, 0.85)
        sheet.glow(x, 128, 16, "#ff8a6b", 0.9)
    for x in range(20, WIDTH, 70):
        sheet.glow(x, 360, 12, "#ffe9b8", 0.9)


def _barge(sheet: Canvas) -> None:
    sheet.shape([(615, 560), (905, 574), (884, 616), (636, 604)], "#2a2230")
    sheet.shape([(615, 560), (905, 574), (903, 581), (617, 567)], "#a8503c")
    for x, height in ((655, 34), (720, 44), (790, 36)):
        sheet.shape([(x - 40, 562), (x, 562 - height), (x + 46, 568)], "#4c4250")
    sheet.box(848, 534, 34, 42, "#3a3040")
    sheet.box(854, 541, 22, 9, "#ffd98f")
    sheet.shape([(640, 606), (884, 618), (850, 660), (670, 644)], "#0f1730", 0.35)


def rescue_boats() -> Canvas:
    sheet = Canvas("#0d1b34", "#17335a", "#3a5f84", "#8aa4b3")
    hills(sheet, 430, 120, "#14294a", phase=1.2)
    for across, down in scatter(60):
        sheet.glow(across * WIDTH, 372 + down * 52, 7, "#ffd58a", 0.9)
    sheet.fade(430, HEIGHT, "#3d6482", "#1d3c5f", "#0b1a33")
    ripples(sheet, 436, "#9fc3d6", 150, 0.25)
    for x in (250, 560, 930):
        light_path(sheet, x, 440, "#ffcf85")
    _patrol_boat(sheet, 610, 560, 1.15)
    _patrol_boat(sheet, 90, 500, 0.7)
    sheet.box(0, 735, WIDTH, 65, "#0a1122")
    for x in range(60, WIDTH, 190):
        sheet.round_box(x, 708, 34, 40, 8, "#0a1122")
        sheet.round_box(x - 6, 704, 46, 12, 6, "#131f38")
    return sheet


def _patrol_boat(sheet: Canvas, x: float, y: float, size: float) -> None:
    def at(points: list[Point]) -> list[Point]:
        return [(x + px * size, y + py * size) for px, py in points]

    sheet.shape(at([(0, 40), (390, 26), (352, 100), (36, 100)]), "#e9eef2")
    sheet.shape(at([(20, 72), (368, 68), (352, 100), (36, 100)]), "#1c4f8a")
    sheet.shape(at([(292, 30), (322, 29), (296, 100), (262, 100)]), "#e2703a")
    sheet.shape(at([(110, 38), (120, -14), (258, -14), (286, 32)]), "#f6f8fa")
    sheet.shape(at([(132, 6), (136, -8), (250, -8), (262, 6)]), "#24405f")
    sheet.shape(at([(160, -14), (168, -44), (224, -44), (230, -14)]), "#d7dfe6")
    sheet.line(at([(196, -44), (196, -120)]), "#d7dfe6", 3)
    sheet.line(at([(176, -92), (216, -92)]), "#d7dfe6", 3)
    sheet.glow(x + 196 * size, y - 122 * size, 54 * size, "#7fc1ff", 0.95)
    sheet.shape(at([(36, 100), (352, 100), (318, 138), (70, 138)]), "#081226", 0.45)


def ferry_leaving() -> Canvas:
    sheet = Canvas("#7fb4cf", "#b4d6df", "#e6eee6", "#f6efdc")
    for x, y, width in ((140, 120, 260), (760, 90, 340), (520, 190, 200)):
        for shift in range(4):
            sheet.oval(x + shift * width / 5, y - 18 * (shift % 2), width / 2.4, 52, "#ffffff", 0.5)
    hills(sheet, 430, 150, "#8fb3b3", phase=2.6)
    hills(sheet, 430, 84, "#5d8f8d", phase=0.2)
    sheet.fade(430, HEIGHT, "#7ab0b5", "#3f8494", "#1f5d75")
    ripples(sheet, 436, "#eaf6f4", 170, 0.34)
    _ferry(sheet)
    for across, down in scatter(9, skip=3):
        _gull(sheet, 90 + across * 560, 90 + down * 230, 10 + 9 * down)
    return sheet


def _ferry(sheet: Canvas) -> None:
    sheet.shape([(330, 520), (930, 505), (905, 592), (372, 592)], "#f7f5ee")
    sheet.shape([(352, 560), (914, 556), (905, 592), (372, 592)], "#c8442f")
    for deck, (left, right) in enumerate(((390, 850), (430, 800), (500, 720))):
        top = 468 - deck * 46
        sheet.box(left, top, right - left, 50, "#ffffff" if deck % 2 else "#f1eee4")
        for x in range(left + 18, right - 24, 34):
            sheet.round_box(x, top + 15, 20, 16, 4, "#3a6b7e")
    sheet.shape([(560, 376), (568, 316), (626, 316), (634, 376)], "#c8442f")
    sheet.box(566, 330, 62, 12, "#f7f5ee")
    sheet.line([(700, 376), (700, 300)], "#dcd8ca", 4)
    for shift, (x, y) in enumerate(((540, 300), (500, 280), (440, 262), (372, 250))):
        sheet.oval(x, y, 70 + 22 * shift, 30 + 6 * shift, "#ffffff", 0.4 - 0.07 * shift)
    for i in range(7):
        sheet.oval(250 - i * 42, 580 + i * 5, 150, 14 + i * 2, "#ffffff", 0.5 - 0.06 * i)
    sheet.oval(880, 580, 110, 16, "#ffffff", 0.6)


def _gull(sheet: Canvas, x: float, y: float, span: float) -> None:
    sheet.line([(x - span, y - span / 3), (x - span / 2, y - span / 2), (x, y)], "#41606b", 2.2)
    sheet.line([(x, y), (x + span / 2, y - span / 2), (x + span, y - span / 3)], "#41606b", 2.2)


def mail_boat() -> Canvas:
    sheet = Canvas("#f3b98a", "#f6d3a6", "#fae8c8", "#fdf3dd")
    sheet.glow(300, 360, 360, "#fff6dc", 0.95)
    for base, height, colour, phase in (
        (420, 170, "#c9bfae", 3.3),
        (424, 120, "#9aa89f", 1.0),
        (428, 70, "#6d8a86", 4.4),
    ):
        hills(sheet, base, height, colour, phase=phase)
    sheet.fade(428, HEIGHT, "#e8cda5", "#8fb0ab", "#4f8489", "#2f6470")
    light_path(sheet, 300, 432, "#fff3d2")
    ripples(sheet, 434, "#fdf0d4", 120, 0.35)
    sheet.shape([(690, 560), (1010, 552), (974, 620), (726, 620)], "#22475a")
    sheet.shape([(690, 560), (1010, 552), (1007, 562), (694, 570)], "#f2f0e6")
    sheet.shape([(740, 562), (746, 500), (876, 500), (890, 558)], "#f2f0e6")
    for x in (758, 798, 838):
        sheet.round_box(x, 514, 26, 22, 4, "#3b6674")
    sheet.box(728, 490, 170, 12, "#d9603f")
    sheet.line([(812, 490), (812, 400)], "#4a4a44", 4)
    sheet.shape([(814, 402), (866, 414), (814, 430)], "#d9603f")
    sheet.shape([(726, 620), (974, 620), (940, 668), (770, 660)], "#173d49", 0.4)
    for i in range(6):
        sheet.oval(640 - i * 46, 604 + i * 6, 120, 10 + i * 2, "#fffaf0", 0.55 - 0.07 * i)
    return sheet
