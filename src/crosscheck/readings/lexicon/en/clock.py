"""The time of day: its parts, clock times, zones."""

from __future__ import annotations

from crosscheck.readings.lexicon import by_phrase, meanings, phrases, words

AT, AM, PM = "at", "am", "pm"
# Whether the midnight of a day begins or ends it is not said, but "shortly after midnight" is.
CLOCK_WORDS = by_phrase({12: "noon | midday"})
MIDNIGHT = "midnight"
HOURS = words("hours hrs")
OCLOCK, MINUTES = words("o'clock oclock"), words("minutes")
PAST = words("past")
CLOCK_BOUNDS = meanings(
    before="before | prior to",
    by="by | until | till | no later than",
    after="after | past",
    since="since | from",
)
CLOCK_HEDGES = phrases("""
    around | about | approximately | roughly | circa | ~ | some time around | sometime around | at about | at around
    at approximately
""")
NEAR_A_TIME = meanings(
    after="shortly after | just after | soon after | right after",
    before="shortly before | just before | right before",
)
# Hours of a day: first and last as stated, first and last as allowed; beyond 24 they are of the next day.
DAY_PARTS = by_phrase(
    {
        (4, 8, 2, 10): "dawn | daybreak | sunrise | sunup | first light",
        (3, 7, 1, 9): "just before dawn | shortly before dawn | just before sunrise | shortly before sunrise",
        (5, 9, 3, 11): "just after dawn | shortly after dawn | just after sunrise | shortly after sunrise",
        (17, 21, 15, 23): "dusk | nightfall | sunset | sundown | twilight",
        (18, 30, 16, 33): "after dark | after dusk | after nightfall | after sunset",
        (0, 12, 0, 13): "morning",
        (12, 18, 12, 19): "afternoon",
        (12, 20, 12, 22): "afternoon or early evening",
        (17, 24, 16, 24): "evening",
        (18, 30, 17, 33): "night",
        (0, 9, 0, 12): "early morning",
        (0, 6, 0, 9): """
            early hours | early morning hours | small hours | wee hours | predawn hours | pre-dawn hours | before dawn
            before daybreak | before sunrise
        """,
        (9, 12, 8, 13): "late morning | mid-morning | midmorning",
        (12, 14, 11, 15): "lunchtime",
        (14, 17, 13, 18): "mid-afternoon | midafternoon",
        (12, 15, 12, 16): "early afternoon",
        (15, 18, 14, 19): "late afternoon",
        (17, 20, 16, 22): "early evening",
        (20, 24, 19, 26): "late evening",
        (20, 30, 19, 30): "late night",
    }
)
# "early Tuesday", "late yesterday"
DAY_THIRDS = by_phrase({(0, 9, 0, 12): "early", (16, 24, 14, 27): "late"})
LAST_NIGHT, TONIGHT = words("last"), phrases("tonight")
NIGHT, OVERNIGHT = "night", "overnight"
# Between a night and its days: "the night from Monday to Tuesday".
OF_A_NIGHT = words("between from of on")
WEEKENDS = words("weekend")
# Minutes ahead of UTC. What stands for several zones of the press (CST, IST, AST) is left out, so refused.
ZONES = by_phrase(
    {
        0: "gmt | utc | z | zulu | greenwich mean time | coordinated universal time | wet",
        60: "bst | cet | wat | british summer time | central european time",
        120: "cest | eet | sast | cat | central european summer time",
        180: "eest | eat",
        300: "pkt",
        345: "npt",
        420: "wib | ict",
        480: "hkt | sgt | awst",
        540: "jst | kst",
        570: "acst",
        600: "aest",
        630: "acdt",
        660: "aedt",
        720: "nzst",
        780: "nzdt",
        -150: "ndt",
        -180: "brt | adt",
        -240: "edt | eastern daylight time",
        -300: "est | cdt | eastern standard time | central daylight time",
        -360: "mdt | central standard time | mountain daylight time",
        -420: "mst | pdt | mountain standard time | pacific daylight time",
        -480: "pst | akdt | pacific standard time",
        -540: "akst",
        -600: "hst",
    }
)
# Of the United States, with summer time by the law of the year: minutes ahead of UTC in winter.
SEASONAL_ZONES = by_phrase(
    {
        -300: "et | eastern | eastern time",
        -360: "ct | central time",
        -420: "mt | mountain time",
        -480: "pt | pacific time | pacific",
    }
)
# Names of several zones.
OPEN_ZONES = words("cst ist ast amt msk gst pht wst sst ect act")
LOCAL_TIME = phrases("local time | local")
