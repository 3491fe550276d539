"""The rules of grammar: each a name and a pattern over the letters of words and gaps, the same for all languages.

In a pattern `<name>` or `<a|b>` is one word that has such a reading, a space is a gap of white space or an apostrophe,
`{NAME}` is one of the parts of `patterns.py`; other gaps stand for themselves (see `gaps.py`). The groups are what the
builders read. Every repetition is bounded, so that cost stays linear.
"""

from __future__ import annotations

from dataclasses import dataclass

# What a rule can't do without, by what its pattern mentions; the first that fits counts.
_NEEDS = (
    ("<ymark>", ("ymark",)),
    ("(?P<u><wd|unit>)", ("wd", "unit")),
    ("<halfof>", ("halfof",)),
    ("<holiday>", ("holiday",)),
    ("<season>", ("season",)),
    ("(?P<m>{MON", ("month", "monthish", "monthday")),
    ("<month>", ("month",)),
    ("(?P<wrd><decade>)", ("decade", "dsfx", "decword")),
    ("(?P<c>{NTH})", ("unit.century", "cw")),
    ("<qh>", ("qh",)),
    ("<cent>", ("cent", "n3")),
    ("<era>", ("era",)),
    ("(?P<one><one>)", ("one",)),
    ("(?P<w>{WD})", ("wd", "wdish")),
    ("(?P<w><wd>)", ("wd",)),
    ("<unit.quarter|unit.half>)", ("unit.quarter", "unit.half")),
    ("<unit.quarter|unit.period>)", ("unit.quarter", "unit.period")),
    ("(?P<u><unit.weekend>)", ("unit.weekend",)),
    ("(?P<pt><part>)", ("part",)),
    ("<unit.month>", ("unit.month",)),
    ("(?P<back><ago>)", ("ago", "agopre")),
    ("<hence>)", ("hence", "hencepost")),
    ("(?P<dp><dpart>)", ("dpart",)),
    ("(?P<u><unit.year>)", ("unit.year",)),
    ("(?P<u><unit.week>)", ("unit.week",)),
    ("(?P<u><unit>)", ("unit",)),
    ("(?P<Y><n4>)", ("n4",)),
    ("(?P<y>{Y})", ("n4",)),
    ("<n4>(?:(?:,", ("n4",)),
    ("(?P<y><n4>)", ("n4",)),
    ("{YWORDS}", ("card", "mil")),
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to write a date. `build` names the function that reads it; `flag` the languages that have it."""

    name: str
    pattern: str
    build: str = "calendar"
    flag: str = ""

    @property
    def needs(self) -> tuple[str, ...]:
        """Readings of which a stretch must have one for the rule to be worth a try."""
        return next((names for key, names in _NEEDS if key in self.pattern), ())


RULES = (
    # numbers only
    Rule("iso-date", "(?P<Y><n4>)(?P<sep>[-./])(?P<M><n12>)(?P=sep)(?P<D><n31>)(?![./-]<num>)", "numeric"),
    Rule("numeric-date",
         "{W}(?<![-./:])(?P<A><n31>)(?P<sep>[-./÷])(?P<B><n31>)(?P=sep)(?P<Y><n4|n2>)(?![./-]<num>)", "numeric"),
    Rule("numeric-spaced", "(?P<A><n31>)[·](?P<B><n12>)[·](?P<Y><n4>)", "numeric", "dot"),
    Rule("numeric-day", "{W}(?<![-./:])(?P<A><n31>)(?P<sep>[-./÷–])(?P<B><n31>)(?![-./]<num>)", "numeric_day"),
    Rule("numeric-alone", "(?:<the> )?(?P<A><n31>)[ ](?P<B><n12>)(?:[ ](?P<Y><n4|n2>))?", "numeric_alone"),
    Rule("year-month-day-marks",
         "(?P<Y><n4>)[_ ]<ymark>(?:[_ ](?P<M><n12>)[_ ]<mmark>(?:[_ ](?P<D><n31>)[_ ]<dmark>)?)?", "marked"),
    Rule("year-first", "(?P<y><n4>)[ ·.,]{1,2}(?:<of>[ ·.])?(?P<m>{MON})[ ·.](?P<d>{ND})", "calendar", "year-first"),
    Rule("year-day-month", "(?P<y><n4>)[ ·.](?:<of>[ ·.])?(?P<d>{ND})[ ·.](?P<m>{MON})", "calendar", "year-first"),
    Rule("iso-month", "(?P<Y><n4>)-(?P<M><n12>)(?![./-]<num>)", "numeric_month"),
    Rule("numeric-month", "(?<![-./:])(?P<M><n12>)[./](?P<Y><n4>)(?![./-]<num>)", "numeric_month"),
    Rule("numeric-day-range",
         "(?P<A1><n31>)(?:[·.](?P<B1><n12>))?(?:[·.]?[-–/]|[ ·]<to|until>(?: <the>){0,2} )(?P<A><n31>)\\."
         "(?P<B><n12>)\\.(?P<Y><n4|n2>)", "numeric_range"),
    # days
    Rule("day-month-year", "{W}(?P<d>{DAY}){DM}(?P<m>{MOND})(?:{YT}(?P<y>{Y}|{YREL}|{YWORDS}))"),
    Rule("day-month-short-year",
         "{W}(?P<d>{ND}){DM}(?P<m>{MOND})(?:[/-](?P<y2><n2>)| (?P<y2s><n2>)(?:[ _](?P<yu><yw|unit.year>))?)"
         "(?![-./:]<num>)"),
    Rule("day-month", "{W}(?P<d>{DAY}){DM}(?P<m>{MOND})"),
    Rule("day-month-last", "{W}(?P<d>{DAY}){DM}(?P<m>{MOND}) (?P<r><rel|follow>)(?! <unit|yw>)"),
    Rule("month-day-year", "{W}(?P<m>{MOND})(?: |[.·])(?:<the> )?(?P<d>{DAY})(?:,| |, )(?P<y>{Y}|{YREL})"),
    Rule("last-day-month",
         "(?:<the> )?(?P<r><rel>) {W}(?P<d>{DAY}){DM}(?P<m>{MOND})(?!{YT}<n4|yw|unit.year|rel|one.year>)"),
    Rule("last-month-day", "(?:<the> )?(?P<r><rel>) (?P<m>{MOND})(?: |[.·])(?P<d>{ND})(?![.:]<num>)"),
    Rule("month-day",
         "{W}(?P<m>{MOND})(?: |[.·])(?:<the> )?(?P<d>{ND}|(?:<card>[ -])?<ord>)(?![.:]<num>)"
         "(?!,<n3>)", "calendar", "month-first"),
    Rule("weekday-month-day", "(?P<w>{WD})[,·. ](?P<m>{MOND})(?: |[.·])(?P<d>{ND})"),
    Rule("month-day-alone", "(?P<m>{MOND})(?: |[.·])(?P<d>{ND}|<ord>)", "alone"),
    Rule("weekday-day",
         "(?P<w>{WD})(?:,| |, )(?:(?:<the|wdon|unit.day> ){0,2})(?P<d>{ND})(?![.:/-]<num>)(?!,<n3>)"
         "(?![ ]<month|monthish|unit>)", "weekday_day"),
    Rule("day-of-this-month",
         "(?:<the> )?(?:<unit.day> )?(?P<d>{ND})(?: <of>)?(?: <the>)? "
         "(?P<mr><rel|that> <unit.month>|<unit.month> <rel>)", "day_of_month"),
    Rule("day-range",
         "(?:(?P<fr><from|between|since>)(?: <the>)?(?: <unit.day>)? )?(?:{WD}[,·. ] ?)?(?P<a>{DAY})(?: |{DOT})"
         "(?P<to><to|until|and>)(?: <the|to|of>){0,2} (?:{WD}[,·. ] ?)?(?:<the> )?(?P<d>{DAY}){DM}"
         "(?P<m>{MOND})(?:{YT}(?P<y>{Y}|{YREL}))?", "day_range"),
    Rule("night-of",
         "(?:<dpart> )<from|between|of> (?P<a>{ND})(?: |{DOT})(?P<to><nightto>) (?:<the> )?(?P<d>{ND}){DM}"
         "(?P<m>{MON})(?:{YT}(?P<y>{Y}|{YREL}))?", "day_range"),
    Rule("night-between",
         "<dpart> <from|between|of> (?P<w>{WD}) <nightto> (?:<the> )?(?P<w1>{WD})(?! <rel|follow>)", "night_between"),
    Rule("month-day-range",
         "(?P<m>{MOND})(?: |[.·])(?P<a>{ND}) (?P<to><to|until>) (?:<the> )?(?P<d>{ND})(?:(?:,| |, )"
         "(?P<y>{Y}))?", "day_range"),
    Rule("day-alone",
         "(?:<on|the|unit.day> ){1,2}(?P<d>{ND}|<ord|card>)(?![-./,_: ]<num>)"
         "(?!{DM}<month|monthish|monthday>)(?! <unit|dpart>)", "day_alone"),
    Rule("day-list",
         "(?P<list>{DAY}(?:(?:,|(?:,? |{DOT})<and> |[-–/]|, )(?:<the> )?{DAY}){1,6}){DM}(?P<m>{MOND})(?:{YT}"
         "(?P<y>{Y}|{YREL}))?", "day_list"),
    Rule("month-day-list",
         "(?P<m>{MOND})(?: |[.·])(?P<list>{ND}(?:(?:,|,? <and> |[-–/]|, ){ND}){1,6})(?:(?:,| )"
         "(?P<y>{Y}))?", "day_list", "month-first"),
    # months
    Rule("month-year", "(?P<m>{MON})(?:{YT}|(?<=<monthish>)[.·])(?P<y>{Y}|{YREL}|{YWORDS})"),
    Rule("year-then-month",
         "(?P<y>{YREL})[ ,](?!<to|until|since|from|and>)<in> (?P<m>{MON})(?![ .·]<n31>|{YT}{Y}|{YT}{YREL})"),
    Rule("month-apostrophe-year", "(?P<m>{MON})[\"](?P<y2><n2>)"),
    Rule("month-list", "(?P<list><month>(?:(?:,| <and> |[-–/]){MON}){1,6})(?:{YT}(?P<y>{Y}|{YREL}))?", "month_list"),
    Rule("month-suffix-year",
         "{W}(?:(?P<d>{DAY}){DM})?(?P<m>{MON}) (?P<y2><n2>)[_-]<gensfx>(?:[ _]<yw|unit.year>)?", "suffix_year"),
    Rule("winter",
         "(?:<the> )?(?P<s><season>){YT}(?P<y><n4>)[-–/](?P<b><n4|n2>)(?![./-]<num>)(?:[ _]<yw|unit.year>)?", "winter"),
    Rule("season-suffix-year", "(?P<s><season>) (?P<y2><n2>)[_-]<gensfx>(?:[ _]<yw|unit.year>)?", "season"),
    Rule("suffix-year", "(?P<y2><n2>)(?:[_-]<sfx> <unit.year>| <yearin>)", "suffix_year"),
    Rule("day-old-new",
         "(?P<a><n31>)\\((?P<d><n31>)\\)(?P<m>{MON})(?:{YT}(?P<y>{Y}|{YREL}))?"),
    Rule("month", "(?:<unit.month> (?:<of> )?)?(?P<m><month>)"),
    Rule("last-month-name",
         "(?:<the> )?(?:(?P<r><rel|follow>) (?P<m>{MON})|(?P<m2>{MON}) (?P<r2><rel|follow>))", "relative_month"),
    # parts of a year
    Rule("quarter",
         "(?:<the> )?(?:(?P<y>{YREL}|{Y}) )?"
         "(?P<p>(?:{NTH}|<final>|<fiscal> {NTH})[ ·-]<unit.quarter|unit.half>|<unit.quarter|unit.half> (?:<al> )?{NTH})"
         "(?:{YT}(?P<y2>{Y}|{YREL}))?(?! <of>(?: <the>)? {NTH}[ -]<unit.century|cw>)", "part"),
    Rule("half-of-year",
         "(?:<the> )?(?P<p>(?:{NTH}|<final>) <halfof>){YT}(?:(?P<y2>{Y}|{YREL})|(?P<bare><unit.year>))", "half_of"),
    Rule("quarter-letter", "(?P<p><qh>_<n12>)(?:(?: |,)(?:<of> )?(?P<y>{Y}|{YREL}))?", "part"),
    Rule("season",
         "(?:<the> )?(?:(?P<r><rel|that|follow>) )?(?P<s><season>)(?: (?P<r2><rel|follow>)(?! <unit>))?(?:{YT}"
         "(?P<y>{Y}|{YREL}|{YWORDS}))?", "season"),
    Rule("year-then-season", "(?P<y>{YREL})[ ,](?:<in> )?(?P<s><season>)(?!{YT}{Y}|{YT}{YREL})", "season"),
    # years and more
    Rule("decade",
         "(?:<the> )?(?:(?P<n><n4>|<n2>)[_'-]{1,1}<dsfx>(?: <unit.year|yw>)?|"
         "(?P<wrd><decade>)(?: <unit.year|yw>)?|<decword>(?: |[\"'])"
         "(?P<n1><n2|n4|decade>)(?![-–]<n4>))"
         "(?:[ ·.](?:<of> )?(?:(?P<c>{NTH})[ ·.-]<unit.century|cw>|<rel> <unit.century>|"
         "<unit.century> (?:<rel>|(?:<al> )?(?P<c1><roman>(?:[_-]<sfx>)?))))?", "decade"),
    Rule("year", "(?P<y>{Y})", "year"),
    Rule("early-year", "<unit.year> (?P<n><n3>)|(?P<n3><n3>)[_ ](?P<u><yw|unit.year>)", "early_year"),
    Rule("year-list", "(?P<list><n4>(?:(?:,| <and> ){1,1}<n4>){1,6})(?: <yw|unit.year>)", "year_list"),
    Rule("short-years",
         "(?:<unit.year> )?(?P<y><n4>)(?P<sep>[-–/])(?P<b><n2>)(?![./-]<num>)(?:[ _]<yw|unit.year>)?", "short_years"),
    Rule("year-words", "(?:<the> )?(?:<unit.year> )(?P<y>{YWORDS}|<mil>)|(?P<y3>{YWORDS})", "year_words"),
    Rule("era-year",
         "(?P<n><num>)(?:[_-]<sfx>)?(?: <yw|unit.year>)? (?P<era><era>)|(?P<era2><era>) (?P<n2><num>)", "era_year"),
    Rule("apostrophe-year", "[\"'](?P<y2><n2>)(?![_]|-<dsfx>)", "apostrophe_year"),
    Rule("century-range",
         "(?P<c>{NTH})(?:[ ·.]<unit.century|cw>)?[-–](?:<in> )?(?:<part> )?(?P<c2>{NTH})[ ·.]<unit.century|cw>|"
         "<unit.century> (?:<the|al> )?(?P<a><roman>(?:[_-]<sfx>)?)[-–](?:<al> )?(?P<b><roman>(?:[_-]<sfx>)?)",
         "century_range"),
    Rule("century-list",
         "(?:<the> )?(?:(?P<c>{NTH})(?: |{DOT})<and> (?P<c2>{NTH})[ ·.]<unit.century|cw>|<unit.century> (?:<the|al> )?"
         "(?P<a><roman>(?:[_-]<sfx>)?) <and> (?:<al> )?(?P<b><roman>(?:[_-]<sfx>)?))",
         "century_list"),
    Rule("century-name", "<the|in|of|part>(?: (?P<w><cent>)|[\"'](?P<h><n3>))", "century_name", "centuries"),
    Rule("century",
         "(?:<the> )?(?:(?P<c>{NTH})[ ·.-]<unit.century|cw>|<unit.century>[ ·](?:<the|al> ){0,2}"
         "(?P<c1><roman>(?:[_-]<sfx>)?))(?: (?P<era><era>))?", "century"),
    # reckoned from the DCT, or from an earlier date
    Rule("relative-word", "(?P<one><one>)(?: <dpart>)?", "one"),
    Rule("relative-unit",
         "(?:<the> )?(?:(?P<r><rel|that|follow>) (?:<fiscal> )?(?P<u><unit>)|(?P<u1><unit>) "
         "(?P<r1><rel|follow|hind>))", "relative"),
    Rule("weekend", "(?:<the> )?(?P<u><unit.weekend>)", "weekend"),
    Rule("part-of-period",
         "(?:<the> )?(?P<pt><part>)(?: <of|in>)?(?: <the>)?(?: |-)"
         "(?P<u><unit.week|unit.month|unit.quarter|unit.year>)(?! <rel|n4|month|one>)(?! <of> <month|monthish>)",
         "part_of_period"),
    Rule("period-of-year", "(?:<the> )?(?P<n><n4>) (?P<u><unit.quarter|unit.period>)", "period_of_year", "the-period"),
    Rule("the-year", "<the> (?:<fiscal> |<full> ){0,1}(?P<u><unit.year>)", "the_year", "the-period"),
    Rule("nth-week-from", "(?:<the> )?(?P<n><ord>) (?P<u><unit.week>)", "nth_week_from"),
    Rule("holiday", "(?:<the> )?(?:(?P<r><rel>) )?(?P<h><holiday>)(?:(?![.·]){YT}(?P<y>{Y}|{YREL}))?", "holiday"),
    Rule("the-period", "(?:<the> )(?P<u><unit.quarter|unit.period>)", "period", "the-period"),
    Rule("latest-period", "(?:<the> )?(?P<l><latest>) (?P<u><unit.quarter|unit.period>)", "period", "the-period"),
    Rule("year-earlier-period",
         "(?:<the> )?<one.year> (?P<u><unit.quarter|unit.period>)", "year_earlier", "the-period"),
    Rule("weekday-of-week",
         "(?:<the> )?(?P<w>{WD})(?: <of|in|from>)?(?: <the>)? (?:"
         "(?P<r><rel|follow>) <unit.week>|<unit.week> (?P<r1><rel|follow>))", "weekday_of_week"),
    Rule("week-then-weekday",
         "(?:<the> )?(?:(?P<r><rel>) <unit.week>|<unit.week> (?P<r1><rel>))[ ,]"
         "(?!<to|until|since>)(?:<in|on|wdon> )?(?:<the> )?(?P<w>{WD})(?! <rel|follow>)", "weekday_of_week"),
    Rule("weekday-relative",
         "(?:<the> )?(?:(?P<r><rel|follow>) (?P<w>{WD})|(?P<w1>{WD}) (?P<r1><rel|follow>))", "weekday"),
    Rule("weekday", "(?P<w><wd>)(?: <dpart>)?", "weekday"),
    Rule("weekday-short", "(?P<w><wdish>)(?: <dpart>)?", "weekday_short", "short-weekday"),
    Rule("weekday-bracket", "(?P<x>(?P<w>{WD}))\\((?P<d><n31>)(?![./:-]<num>)", "weekday_bracket", "day-number"),
    Rule("weekday-bracket-month",
         "(?P<x>(?P<w>{WD}))\\((?P<A><n31>)(?P<sep>[./])(?P<B><n12>)(?![./:-]<num>)", "weekday_bracket", "day-number"),
    Rule("ago",
         "(?:(?P<n>{NUM})(?: |-)?)?(?P<u><unit>) (?P<back><ago>)|(?P<back2><agopre>) "
         "(?P<about><rough|about|nearly> )?(?P<n2>{NUM})[ -](?:<of> )?(?P<u2><unit>)", "ago"),
    Rule("hence", "(?P<pre><hence>) (?P<n>{NUM} )?(?:<of> )?(?P<u><unit>)|(?P<n2>{NUM} )?(?P<u2><unit>) "
         "(?P<post><hencepost>)", "hence"),
    Rule("week-of", "(?:<the> )?<unit.week> <of> (?P<m>{MOND})(?: |[.·])(?P<d>{ND})(?:(?:,| )(?P<y>{Y}))?", "week_of"),
    Rule("week-of-day",
         "(?:<the> )?<unit.week> <of> (?:<the> )?(?P<d>{DAY}){DM}(?P<m>{MOND})(?:{YT}(?P<y>{Y}|{YREL}))?", "week_of"),
    Rule("first-units",
         "(?:<the> )?(?:<first> (?P<n>{NUM})|(?P<n2>{NUM}) <first>) (?P<u><unit.day|unit.month|unit.quarter>)"
         "(?: <of>)?(?: <the>)? (?:(?P<y>{Y}|{YREL})|(?P<bare><unit.year>))", "first_units"),
    Rule("months-of-year", "(?P<n>{NUM}) (?P<u><unit.month>) (?P<y>{Y}|{YREL})", "months_of_year"),
    Rule("nth-month",
         "(?:<the> )?(?P<n>{NTH}|<final>) (?P<u><unit.month>)(?: <of>)?(?: <the>)? (?P<y>{Y}|{YREL})", "nth_month"),
    Rule("nth-of",
         "(?:<the> )?(?P<n>{NTH}|<final>) (?P<u><wd|unit>)(?: <of|in>)?(?: <the>)? (?:(?P<m>{MON})(?:{YT}"
         "(?P<y>{Y}|{YREL}))?|(?P<mr><rel> <unit.month>|<unit.month> <rel>))", "nth_of"),
    Rule("daypart", "(?:<the> )?(?P<r><rel|that|follow>) (?P<dp><dpart>)", "relative_daypart"),
)  # fmt: skip

# A stretch without any of these readings is not worth a try.
STRONG = (
    "month", "monthish", "monthday", "wd", "wdish", "n4", "one", "unit", "season", "decade", "decword", "era", "mil",
    "qh", "dpart", "holiday", "cent",
)  # fmt: skip
