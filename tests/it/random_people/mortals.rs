//! Bots that die in the middle of what they do: one in this process, whose runtime is taken away at a chosen point of its
//! next effect, and one in a process of its own, which gets SIGKILL.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};
use futures::future::BoxFuture;
use tandem::discord::sender::{Checkpoints, Point};
use tandem::sandbox::Sandbox;
use tandem::sandbox::state::Settings;
use tokio::sync::Notify;

use crate::kill::Killing;
use crate::play::House;
use crate::play::stage::OnStage;

/// A bot that dies and begins anew on the same file.
pub trait Mortal: House {
    /// The bot's file.
    fn database(&self) -> PathBuf;
    /// It is to die when its next effect comes to that point.
    fn doom(&mut self, point: Point);
    /// It dies here and now.
    async fn fall(&mut self);
    /// It begins anew.
    async fn rise(&mut self);
    /// Whether it stands connections that are lost while it works.
    fn may_be_cut_off(&self) -> bool;
}

/// Lets an effect come to a point and no further.
#[derive(Default)]
struct Sentry {
    at: Mutex<Option<Point>>,
    struck: Notify,
}

impl Checkpoints for Sentry {
    fn reached(&self, point: Point, _kind: &'static str) -> BoxFuture<'_, ()> {
        Box::pin(async move {
            if self.at.lock().unwrap().take_if(|at| *at == point).is_some() {
                self.struck.notify_one();
                std::future::pending::<()>().await;
            }
        })
    }
}

/// The bot in this process.
pub struct Frail {
    house: OnStage,
    sentry: Arc<Sentry>,
}

impl Frail {
    pub async fn begin() -> Self {
        let sentry = Arc::new(Sentry::default());
        let mut frail = Self { house: OnStage::empty(Settings::default()).await, sentry };
        frail.rise().await;
        frail
    }
}

impl House for Frail {
    fn sandbox(&self) -> &Sandbox {
        self.house.sandbox()
    }

    fn file(&self) -> PathBuf {
        self.house.file()
    }

    async fn settle(&mut self) {
        loop {
            let died = tokio::select! {
                biased;
                () = self.sentry.struck.notified() => true,
                () = self.house.settle() => false,
            };
            if !died {
                return;
            }
            self.fall().await;
            self.rise().await;
        }
    }

    fn turn(&mut self, to: DateTime<Utc>) {
        self.house.turn(to);
    }

    fn next_wake(&self) -> Option<DateTime<Utc>> {
        self.house.next_wake()
    }
}

impl Mortal for Frail {
    fn database(&self) -> PathBuf {
        self.house.stage.database.clone()
    }

    fn doom(&mut self, point: Point) {
        *self.sentry.at.lock().unwrap() = Some(point);
    }

    async fn fall(&mut self) {
        self.house.stage.kill().await;
    }

    async fn rise(&mut self) {
        *self.sentry.at.lock().unwrap() = None;
        let watch = Arc::clone(&self.sentry) as Arc<dyn Checkpoints>;
        self.house.stage.boot_mortal(watch).await.unwrap();
    }

    fn may_be_cut_off(&self) -> bool {
        true
    }
}

impl Mortal for Killing {
    fn database(&self) -> PathBuf {
        Path::to_owned(&self.database)
    }

    /// Its blow was chosen when it began, and falls at the first effect of each kind.
    fn doom(&mut self, _: Point) {}

    async fn fall(&mut self) {
        self.cut_down().await;
    }

    async fn rise(&mut self) {
        self.revive().await;
    }

    fn may_be_cut_off(&self) -> bool {
        false
    }
}
