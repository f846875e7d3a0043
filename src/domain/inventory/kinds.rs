//! Kinds of data: what the columns of the inventory hold, who sees it, and how long it is kept.

use crate::domain::programme::codes;

/// A kind of data.
#[derive(Debug)]
pub struct Kind {
    /// Its part of the texts' ids: what it is is `inventory-<code>`, what for `inventory-<code>-why`.
    pub code: &'static str,
    /// Who sees it besides whoever runs the bot.
    pub who: Who,
    /// How long it is kept.
    pub long: Long,
    /// Whether it is about a person; else it is about the server, the programme or the bot.
    pub personal: bool,
}

codes! {
    /// Who sees a kind of data (`inventory-who-<code>`).
    Who {
        /// Nobody: the bot alone uses it.
        Nobody = "nobody",
        /// The person themselves.
        Oneself = "oneself",
        /// The two of a tandem.
        Both = "both",
        /// The two of a tandem; coordinators see that the tandem is there.
        BothAndCoordinators = "both-and-coordinators",
        /// Coordinators.
        Coordinators = "coordinators",
        /// Coordinators, as sums that have passed suppression.
        Sums = "sums",
        /// Whoever was named to the asker as the reader.
        Reader = "reader",
        /// Everybody who can see the channel it is published in.
        Everybody = "everybody",
    }
}

codes! {
    /// How long a kind of data is kept (`inventory-long-<code>`).
    Long {
        /// Until the deletion period after the programme has closed is over, or the person has it deleted.
        Programme = "programme",
        /// As long as the person takes part in any programme.
        Person = "person",
        /// As long as the bot is used on the server.
        Server = "server",
        /// For good: it is about nobody.
        Good = "good",
        /// An hour at most.
        Hour = "hour",
        /// Until it has been sent.
        Sent = "sent",
        /// Until the result is known.
        Result = "result",
        /// Until it is resolved or closed.
        Resolved = "resolved",
        /// Until one period after it was passed on.
        PassedOn = "passed-on",
        /// Until its authors take it back, at most as long as the programme's data.
        Withdrawn = "withdrawn",
        /// Until the day that stands with it.
        Dated = "dated",
        /// Until 14 days after it took place.
        Fortnight = "fortnight",
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $who:ident, $long:ident, $personal:literal;)*) => {
        $($(#[$doc])* pub static $name: Kind =
            Kind { code: $code, who: Who::$who, long: Long::$long, personal: $personal };)*

        /// All kinds, in the order of the report.
        pub static KINDS: &[&Kind] = &[$(&$name),*];
    };
}

kinds! {
    /// Discord's id of an account.
    ACCOUNT = "account", BothAndCoordinators, Person, true;
    /// Language of private replies.
    LANGUAGE = "language", Oneself, Person, true;
    /// Whether direct messages are wanted.
    DIRECT = "direct", Oneself, Person, true;
    /// Agreement to notice and confidentiality.
    CONSENT = "consent", Oneself, Person, true;
    /// Who takes part in which role.
    ENROLMENT = "enrolment", Coordinators, Programme, true;
    /// What somebody says about themselves for a programme.
    PROFILE = "profile", Coordinators, Programme, true;
    /// Whom somebody would rather not be paired with.
    RATHER_NOT = "rather-not", Oneself, Programme, true;
    /// An enrolment that was begun.
    DRAFT = "draft", Oneself, Dated, true;
    /// An invitation to a programme.
    INVITATION = "invitation", Coordinators, Dated, true;
    /// That there was no place for somebody.
    TURNED_DOWN = "turned-down", Oneself, Dated, true;
    /// A proposed pair.
    PROPOSAL = "proposal", BothAndCoordinators, Programme, true;
    /// The answers to it.
    ANSWER = "answer", Oneself, Result, true;
    /// Who is in a tandem with whom, and when it began and ended.
    PAIR = "pair", BothAndCoordinators, Programme, true;
    /// What somebody wants after a tandem.
    NEXT = "next", Oneself, Result, true;
    /// Wishes and expectations.
    WISH = "wish", Both, Programme, true;
    /// That somebody has read the briefing.
    BRIEFING = "briefing", Oneself, Programme, true;
    /// Tasks with text, date, link, state and notes.
    TASK = "task", Both, Programme, true;
    /// Meetings with time and place.
    MEETING = "meeting", Both, Programme, true;
    /// Topics and points for the agenda.
    AGENDA = "agenda", Both, Programme, true;
    /// Guiding questions a tandem was asked.
    QUESTION = "question", Both, Programme, true;
    /// Reactions on the bot's posts.
    MARK = "mark", Both, Programme, true;
    /// Numbers from 1 to 5.
    RATING = "rating", Sums, Programme, true;
    /// Pauses of a tandem.
    PAUSE = "pause", Both, Programme, true;
    /// Whom somebody would like to be paired with.
    FAVOURITE = "favourite", Nobody, Programme, true;
    /// Speed networking: who takes part, where they are while it goes on, and who met whom.
    MEETUP = "meetup", Oneself, Fortnight, true;
    /// Plans for tandems, and pairs that coordinators hold or bar.
    MATCHING = "matching", Coordinators, Programme, true;
    /// Somebody could not reach their partner.
    REACH = "reach", Nobody, Resolved, true;
    /// Calls for support.
    SUPPORT = "support", Reader, Resolved, true;
    /// Tips and insights.
    PRACTICE = "practice", Everybody, Withdrawn, true;
    /// Remarks without a name.
    REMARK = "remark", Coordinators, PassedOn, true;
    /// Questions and concerns without a name.
    CONCERN = "concern", Coordinators, Resolved, false;
    /// Answers to short surveys.
    SURVEY = "survey", Sums, Result, true;
    /// A pair's joint look-back.
    LOOK_BACK = "look-back", Both, Programme, true;
    /// Rooms: their names and ids.
    ROOM = "room", Both, Programme, true;
    /// Where the bot's own posts stand.
    POST = "post", Nobody, Programme, true;
    /// What is still to be sent or done.
    QUEUE = "queue", Nobody, Sent, true;
    /// Bare interaction ids and owed replies.
    TRACE = "trace", Nobody, Hour, true;
    /// Figures that have passed suppression, and totals.
    FIGURES = "figures", Coordinators, Good, false;
    /// Digests as they were made.
    DIGEST = "digest", Coordinators, Programme, false;
    /// A programme's settings.
    PROGRAMME = "programme", Everybody, Good, false;
    /// A server's settings.
    SERVER = "server", Coordinators, Server, false;
    /// The installation's secret and bookkeeping.
    INSTALLATION = "installation", Nobody, Server, false;
    /// Copies of the file.
    COPY = "copy", Nobody, Dated, false;
    /// Numbers that tie rows together.
    NUMBER = "number", Nobody, Programme, false;
}
