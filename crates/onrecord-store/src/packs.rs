//! Bytes kept in packs: several documents in one zstd frame share their words, at half the size they would take alone.
//! A pack holds so little that one document is unpacked at once.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension as _, Transaction, params};

/// A pack is closed when it holds so many bytes.
const FULL: usize = 128 << 10;
/// zstd's level for a pack that will be written again.
const QUICK: i32 = 3;
/// zstd's level for a closed pack: the last steps above cost much time and gain little.
const DENSE: i32 = 12;
/// What a damaged pack may claim to hold at most: a document of the largest size that is read, and its record.
const MOST: usize = 2 << 30;

/// What kind of bytes share a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    Source,
    Text,
    Record,
}

impl Kind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Text => "text",
            Self::Record => "record",
        }
    }
}

/// Where bytes lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) pack: i64,
    pub(crate) start: i64,
    pub(crate) n_bytes: i64,
}

/// The packs that a transaction adds to, one of each kind.
#[derive(Default)]
pub(crate) struct OpenPacks {
    packs: HashMap<Kind, OpenPack>,
}

struct OpenPack {
    id: i64,
    bytes: Vec<u8>,
}

impl OpenPacks {
    /// Puts bytes behind those of the last pack of their kind, or into a new one.
    pub(crate) fn put(&mut self, db: &Transaction<'_>, kind: Kind, bytes: &[u8]) -> rusqlite::Result<Place> {
        if !self.packs.contains_key(&kind)
            && let Some(pack) = last(db, kind)?
        {
            self.packs.insert(kind, pack);
        }
        if self.packs.get(&kind).is_some_and(|pack| pack.bytes.len() + bytes.len() > FULL)
            && let Some(full) = self.packs.remove(&kind)
        {
            write(db, &full, DENSE)?;
        }
        let pack = match self.packs.entry(kind) {
            std::collections::hash_map::Entry::Occupied(pack) => pack.into_mut(),
            std::collections::hash_map::Entry::Vacant(place) => place.insert(new(db, kind)?),
        };
        let start = pack.bytes.len();
        pack.bytes.extend_from_slice(bytes);
        Ok(Place { pack: pack.id, start: start as i64, n_bytes: bytes.len() as i64 })
    }

    /// Writes what is open; to be called before the transaction ends.
    pub(crate) fn write(&mut self, db: &Transaction<'_>) -> rusqlite::Result<()> {
        self.packs.drain().try_for_each(|(_, pack)| write(db, &pack, QUICK))
    }
}

/// The last pack of a kind, when there is room in it.
fn last(db: &Connection, kind: Kind) -> rusqlite::Result<Option<OpenPack>> {
    let sql =
        "SELECT id, n_bytes, zstd FROM packs WHERE id = (SELECT max(id) FROM packs WHERE kind = ?1) AND n_bytes < ?2";
    let found = db.prepare_cached(sql)?.query_row(params![kind.as_str(), FULL as i64], |row| {
        Ok(OpenPack { id: row.get(0)?, bytes: unpacked(row.get_ref(2)?.as_blob()?, row.get(1)?)? })
    });
    found.optional()
}

fn new(db: &Transaction<'_>, kind: Kind) -> rusqlite::Result<OpenPack> {
    db.prepare_cached("INSERT INTO packs (kind, n_bytes, zstd) VALUES (?1, 0, x'')")?.execute([kind.as_str()])?;
    Ok(OpenPack { id: db.last_insert_rowid(), bytes: Vec::with_capacity(FULL) })
}

fn write(db: &Transaction<'_>, pack: &OpenPack, level: i32) -> rusqlite::Result<()> {
    let packed = zstd::bulk::compress(&pack.bytes, level)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
    let mut update = db.prepare_cached("UPDATE packs SET n_bytes = ?2, zstd = ?3 WHERE id = ?1")?;
    update.execute(params![pack.id, pack.bytes.len() as i64, packed]).map(|_| ())
}

fn unpacked(packed: &[u8], n_bytes: i64) -> rusqlite::Result<Vec<u8>> {
    if n_bytes == 0 {
        return Ok(Vec::new());
    }
    let capacity = usize::try_from(n_bytes).unwrap_or(MOST).min(MOST);
    let bytes = zstd::bulk::decompress(packed, capacity);
    bytes.map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Blob, error.into()))
}

/// Reads from packs, and keeps the few it has unpacked last.
pub(crate) struct PackReader<'s> {
    db: &'s Connection,
    recent: Vec<(i64, Vec<u8>)>,
}

/// So many unpacked packs are kept at hand: a page of answers touches a few dozen.
const N_RECENT: usize = 16;

impl<'s> PackReader<'s> {
    pub(crate) fn new(db: &'s Connection) -> Self {
        Self { db, recent: Vec::new() }
    }

    /// The bytes at a place; empty when a damaged store has none there.
    pub(crate) fn get(&mut self, place: Place) -> rusqlite::Result<&[u8]> {
        let at = match self.recent.iter().position(|&(id, _)| id == place.pack) {
            Some(at) => at,
            None => self.load(place.pack)?,
        };
        let bytes = self.recent.get(at).map(|(_, bytes)| bytes.as_slice()).unwrap_or_default();
        let start = usize::try_from(place.start).unwrap_or(usize::MAX);
        let end = start.saturating_add(usize::try_from(place.n_bytes).unwrap_or(usize::MAX));
        Ok(bytes.get(start..end).unwrap_or_default())
    }

    /// The bytes of a blob.
    pub(crate) fn blob(&mut self, id: i64) -> rusqlite::Result<&[u8]> {
        let sql = "SELECT pack, start, n_bytes FROM blobs WHERE id = ?1";
        let place = self
            .db
            .prepare_cached(sql)?
            .query_row([id], |row| Ok(Place { pack: row.get(0)?, start: row.get(1)?, n_bytes: row.get(2)? }))?;
        self.get(place)
    }

    fn load(&mut self, id: i64) -> rusqlite::Result<usize> {
        let bytes = self
            .db
            .prepare_cached("SELECT n_bytes, zstd FROM packs WHERE id = ?1")?
            .query_row([id], |row| unpacked(row.get_ref(1)?.as_blob()?, row.get(0)?))?;
        if self.recent.len() == N_RECENT {
            self.recent.remove(0);
        }
        self.recent.push((id, bytes));
        Ok(self.recent.len() - 1)
    }
}

/// Writes a pack with only the live parts in it (id, start, length, in the order of their starts) and tells where each now begins;
/// a pack without any is taken out.
pub(crate) fn rewrite(
    db: &Transaction<'_>,
    pack: i64,
    live: &[(i64, i64, i64)],
    mut moved: impl FnMut(i64, i64) -> rusqlite::Result<()>,
) -> rusqlite::Result<()> {
    if live.is_empty() {
        return db.execute("DELETE FROM packs WHERE id = ?1", [pack]).map(|_| ());
    }
    let mut bytes = Vec::new();
    let mut reader = PackReader::new(db);
    for &(id, start, n_bytes) in live {
        moved(id, bytes.len() as i64)?;
        bytes.extend_from_slice(reader.get(Place { pack, start, n_bytes })?);
    }
    write(db, &OpenPack { id: pack, bytes }, DENSE)
}
