public import Ledgers
import Storage

/// The tables of candidates in the ledger.
///
/// Nothing of a person is in the ledger's events: those are for good, and a person can ask to be erased.
public enum CandidateSchema {
  /// What the module brings to a ledger.
  public static var component: LedgerComponent {
    LedgerComponent(
      schema: SchemaComponent(
        "candidates", migrations: [SchemaComponent.Migration("create candidates", statements)]))
  }

  private static let statements = [
    // 'secret' makes the fingerprints of the audit impossible to guess; it ends with the person.
    """
    CREATE TABLE candidates_person (
      number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, added INTEGER NOT NULL,
      retain INTEGER, rules INTEGER NOT NULL, secret BLOB NOT NULL, record TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX candidates_person_retain ON candidates_person (retain) WHERE retain IS NOT NULL",
    """
    CREATE TABLE candidates_reference (
      reference TEXT NOT NULL PRIMARY KEY,
      person INTEGER NOT NULL REFERENCES candidates_person (number)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE candidates_word (
      number INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE, uses INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE candidates_index (
      word INTEGER NOT NULL, person INTEGER NOT NULL, PRIMARY KEY (word, person)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE candidates_step (
      person INTEGER NOT NULL REFERENCES candidates_person (number), step TEXT NOT NULL,
      state TEXT NOT NULL, since INTEGER NOT NULL, due_on INTEGER, expires_on INTEGER,
      attempt INTEGER NOT NULL, attempt_limit INTEGER, retry_from INTEGER,
      paid INTEGER, currency TEXT, reason TEXT, by TEXT NOT NULL, rules INTEGER,
      PRIMARY KEY (person, step)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE candidates_evidence (
      person INTEGER NOT NULL REFERENCES candidates_person (number), number INTEGER NOT NULL,
      kind TEXT NOT NULL, step TEXT, title TEXT, issuer TEXT, issued_on INTEGER,
      expires_on INTEGER, file_hash TEXT, location TEXT, verified_by TEXT, verified_on INTEGER,
      PRIMARY KEY (person, number)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE candidates_note (
      person INTEGER NOT NULL REFERENCES candidates_person (number), number INTEGER NOT NULL,
      day INTEGER NOT NULL, by TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (person, number)
    ) STRICT, WITHOUT ROWID
    """,
    // The rules of the credentials as they were when a candidate chose a way, once for all candidates.
    """
    CREATE TABLE candidates_rules (
      number INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, seen INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE candidates_rule (
      rules INTEGER NOT NULL REFERENCES candidates_rules (number), step TEXT NOT NULL,
      text TEXT NOT NULL, PRIMARY KEY (rules, step)
    ) STRICT, WITHOUT ROWID
    """,
    // Neither the pseudonym nor anything of the person: a digest of the pseudonym.
    """
    CREATE TABLE candidates_audit (
      number INTEGER PRIMARY KEY, day INTEGER NOT NULL, by TEXT NOT NULL, action TEXT NOT NULL,
      subject BLOB, count INTEGER NOT NULL, before BLOB, after BLOB
    ) STRICT
    """,
    "CREATE INDEX candidates_audit_subject ON candidates_audit (subject)",
    """
    CREATE TRIGGER candidates_audit_stays BEFORE DELETE ON candidates_audit
    BEGIN SELECT raise(ABORT, 'the audit is only added to'); END
    """,
    """
    CREATE TRIGGER candidates_audit_is_final BEFORE UPDATE ON candidates_audit
    BEGIN SELECT raise(ABORT, 'the audit is only added to'); END
    """,
    """
    CREATE TABLE candidates_tombstone (
      subject BLOB NOT NULL PRIMARY KEY, erased_on INTEGER NOT NULL, why TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
  ]
}
