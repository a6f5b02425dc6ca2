"""Scenes indoors: a podium, a chamber, a count of ballots, a table of cards."""

import math

from .canvas import HEIGHT, WIDTH, Canvas, scatter


def podium() -> Canvas:
    sheet = Canvas("#14284b", "#1d3b6b", "#2a5390")
    for x in range(-40, WIDTH, 84):
        sheet.box(x, 0, 42, 620, "#ffffff", 0.035)
    sheet.glow(600, 260, 560, "#8db8ee", 0.7)
    sheet.fade(620, HEIGHT, "#5b4630", "#3d2e20")
    for row in range(3):
        for column in range(7):
            _emblem(sheet, 110 + column * 165 + (row % 2) * 82, 90 + row * 130)
    sheet.shape([(470, 430), (730, 430), (700, 740), (500, 740)], "#7b4f2c")
    sheet.shape([(470, 430), (730, 430), (728, 452), (472, 452)], "#a06a3d")
    sheet.box(440, 404, 320, 28, "#8a5932")
    sheet.oval(552, 520, 96, 96, "#c99b5e")
    sheet.oval(562, 530, 76, 76, "#7b4f2c")
    sheet.shape([(600, 540), (628, 590), (572, 590)], "#c99b5e")
    for x, lean in ((545, -26), (580, -8), (618, 10), (652, 28)):
        sheet.line([(x, 406), (x + lean, 330)], "#11151c", 5)
        sheet.round_box(x + lean - 13, 296, 26, 46, 12, "#1c2330")
    for x in (120, 262, 900, 1046):
        sheet.round_box(x, 690, 96, 66, 10, "#0e1420")
        sheet.oval(x + 26, 700, 46, 46, "#27354a")
        sheet.oval(x + 38, 712, 22, 22, "#6c8fb8")
        sheet.box(x + 42, 752, 12, 48, "#0e1420")
    return sheet


def _emblem(sheet: Canvas, x: float, y: float) -> None:
    sheet.oval(x - 17, y - 17, 34, 34, "#ffffff", 0.1)
    sheet.box(x - 30, y + 26, 60, 5, "#ffffff", 0.08)


def chamber() -> Canvas:
    sheet = Canvas("#3a2415", "#5a3a22", "#7d5632", "#52351f")
    sheet.glow(600, 120, 620, "#ffdca0", 0.75)
    for x in range(60, WIDTH, 120):
        sheet.box(x, 0, 14, 300, "#2c1a0f", 0.55)
        sheet.glow(x + 67, 60, 46, "#fff0cf", 0.85)
    sheet.box(430, 190, 340, 120, "#3b2415")
    sheet.box(410, 178, 380, 18, "#a9783f")
    sheet.oval(556, 66, 88, 88, "#d8ab62")
    sheet.oval(570, 80, 60, 60, "#7d5632")
    for row in range(7):
        _bench(sheet, row)
    return sheet


def _bench(sheet: Canvas, row: int) -> None:
    """One arc of seats; each nearer row is wider and lower."""
    reach, drop = 330 + row * 104, 92 + row * 44
    colour = ("#8a3d33", "#7b332c")[row % 2]
    seats = 13 + row * 2
    for seat in range(seats):
        angle = math.pi * (0.12 + 0.76 * seat / (seats - 1))
        x, y = 600 - reach * math.cos(angle), 268 + drop * (0.35 + math.sin(angle))
        size = 30 + row * 6
        sheet.round_box(x - size / 2, y, size, size * 1.1, size / 4, colour)
        sheet.box(x - size * 0.7, y + size * 0.95, size * 1.4, size * 0.36, "#b98a50")
        if (seat * 5 + row * 3) % 4:
            sheet.oval(x - size * 0.24, y - size * 0.36, size * 0.48, size * 0.52, "#1c1410")
            sheet.round_box(x - size * 0.38, y + size * 0.1, size * 0.76, size * 0.86, size / 4, "#1c1410")


def ballot_count() -> Canvas:
    sheet = Canvas("#dfe6e4", "#eef1ec", "#d5c3a0", "#b58f5e")
    for x in range(0, WIDTH, 150):
        sheet.box(x, 60, 100, 170, "#b9d3dc")
        sheet.box(x + 48, 60, 5, 170, "#eef1ec")
    sheet.box(0, 300, WIDTH, 6, "#9a7a50")
    for row, (y, size) in enumerate(((330, 0.62), (455, 0.86), (610, 1.2))):
        for column in range(5 - row):
            _table(sheet, 40 + row * 44 + column * (262 + row * 90), y, size, row + column)
    return sheet


def _table(sheet: Canvas, x: float, y: float, size: float, turn: int) -> None:
    for person in range(3):
        at = x + (34 + person * 62) * size
        vest = ("#3f6fa8", "#d9873b", "#4f8f6a")[(person + turn) % 3]
        sheet.round_box(at - 20 * size, y - 38 * size, 40 * size, 60 * size, 14 * size, vest)
        sheet.oval(at - 13 * size, y - 66 * size, 26 * size, 29 * size, "#e8c4a0")
        sheet.oval(at - 14 * size, y - 69 * size, 28 * size, 18 * size, "#2b2320")
    sheet.shape(
        [(x, y), (x + 200 * size, y), (x + 222 * size, y + 58 * size), (x - 22 * size, y + 58 * size)], "#f8f6ef"
    )
    sheet.box(x - 22 * size, y + 58 * size, 244 * size, 12 * size, "#8d8f8a")
    for across, down in scatter(15, skip=turn * 7):
        paper = ("#ffffff", "#f4d9df", "#dbe9d4")[turn % 3]
        sheet.box(x + across * 176 * size, y + (8 + down * 36) * size, 24 * size, 10 * size, "#9aa3a0", 0.5)
        sheet.box(x + across * 176 * size, y + (5 + down * 36) * size, 24 * size, 10 * size, paper)


def index_cards() -> Canvas:
    sheet = Canvas("#6a4a31", "#815c3d", "#94704b", "#7a5638")
    for y in range(0, HEIGHT, 80):
        sheet.box(0, y, WIDTH, 2, "#4a3220", 0.5)
    sheet.glow(420, 260, 620, "#ffe6b3", 0.6)
    for i, (across, down) in enumerate(scatter(12, skip=2)):
        _card(sheet, 40 + across * 800, 30 + down * 560, (i * 37 % 25 - 12) / 100)
    for i, (colour, edge) in enumerate((("#2f5b52", "#e8dfc8"), ("#8c3b2e", "#eee4cd"), ("#2e4468", "#e8dfc8"))):
        y = 640 - i * 58
        sheet.shape([(720, y), (1120, y - 20), (1130, y + 34), (730, y + 56)], edge)
        sheet.shape([(712, y - 8), (1118, y - 28), (1124, y - 12), (718, y + 9)], colour)
        sheet.shape([(712, y - 8), (722, y + 58), (738, y + 58), (728, y - 6)], colour)
    return sheet


def _card(sheet: Canvas, x: float, y: float, lean: float) -> None:
    """A card with a heading and lines of hand, turned a little about its corner."""

    def at(px: float, py: float) -> tuple[float, float]:
        return x + px * math.cos(lean) - py * math.sin(lean), y + px * math.sin(lean) + py * math.cos(lean)

    sheet.shape([at(6, 8), at(296, 8), at(296, 188), at(6, 188)], "#2a1a0f", 0.35)
    sheet.shape([at(0, 0), at(290, 0), at(290, 180), at(0, 180)], "#fbf5e4")
    sheet.line([at(0, 44), at(290, 44)], "#c9574a", 2, 0.8)
    sheet.shape([at(18, 16), at(104, 16), at(104, 32), at(18, 32)], "#2d2a2a")
    for row in range(5):
        width = 210 + (row * 67 + round(x)) % 48
        sheet.line([at(18, 66 + row * 22), at(width if row < 4 else 130, 66 + row * 22)], "#5a6a86", 3, 0.75)
