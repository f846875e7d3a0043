//! The kinds of messages the bot posts, and what each declares about time (D14). A new kind is added here first: the
//! compiler then asks for its text and its timing.

use super::programme::codes;

codes! {
    /// A kind of post.
    PostKind {
        /// Opens the room; pinned, with *This tandem…*.
        Welcome = "welcome",
        /// A guiding question with its three reactions.
        Question = "question",
        /// The card of a task.
        TaskCard = "task-card",
        /// A task was given: calls the two, points to the card above.
        TaskStuck = "task-stuck",
        /// A task worked.
        TaskWorked = "task-worked",
        /// A day before a task is due.
        TaskReminder = "task-reminder",
        /// The question on the day itself.
        TaskDue = "task-due",
        /// Two new marks on one card: which one counts?
        MarksDisagree = "marks-disagree",
        /// The tandem has ended; with *How shall it go on?*.
        Goodbye = "goodbye",
        /// One of the two is no longer on the server.
        PartnerGone = "partner-gone",
        /// The programme's card with *My place*.
        ProgrammeCard = "programme-card",
        /// Something new waits for some under *My place*.
        SomethingWaits = "something-waits",
        /// The coordinators' digest.
        Digest = "digest",
    }
}
