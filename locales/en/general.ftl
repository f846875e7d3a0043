# Words that stand in many places.
# Shown when a message is missing or lacks a variable; the log has the reason
general-text-missing = The right words are missing here. The coordinator can pass that on.
# $number (of the line in the log)
general-incident = Something went wrong on my side, and nothing was changed. Please try again; if it happens again, this number helps the coordinator: { $number }
general-button-outdated = This button belongs to something that is over. /help shows what you can do here and now.
# Added to the private reply when a text held @everyone or another mention
general-mentions-muted = Mentions in your text notify nobody.
# In place of a value that was not given
general-none = none
# Name of a category of rooms. $number
room-category = Tandems { $number }
