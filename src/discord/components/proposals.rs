//! A proposed partner under *My place*: who it is, what it takes, and the private answer.

use chrono::Duration;

use crate::app::place::OpenProposal;
use crate::app::proposals::{self, Answered};
use crate::discord::bot::Bot;
use crate::discord::button::Button;
use crate::discord::components::wishes;
use crate::discord::posts::tasks::quoted_within;
use crate::discord::reply::{Answer, Reply};
use crate::discord::request::Request;
use crate::discord::view::{ButtonView, Embed, Style, View, quote};
use crate::discord::words;
use crate::domain::ids::ProposalId;
use crate::domain::language::Language;
use crate::domain::tandem::Side;
use crate::domain::zone;
use crate::locales::{TimeStyle, date, discord_time, say};
use crate::store::proposals::proposal_get;
use crate::store::{Result, tandems};

/// So much of each wish of a proposed partner is shown here; four of them and two proposals stay below the 6,000 characters of
/// a message's embeds. All of it stands in the welcome.
const WISH_MAX: usize = 150;

/// A proposed partner, as whoever is asked reads it.
pub(super) fn proposed(proposal: &OpenProposal, language: Language) -> Embed {
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
        .filter(|weeks| answered < programme.starts_on + Duration::weeks(i64::from(*weeks)))
        .map(|weeks| format!(" {}", say(language, "proposal-rotation").with("weeks", weeks).text()))
        .unwrap_or_default();
    let text = format!("{role}\n\n{effort}{rotation}\n\n{}", say(language, answer));
    let mut embed =
        Embed::new(say(language, "proposal-title").with("programme", quote(&programme.name)), text);
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

/// Yes and no.
pub(super) fn answers(proposal: &OpenProposal, language: Language) -> Vec<ButtonView> {
    let accept = if proposal.agreed { "proposal-accept-again-button" } else { "proposal-accept-button" };
    vec![
        ButtonView::press(Button::ProposalAccept(proposal.id), say(language, accept), Style::Success),
        ButtonView::press(
            Button::ProposalDecline(proposal.id),
            say(language, "proposal-decline-button"),
            Style::Secondary,
        ),
    ]
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
                let programme = proposal_get(conn, proposal).await?.map(|proposal| proposal.programme);
                Ok(Ok((answered, room, programme.filter(|_| yes))))
            })
        },
        |(answered, room, programme), language| {
            let view = View::text(match (answered, room) {
                (Answered::Noted { yes, deadline, in_round }, _) => {
                    noted(language, yes, in_round, &discord_time(deadline, TimeStyle::Full))
                }
                (Answered::Opened { .. }, Some(tandem)) if tandem.channel.is_some() => {
                    say(language, "proposal-opened").with("channel", words::room(&tandem)).text()
                }
                (Answered::Opened { .. }, _) => say(language, "proposal-opening").text(),
            });
            Reply::Update(match programme {
                Some(programme) => view.buttons(vec![wishes::button(language, programme)]),
                None => view,
            })
        },
    )
    .await
}
