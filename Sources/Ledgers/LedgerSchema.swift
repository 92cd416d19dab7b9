import Storage

extension SchemaComponent {
  /// The streams and their events.
  ///
  /// `chain` is the digest of the row before and the event's identifier, over all streams in the order in
  /// which this file recorded them.
  static let ledger = SchemaComponent(
    "ledger",
    migrations: [
      Migration(
        "create streams and events",
        [
          """
          CREATE TABLE ledger_stream (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            events INTEGER NOT NULL,
            heads BLOB NOT NULL
          ) STRICT
          """,
          """
          CREATE TABLE ledger_event (
            seq INTEGER PRIMARY KEY,
            id BLOB NOT NULL UNIQUE,
            stream INTEGER NOT NULL REFERENCES ledger_stream (id),
            kind TEXT NOT NULL,
            side TEXT NOT NULL,
            role TEXT NOT NULL,
            day INTEGER NOT NULL,
            parents BLOB NOT NULL,
            body TEXT NOT NULL,
            chain BLOB NOT NULL
          ) STRICT
          """,
          "CREATE INDEX ledger_event_stream ON ledger_event (stream, seq)",
          """
          CREATE TRIGGER ledger_event_update BEFORE UPDATE ON ledger_event
          BEGIN SELECT RAISE(ABORT, 'events are never changed'); END
          """,
          """
          CREATE TRIGGER ledger_event_delete BEFORE DELETE ON ledger_event
          BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END
          """,
          """
          CREATE TABLE ledger_component (
            name TEXT PRIMARY KEY,
            projection INTEGER NOT NULL
          ) STRICT, WITHOUT ROWID
          """,
        ])
    ])
}
