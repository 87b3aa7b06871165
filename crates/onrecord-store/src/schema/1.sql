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
    digest  BLOB NOT NULL UNIQUE,         -- the first half of the SHA-256, which records have whole
    pack    INTEGER NOT NULL REFERENCES packs (id),
    start   INTEGER NOT NULL,             -- byte in the unpacked pack
    n_bytes INTEGER NOT NULL
) STRICT;

-- Strings that recur: names, roles, outlets, rules, and the values of enumerations.
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
    document    INTEGER NOT NULL,         -- document.id of the record: printf('%016x', document)
    page_digest BLOB NOT NULL UNIQUE,     -- of the bytes and of what was given with them
    address     TEXT,                     -- the URL without what does not matter; NULL where there is none
    version     INTEGER NOT NULL,         -- from 1, in the order of coming
    is_current  INTEGER NOT NULL,         -- 0: another version of the same address stands for it in answers
    lang        TEXT NOT NULL,
    title       TEXT,                     -- where it is not the headline in the text
    headline_start INTEGER,
    headline_end   INTEGER,
    published   TEXT,
    fetched     TEXT,
    outlet      INTEGER REFERENCES words (id), -- as the record names it, else the address's host
    source      INTEGER NOT NULL REFERENCES blobs (id),
    text        INTEGER NOT NULL REFERENCES blobs (id),
    record_pack    INTEGER NOT NULL REFERENCES packs (id),
    record_start   INTEGER NOT NULL,
    record_n_bytes INTEGER NOT NULL,
    maker       INTEGER NOT NULL REFERENCES makers (id),
    first_statement INTEGER NOT NULL,     -- its statements have this id and the following
    n_statements    INTEGER NOT NULL
) STRICT;
CREATE INDEX articles_by_document ON articles (document);
CREATE INDEX articles_by_address ON articles (address) WHERE address IS NOT NULL;

-- All start and end columns count code points of the article's text.
CREATE TABLE blocks (
    article   INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    start     INTEGER NOT NULL,
    end       INTEGER NOT NULL,
    kind      INTEGER REFERENCES words (id), -- NULL: paragraph
    furniture INTEGER REFERENCES words (id),
    PRIMARY KEY (article, start)
) STRICT, WITHOUT ROWID;

CREATE TABLE entities (
    article  INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    n        INTEGER NOT NULL,            -- e1 is 1
    kind     INTEGER NOT NULL REFERENCES words (id),
    name     INTEGER NOT NULL REFERENCES words (id),
    code     TEXT,
    mentions TEXT NOT NULL,               -- JSON: [[start, end, form], ...]; no form: name
    PRIMARY KEY (article, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX entities_by_name ON entities (name);
CREATE VIEW mentions AS
    SELECT e.article, e.n AS entity, json_extract(m.value, '$[0]') AS start, json_extract(m.value, '$[1]') AS end,
           coalesce(json_extract(m.value, '$[2]'), 'name') AS form
    FROM entities e, json_each(e.mentions) m;

CREATE TABLE roles (
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    entity  INTEGER NOT NULL,
    start   INTEGER NOT NULL,
    end     INTEGER NOT NULL,
    role    INTEGER NOT NULL REFERENCES words (id),
    PRIMARY KEY (article, entity, start)
) STRICT, WITHOUT ROWID;

CREATE TABLE statements (
    id         INTEGER PRIMARY KEY,       -- day of the article << 22 | number within the day; rowid of statement_words
    article    INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    public     INTEGER NOT NULL,          -- the record's id: printf('%016x', public)
    kind       INTEGER NOT NULL REFERENCES words (id),
    speaker    INTEGER REFERENCES words (id),
    form       INTEGER NOT NULL REFERENCES words (id),
    role       INTEGER REFERENCES words (id),
    said       TEXT,                      -- when, where the article says so
    zone       INTEGER REFERENCES words (id), -- NULL: body
    polarity   INTEGER REFERENCES words (id), -- NULL: pos
    modality   INTEGER REFERENCES words (id), -- NULL: asserted
    start      INTEGER NOT NULL,          -- of the first words said
    end        INTEGER NOT NULL,          -- of the last
    spans      TEXT,                      -- JSON: [[start, end], ...], where they stand apart
    quoted     TEXT,                      -- the same, of what is quoted in mixed speech
    cue_start  INTEGER,
    cue_end    INTEGER,
    source_start INTEGER,
    source_end   INTEGER,
    sentence_start INTEGER NOT NULL,
    sentence_end   INTEGER NOT NULL,
    confidence INTEGER NOT NULL,          -- per cent
    rule       INTEGER NOT NULL REFERENCES words (id),
    is_corrected INTEGER                  -- 1: a person has set it right
) STRICT;
CREATE INDEX statements_by_public ON statements (public);

CREATE TABLE events (
    id         INTEGER PRIMARY KEY,       -- day << 22 | number within the day; rowid of event_words
    article    INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    n          INTEGER NOT NULL,
    public     INTEGER NOT NULL,
    kind       INTEGER NOT NULL REFERENCES words (id),
    status     INTEGER NOT NULL REFERENCES words (id),
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
    entity INTEGER,
    name   INTEGER REFERENCES words (id), -- of a party
    start  INTEGER,                       -- of a place
    end    INTEGER,
    PRIMARY KEY (event, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE times (
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    start   INTEGER NOT NULL,
    end     INTEGER NOT NULL,
    value   TEXT,
    anchor  INTEGER REFERENCES words (id), -- NULL: published
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
CREATE VIRTUAL TABLE article_words USING fts5 (words, outlet, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE VIRTUAL TABLE statement_words USING fts5 (content, source, speaker, outlet, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE VIRTUAL TABLE event_words USING fts5 (words, outlet, content = '', contentless_delete = 1, tokenize = 'ascii');
-- The names of entities, by their words as written; rowid is words.id.
CREATE VIRTUAL TABLE name_words USING fts5 (name, content = '', contentless_delete = 1, tokenize = 'ascii');

-- For SQL by hand.
CREATE VIEW statement_list AS
    SELECT printf('%016x', s.public) AS id, printf('%016x', a.document) AS document, a.address, o.word AS outlet, a.lang, a.published, s.said,
           k.word AS kind, w.word AS speaker, f.word AS form, r.word AS role, s.start, s.end, s.spans, s.source_start, s.source_end,
           s.cue_start, s.cue_end, coalesce(z.word, 'body') AS zone, coalesce(p.word, 'pos') AS polarity,
           coalesce(m.word, 'asserted') AS modality, s.confidence / 100.0 AS confidence, u.word AS rule,
           coalesce(s.is_corrected, 0) AS is_corrected
    FROM statements s JOIN articles a ON a.id = s.article JOIN words k ON k.id = s.kind JOIN words f ON f.id = s.form
    JOIN words u ON u.id = s.rule LEFT JOIN words o ON o.id = a.outlet LEFT JOIN words w ON w.id = s.speaker
    LEFT JOIN words r ON r.id = s.role LEFT JOIN words z ON z.id = s.zone LEFT JOIN words p ON p.id = s.polarity
    LEFT JOIN words m ON m.id = s.modality
    WHERE a.is_current;
CREATE VIEW event_list AS
    SELECT printf('%016x', e.public) AS id, printf('%016x', a.document) AS document, a.address, o.word AS outlet, a.lang, a.published,
           e.value AS date, t.word AS status, k.word AS kind, e.trigger_start, e.trigger_end, e.confidence / 100.0 AS confidence,
           u.word AS rule
    FROM events e JOIN articles a ON a.id = e.article JOIN words k ON k.id = e.kind JOIN words t ON t.id = e.status
    JOIN words u ON u.id = e.rule LEFT JOIN words o ON o.id = a.outlet
    WHERE a.is_current;
