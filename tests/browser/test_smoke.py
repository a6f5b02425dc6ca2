"""The desk opens in a real browser."""


def test_the_sign_in_page_is_sound_on_every_screen(page, screen, axe, fits, screenshot):
    page.goto("/sign-in/")
    assert page.get_by_label("Password").is_visible()
    axe(page)
    fits(page)
    screenshot(page, "sign-in")
