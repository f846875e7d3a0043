//! A proposed partner under *My place*: who it is, what it takes, and the private answer.

use crate::app::place::OpenProposal;
use crate::app::proposals::{self, Answered};
use crate::app::rotation;
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::components::wishes;
use crate::discord::posts::tasks::quoted_within;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::Request;
use crate::discord::view::{ButtonView, Embed, Style, View, quote};
use crate::discord::words;
use crate::domain::ids::{ProposalId, UserId};
use crate::domain::language::Language;
use crate::domain::refusal::Refusal;
use crate::domain::tandem::Side;
use crate::domain::zone;
use crate::locales::{TimeStyle, date, discord_time, say};
use crate::store::proposals::proposal_get;
use crate::store::{Result, people, tandems};

/// So much of each wish of a proposed partner is shown here; four of them and two proposals stay below the 6,000 characters of
/// a message's embeds. All of it stands in the welcome.
const WISH_MAX: usize = 150;

/// A proposed partner, as whoever is asked reads it; `number` where there are several.
pub(super) fn proposed(proposal: &OpenProposal, number: Option<usize>, language: Language) -> Embed {
    let programme = &proposal.programme;
    let role = match proposal.side {
        Side::Mentor => "proposal-as-mentor",
        Side::Mentee => "proposal-as-mentee",
    };
    let role = say(language, role)
        .with("partner", words::person(proposal.partner))
        .with("deadline", discord_time(proposal.deadline, TimeStyle::Full));
    let id = if programme.template.design().whole_day { "proposal-effort-shadow" } else { "proposal-effort" };
    // A tandem that is found later begins later.
    let answered = zone::to_local(proposal.deadline, programme.zone).date();
    let effort = say(language, id)
        .with("rhythm", programme.rhythm().num_days())
        .with("start", date(language, programme.starts_on.max(answered)))
        .with("end", date(language, programme.ends_on));
    let answer = if proposal.agreed { "proposal-answer-agreed" } else { "proposal-answer-notice" };
    let rotation = programme
        .rotation_weeks
        .filter(|_| rotation::asks_at(programme).is_some_and(|at| at > proposal.deadline))
        .filter(|_| rotation::asks_too_late(programme).is_none())
        .map(|weeks| format!(" {}", say(language, "proposal-rotation").with("weeks", weeks).text()))
        .unwrap_or_default();
    let text = format!("{role}\n\n{effort}{rotation}\n\n{}", say(language, answer));
    let title = say(language, "proposal-title").with("programme", quote(&programme.name)).text();
    let title = match number {
        Some(number) => {
            say(language, "proposal-numbered-title").with("number", number).with("title", title).text()
        }
        None => title,
    };
    let mut embed = Embed::new(title, text);
    if !proposal.agreed {
        let data = say(language, "proposal-data").with("days", programme.deletion_days);
        embed = embed.field(say(language, "proposal-data-field"), data).field(
            say(language, "proposal-confidentiality-field"),
            say(language, "proposal-confidentiality"),
        );
    }
    embed.field(say(language, "proposal-wishes-field"), wished(proposal, language))
}

/// What the proposed partner wishes for, in as much room as is left for two proposals in one message.
fn wished(proposal: &OpenProposal, language: Language) -> String {
    let rows = proposal.wishes.iter().map(|(wish, text)| {
        format!("**{}**\n{}", wishes::label(language, *wish), quoted_within(text, WISH_MAX))
    });
    rows.collect::<Vec<_>>().join("\n")
}

/// Yes and no; `number` where there are several, so that each button says which of them it is about.
pub(super) fn answers(proposal: &OpenProposal, number: Option<usize>, language: Language) -> Vec<ButtonView> {
    let [yes, no] = match number {
        Some(number) => ["proposal-accept-numbered-button", "proposal-decline-numbered-button"]
            .map(|id| say(language, id).with("number", number)),
        None if proposal.agreed => {
            ["proposal-accept-again-button", "proposal-decline-button"].map(|id| say(language, id))
        }
        None => ["proposal-accept-button", "proposal-decline-button"].map(|id| say(language, id)),
    };
    vec![
        ButtonView::press(Button::ProposalAccept(proposal.id), yes, Style::Success),
        ButtonView::press(Button::ProposalDecline(proposal.id), no, Style::Secondary),
    ]
}

/// A word about a proposal, with the one whom it is about.
pub(super) fn about(language: Language, partner: UserId, said: String) -> String {
    say(language, "proposal-about").with("partner", words::person(partner)).with("said", said).text()
}

/// What was answered so far, or just now.
pub(super) fn noted(language: Language, yes: bool, in_round: bool, deadline: &str) -> String {
    let id = match (yes, in_round) {
        (true, false) => "proposal-accepted",
        (true, true) => "proposal-accepted-round",
        (false, _) => "proposal-declined",
    };
    say(language, id).with("deadline", deadline.to_owned()).text()
}

/// Accepts or declines a proposed partner.
///
/// # Errors
/// Those of the database.
pub async fn answer(bot: &Bot, request: &Request, proposal: ProposalId, yes: bool) -> Result<Answer> {
    bot.answer_untraced(
        request,
        move |conn, call| {
            Box::pin(async move {
                let answered = match proposals::answer(conn, &call, proposal, yes).await? {
                    Ok(answered) => answered,
                    Err(refusal) => return Ok(Err(refusal)),
                };
                let room = match answered {
                    Answered::Opened { tandem } => Some(tandems::tandem_get(conn, tandem).await?),
                    Answered::Noted { .. } => None,
                };
                let Some(proposal) = proposal_get(conn, proposal).await? else {
                    return Ok(Err(Refusal::NothingWaits));
                };
                let mentor = people::person_get(conn, proposal.mentor).await?.user;
                let mentee = people::person_get(conn, proposal.mentee).await?.user;
                let partner = if mentor == call.user { mentee } else { mentor };
                Ok(Ok((answered, room, partner, Some(proposal.programme).filter(|_| yes))))
            })
        },
        |(answered, room, partner, programme), language| {
            let said = match (answered, room) {
                (Answered::Noted { yes, deadline, in_round }, _) => {
                    noted(language, yes, in_round, &discord_time(deadline, TimeStyle::Full))
                }
                (Answered::Opened { .. }, Some(tandem)) if tandem.channel.is_some() => {
                    say(language, "proposal-opened").with("channel", words::room(&tandem)).text()
                }
                (Answered::Opened { .. }, _) => say(language, "proposal-opening").text(),
            };
            let view = View::text(about(language, partner, said));
            Reply::Update(match programme {
                Some(programme) => view.buttons(vec![wishes::button(language, programme)]),
                None => view,
            })
        },
    )
    .await
}
