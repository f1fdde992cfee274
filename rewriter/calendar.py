"""The days of the week and the months by every name that a note has for them."""

DAYS = {
    form: forms.split()[0]
    for forms in (
        "monday mon mondays", "tuesday tue tues tuesdays", "wednesday wed weds wednesdays",
        "thursday thu thur thurs thursdays", "friday fri fridays", "saturday sat saturdays", "sunday sun sundays",
    )
    for form in forms.split()
}  # fmt: skip
# Names that are no other word: nobody "sat" or bathed in the "sun" on them.
WEEKDAYS = frozenset(DAYS) - {"sat", "sun"}
# Units of time that no session lasts.
SPANS = frozenset({"day", "week", "month", "year"})
# By its number, 1 to 12.
MONTHS = {
    form: number
    for number, forms in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sep sept", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for form in forms.split()
}  # fmt: skip
NAMED_DATES = WEEKDAYS | (MONTHS.keys() - {"mar", "march", "may"})
# The name of a month in a pattern that knows no case.
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
# What a day of the month may end in: "3rd".
NTH = r"(?:st|nd|rd|th)"
