//! The inventory itself, table by table in the order of the migrations. **A new column gets its line here**; the test
//! `the_inventory_and_the_schema_name_the_same_columns` says which ones are missing.
//!
//! `Column::new(name, kind)` is shown in the person's export and stays when one of two people is erased. `.by("author_id")`,
//! `.either()`, `.row_by("author_id")`, `.row()`, `.mentors()`, `.mentees()` say whose words it holds; `p` names a person; `.left(…)` leaves it out of the export; `Column::number`
//! ties rows together. Rows of `Rows::Of` and `Rows::OfTwo` go with the person, all others stay for the partner.

use super::Left::{Bookkeeping, Sealed};
use super::kinds::{
    ACCOUNT, AGENDA, ANSWER, BRIEFING, CONCERN, CONSENT, COPY, DIGEST, DIRECT, DRAFT, ENROLMENT, FAVOURITE,
    FIGURES, INSTALLATION, INVITATION, LANGUAGE, LOOK_BACK, MARK, MATCHING, MEETING, MEETUP, NEXT, PAIR,
    PAUSE, POST, PRACTICE, PROFILE, PROGRAMME, PROPOSAL, QUESTION, QUEUE, RATHER_NOT, RATING, REACH, REMARK,
    ROOM, SERVER, SUPPORT, SURVEY, TASK, TRACE, TURNED_DOWN, WISH,
};
use super::{Column, Rows, Table};

const fn c(name: &'static str, kind: &'static super::Kind) -> Column {
    Column::new(name, kind)
}

const fn p(name: &'static str, kind: &'static super::Kind) -> Column {
    Column::person(name, kind)
}

const fn n(name: &'static str) -> Column {
    Column::number(name)
}

/// Every table of the database.
#[rustfmt::skip]
pub static TABLES: &[Table] = &[
    Table::kept("installation", Rows::Nobody, &[
        n("only_row"), c("secret", &INSTALLATION), c("direct_last", &INSTALLATION), c("erasures", &INSTALLATION),
        c("epoch", &INSTALLATION), c("backed_up_at", &INSTALLATION),
    ]),
    Table::kept("server", Rows::Nobody, &[
        c("guild_id", &SERVER), c("coordinator_role", &SERVER), c("coach_role", &SERVER), c("digest_channel", &SERVER),
        c("language", &SERVER), c("coach_channel", &SERVER),
    ]),
    Table::kept("person", Rows::Person, &[
        n("id"), c("guild_id", &ACCOUNT), c("user_id", &ACCOUNT), c("language", &LANGUAGE), c("direct", &DIRECT),
        c("direct_channel", &DIRECT), c("gone", &ENROLMENT).left(Bookkeeping),
    ]),
    Table::kept("consent", Rows::Of("person_id"), &[
        n("person_id"), c("document", &CONSENT), c("version", &CONSENT), c("given_on", &CONSENT),
    ]),
    Table::kept("seen_interaction", Rows::Nobody, &[c("id", &TRACE), c("seen_at", &TRACE)]),
    Table::kept("owed_reply", Rows::Nobody, &[
        c("key", &TRACE), c("outcome", &TRACE), c("until", &TRACE), c("asker", &TRACE),
    ]),
    Table::kept("programme", Rows::Nobody, &[
        n("id"), c("guild_id", &PROGRAMME), c("name", &PROGRAMME), c("template", &PROGRAMME), c("phase", &PROGRAMME),
        c("language", &PROGRAMME), c("zone", &PROGRAMME), c("starts_on", &PROGRAMME), c("ends_on", &PROGRAMME),
        c("meetings", &PROGRAMME), c("question_schedule", &PROGRAMME), c("digest_schedule", &PROGRAMME),
        c("quiet_from", &PROGRAMME), c("quiet_to", &PROGRAMME), c("k", &PROGRAMME), c("period_weeks", &PROGRAMME),
        c("deletion_days", &PROGRAMME), c("mentee_assigns", &PROGRAMME), c("sponsor", &PROGRAMME),
        c("contact", &PROGRAMME), c("card_channel", &PROGRAMME), c("digest_channel", &PROGRAMME),
        c("periods_from", &PROGRAMME), c("periods_zone", &PROGRAMME), c("practice_channel", &PROGRAMME),
        c("aim", &PROGRAMME), c("hours", &PROGRAMME), c("least_months", &PROGRAMME), c("most_months", &PROGRAMME),
        c("admission_role", &PROGRAMME), c("approval", &PROGRAMME), c("mentor_favourites", &PROGRAMME),
        c("briefing_required", &PROGRAMME), c("rotation_weeks", &PROGRAMME), c("most_tandems", &PROGRAMME),
        c("lounge", &PROGRAMME), c("lounge_channel", &PROGRAMME), c("kickoff_at", &PROGRAMME),
        c("kickoff_place", &PROGRAMME), c("kickoff_sequence", &PROGRAMME), c("kickoff_changed_at", &PROGRAMME),
        c("kickoff_cancelled", &PROGRAMME), c("closing_event_at", &PROGRAMME), c("closing_event_place", &PROGRAMME),
        c("closing_event_sequence", &PROGRAMME), c("closing_event_changed_at", &PROGRAMME),
        c("closing_event_cancelled", &PROGRAMME),
        c("invite", &PROGRAMME), c("closed_on", &PROGRAMME),
    ]),
    Table::new("enrolment", Rows::Of("person_id"), &[
        n("id"), n("programme_id"), n("person_id"), c("role", &ENROLMENT), c("state", &ENROLMENT),
        c("available", &ENROLMENT), c("provisional", &ENROLMENT).left(Bookkeeping),
    ]),
    Table::new("proposal", Rows::Pair("mentor_id", "mentee_id"), &[
        n("id"), n("programme_id"), p("mentor_id", &PROPOSAL),
        p("mentee_id", &PROPOSAL), c("deadline", &PROPOSAL), c("state", &PROPOSAL),
        c("mentor_answer", &ANSWER).mentors(), c("mentee_answer", &ANSWER).mentees(), n("round_id"),
        c("to_open", &PROPOSAL).left(Bookkeeping),
    ]),
    Table::kept("category", Rows::Nobody, &[
        n("id"), c("guild_id", &SERVER), c("number", &SERVER), c("channel_id", &SERVER),
    ]),
    Table::new("tandem", Rows::Tandem("id"), &[
        n("id"), n("programme_id"), p("mentor_id", &PAIR), p("mentee_id", &PAIR),
        n("category_id"), c("name", &ROOM), c("language", &ROOM), c("also", &ROOM), c("state", &PAIR),
        c("channel_id", &ROOM), c("opened_at", &PAIR), c("ended_at", &PAIR), c("mentor_next", &NEXT).mentors(),
        c("mentee_next", &NEXT).mentees(), c("next_settled", &NEXT).left(Bookkeeping), n("round_id"),
    ]),
    Table::kept("room_name", Rows::Nobody, &[c("guild_id", &SERVER), c("name", &SERVER)]),
    Table::new("post", Rows::Tandem("tandem_id"), &[
        n("id"), c("kind", &POST).left(Bookkeeping), n("tandem_id"), n("subject"),
        c("channel_id", &POST).left(Bookkeeping), c("message_id", &POST).left(Bookkeeping),
    ]),
    Table::new("mark", Rows::Of("person_id"), &[n("post_id"), n("person_id"), c("emoji", &MARK)]),
    Table::new("task", Rows::Tandem("tandem_id"), &[
        n("id"), n("tandem_id"), c("number", &TASK), p("giver_id", &TASK),
        p("doer_id", &TASK), c("text", &TASK).by("giver_id"), c("due_on", &TASK),
        c("link", &TASK).by("giver_id"), c("state", &TASK), c("by_mark", &TASK).left(Bookkeeping),
        c("note", &TASK).by("doer_id"), c("given_at", &TASK), c("said_at", &TASK), c("stuck_times", &TASK),
    ]),
    Table::new("asked_question", Rows::Tandem("tandem_id"), &[
        n("id"), n("tandem_id"), c("question", &QUESTION), c("round", &QUESTION).left(Bookkeeping),
        c("asked_at", &QUESTION), c("passed_on", &QUESTION), c("talked_in", &QUESTION).left(Bookkeeping),
    ]),
    Table::new("rating", Rows::Of("person_id"), &[
        n("id"), n("programme_id"), n("person_id"), c("value", &RATING), c("given_at", &RATING),
    ]),
    Table::new("outbox", Rows::Nobody, &[
        n("id"), c("lane", &QUEUE), n("programme_id"), c("effect", &QUEUE), c("key", &QUEUE), c("after_id", &QUEUE),
        c("due_at", &QUEUE), c("expires_at", &QUEUE), c("state", &QUEUE), c("attempts", &QUEUE),
        c("attempted_at", &QUEUE), c("content_key", &QUEUE), c("retry_at", &QUEUE), c("cause", &QUEUE),
        c("planned", &QUEUE),
    ]),
    Table::kept("channel_mark", Rows::Nobody, &[c("channel_id", &POST), c("message_id", &POST)]),
    Table::kept("job", Rows::Nobody, &[c("name", &QUEUE), c("subject", &QUEUE), c("due_at", &QUEUE)]),
    Table::kept("release_period", Rows::Nobody, &[
        n("programme_id"), c("number", &FIGURES), c("starts_on", &FIGURES), c("ends_on", &FIGURES),
    ]),
    Table::kept("release_cell", Rows::Nobody, &[
        n("programme_id"), c("number", &FIGURES), c("cell", &FIGURES), c("released", &FIGURES),
    ]),
    Table::new("told_once", Rows::Nobody, &[n("programme_id"), c("what", &POST)]),
    Table::new("digest", Rows::Nobody, &[n("id"), n("programme_id"), c("made_at", &DIGEST), c("content", &DIGEST)]),
    Table::new("meeting", Rows::Tandem("tandem_id"), &[
        n("id"), n("tandem_id"), c("starts_at", &MEETING), c("minutes", &MEETING), c("place", &MEETING).either(),
        c("mentor_ok", &MEETING), c("mentee_ok", &MEETING), c("by_mark", &MEETING).left(Bookkeeping),
        c("cancelled", &MEETING), c("sequence", &MEETING).left(Bookkeeping), c("filed", &MEETING).left(Bookkeeping),
        c("planned_at", &MEETING), c("changed_at", &MEETING).left(Bookkeeping), c("held_at", &MEETING),
    ]),
    Table::new("meeting_offer", Rows::Tandem("tandem_id"), &[
        n("id"), n("tandem_id"), c("since", &MEETING).left(Bookkeeping), c("first", &MEETING), c("second", &MEETING),
        c("third", &MEETING),
    ]),
    Table::new("topic", Rows::Tandem("tandem_id"), &[
        n("tandem_id"), n("after_meeting"), c("code", &AGENDA), c("words", &AGENDA).row(),
    ]),
    Table::kept("programme_topic", Rows::Nobody, &[n("programme_id"), c("words", &PROGRAMME)]),
    Table::new("point", Rows::Tandem("tandem_id"), &[
        n("id"), n("tandem_id"), p("author_id", &AGENDA), c("words", &AGENDA).row_by("author_id"),
        n("after_meeting"), c("done", &AGENDA),
    ]),
    Table::new("brought_up", Rows::Under("meeting_id", "meeting"), &[
        n("meeting_id"), c("what", &MEETING).left(Bookkeeping), c("starts_at", &MEETING).left(Bookkeeping),
    ]),
    Table::new("wish", Rows::Under("enrolment_id", "enrolment"), &[
        n("enrolment_id"), c("what", &WISH), c("words", &WISH),
    ]),
    Table::new("pause", Rows::Tandem("tandem_id"), &[
        n("id"), n("tandem_id"), c("from_at", &PAUSE), c("until_at", &PAUSE), c("over", &PAUSE).left(Bookkeeping),
        c("ended_early", &PAUSE),
    ]),
    Table::new("held_post", Rows::Under("post_id", "post"), &[n("post_id"), n("pause_id"), c("expires_at", &POST).left(Bookkeeping)]),
    Table::new("reach_call", Rows::Tandem("tandem_id"), &[
        n("id"), n("tandem_id"), c("asked_at", &REACH).left(Sealed), c("offered", &REACH).left(Sealed),
        c("asker", &REACH).left(Sealed).either(),
    ]),
    Table::new("support_call", Rows::Of("person_id"), &[
        n("id"), n("programme_id"), n("tandem_id"), c("asked_at", &SUPPORT), c("reader", &SUPPORT),
        n("role_id"), c("taken", &SUPPORT), n("person_id"), c("text", &SUPPORT),
    ]),
    Table::new("practice", Rows::Tandem("tandem_id"), &[
        n("id"), n("programme_id"), n("tandem_id"), c("kind", &PRACTICE), c("state", &PRACTICE),
        c("text", &PRACTICE).either(), c("link", &PRACTICE).either(), c("deadline", &PRACTICE),
        c("mentor_answer", &ANSWER).mentors(), c("mentee_answer", &ANSWER).mentees(), c("named", &PRACTICE),
        c("remark", &PRACTICE).either(),
    ]),
    Table::new("practice_file", Rows::Under("practice_id", "practice"), &[
        n("practice_id"), c("name", &PRACTICE), c("bytes", &PRACTICE).left(Sealed),
    ]),
    Table::new("remark", Rows::Of("person_id"), &[
        n("id"), n("programme_id"), n("person_id"), c("text", &REMARK), c("passed_in", &REMARK),
    ]),
    Table::new("profile", Rows::Under("enrolment_id", "enrolment"), &[
        n("enrolment_id"), c("department", &PROFILE), c("organisation", &PROFILE), c("german", &PROFILE),
        c("english", &PROFILE), c("since", &PROFILE), c("hours", &PROFILE), c("capacity", &PROFILE),
        c("line", &PROFILE),
    ]),
    Table::new("profile_topic", Rows::Under("enrolment_id", "enrolment"), &[n("enrolment_id"), c("topic", &PROFILE)]),
    Table::new("rather_not", Rows::Naming("enrolment_id", "enrolment", "user_id"), &[
        n("enrolment_id"), c("user_id", &RATHER_NOT),
    ]),
    Table::new("draft", Rows::Account("user_id"), &[
        n("programme_id"), c("user_id", &ACCOUNT), c("answers", &DRAFT), c("until", &DRAFT),
    ]),
    Table::new("invitation", Rows::Account("user_id"), &[
        n("programme_id"), c("user_id", &ACCOUNT), c("role", &INVITATION), c("department", &INVITATION),
        c("organisation", &INVITATION), c("line", &INVITATION), c("german", &INVITATION), c("english", &INVITATION),
        c("until", &INVITATION),
    ]),
    Table::new("briefing", Rows::Under("enrolment_id", "enrolment"), &[n("enrolment_id"), c("side", &BRIEFING)]),
    Table::kept("topic_release", Rows::Nobody, &[n("programme_id"), c("topic", &FIGURES), c("released", &FIGURES)]),
    Table::kept("briefing_release", Rows::Nobody, &[n("programme_id"), c("readers", &FIGURES)]),
    Table::kept("own_question", Rows::Nobody, &[
        n("id"), n("programme_id"), c("en", &PROGRAMME), c("de", &PROGRAMME),
    ]),
    Table::kept("question_off", Rows::Nobody, &[n("programme_id"), c("question", &PROGRAMME)]),
    Table::new("own_idea", Rows::Nobody, &[
        n("id"), n("programme_id"), c("code", &PROGRAMME), c("words", &PROGRAMME), c("en", &PROGRAMME), c("de", &PROGRAMME),
    ]),
    Table::new("lounge_member", Rows::Of("person_id"), &[n("programme_id"), c("person_id", &ENROLMENT).left(Bookkeeping)]),
    Table::new("concern", Rows::Nobody, &[n("id"), n("programme_id"), c("words", &CONCERN), c("told_on", &CONCERN)]),
    Table::new("announcement", Rows::Nobody, &[
        n("id"), n("programme_id"), c("target", &PROGRAMME), c("words", &PROGRAMME), c("link", &PROGRAMME),
        c("file_name", &PROGRAMME), c("file", &PROGRAMME), c("sent", &PROGRAMME), c("drafted_at", &PROGRAMME),
    ]),
    Table::new("turned_down", Rows::Account("user_id"), &[
        n("programme_id"), c("user_id", &ACCOUNT), c("until", &TURNED_DOWN),
    ]),
    Table::kept("kept_copy", Rows::Nobody, &[
        c("name", &COPY), c("good_days", &COPY),
    ]),
    Table::kept("programme_total", Rows::Nobody, &[n("programme_id"), c("fact", &FIGURES), c("value", &FIGURES)]),
    Table::new("match_round", Rows::Nobody, &[
        n("id"), n("programme_id"), c("state", &PROGRAMME), c("proven", &PROGRAMME),
        c("deadline", &PROGRAMME), c("room", &PROGRAMME),
    ]),
    Table::new("match_pair", Rows::OfTwo("mentor_id", "mentee_id"), &[
        n("round_id"), c("mentor_id", &MATCHING).left(Bookkeeping), c("mentee_id", &MATCHING).left(Bookkeeping),
    ]),
    Table::new("match_lock", Rows::OfTwo("mentor_id", "mentee_id"), &[
        n("id"), n("programme_id"), c("mentor_id", &MATCHING).left(Bookkeeping),
        c("mentee_id", &MATCHING).left(Bookkeeping),
    ]),
    Table::new("match_bar", Rows::OfTwo("one_id", "other_id"), &[
        n("id"), n("programme_id"), c("one_id", &MATCHING).left(Bookkeeping), c("other_id", &MATCHING).left(Bookkeeping),
    ]),
    Table::new("favourite", Rows::OfTwo("person_id", "favourite_id"), &[
        n("programme_id"), n("person_id"), n("favourite_id"), c("rank", &FAVOURITE),
    ]),
    Table::kept("survey", Rows::Nobody, &[
        n("id"), n("programme_id"), c("kind", &FIGURES), c("state", &FIGURES), c("apart", &FIGURES),
        c("opens_at", &FIGURES), c("closes_at", &FIGURES),
    ]),
    Table::new("survey_sheet", Rows::Of("person_id"), &[
        n("survey_id"), n("person_id"), c("side", &SURVEY), c("answers", &SURVEY),
    ]),
    Table::kept("survey_cell", Rows::Nobody, &[
        n("survey_id"), c("side", &FIGURES), c("item", &FIGURES), c("asked", &FIGURES), c("shown", &FIGURES),
    ]),
    Table::new("look_back", Rows::Tandem("tandem_id"), &[
        n("tandem_id"), c("moment", &LOOK_BACK), c("worked", &LOOK_BACK).either(), c("learned", &LOOK_BACK).either(),
        c("changes", &LOOK_BACK).either(),
    ]),
    Table::new("stay_question", Rows::Tandem("tandem_id"), &[
        n("tandem_id"), c("deadline", &ANSWER), c("mentor_stays", &ANSWER).mentors(),
        c("mentee_stays", &ANSWER).mentees(),
    ]),
    Table::new("sitting", Rows::Nobody, &[
        n("id"), n("programme_id"), c("number", &PROGRAMME), c("starts_at", &PROGRAMME), c("state", &PROGRAMME),
        c("round", &PROGRAMME), n("invite_id"),
    ]),
    Table::new("sitting_space", Rows::Nobody, &[
        n("id"), n("sitting_id"), c("number", &PROGRAMME), c("channel_id", &SERVER),
    ]),
    Table::new("sitting_guest", Rows::Of("person_id"), &[
        n("sitting_id"), n("person_id"), n("space_id"), c("breaks", &MEETUP), c("named", &MEETUP),
    ]),
    Table::new("encounter", Rows::Pair("one_id", "other_id"), &[
        n("sitting_id"), c("round", &MEETUP), n("space_id"), p("one_id", &MEETUP), p("other_id", &MEETUP), c("met", &MEETUP),
    ]),
    Table::new("sitting_absent", Rows::Of("person_id"), &[
        n("programme_id"), c("person_id", &MATCHING).left(Bookkeeping),
    ]),
];
