"""Parts that the patterns of rules share: a day, a year, what stands between them. Written as `rules.py` says."""

from __future__ import annotations

PARTS = {
    # "12", "12th", "1-го", "третьего", "двадцать четвёртого", "dix-huit"
    "DAY": "(?:<n31>(?:[_-]<sfx>)?|(?:<card>[ -])?<ord>|<card>(?:[ -](?:<and> )?<card>){0,3})",
    "ND": "<n31>(?:[_-]<sfx>)?",
    "MON": "<month|monthish>",
    "MOND": "<month|monthish|monthday>",  # beside a day also "may" and "march"
    "DM": "(?:[_ /-]|{DOT})(?:<of> )?(?:<unit.month> (?:<of> )?)?",  # between a day and its month
    "DOT": "(?!)",  # a full stop after an ordinal number, in languages that write it so
    # "2016", "2016 года", "2014-м", "Jahr 2012", "nineteen ninety-six"
    "Y": "(?:(?:<yw|unit.year> (?:<of> )?)?<n4>(?:[_-]<sfx>)?(?:[ _]<yw|unit.year>)?(?! <ago|unit>))",
    "YWORDS": "(?:<card>[ -]){1,5}<card>|<mil>(?:[ -](?:<and> )?<card>){1,5}",
    "YREL": "(?:(?:<the> )?(?:<rel|that|follow> <unit.year|yw>|<unit.year|yw> <rel|that|follow>)|<one.year>)"
    "(?:' ?<s>)?",
    "YT": "(?:[,_ /-]|[.·](?=<n4>)){1,1}(?:(?:<of|in> ){0,2}(?:<the> )?|(?:<the> )?)",
    "WD": "<wd|wdish>",
    "W": "(?:(?P<w>{WD})(?:[, ]|(?<=<wdish>)[.·])(?:<the|wdon> )?(?:<unit.day> )?)?",
    "NUM": "(?:<num|card|a>(?:[ -]<card>)?)",
    "OF": "(?: <of|in>)?(?: <the>)? ",
    "NTH": "(?:<n31>(?:[_-]<sfx>)?|<roman>(?:[_-]<sfx>)?|(?:<card>[ -])?<ord>)",  # "3rd", "III", "third"
}
