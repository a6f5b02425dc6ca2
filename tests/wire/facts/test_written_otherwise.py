"""What an editor would call the same fact, and what another: values, measures, places, quotations."""

import pytest

from stories.wire.facts import Change, facts


def told(old: str, new: str) -> list[tuple[str, str, str]]:
    return [(change.change.value, change.old, change.new) for change in facts([old], [new])]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Some 40 to 50 people were hurt.", "Some 40-50 people were hurt."),
        ("He served from 1998 to 2003.", "He served from 1998-2003."),
        ("The vote was 229 to 40.", "The vote was 229-40."),
        ("It costs 1 million to 2 million won.", "It costs 1-2 million won."),
        ("Two hundred and twenty thousand homes lost power.", "220,000 homes lost power."),
        ("Two million three hundred thousand homes lost power.", "2.3 million homes lost power."),
        ("It sold for 1.2 trillion won.", "It sold for 1.2tn won."),
        ("Profit was $5m on sales of $1.2bn.", "Profit was $5 million on sales of $1.2 billion."),
        ("Temperatures fell to minus 12 degrees.", "Temperatures fell to -12 degrees."),
        ("Growth was 0.3 percent.", "Growth was .3 percent."),
        ("The quake was 10 km deep.", "The quake was 10 kilometers deep."),
        ("One-third of voters agreed.", "A third of voters agreed."),
        ("Three-fourths of voters agreed.", "Three-quarters of voters agreed."),
        ("He is the twenty-first mayor.", "He is the 21st mayor."),
        ("Kim, 54, and Lee, 60, were named.", "Lee, 60, and Kim, 54, were named."),
        ("Vice President Cho spoke.", "Vice-President Cho spoke."),
        (
            '"We will never accept this plan," Choi said. "It is a bad plan for us."',
            '"We will never accept this plan. It is a bad plan for us," Choi said.',
        ),
        ("The other half of the team left with dozens of fans.", "The team left with its fans."),
    ],
)
def test_a_fact_written_otherwise_is_no_change(old, new):
    assert told(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        ("The ship is 120 meters long.", "The ship is 120 feet long.", "120 meters", "120 feet"),
        ("Prices rose 2.5 percent.", "Prices rose 2.5 percentage points.", "2.5 percent", "2.5 percentage points"),
        ("The fund has $3 million.", "The fund has 3 million won.", "$3 million", "3 million won"),
        ("The pact covers 500 MW of wind power.", "The pact covers 500 GW of wind power.", "500 MW", "500 GW"),
        ("It fell to minus 12 degrees.", "It fell to 12 degrees.", "minus 12 degrees", "12 degrees"),
        ("He ran it in 2:05:12.", "He ran it in 2:05:21.", "2:05:12", "2:05:21"),
        ("It sold for €1.2m.", "It sold for €1.5m.", "€1.2m", "€1.5m"),
        ("Flight KE901 was delayed.", "Flight KE902 was delayed.", "KE901", "KE902"),
        ("A third of voters agreed.", "A quarter of voters agreed.", "A third", "A quarter"),
        ("Half of the voters agreed.", "A third of the voters agreed.", "Half", "A third"),
        ("Dozens of people marched.", "Hundreds of people marched.", "Dozens", "Hundreds"),
        (
            "He is the twenty-first mayor.",
            "He is the twenty-second mayor.",
            "twenty-first mayor",
            "twenty-second mayor",
        ),
        ('Choi called it "a disgrace."', 'Choi called it "a success."', '"a disgrace."', '"a success."'),
        ("Lee Jae-myung met Oda in Nara.", "Lee Jae Myung met Oda in Nara.", "Lee Jae-myung", "Lee Jae Myung"),
        ("Han Seo-yeon said so at the port.", "Han Seo-yun said so at the port.", "Han Seo-yeon", "Han Seo-yun"),
    ],
)
def test_another_value_measure_or_word_in_its_place_is_a_change(old, new, before, after):
    changes = told(old, new)
    assert len(changes) == 1
    assert changes[0][0] == Change.CHANGED
    assert changes[0][1].startswith(before)
    assert changes[0][2].startswith(after)


def test_what_stands_in_a_fact_s_place_has_replaced_it_though_the_old_value_stands_elsewhere_too():
    old, new = "On Monday, the council met. It votes on Tuesday.", "On Tuesday, the council met. It votes on Wednesday."
    assert told(old, new) == [("changed", "Monday", "Tuesday"), ("changed", "Tuesday", "Wednesday")]
    old, new = "It killed 12 people, including 3 children.", "It killed 15 people, including 12 children."
    assert told(old, new) == [("changed", "12 people", "15 people"), ("changed", "3 children", "12 children")]
