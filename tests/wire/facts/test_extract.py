import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories.wire.facts import FactKind, extract, graf_facts


def found(text, kind):
    return [(fact.key, fact.phrase) for fact in graf_facts(text) if fact.kind is kind]


@pytest.mark.parametrize(
    ("text", "key", "phrase"),
    [
        ("The fire killed 183 people.", "183", "183 people"),
        ("It cost US$376.8 million last year.", "376800000", "US$376.8 million"),
        ("It cost 1.2 trillion won.", "1200000000000", "1.2 trillion won"),
        ("Sales rose 7.6 pct.", "7.6", "7.6 pct"),
        ("Sales rose 7.6 percent.", "7.6", "7.6 percent"),
        ("Sales fell by -3.5 percent.", "-3.5", "-3.5 percent"),
        ("A 3-way summit opened.", "3", "3-way summit"),
        ("Twenty-one sailors were aboard.", "21", "Twenty-one sailors"),
        ("Some 1,200 households lost power.", "1200", "1,200 households"),
        ("He came 12th in the race.", "#12", "12th"),
        ("It lasted about an hour and a half.", "1.5", "an hour and a half"),
        ("The KF-21 took off.", "kf-21", "KF-21"),
        ("Leaders of the G20 met.", "g20", "G20"),
        ("매출은 3조5000억원이었다.", "3500000000000", "3조5000억원"),
        ("점포 12곳이 탔다고 소방당국이 밝혔다.", "12", "12곳"),
        ("소방차 31대와 대원 120여 명이 나섰다.", "31", "31대"),
        ("소방차 31대와 대원 120여 명이 나섰다.", "120", "120여 명"),
        ("Rain of 80 to 120 millimeters fell.", "80", "80 to 120 millimeters"),
        ("Prices rose from 2.1 to 3.4 percent.", "2.1", "2.1 to 3.4 percent"),
        ("About 8,900 of the 11,200 unionized workers left.", "8900", "8,900 of the 11,200 unionized workers"),
        ("They opened the other four to 1.5 meters.", "4", "four"),
        ("On the third day my people stay.", "#3", "third day"),
    ],
)
def test_a_figure_is_read_with_its_value_and_its_noun(text, key, phrase):
    assert (key, phrase) in found(text, FactKind.FIGURE)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("They met on Jan. 13.", "1/13"),
        ("They met on January 13 in Nara.", "1/13"),
        ("They met on 13 January.", "1/13"),
        ("The fair runs April 19-21.", "4/19-21"),
        ("A flood in 1942 closed it.", "1942"),
        ("A ban in 2019, the first, failed.", "2019"),
        ("The 1910-45 rule ended.", "1910-1945"),
        ("Trade in the 1990s grew.", "1990s"),
        ("It opened in August.", "month 8"),
        ("회의는 7월 21일 열린다.", "7/21"),
    ],
)
def test_a_date_is_read_however_it_is_written(text, key):
    assert key in [k for k, _ in found(text, FactKind.DATE)]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("It struck at 10:30 a.m. off Pohang.", "630"),
        ("It struck at 5 p.m.", "1020"),
        ("It struck at 0940 GMT.", "580"),
        ("It struck at noon.", "720"),
        ("지진은 오후 3시 30분 발생했다.", "930"),
    ],
)
def test_a_clock_time_is_minutes_of_the_day(text, minutes):
    assert [k for k, _ in found(text, FactKind.TIME)] == [minutes]


def test_a_year_before_a_counted_noun_is_a_figure():
    assert found("Some 2000 soldiers came.", FactKind.DATE) == []
    assert found("Some 2000 soldiers came.", FactKind.FIGURE) == [("2000", "2000 soldiers")]


def test_a_capital_that_only_opens_a_sentence_is_weak():
    weak = {fact.text: fact.weak for fact in graf_facts("Harbors closed. Officials said Seoyeon Bridge held.")}
    assert weak["Harbors"]
    assert not weak["Seoyeon Bridge"]


def test_a_quotation_left_open_runs_to_the_end_of_its_paragraph():
    assert found('"We go on at dawn, all of us', FactKind.QUOTE)[0][0] == "we go on at dawn all of us"


@given(st.lists(st.text(max_size=200), max_size=6))
def test_every_fact_stands_where_it_says(grafs):
    for fact in extract(grafs):
        assert grafs[fact.graf][fact.start : fact.end] == fact.text
        assert fact.text
        assert fact.phrase.startswith(fact.text)
