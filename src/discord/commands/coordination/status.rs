//! `/coordination programme status`: exact facts, who is free, what waits, what could not be delivered.

use crate::app::programme::{self, Status};
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::commands::coordination::create::settings;
use crate::discord::commands::setup::used_channels;
use crate::discord::components::picture;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::{Options, Request};
use crate::discord::view::{ButtonView, Embed, Style, View, quote};
use crate::discord::words;
use crate::domain::ids::PageId;
use crate::domain::language::Language;
use crate::locales::{TimeStyle, discord_time, list, say};
use crate::store::Result;

/// So many names or pairs fit into a field of 1,024 characters; what is beyond is counted.
const SHOWN: usize = 12;

pub(super) async fn run(bot: &Bot, request: &Request, options: &Options) -> Result<Answer> {
    let chosen = options.text("programme").map(ToOwned::to_owned);
    let roles = request.invoker.roles.clone();
    let used = used_channels(&bot.guilds.get(request.call.guild).unwrap_or_default());
    bot.look(
        request,
        move |conn, call| {
            Box::pin(async move { programme::status(conn, &call, &roles, chosen.as_deref(), used).await })
        },
        |status, language| Reply::Private(view(&status, language)),
    )
    .await
}

fn view(status: &Status, language: Language) -> View {
    let programme = &status.programme;
    let facts = &status.facts;
    let phase = say(language, &format!("programme-phase-{}", programme.phase.code())).text();
    let tandems = say(language, "programme-tandems")
        .with("open", facts.open)
        .with("begun", facts.begun)
        .with("ended", facts.ended);
    let people = match status.kept {
        Some(kept) => {
            say(language, "status-people-kept").with("mentors", kept.mentors).with("mentees", kept.mentees)
        }
        None if programme.phase.is_over() => {
            say(language, "status-people-over").with("enrolled", facts.enrolled)
        }
        None => say(language, "programme-people")
            .with("enrolled", facts.enrolled)
            .with("waiting", facts.waiting)
            .with("free", facts.free),
    };
    let free: Vec<_> = status.free.iter().copied().map(words::person).collect();
    let pending: Vec<_> = status
        .pending
        .iter()
        .map(|pair| {
            say(language, "programme-pending")
                .with("mentor", words::person(pair.mentor))
                .with("mentee", words::person(pair.mentee))
                .with("deadline", discord_time(pair.deadline, TimeStyle::DateTime))
                .text()
        })
        .collect();
    let undelivered: i64 = status.undelivered.iter().map(|(_, count)| count).sum();
    let undelivered = if undelivered == 0 {
        say(language, "programme-undelivered-none")
    } else {
        say(language, "digest-decision-undelivered").with("count", undelivered)
    };
    let mut stands = vec![phase, say(language, &format!("status-now-{}", programme.phase.code())).text()];
    if let Some((phase, at)) = status.next {
        let by_itself = say(language, "programme-close-by-itself")
            .with("phase", say(language, &format!("programme-phase-{}", phase.code())).text())
            .with("at", discord_time(at, TimeStyle::Date));
        stands.push(by_itself.text());
    }
    let briefed = match status.briefed {
        None => say(language, "status-briefed-later").text(),
        Some(None) => say(language, "status-briefed-hidden").text(),
        Some(Some(count)) => say(language, "status-briefed").with("count", count).text(),
    };
    let title = say(language, "programme-status-title").with("programme", quote(&programme.name));
    let embed = Embed::new(title, "")
        .field(say(language, "programme-phase-field"), stands.join("\n"))
        .field(say(language, "programme-tandems-field"), tandems)
        .field(say(language, "programme-people-field"), people)
        .field(say(language, "programme-free-field"), shown(language, &free, |some| list(language, some)))
        .field(say(language, "status-briefed-field"), briefed)
        .field(say(language, "programme-pending-field"), shown(language, &pending, |some| some.join("\n")))
        .field(say(language, "programme-undelivered-field"), undelivered)
        .field(say(language, "programme-room-field"), say(language, "setup-room").with("count", status.room));
    let mut view = View::default()
        .embed(settings(embed, programme, language))
        .buttons(vec![picture::button(language, programme.id)]);
    let first = PageId::of(programme.id, 0);
    let (mut lines, mut buttons) = (Vec::new(), Vec::new());
    for (count, line, label, button) in [
        (
            status.practices,
            "digest-decision-practices",
            "digest-practices-button",
            Button::DigestPractices(first),
        ),
        (status.concerns, "status-concerns", "concern-list-button", Button::ConcernList(first)),
    ] {
        if count > 0 {
            lines.push(say(language, line).with("count", count).text());
            buttons.push(ButtonView::press(button, say(language, label), Style::Secondary));
        }
    }
    view.content = lines.join("\n");
    if buttons.is_empty() { view } else { view.buttons(buttons) }
}

/// As many as fit, and the number of the others.
fn shown(language: Language, all: &[String], join: impl Fn(&[String]) -> String) -> String {
    let fit = &all[..all.len().min(SHOWN)];
    let more = all.len() - fit.len();
    if more == 0 {
        return join(fit);
    }
    format!("{}\n{}", join(fit), say(language, "programme-more").with("count", more))
}

#[cfg(test)]
mod tests {
    use crate::app::testing::{COORDINATORS, LOBBY, World};
    use crate::discord::testing::Desk;
    use crate::domain::ids::UserId;
    use crate::domain::phase::Phase;
    use crate::store::{erasing, exec_for_test};

    /// The page, without what stands on the page of a new programme as well.
    async fn page(desk: &mut Desk) -> String {
        let page = desk.command(UserId(1), LOBBY, "coordination programme status", &[]).await;
        page.split_once("\nPeriod: ").unwrap().0.to_owned()
    }

    async fn sql(world: &mut World, sql: &str) {
        exec_for_test(&mut world.conn, sql).await.unwrap();
    }

    #[tokio::test]
    async fn each_phase_says_what_goes_on_and_what_follows_by_itself() {
        let mut desk = Desk::new().await;
        desk.roles = vec![COORDINATORS];
        let mut stands = Vec::new();
        for phase in Phase::ALL {
            desk.world.programme_set("phase", phase.code()).await;
            let page = page(&mut desk).await;
            let (_, rest) = page.split_once("\nPhase: ").unwrap();
            stands.push(rest.split_once("\nTandems: ").unwrap().0.to_owned());
        }
        insta::assert_snapshot!(stands.join("\n\n"), @"
        Draft
        Only coordinators see it. `/coordination programme open` posts the invitation.

        Enrolling
        People can take part, read their briefing and get to know each other.
        *Closing* follows by itself on <t:1811142000:D>.

        Pairing
        Pairs are being found; people can still join.
        *Closing* follows by itself on <t:1811142000:D>.

        Kick-off
        Tandems can already meet; what comes on schedule waits for the first day.
        *Running* follows by itself on <t:1799049600:D>.

        Running
        Tandems are at work; late joiners are welcome.
        *Closing* follows by itself on <t:1811142000:D>.

        Closing
        Last meetings, look-back and evaluation. No new tandems are formed.
        *Closed* follows by itself on <t:1812351600:D>.

        Closed
        Nothing new begins in it; questions about what has lasted and deletions come as planned, and results can still be read.

        Erased
        Only anonymous totals are left.
        ");
    }

    #[tokio::test]
    async fn facts_who_is_free_who_is_asked_the_briefing_and_the_room_that_is_left_stand_on_one_page() {
        let mut desk = Desk::new().await;
        desk.roles = vec![COORDINATORS];
        let now = desk.world.now().timestamp_millis();
        for (user, role) in [(3_001, "mentor"), (4_001, "mentee"), (4_002, "mentee")] {
            let person = desk.world.person(UserId(user)).await.id;
            let enrolled = format!(
                "INSERT INTO enrolment (programme_id, person_id, role, state) VALUES (1, {person}, '{role}', 'approved')"
            );
            sql(&mut desk.world, &enrolled).await;
        }
        let before = page(&mut desk).await;
        let asked = format!(
            "INSERT INTO proposal (programme_id, mentor_id, mentee_id, deadline, state)
             SELECT 1, one.id, other.id, {now}, 'open' FROM person AS one, person AS other
             WHERE one.user_id = 3001 AND other.user_id = 4001"
        );
        sql(&mut desk.world, &asked).await;
        sql(&mut desk.world, "INSERT INTO briefing_release VALUES (1, 7)").await;
        insta::assert_snapshot!(page(&mut desk).await, @"
        | Pilot: how it stands |
        Phase: Running
        Tandems are at work; late joiners are welcome.
        *Closing* follows by itself on <t:1811142000:D>.
        Tandems: 1 open · 1 begun · 0 ended
        People: 5 taking part · 2 with a proposal · 1 free
        Free for a tandem: <@4002>
        Briefing: When pairing began, 7 people had read it.
        Waiting for answers: <@3001> and <@4001>, until <t:1799053200:f>
        Not delivered: Everything has been delivered.
        Room on this server: There is room for 469 more tandems here.
        ");
        sql(&mut desk.world, "UPDATE briefing_release SET readers = NULL").await;
        let hidden = page(&mut desk).await;
        let part = |page: &str, field: &str| {
            let found = page.lines().find(|line| line.starts_with(field)).unwrap();
            found.to_owned()
        };
        assert_eq!(
            part(&before, "Briefing: "),
            "Briefing: How many have read it is counted once, when pairing begins."
        );
        assert_eq!(
            part(&hidden, "Briefing: "),
            "Briefing: How many had read it when pairing began is not shown, because the number could point to single people."
        );
        assert_ne!(part(&before, "Room on"), part(&hidden, "Room on"), "a room that is on its way is taken");
    }

    #[tokio::test]
    async fn nobody_is_free_in_a_programme_that_is_over_and_an_erased_one_has_the_totals_that_were_kept() {
        let mut desk = Desk::new().await;
        desk.roles = vec![COORDINATORS];
        let person = desk.world.person(UserId(4_002)).await.id;
        let enrolled = format!(
            "INSERT INTO enrolment (programme_id, person_id, role, state) VALUES (1, {person}, 'mentee', 'approved')"
        );
        sql(&mut desk.world, &enrolled).await;
        assert!(page(&mut desk).await.contains("Free for a tandem: <@4002>"));
        sql(&mut desk.world, "UPDATE tandem SET state = 'ended', ended_at = 0").await;
        desk.world.programme_set("phase", "closed").await;
        let people = |page: &str| {
            let kept = page
                .lines()
                .filter(|line| ["Tandems", "People", "Free"].iter().any(|it| line.starts_with(it)));
            kept.collect::<Vec<_>>().join("\n")
        };
        insta::assert_snapshot!(people(&page(&mut desk).await), @"
        Tandems: 0 open · 1 begun · 1 ended
        People: 3 took part
        ");
        let id = desk.world.programme.id;
        desk.world.programme_set("phase", "erased").await;
        erasing::totals_set(&mut desk.world.conn, id).await.unwrap();
        erasing::programme_wipe(&mut desk.world.conn, id).await.unwrap();
        insta::assert_snapshot!(people(&page(&mut desk).await), @"
        Tandems: 0 open · 1 begun · 1 ended
        People: 1 as mentors · 2 as mentees
        ");
    }
}
