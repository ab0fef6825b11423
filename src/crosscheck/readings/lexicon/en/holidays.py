"""Holidays: the day of each, where a name has one day in every country that has it.

"Independence Day", "Labour Day", "Mother's Day" and the like are left out, so refused: each country has its own.
"""

from __future__ import annotations

from crosscheck.readings.lexicon import by_phrase, words

# Days that are known by their figures, behind "pre-" and "post-", and before what happened: year, month, day.
FAMOUS_DAYS = by_phrase({(2001, 9, 11): "9/11 | 9-11", (2005, 7, 7): "7/7"})
FAMOUS_EVENTS = words("atrocities atrocity attack attacks bombings hijackings")
# Month and day.
HOLIDAYS = by_phrase(
    {
        (1, 1): "new year's day | new years day | new year's",
        (1, 6): "epiphany",
        (1, 25): "burns night",
        (1, 26): "australia day",
        (1, 27): "international holocaust remembrance day",
        (2, 2): "groundhog day | candlemas",
        (2, 6): "waitangi day",
        (2, 14): "valentine's day | valentines day | st valentine's day",
        (3, 1): "st david's day",
        (3, 8): "international women's day",
        (3, 17): "st patrick's day | saint patrick's day",
        (4, 1): "april fools' day | april fool's day | april fools day",
        (4, 22): "earth day",
        (4, 23): "st george's day",
        (4, 25): "anzac day",
        (5, 1): "may day | international workers' day",
        (5, 5): "cinco de mayo",
        (5, 9): "europe day",
        (6, 19): "juneteenth",
        (7, 1): "canada day",
        (7, 14): "bastille day",
        (10, 31): "halloween | hallowe'en",
        (11, 1): "all saints' day | all saints day",
        (11, 2): "all souls' day | all souls day",
        (11, 5): "guy fawkes night | guy fawkes day | bonfire night",
        (11, 11): "veterans day | armistice day",
        (11, 30): "st andrew's day",
        (12, 1): "world aids day",
        (12, 10): "human rights day",
        (12, 24): "christmas eve",
        (12, 25): "christmas | christmas day",
        (12, 26): "boxing day | st stephen's day",
        (12, 31): "new year's eve | new years eve",
    }
)
# Month, the first day on which it can fall, its weekday (0 is Monday), the first year in which that holds.
WEEKDAY_HOLIDAYS = by_phrase(
    {
        (1, 15, 0, 1986): "martin luther king day | martin luther king jr day | mlk day",
        (2, 15, 0, 1971): "presidents' day | presidents day",
        (4, 15, 0, 1969): "patriots' day",
        (5, 18, 0, 1953): "victoria day",
        (5, 25, 0, 1971): "memorial day",
        (9, 1, 0, 1894): "labor day",
        (10, 8, 0, 1971): "columbus day | indigenous peoples' day | indigenous people's day",
        (10, 8, 0, 1957): "canadian thanksgiving",
        (11, 8, 6, 1945): "remembrance sunday",
        (11, 22, 3, 1942): "thanksgiving | thanksgiving day | american thanksgiving | us thanksgiving",
        (11, 23, 4, 1942): "black friday",
        (11, 26, 0, 2005): "cyber monday",
        (11, 27, 6, 0): "advent sunday",
    }
)
# What bears the same name elsewhere.
ALSO_CALLED = by_phrase({(10, 8, 0, 1957): "thanksgiving | thanksgiving day"})
# Days from Easter Sunday of the Western churches.
EASTER = by_phrase(
    {
        -47: "shrove tuesday | mardi gras | fat tuesday | pancake day",
        -46: "ash wednesday",
        -21: "mothering sunday",
        -7: "palm sunday",
        -3: "holy thursday | maundy thursday",
        -2: "good friday",
        -1: "holy saturday",
        0: "easter | easter sunday | easter day",
        1: "easter monday",
        39: "ascension day",
        49: "pentecost | whit sunday",
        50: "whit monday | pentecost monday",
        56: "trinity sunday",
    }
)
# Their days follow another calendar.
OTHER_CALENDARS = words("diwali eid hanukkah nowruz passover purim ramadan")
