-- Version 1 of the store. Never edited once a store of this version is in the world: later versions add a file.

-- Documents and records, several in one zstd frame, so that they share their words.
CREATE TABLE packs (
    id      INTEGER PRIMARY KEY,
    kind    TEXT NOT NULL CHECK (kind IN ('source', 'text', 'record')),
    n_bytes INTEGER NOT NULL,             -- unpacked
    zstd    BLOB NOT NULL
) STRICT;

-- Source bytes and article texts, each kept once. A plain text is its own source.
CREATE TABLE blobs (
    id      INTEGER PRIMARY KEY,
    sha256  BLOB NOT NULL UNIQUE,
    pack    INTEGER NOT NULL REFERENCES packs (id),
    start   INTEGER NOT NULL,             -- byte in the unpacked pack
    n_bytes INTEGER NOT NULL
) STRICT;

-- Strings that recur: names, roles, outlets, rules.
CREATE TABLE words (
    id   INTEGER PRIMARY KEY,
    word TEXT NOT NULL UNIQUE
) STRICT;

-- Programs and language packs that made records.
CREATE TABLE makers (
    id      INTEGER PRIMARY KEY,
    program TEXT NOT NULL,
    packs   TEXT NOT NULL,                -- JSON: language to digest
    UNIQUE (program, packs)
) STRICT;

-- The words that are names of outlets.
CREATE TABLE outlets (
    id INTEGER PRIMARY KEY REFERENCES words (id)
) STRICT;

CREATE TABLE articles (
    id          INTEGER PRIMARY KEY,
    key         INTEGER NOT NULL UNIQUE,  -- day << 22 | number within the day; rowid of article_words
    document    TEXT NOT NULL,            -- document.id of the record
    page_digest BLOB NOT NULL UNIQUE,     -- of the bytes and of what was given with them
    address     TEXT,                     -- the URL without what does not matter; NULL where there is none
    version     INTEGER NOT NULL,         -- from 1, in the order of coming
    is_current  INTEGER NOT NULL,         -- 0: another version of the same address stands for it in answers
    name        TEXT,
    lang        TEXT NOT NULL,
    title       TEXT,
    published   TEXT,
    fetched     TEXT,
    outlet      INTEGER REFERENCES words (id), -- as the record names it, else the address's host
    source      INTEGER NOT NULL REFERENCES blobs (id),
    text        INTEGER NOT NULL REFERENCES blobs (id),
    record_pack    INTEGER NOT NULL REFERENCES packs (id),
    record_start   INTEGER NOT NULL,
    record_n_bytes INTEGER NOT NULL,
    maker       INTEGER NOT NULL REFERENCES makers (id)
) STRICT;
CREATE INDEX articles_by_document ON articles (document);
CREATE INDEX articles_by_address ON articles (address) WHERE address IS NOT NULL;

-- All start and end columns count code points of the article's text.
CREATE TABLE blocks (
    article   INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    start     INTEGER NOT NULL,
    end       INTEGER NOT NULL,
    kind      TEXT,                       -- NULL: paragraph
    furniture TEXT,
    PRIMARY KEY (article, start)
) STRICT, WITHOUT ROWID;

CREATE TABLE entities (
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    n       INTEGER NOT NULL,             -- e1 is 1
    kind    TEXT NOT NULL,
    name    INTEGER NOT NULL REFERENCES words (id),
    code    TEXT,
    PRIMARY KEY (article, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX entities_by_name ON entities (name);

CREATE TABLE roles (
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    entity  INTEGER NOT NULL,
    start   INTEGER NOT NULL,
    end     INTEGER NOT NULL,
    role    INTEGER NOT NULL REFERENCES words (id),
    PRIMARY KEY (article, entity, start)
) STRICT, WITHOUT ROWID;

CREATE TABLE mentions (
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    entity  INTEGER NOT NULL,
    start   INTEGER NOT NULL,
    end     INTEGER NOT NULL,
    form    TEXT,                         -- NULL: name
    PRIMARY KEY (article, entity, start)
) STRICT, WITHOUT ROWID;

CREATE TABLE statements (
    id         INTEGER PRIMARY KEY,       -- day << 22 | number within the day; rowid of statement_words
    article    INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    n          INTEGER NOT NULL,          -- place in the record, from 0
    public     INTEGER NOT NULL,          -- the record's id: printf('%016x', public)
    kind       TEXT NOT NULL,
    speaker    INTEGER REFERENCES words (id),
    form       TEXT NOT NULL,
    role       INTEGER REFERENCES words (id),
    said       TEXT,                      -- when, where the article says so
    zone       TEXT,                      -- NULL: body
    polarity   TEXT,                      -- NULL: pos
    modality   TEXT,                      -- NULL: asserted
    content    TEXT NOT NULL,             -- JSON: [[start, end], ...]
    quoted     TEXT,
    cue        TEXT,
    source_start INTEGER,
    source_end   INTEGER,
    sentence_start INTEGER NOT NULL,
    sentence_end   INTEGER NOT NULL,
    confidence INTEGER NOT NULL,          -- per cent
    rule       INTEGER NOT NULL REFERENCES words (id),
    is_corrected INTEGER                  -- 1: a person has set it right
) STRICT;
CREATE INDEX statements_by_public ON statements (public);
CREATE INDEX statements_by_speaker ON statements (speaker) WHERE speaker IS NOT NULL;
CREATE INDEX statements_by_article ON statements (article);

CREATE TABLE events (
    id         INTEGER PRIMARY KEY,       -- day << 22 | number within the day; rowid of event_words
    article    INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    n          INTEGER NOT NULL,
    public     INTEGER NOT NULL,
    kind       TEXT NOT NULL,
    status     TEXT NOT NULL,
    value      TEXT,                      -- when, as far as known
    when_start INTEGER,
    when_end   INTEGER,
    trigger_start INTEGER NOT NULL,
    trigger_end   INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end   INTEGER NOT NULL,
    confidence INTEGER NOT NULL,
    rule       INTEGER NOT NULL REFERENCES words (id)
) STRICT;
CREATE INDEX events_by_public ON events (public);
CREATE INDEX events_by_article ON events (article);

CREATE TABLE event_parts (
    event  INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    n      INTEGER NOT NULL,
    part   TEXT NOT NULL CHECK (part IN ('party', 'place')),
    entity INTEGER,
    name   INTEGER REFERENCES words (id), -- parties
    start  INTEGER,                       -- places
    end    INTEGER,
    PRIMARY KEY (event, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE times (
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    start   INTEGER NOT NULL,
    end     INTEGER NOT NULL,
    value   TEXT,
    anchor  TEXT,                         -- NULL: published
    PRIMARY KEY (article, start)
) STRICT, WITHOUT ROWID;

CREATE TABLE provenance (
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    n       INTEGER NOT NULL,
    carrier_start INTEGER,
    carrier_end   INTEGER,
    cited   TEXT NOT NULL,                -- JSON: [[start, end], ...]
    chain   TEXT NOT NULL,                -- JSON: names, this page first
    scope   TEXT NOT NULL,
    PRIMARY KEY (article, n)
) STRICT, WITHOUT ROWID;

-- What was added, from where, and how it went: reading goes on from here when it was broken off.
CREATE TABLE receipts (
    id       INTEGER PRIMARY KEY,
    input    TEXT NOT NULL,
    size     INTEGER NOT NULL,
    sha256   TEXT NOT NULL,
    program  TEXT NOT NULL,
    position INTEGER NOT NULL,            -- where reading goes on
    is_done  INTEGER NOT NULL,
    counts   TEXT NOT NULL,               -- JSON: outcome or reason to number
    began    TEXT NOT NULL,
    ended    TEXT,
    UNIQUE (sha256, size, input)
) STRICT;

-- What people have set right. The record stays as it was read; answers follow the correction.
CREATE TABLE corrections (
    id        INTEGER PRIMARY KEY,
    document  TEXT NOT NULL,              -- the document's id
    statement TEXT NOT NULL,              -- the id it was made for
    attached  TEXT,                       -- the id it applies to today; NULL: orphaned
    what      TEXT NOT NULL CHECK (what IN ('speaker', 'not-a-statement', 'span')),
    value     TEXT,                       -- a name, or JSON {"start", "end", "words"}
    note      TEXT,
    author    TEXT,
    made      TEXT NOT NULL,
    kind      TEXT NOT NULL,              -- the statement as it was
    quote     TEXT NOT NULL,
    before    TEXT NOT NULL,
    after     TEXT NOT NULL
) STRICT;
CREATE INDEX corrections_by_document ON corrections (document);

-- Full text over dictionary forms, cut to stems. Nothing is kept here twice: only which word stands where.
CREATE VIRTUAL TABLE article_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE VIRTUAL TABLE statement_words USING fts5 (content, source, speaker, outlet, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE VIRTUAL TABLE event_words USING fts5 (words, outlet, content = '', contentless_delete = 1, tokenize = 'ascii');
-- The names of entities, by their words as written; rowid is words.id.
CREATE VIRTUAL TABLE name_words USING fts5 (name, content = '', contentless_delete = 1, tokenize = 'ascii');

-- For SQL by hand.
CREATE VIEW statement_list AS
    SELECT printf('%016x', s.public) AS id, a.document, a.address, o.word AS outlet, a.lang, a.published, s.said, s.kind,
           w.word AS speaker, s.form, r.word AS role, s.content, s.source_start, s.source_end, s.cue,
           coalesce(s.zone, 'body') AS zone, coalesce(s.polarity, 'pos') AS polarity, coalesce(s.modality, 'asserted') AS modality,
           s.confidence / 100.0 AS confidence, u.word AS rule, coalesce(s.is_corrected, 0) AS is_corrected
    FROM statements s JOIN articles a ON a.id = s.article LEFT JOIN words o ON o.id = a.outlet
    LEFT JOIN words w ON w.id = s.speaker LEFT JOIN words r ON r.id = s.role JOIN words u ON u.id = s.rule
    WHERE a.is_current;
CREATE VIEW event_list AS
    SELECT printf('%016x', e.public) AS id, a.document, a.address, o.word AS outlet, a.lang, a.published, e.value AS date, e.status, e.kind,
           e.trigger_start, e.trigger_end, e.confidence / 100.0 AS confidence, u.word AS rule
    FROM events e JOIN articles a ON a.id = e.article LEFT JOIN words o ON o.id = a.outlet JOIN words u ON u.id = e.rule
    WHERE a.is_current;
