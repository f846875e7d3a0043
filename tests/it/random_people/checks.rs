//! What has to hold whatever people, faults and kills have done. Two kinds of checks look at a life: what *stands* once
//! nothing is under way any more, and what ever *was*, for an instant only included (`history`, `calendars`). All of them
//! read plain values, so that a doctored life can be handed in to see whether it is found out.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chrono::{DateTime, Utc};
use tandem::domain::language::Language;
use tandem::domain::post::PostKind;
use tandem::locales::say;
use tandem::sandbox::Sandbox;
use tandem::sandbox::chronicle::Entry;
use tandem::sandbox::state::channel::Channel;
use tandem::sandbox::state::message::Message;
use tandem::sandbox::traffic::Traffic;

use super::kinds::{Nature, nature};
use super::stored::{Stored, Tandem};
use super::{calendars, history};
use crate::company::german;

/// What was found wrong.
pub type Wrong = Vec<String>;

/// What people did, for checks that have to know.
#[derive(Debug, Clone, Default)]
pub struct Deeds {
    /// When somebody did something.
    pub at: Vec<DateTime<Utc>>,
    /// Words by which somebody's texts are known, and whose.
    pub signs: BTreeMap<String, u64>,
    /// What the bot showed to one person alone and no message holds: suggestions, and forms with what stood in them.
    pub shown: Vec<(u64, String)>,
    /// Every button that was pressed, in order.
    pub pressed: Vec<Pressed>,
}

/// A button that somebody pressed, and the buttons of the private reply to it.
#[derive(Debug, Clone)]
pub struct Pressed {
    pub person: u64,
    pub button: String,
    pub offered: Vec<String>,
}

/// What the bot knew at some time, whatever it has erased since.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// Messages that were posts of its own.
    pub posts: BTreeSet<u64>,
    /// The meetings that posts were about, by their messages.
    pub meetings: BTreeMap<u64, i64>,
    /// Tandems, and who was in them.
    pub two: BTreeMap<i64, BTreeSet<u64>>,
}

/// A life so far.
#[derive(Debug, Clone)]
pub struct Life {
    pub quiet: String,
    pub stored: Stored,
    /// All that ever happened in the local Discord.
    pub history: Vec<Entry>,
    /// The channels as they stand, and who sees them.
    pub channels: BTreeMap<u64, (Channel, BTreeSet<u64>)>,
    pub known: Known,
    pub bot: u64,
    /// Sees all there is, and nobody can prevent it.
    pub owner: u64,
    pub coordinators: BTreeSet<u64>,
    pub traffic: Traffic,
    pub deeds: Deeds,
}

impl Life {
    /// The life as it stands.
    pub async fn of(sandbox: &Sandbox, database: &Path, quiet: &str, deeds: &Deeds) -> Self {
        let now = sandbox.clock.now();
        let stored = Stored::read(database, now).await;
        let traffic = sandbox.traffic();
        let world = sandbox.world();
        let guild = &world.guilds[&sandbox.guild_id()];
        let role = guild.roles.values().find(|role| role.name == "Koordination").map(|role| role.id);
        let coordinates = |roles: &BTreeSet<u64>| role.is_some_and(|role| roles.contains(&role));
        let coordinators = guild.members.values().filter(|one| coordinates(&one.roles)).map(|one| one.user);
        let channels = world.channels.values().filter(|channel| channel.guild.is_some());
        Self {
            quiet: quiet.to_owned(),
            stored,
            history: world.chronicle.entries().to_vec(),
            channels: channels
                .map(|channel| (channel.id, (channel.clone(), world.who_sees(channel, now))))
                .collect(),
            known: Known::default(),
            bot: world.bot(),
            owner: guild.owner,
            coordinators: coordinators.collect(),
            traffic,
            deeds: deeds.clone(),
        }
    }

    /// The room of a tandem, while it is there.
    fn room(&self, tandem: &Tandem) -> Option<&Channel> {
        self.channels.get(&tandem.channel?).map(|(channel, _)| channel)
    }
}

/// What ever was: nothing of it passes, so that nothing of it is waited for.
pub fn ever(life: &Life) -> Wrong {
    let mut wrong = Wrong::new();
    let traffic = &life.traffic;
    if (traffic.public_responses, traffic.unknown_routes) != (0, 0) || traffic.max_in_any_second > 50 {
        wrong.push(format!("{traffic:?}"));
    }
    wrong.extend(history::all(life));
    wrong.extend(calendars::ever(life));
    wrong
}

/// What stands, once nothing is under way any more.
pub fn now(life: &Life) -> Wrong {
    let mut wrong: Wrong = life.stored.overdue.iter().map(|what| format!("left behind: {what}")).collect();
    wrong.extend(only_the_two_see(life));
    wrong.extend(nothing_is_doubled(life));
    wrong.extend(nothing_is_lost(life));
    wrong.extend(calendars::now(life));
    wrong
}

/// Each room is seen by its two people, and by nobody else but the owner of the server.
fn only_the_two_see(life: &Life) -> Wrong {
    let mut wrong = Wrong::new();
    for tandem in &life.stored.tandems {
        let Some((_, sees)) = tandem.channel.and_then(|channel| life.channels.get(&channel)) else {
            continue;
        };
        let may: BTreeSet<u64> = match tandem.state.as_str() {
            "hidden" | "gone" => BTreeSet::new(),
            _ => tandem.two.clone(),
        };
        let sees: BTreeSet<u64> = sees.iter().copied().filter(|one| *one != life.owner).collect();
        if sees != may {
            wrong.push(format!("room {} ({}) is seen by {sees:?}", tandem.id, tandem.state));
        }
    }
    wrong
}

fn nothing_is_doubled(life: &Life) -> Wrong {
    // A room that nobody is bound to was made once too often.
    let ours: BTreeSet<u64> = life.stored.tandems.iter().filter_map(|tandem| tandem.channel).collect();
    let made = life.channels.values().map(|(channel, _)| channel).filter(|channel| {
        channel.kind == 0
            && channel.name.contains('-')
            && channel.overwrites.iter().any(|one| one.id == life.bot)
    });
    made.filter(|one| !ours.contains(&one.id)).map(|one| format!("nobody's room: {}", one.name)).collect()
}

fn nothing_is_lost(life: &Life) -> Wrong {
    let mut wrong = Wrong::new();
    for post in &life.stored.posts {
        let tandem = post.tandem.and_then(|tandem| life.stored.tandem(tandem));
        let room = tandem.and_then(|tandem| life.room(tandem));
        let Nature { marks, stays, .. } = nature(post.kind);
        let Some(message) = post.message else {
            let open = tandem.is_some_and(|tandem| tandem.state == "open");
            if open && stays && !post.held {
                wrong.push(format!("never made: {:?} {} of {:?}", post.kind, post.subject, post.tandem));
            }
            continue;
        };
        let Some(room) = room else { continue };
        let Some(message) = room.messages.get(&message) else {
            wrong.push(format!("gone: {:?} of {:?}", post.kind, post.tandem));
            continue;
        };
        if !marks.iter().all(|emoji| is_marked(message, emoji, life.bot)) {
            wrong.push(format!("marks are missing under {:?} of {:?}", post.kind, post.tandem));
        }
    }
    for tandem in &life.stored.tandems {
        if let Some(room) = life.room(tandem).filter(|_| tandem.two.len() == 2) {
            wrong.extend(room_is_whole(life, tandem, room));
        }
    }
    wrong
}

fn is_marked(message: &Message, emoji: &str, bot: u64) -> bool {
    message.reactions.iter().any(|one| one.emoji.name == emoji && one.users.contains(&bot))
}

/// A room shows what its tandem has.
fn room_is_whole(life: &Life, tandem: &Tandem, room: &Channel) -> Wrong {
    let mut wrong = Wrong::new();
    let stored = &life.stored;
    let of = |kind: PostKind| {
        let posts = stored.posts.iter().filter(|post| post.tandem == Some(tandem.id) && post.kind == kind);
        posts.filter(|post| post.message.is_some()).count()
    };
    let ended = usize::from(matches!(tandem.state.as_str(), "ended" | "hidden"));
    let tasks: Vec<_> = stored.tasks.iter().filter(|(whose, ..)| *whose == tandem.id).collect();
    let meetings = stored.meetings.iter().filter(|meeting| meeting.tandem == tandem.id).count();
    let counts =
        [(PostKind::Welcome, 1), (PostKind::TaskCard, tasks.len()), (PostKind::MeetingCard, meetings)];
    for (kind, count) in counts.into_iter().filter(|(kind, count)| of(*kind) != *count) {
        wrong.push(format!("{} {kind:?} in room {}, {count} expected", of(kind), tandem.id));
    }
    // Each way in which a tandem ends has words of its own.
    let goodbyes: usize =
        [PostKind::Goodbye, PostKind::NewPartners, PostKind::PartnerGone].into_iter().map(of).sum();
    if goodbyes != ended {
        wrong.push(format!("{goodbyes} goodbyes in room {}, {ended} expected", tandem.id));
    }
    let pinned = room.messages.values().filter(|message| message.pinned_at.is_some()).count();
    if pinned != 1 {
        wrong.push(format!("{pinned} pinned messages in room {}", tandem.id));
    }
    for (_, number, state) in tasks {
        wrong.extend(card_is_right(&room.messages, *number, state));
    }
    wrong
}

/// The card says what is stored: no edit was lost.
fn card_is_right(messages: &BTreeMap<u64, Message>, number: i64, state: &str) -> Option<String> {
    let title = say(Language::De, "task-title").with("number", number).text();
    let card =
        messages.values().find(|one| one.embeds.iter().any(|embed| embed["title"] == title.as_str()))?;
    let words = german(&format!("task-state-{state}"));
    let fields = card.embeds.iter().filter_map(|embed| embed["fields"].as_array()).flatten();
    let mut states = fields.filter(|field| field["name"] == german("task-card-state-field").as_str());
    let shown = states.any(|field| field["value"].as_str().is_some_and(|value| value.contains(&words)));
    (!shown).then(|| format!("task {number} is {state}, and its card says: {:?}", card.embeds))
}
