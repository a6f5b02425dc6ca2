"""Scenes of work and play: a factory line, a stadium at night, a tower in fog."""

from .canvas import HEIGHT, WIDTH, Canvas, scatter


def factory_line() -> Canvas:
    sheet = Canvas("#2a3a47", "#46606f", "#8fa9b3", "#c5d2d4")
    for i in range(6):
        x = 40 + i * 210
        sheet.shape([(x, 0), (x + 60, 0), (x + 90, 120), (x - 30, 120)], "#fff8dd", 0.16)
        sheet.box(x - 14, 0, 90, 12, "#fff3c4")
    sheet.fade(560, HEIGHT, "#7b8d90", "#55676c")
    for x in (130, 470, 810, 1110):
        _robot(sheet, x)
    sheet.box(0, 486, WIDTH, 30, "#2f3d46")
    sheet.box(0, 516, WIDTH, 52, "#e0a02f")
    for x in range(-20, WIDTH, 72):
        sheet.shape([(x, 516), (x + 30, 516), (x + 8, 568), (x - 22, 568)], "#2f3d46")
    for x in range(30, WIDTH, 150):
        _pack(sheet, x)
    for x in range(20, WIDTH, 60):
        sheet.oval(x, 572, 26, 26, "#34444d")
    return sheet


def _pack(sheet: Canvas, x: float) -> None:
    sheet.round_box(x, 424, 104, 62, 8, "#1f6d6b")
    for cell in range(4):
        sheet.box(x + 10 + cell * 22, 434, 16, 36, "#4fb3a5")
    sheet.box(x + 12, 414, 16, 12, "#cfd8d8")
    sheet.box(x + 76, 414, 16, 12, "#c9523c")


def _robot(sheet: Canvas, x: float) -> None:
    orange, dark = "#e2762b", "#273640"
    sheet.box(x - 46, 590, 92, 26, dark)
    sheet.shape([(x - 30, 590), (x + 30, 590), (x + 20, 500), (x - 20, 500)], orange)
    sheet.line([(x, 500), (x - 54, 330)], orange, 34)
    sheet.line([(x - 54, 330), (x + 74, 270)], orange, 26)
    sheet.line([(x + 74, 270), (x + 84, 372)], dark, 14)
    for cx, cy, radius in ((x, 500, 26), (x - 54, 330, 24), (x + 74, 270, 18)):
        sheet.oval(cx - radius, cy - radius, 2 * radius, 2 * radius, dark)
        sheet.oval(cx - radius / 3, cy - radius / 3, radius / 1.5, radius / 1.5, "#9fb4bb")
    sheet.shape([(x + 70, 372), (x + 98, 372), (x + 106, 402), (x + 62, 402)], "#9fb4bb")
    sheet.glow(x + 84, 408, 30, "#ffe9a8", 0.95)


def stadium() -> Canvas:
    sheet = Canvas("#081024", "#12234a", "#24427a", "#3b5f96")
    for x in (110, 400, 800, 1090):
        sheet.glow(x, 120, 250, "#dfeaff", 0.75)
        sheet.line([(x, 120), (x, 330)], "#0a1222", 8)
        sheet.round_box(x - 60, 88, 120, 50, 6, "#0f1a30")
        for i in range(10):
            sheet.oval(x - 54 + (i % 5) * 22, 93 + (i // 5) * 21, 18, 18, "#ffffff")
    sheet.shape([(0, 260), (200, 300), (1000, 300), (1200, 260), (1200, 500), (0, 500)], "#16223d")
    for across, down in scatter(2600):
        left, top = across * WIDTH, 300 + down * 170
        colour = ("#d94f3d", "#f2d9a0", "#e8eef5", "#2f6fb0", "#c73f35")[int(across * 977) % 5]
        sheet.oval(left, top, 4 + 3 * down, 5 + 3 * down, colour, 0.8)
    sheet.box(0, 470, WIDTH, 26, "#0d1730")
    for x in range(0, WIDTH, 160):
        sheet.box(x + 6, 475, 140, 16, ("#c9442f", "#e6e2d4", "#2b6b8f")[x // 160 % 3])
    for i in range(8):
        sheet.fade(496 + i * 38, 534 + i * 38, *(("#2f8a4c", "#2f8a4c") if i % 2 else ("#37985a", "#37985a")))
    sheet.glow(600, 600, 700, "#d8ffd9", 0.3, flat=0.35)
    _goal(sheet)
    return sheet


def _goal(sheet: Canvas) -> None:
    white = "#f4f7f4"
    sheet.line([(0, 520), (WIDTH, 520)], white, 4)
    sheet.line([(330, 520), (250, 640), (950, 640), (870, 520)], white, 4)
    for x in range(480, 721, 20):
        sheet.line([(x, 410), (x, 520)], white, 1, 0.45)
    for y in range(410, 520, 16):
        sheet.line([(480, y), (720, y)], white, 1, 0.45)
    sheet.line([(480, 522), (480, 408), (720, 408), (720, 522)], white, 6)
    for x, y, shirt in ((420, 600, "#c73f35"), (560, 556, "#f2d24b"), (676, 640, "#c73f35"), (800, 588, "#2b6bb0")):
        sheet.oval(x - 26, y + 62, 60, 10, "#14532d", 0.5)
        sheet.line([(x - 6, y + 40), (x - 12, y + 66)], "#20262e", 8)
        sheet.line([(x + 6, y + 40), (x + 14, y + 64)], "#20262e", 8)
        sheet.round_box(x - 15, y, 30, 44, 9, shirt)
        sheet.oval(x - 9, y - 20, 18, 20, "#e6bd97")
    sheet.oval(612, 440, 16, 16, "#ffffff")


def tower_in_fog() -> Canvas:
    sheet = Canvas("#aeb9bf", "#c6ced1", "#dbe0e0", "#cfd5d5")
    sheet.glow(240, 190, 260, "#fff7e2", 0.8)
    _tail(sheet, 170, 470, "#9fb0ba", "#8ea4b3")
    _tail(sheet, 480, 500, "#8b9fab", "#7c8fa3")
    sheet.shape([(820, 700), (842, 300), (898, 300), (920, 700)], "#7f8f98")
    sheet.shape([(790, 300), (950, 300), (928, 262), (812, 262)], "#6d7f89")
    sheet.shape([(798, 262), (942, 262), (962, 196), (778, 196)], "#4c6675")
    for x in range(790, 956, 28):
        sheet.line([(x, 262), (x + (x - 870) * 0.12, 196)], "#8fa5ae", 3)
    sheet.box(770, 184, 200, 14, "#6d7f89")
    sheet.line([(870, 184), (870, 96)], "#6d7f89", 5)
    sheet.glow(870, 94, 40, "#ff6a55", 0.95)
    for i, (across, down) in enumerate(scatter(26, skip=5)):
        sheet.glow(across * WIDTH, 330 + down * 380, 240, "#eef1f0", 0.5 if i % 2 else 0.35, flat=0.22)
    sheet.fade(700, HEIGHT, "#b9c1c3", "#8f999d")
    for x in range(60, WIDTH, 130):
        sheet.glow(x, 738, 20, "#ffe2a0" if x % 260 else "#9fe0c0", 0.95)
        sheet.oval(x - 4, 734, 8, 8, "#fffbe8")
    return sheet


def _tail(sheet: Canvas, x: float, y: float, body: str, fin: str) -> None:
    """The back half of an airliner, seen through fog."""
    sheet.shape([(x - 170, y + 110), (x + 120, y + 70), (x + 120, y + 112), (x - 170, y + 190)], body)
    sheet.shape([(x + 20, y + 84), (x + 84, y - 90), (x + 132, y - 90), (x + 120, y + 76)], fin)
    sheet.shape([(x + 40, y + 92), (x + 150, y + 60), (x + 160, y + 70), (x + 90, y + 104)], body)
