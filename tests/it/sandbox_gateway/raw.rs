//! A gateway client without any cleverness: it sends what it is told and shows what comes, byte for byte.

use std::io::Read as _;

use flate2::{Decompress, FlushDecompress, read::ZlibDecoder};
use futures::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use tandem::sandbox::Sandbox;
use tokio::net::TcpStream;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async, tungstenite::Message};

use super::SOON;

pub struct Raw {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    inflate: Option<Decompress>,
    /// Binary frames seen so far.
    pub binary: usize,
    /// The last sequence number seen.
    pub sequence: u64,
}

impl Raw {
    pub async fn connect(sandbox: &Sandbox) -> Self {
        Self::connect_with(sandbox, "v=10&encoding=json").await
    }

    pub async fn connect_with(sandbox: &Sandbox, query: &str) -> Self {
        let (socket, _) = connect_async(format!("{}?{query}", sandbox.gateway())).await.unwrap();
        let inflate = query.contains("zlib-stream").then(|| Decompress::new(true));
        Self { socket, inflate, binary: 0, sequence: 0 }
    }

    /// Connects and identifies; READY has been received.
    pub async fn login(sandbox: &Sandbox, intents: u64) -> (Self, Value) {
        let mut raw = Self::connect(sandbox).await;
        assert_eq!(raw.receive().await["op"], 10);
        raw.identify(sandbox, intents, &json!({})).await;
        let ready = raw.event("READY").await;
        (raw, ready)
    }

    pub async fn identify(&mut self, sandbox: &Sandbox, intents: u64, more: &Value) {
        let mut data =
            json!({ "token": sandbox.token(), "intents": intents, "properties": { "os": "linux" } });
        for (name, value) in more.as_object().unwrap() {
            data[name] = value.clone();
        }
        self.send(2, &data).await;
    }

    pub async fn resume(&mut self, sandbox: &Sandbox, session: &Value, sequence: u64) {
        let data = json!({ "token": sandbox.token(), "session_id": session, "seq": sequence });
        self.send(6, &data).await;
    }

    pub async fn send(&mut self, opcode: u64, data: &Value) {
        self.send_text(json!({ "op": opcode, "d": data }).to_string()).await;
    }

    pub async fn send_text(&mut self, text: String) {
        self.socket.send(Message::text(text)).await.unwrap();
    }

    /// The next payload.
    pub async fn receive(&mut self) -> Value {
        self.next().await.unwrap_or_else(|code| panic!("closed with {code:?}"))
    }

    /// The next payload, or the close code (`None` for a cut connection).
    pub async fn next(&mut self) -> Result<Value, Option<u16>> {
        loop {
            let frame = tokio::time::timeout(SOON, self.socket.next()).await.expect("nothing comes");
            let payload: Value = match frame {
                Some(Ok(Message::Text(text))) => serde_json::from_str(&text).unwrap(),
                Some(Ok(Message::Binary(bytes))) => {
                    self.binary += 1;
                    serde_json::from_slice(&self.unpack(&bytes)).unwrap()
                }
                Some(Ok(Message::Close(frame))) => return Err(frame.map(|frame| frame.code.into())),
                Some(Ok(_)) => continue,
                Some(Err(_)) | None => return Err(None),
            };
            self.sequence = payload["s"].as_u64().unwrap_or(self.sequence);
            return Ok(payload);
        }
    }

    fn unpack(&mut self, bytes: &[u8]) -> Vec<u8> {
        let mut text = Vec::new();
        match &mut self.inflate {
            None => drop(ZlibDecoder::new(bytes).read_to_end(&mut text).unwrap()),
            Some(stream) => {
                assert!(bytes.ends_with(&[0, 0, 0xFF, 0xFF]), "a stretch of the stream ends in a sync flush");
                text.reserve(1 << 20);
                stream.decompress_vec(bytes, &mut text, FlushDecompress::Sync).unwrap();
            }
        }
        text
    }

    /// The next event, which must be of that name; its `d`.
    pub async fn event(&mut self, name: &str) -> Value {
        let payload = self.receive().await;
        assert_eq!(payload["t"], name, "{payload}");
        payload["d"].clone()
    }

    /// The code with which the other side hangs up, whatever comes before.
    pub async fn close_code(&mut self) -> Option<u16> {
        loop {
            if let Err(code) = self.next().await {
                return code;
            }
        }
    }

    /// Goes away without a word, as a killed process does.
    pub fn vanish(self) {
        drop(self);
    }
}
