//! How a payload looks on the wire: JSON as it is, compressed whole (`compress: true` in IDENTIFY), or as one stretch
//! of an endless stream (`compress=zlib-stream` or `zstd-stream` in the address).

use std::io::Write;

use axum::extract::ws::Message;
use flate2::{Compress, Compression, FlushCompress, write::ZlibEncoder};
use serde_json::Value;

/// An event (opcode 0) as text.
#[must_use]
pub fn event(name: &str, sequence: u64, data: &Value) -> String {
    format!(r#"{{"t":"{name}","s":{sequence},"op":0,"d":{data}}}"#)
}

/// Any other opcode as text.
#[must_use]
pub fn plain(opcode: u8, data: &Value) -> String {
    format!(r#"{{"t":null,"s":null,"op":{opcode},"d":{data}}}"#)
}

/// How one connection wants its payloads.
#[derive(Debug)]
pub enum Packing {
    /// Text frames.
    Text,
    /// Events as binary frames, each a complete zlib document; everything else as text.
    Whole,
    /// Binary frames of one shared zlib stream, each ending in a sync flush.
    Stream(Box<Compress>),
    /// Binary frames of one zstd stream. Its blocks are stored, not compressed, which the format allows: on loopback
    /// a client that insists on zstd only needs to be understood. The flag says whether the stream has begun.
    Stored(bool),
}

impl Packing {
    /// A shared zlib stream for one connection.
    #[must_use]
    pub fn stream() -> Self {
        Self::Stream(Box::new(Compress::new(Compression::fast(), true)))
    }

    /// The frame for this payload.
    pub fn pack(&mut self, text: &str, is_event: bool) -> Message {
        match self {
            Self::Whole if is_event => Message::Binary(whole(text).into()),
            Self::Text | Self::Whole => Message::Text(text.into()),
            Self::Stream(context) => Message::Binary(stretch(context, text.as_bytes()).into()),
            Self::Stored(begun) => Message::Binary(stored(begun, text.as_bytes()).into()),
        }
    }
}

/// One payload as blocks of a zstd frame that never ends (RFC 8878, sections 3.1.1.1 and 3.1.1.2).
fn stored(begun: &mut bool, input: &[u8]) -> Vec<u8> {
    /// The magic number, no flags, and a window of 1 MiB (an exponent of 10 above the least of 1 KiB).
    const HEADER: [u8; 6] = [0x28, 0xB5, 0x2F, 0xFD, 0, 10 << 3];
    /// The largest block.
    const BLOCK: usize = 128 * 1024;
    let mut output = Vec::with_capacity(input.len() + 16);
    if !std::mem::replace(begun, true) {
        output.extend(HEADER);
    }
    for block in input.chunks(BLOCK) {
        // The lowest bit would mark the last block, the next two are the type: 0 is stored.
        let header = u32::try_from(block.len() << 3).expect("a block is at most 128 KiB");
        output.extend(&header.to_le_bytes()[..3]);
        output.extend(block);
    }
    output
}

fn whole(text: &str) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(text.len() / 2), Compression::fast());
    encoder.write_all(text.as_bytes()).expect("writing into a Vec cannot fail");
    encoder.finish().expect("writing into a Vec cannot fail")
}

/// Compresses one payload within the connection's stream, up to and including the `00 00 FF FF` that ends it.
fn stretch(context: &mut Compress, mut input: &[u8]) -> Vec<u8> {
    let mut output = Vec::with_capacity(input.len() / 2 + 64);
    loop {
        let before = context.total_in();
        let flush = FlushCompress::Sync;
        context.compress_vec(input, &mut output, flush).expect("deflate accepts any bytes");
        let taken = usize::try_from(context.total_in() - before).expect("no more than was given");
        input = &input[taken..];
        if input.is_empty() && output.len() < output.capacity() {
            return output;
        }
        output.reserve(output.capacity().max(64));
    }
}
