//! The templates that programmes are made from: how many meetings, how long, and what is special about each. All of it
//! is only where a new programme starts from; a coordinator can change every value (PRODUCT.md, "A programme's life").

use super::programme::codes;
use super::topic::Topic;

codes! {
    /// What a programme is made from.
    Template {
        /// Six meetings in three to six months; topics chosen from meeting to meeting.
        Six = "six",
        /// Monthly for nine to twelve months, with a guiding question each month; speed networking first.
        Year = "year",
        /// One whole day at the mentee's work, then a follow-up every four weeks; later a new partner.
        Shadow = "shadow",
        /// Four meetings in three months with few tandems, a briefing and short surveys.
        Pilot = "pilot",
        /// Apprentices advise managers in one of three fields.
        Apprentice = "apprentice",
    }
}

/// What a template brings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Design {
    /// How many meetings each tandem is to have.
    pub meetings: u32,
    /// How long it runs, in weeks.
    pub weeks: u32,
    /// About how many hours a month it takes each of the two: the meeting, the way to it, a small task.
    pub hours: u32,
    /// When guiding questions come, as people say it.
    pub questions: &'static str,
    /// Whether people meet in speed networking before they are paired.
    pub meets_first: bool,
    /// Whether it begins with a whole day at the mentee's work.
    pub whole_day: bool,
    /// Whether the briefing has to be read before somebody is paired.
    pub briefing_required: bool,
    /// New partners after so many weeks, unless both wish to stay.
    pub rotation_weeks: Option<u32>,
    /// At most so many tandems.
    pub most_tandems: Option<u32>,
    /// The topics on offer; none means the whole catalogue.
    pub fields: &'static [Topic],
}

/// Six meetings, the plainest design; the others say what differs.
const SIX: Design = Design {
    meetings: 6,
    weeks: 20,
    hours: 3,
    questions: "0 9 1-7 * Mon",
    meets_first: false,
    whole_day: false,
    briefing_required: false,
    rotation_weeks: None,
    most_tandems: None,
    fields: &[],
};

impl Template {
    /// What it brings.
    #[must_use]
    pub const fn design(self) -> Design {
        match self {
            Self::Six => SIX,
            // Ten months, so that the rhythm is about a month.
            Self::Year => Design { meetings: 10, weeks: 44, meets_first: true, ..SIX },
            // The day, and a follow-up every four weeks for half a year; half-way partners change.
            Self::Shadow => {
                Design { meetings: 7, weeks: 28, hours: 4, whole_day: true, rotation_weeks: Some(14), ..SIX }
            }
            Self::Pilot => {
                Design { meetings: 4, weeks: 13, briefing_required: true, most_tandems: Some(10), ..SIX }
            }
            Self::Apprentice => {
                Design { weeks: 13, fields: &[Topic::Devices, Topic::SocialMedia, Topic::Products], ..SIX }
            }
        }
    }

    /// How many meetings it has.
    #[must_use]
    pub const fn meetings(self) -> u32 {
        self.design().meetings
    }

    /// How long it runs unless somebody says otherwise, in weeks.
    #[must_use]
    pub const fn weeks(self) -> u32 {
        self.design().weeks
    }

    /// The topics of the catalogue that it offers.
    #[must_use]
    pub const fn topics(self) -> &'static [Topic] {
        match self.design().fields {
            [] => Topic::ALL,
            fields => fields,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::schedule::Schedule;

    #[test]
    fn each_template_brings_what_its_published_design_has() {
        let rhythm = |template: Template| template.weeks() * 7 / template.meetings();
        let seen: Vec<_> =
            Template::ALL.iter().map(|one| (one.code(), one.meetings(), one.weeks(), rhythm(*one))).collect();
        assert_eq!(
            seen,
            [
                ("six", 6, 20, 23),
                ("year", 10, 44, 30),
                ("shadow", 7, 28, 28),
                ("pilot", 4, 13, 22),
                ("apprentice", 6, 13, 15)
            ]
        );
        let special = |is: fn(Design) -> bool| -> Vec<&str> {
            Template::ALL.iter().filter(|one| is(one.design())).map(|one| one.code()).collect()
        };
        assert_eq!(special(|design| design.meets_first), ["year"]);
        assert_eq!(special(|design| design.whole_day), ["shadow"]);
        assert_eq!(special(|design| design.rotation_weeks.is_some()), ["shadow"]);
        assert_eq!(special(|design| design.most_tandems == Some(10)), ["pilot"]);
        assert_eq!(special(|design| design.briefing_required), ["pilot"]);
        assert_eq!(Template::Apprentice.topics().len(), 3);
        assert_eq!(Template::Pilot.topics().len(), 12);
    }

    #[test]
    fn the_schedule_of_each_template_is_one_that_people_could_have_said() {
        for template in Template::ALL {
            assert!(Schedule::parse(template.design().questions).unwrap().is_at_most_daily());
        }
    }
}
