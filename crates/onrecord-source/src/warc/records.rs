//! The records of an archive, one after another, damaged ones in their places.

use std::io;
use std::path::Path;

use memchr::memmem;

use super::gzip::WRONG_CHECKSUM;
use super::place::Place;
use super::record::{self, Fault, Record};
use super::stream::Stream;
use super::zstandard;
use crate::pages_of::END;
use crate::tape::Tape;

/// So much beside the page itself a record may hold: HTTP's head, and what a transfer coding adds.
const BESIDE: u64 = 1024 * 1024;
/// So many bytes, and so many times what was read, are read again in search of records.
const MOST_REREAD: u64 = 64 * 1024 * 1024;
const TIMES_REREAD: u64 = 4;
/// A beginning is told by so many bytes.
const OVERLAP: usize = 32;
/// How every record begins.
const RECORD: &[u8] = b"WARC/";
/// How a record begins inside a member, and what must follow.
const INSIDE: (&[u8], &[u8]) = (b"\nWARC/1.", b"WARC-");

/// The records of an archive.
pub(crate) struct Records {
    stream: Stream,
    /// Where the next record begins.
    place: Place,
    /// Whether the member that it stands in is open.
    is_inside: bool,
    /// Whether something stood behind the last record that is none, which is still to be told.
    has_garbage: bool,
    /// How many bytes of damaged members were read and are read again, since records may begin in them.
    n_reread: u64,
}

/// A record, or why there is none, with its place.
pub(crate) struct Found {
    /// Where its member begins.
    pub(crate) offset: u64,
    /// Where reading goes on.
    pub(crate) next: u64,
    /// The record, or what is wrong with it.
    pub(crate) record: Result<Record, String>,
}

impl Records {
    /// Goes to a place that an earlier [`Found::next`] named.
    pub(crate) fn new(path: &Path, tape: Tape, from: u64, limit: u64) -> io::Result<Self> {
        let mut stream = Stream::new(path, tape)?;
        let place = Place::of_number(from);
        stream.tape.go_to(place.offset);
        let mut records =
            Self { stream, place: Place { index: 0, ..place }, is_inside: false, has_garbage: false, n_reread: 0 };
        while records.place.index < place.index && records.next(limit).is_some() {}
        Ok(records)
    }

    /// The beginning of the first member, unpacked.
    pub(crate) fn first_bytes(&mut self) -> Option<Vec<u8>> {
        self.stream.begin().ok()?;
        let bytes = self.stream.peek(4).ok().map(<[u8]>::to_vec);
        self.stream.tape.go_to(0);
        bytes
    }

    /// Why the file cannot be read further, if that is so.
    pub(crate) fn failure(&mut self) -> Option<(u64, io::Error)> {
        let position = self.stream.tape.position();
        self.stream.tape.failure().map(|error| (position, error))
    }

    /// The next record whose content is no larger than `limit`, or what stands in its place.
    pub(crate) fn next(&mut self, limit: u64) -> Option<Found> {
        if std::mem::take(&mut self.has_garbage) {
            self.place.index += 1;
            return Some(self.found(self.place.offset, Err("no record begins where one should".to_owned())));
        }
        let begun = if self.is_inside { Ok(()) } else { self.begin_member()? };
        let limit = limit.saturating_add(BESIDE);
        let read = begun.map_err(Fault::from).and_then(|()| record::read(&mut self.stream, limit));
        let offset = self.place.offset;
        self.place.index += 1;
        let record = match read {
            Ok(record) => self.go_on().map(|()| record),
            Err(fault) => Err(self.go_behind(fault)),
        };
        Some(self.found(offset, record))
    }

    fn found(&self, offset: u64, record: Result<Record, String>) -> Found {
        let place = match self.is_inside || self.has_garbage {
            true => self.place,
            false => Place { offset: self.stream.tape.position(), index: 0 },
        };
        Found { offset, next: place.number().min(END - 1), record }
    }

    /// Begins the next member that holds anything: frames that decoders pass over are passed over, and so are empty members.
    fn begin_member(&mut self) -> Option<Result<(), String>> {
        loop {
            self.find_member()?;
            let begun = self.stream.begin();
            let is_packed = begun.is_ok() && self.stream.is_packed();
            if !is_packed || !self.stream.peek(1).is_ok_and(<[u8]>::is_empty) {
                self.is_inside = is_packed;
                return Some(begun);
            }
        }
    }

    /// Goes to where the next member begins: empty lines between records that are not packed are passed over.
    fn find_member(&mut self) -> Option<()> {
        let tape = &mut self.stream.tape;
        loop {
            let n_skipped = if self.stream.rescue.is_zstd() { zstandard::skipped_length(tape) } else { None };
            match (n_skipped, tape.peek(1).first()?) {
                (Some(n_bytes), _) => tape.go_to(tape.position() + n_bytes),
                (None, b'\r' | b'\n') if self.stream.rescue.is_plain() => tape.consume(1),
                _ => break,
            }
        }
        self.place = Place { offset: tape.position(), index: 0 };
        Some(())
    }

    /// To the record behind one that was whole, unless its member turns out to be damaged at its end.
    fn go_on(&mut self) -> Result<(), String> {
        if !self.is_inside {
            return Ok(());
        }
        if let Ok(here) = self.stream.peek(RECORD.len())
            && (here.is_empty() || here.starts_with(RECORD))
        {
            self.is_inside = !here.is_empty();
            return Ok(());
        }
        let inside = self.pass_inside(Vec::new());
        self.has_garbage = matches!(inside, Inside::Record | Inside::SoundEnd);
        self.leave(inside, false);
        if self.has_garbage { Ok(()) } else { Err("its member is damaged".to_owned()) }
    }

    /// To the record behind a damaged one; what was wrong with it.
    fn go_behind(&mut self, fault: Fault) -> String {
        match self.is_inside {
            true => {
                let inside = self.pass_inside(fault.content);
                self.leave(inside, fault.is_whole);
            }
            false => self.go_to_next(),
        }
        fault.why
    }

    /// To where reading goes on behind what was found in a member.
    fn leave(&mut self, inside: Inside, is_whole: bool) {
        self.is_inside = inside == Inside::Record;
        if matches!(inside, Inside::Record | Inside::SoundEnd) {
            return;
        }
        let start = self.place.offset;
        let Stream { tape, rescue, .. } = &mut self.stream;
        let reached = tape.position();
        let end = (inside == Inside::WrongEnd).then_some(reached);
        match rescue.end_of_member(tape, start, end, is_whole) {
            Some(end) => tape.go_to(end),
            None => {
                tape.go_to(reached);
                self.go_to_next();
            }
        }
    }

    /// To the next record that begins behind the beginning of a damaged one.
    fn go_to_next(&mut self) {
        let Stream { tape, rescue, .. } = &mut self.stream;
        let (start, reached) = (self.place.offset, tape.position());
        self.n_reread += reached.saturating_sub(start);
        // Members that are made to lie inside one another would be read over and over.
        let is_too_often = self.n_reread > MOST_REREAD + TIMES_REREAD * reached;
        rescue.go_to_next(tape, if is_too_often { reached.max(start + 1) } else { start + 1 });
    }

    /// Looks for another record in the same member, in what was read for content too.
    fn pass_inside(&mut self, content: Vec<u8>) -> Inside {
        self.stream.unread(content);
        loop {
            let bytes = match self.stream.peek(OVERLAP) {
                Ok(bytes) => bytes,
                Err(why) => return if why == WRONG_CHECKSUM { Inside::WrongEnd } else { Inside::NoEnd },
            };
            if let Some(at) = beginning(bytes) {
                self.stream.consume(at);
                return Inside::Record;
            }
            let n_here = bytes.len();
            if n_here < OVERLAP {
                self.stream.consume(n_here);
                return Inside::SoundEnd;
            }
            // No beginning is cut in two.
            self.stream.consume(n_here + 1 - OVERLAP);
        }
    }
}

/// What a damaged record is followed by in its member.
#[derive(Clone, Copy, PartialEq)]
enum Inside {
    Record,
    SoundEnd,
    /// The member ends, with a wrong checksum.
    WrongEnd,
    /// Where the member ends cannot be seen.
    NoEnd,
}

/// Where a record begins in unpacked bytes.
fn beginning(bytes: &[u8]) -> Option<usize> {
    memmem::find_iter(bytes, INSIDE.0).map(|at| at + 1).find(|&at| {
        let line = bytes.get(at..).unwrap_or_default();
        let behind = line.iter().take(16).position(|&byte| byte == b'\n').and_then(|end| line.get(end + 1..));
        behind.is_some_and(|behind| behind.starts_with(INSIDE.1))
    })
}
