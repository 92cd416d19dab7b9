import Foundation
import Testing

@testable import Storage

/// A kind of file for tests.
private let kind = DatabaseFile(
  applicationID: 0x1234_5678,
  components: [
    SchemaComponent(
      "note",
      migrations: [
        .init(
          "create notes", ["CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT"])
      ])
  ])

/// Makes a folder for the time of a function.
private func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(
    component: "puente-storage-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder.path())
}

private func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(filePath: path)) }

private func names(in folder: String) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
}

private func opened(_ path: String) throws -> Database { try #require(try kind.open(path)) }

/// Makes a file with notes.
private func makeNotes(_ path: String, count: Int = 100) throws {
  let database = try opened(path)
  try database.write {
    for number in 0..<count {
      try database.execute(
        "INSERT INTO note (text) VALUES (?)",
        [.text("note \(number) \(String(repeating: "x", count: 90))")])
    }
  }
}

@Suite struct DatabaseTests {
  @Test func returnsValuesAsTheyWereBound() throws {
    let database = try Database.inMemory()
    let values: [SQLValue] = [
      .null, .integer(.min), .integer(.max), .real(0.1), .text(""), .text("a\u{0}b ñ 🇲🇽"), .blob([]),
      .blob([0, 255]),
    ]
    let marks = values.map { _ in "?" }.joined(separator: ", ")
    let row = try database.first("SELECT \(marks)", values) { row in
      (0..<row.count).map { row.value($0) }
    }
    #expect(row == values)
  }

  @Test func undoesAWriteThatFails() throws {
    struct Failure: Error {}
    let database = try Database.inMemory()
    try database.execute("CREATE TABLE note (text TEXT) STRICT")
    #expect(throws: Failure.self) {
      try database.write {
        try database.execute("INSERT INTO note VALUES ('a')")
        throw Failure()
      }
    }
    #expect(try database.number("SELECT count(*) FROM note") == 0)
    #expect(!database.isInTransaction)
  }

  @Test func takesBackWhatWasRehearsed() throws {
    let database = try Database.inMemory()
    try database.execute("CREATE TABLE note (text TEXT) STRICT")
    let count = try database.rehearse {
      try database.execute("INSERT INTO note VALUES ('a')")
      return try database.number("SELECT count(*) FROM note")
    }
    #expect(count == 1)
    #expect(try database.number("SELECT count(*) FROM note") == 0)
  }

  @Test func runsAStatementInsideItself() throws {
    let database = try Database.inMemory()
    try database.execute("CREATE TABLE note (text TEXT) STRICT")
    for text in ["a", "b"] { try database.execute("INSERT INTO note VALUES (?)", [.text(text)]) }
    var pairs: [String] = []
    let query = "SELECT text FROM note ORDER BY text"
    try database.query(query) { outer in
      let first = outer.text(0)
      try database.query(query) { pairs.append(first + $0.text(0)) }
    }
    #expect(pairs == ["aa", "ab", "ba", "bb"])
  }

  @Test func neverShowsBoundValuesInErrors() throws {
    let database = try Database.inMemory()
    try database.execute("CREATE TABLE person (name TEXT PRIMARY KEY) STRICT")
    try database.execute("INSERT INTO person VALUES (?)", ["Ana López"])
    let error = #expect(throws: DatabaseError.self) {
      try database.execute("INSERT INTO person VALUES (?)", ["Ana López"])
    }
    #expect(error?.code == .constraint)
    #expect(error.map { "\($0)" }?.contains("Ana") == false)
  }

  @Test func enforcesForeignKeys() throws {
    let database = try Database.inMemory()
    try database.execute("CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT")
    try database.execute("CREATE TABLE b (a INTEGER REFERENCES a(id)) STRICT")
    #expect(throws: DatabaseError.self) { try database.execute("INSERT INTO b VALUES (1)") }
  }
}

@Suite struct DatabaseFileTests {
  @Test func makesAFileOnceAndOpensItAgain() throws {
    try withFolder { (folder: String) throws in
      let path = "\(folder)/notes.db"
      var fillings = 0
      for _ in 0..<2 {
        let database = try kind.open(path) { database in
          fillings += 1
          try database.execute("INSERT INTO note (text) VALUES ('first')")
        }
        #expect(try database?.number("SELECT count(*) FROM note") == 1)
        #expect(try database?.first("PRAGMA journal_mode") { $0.text(0) } == "wal")
      }
      #expect(fillings == 1)
      #expect(try names(in: folder) == ["notes.db"])
    }
  }

  @Test func makesNothingUnlessAsked() throws {
    try withFolder { (folder: String) throws in
      let database = try kind.open("\(folder)/none.db", creates: false)
      #expect(database == nil)
      let left = try names(in: folder)
      #expect(left.isEmpty)
    }
  }

  @Test func leavesNothingIfFillingFails() throws {
    struct Failure: Error {}
    try withFolder { (folder: String) throws in
      #expect(throws: Failure.self) {
        _ = try kind.open("\(folder)/notes.db") { _ in throw Failure() }
      }
      let left = try names(in: folder)
      #expect(left.isEmpty)
    }
  }

  @Test(arguments: [
    "", "no database at all, but a text that is longer than the header of one is, in bytes: 100",
  ])
  func refusesWhatIsNoDatabase(_ content: String) throws {
    try withFolder { (folder: String) throws in
      let path = "\(folder)/notes.db"
      try Data(content.utf8).write(to: URL(filePath: path))
      let refusal = #expect(throws: DatabaseRefusal.self) { _ = try kind.open(path) }
      #expect(refusal?.reason == (content.isEmpty ? .empty : .notADatabase))
      #expect(try bytes(path) == Data(content.utf8))
      #expect(try names(in: folder) == ["notes.db"])
    }
  }

  @Test func refusesTheDatabaseOfAnotherProgram() throws {
    try withFolder { (folder: String) throws in
      let path = "\(folder)/other.db"
      let other = DatabaseFile(applicationID: 99, components: [])
      _ = try other.open(path)
      let before = try bytes(path)
      let refusal = #expect(throws: DatabaseRefusal.self) { _ = try kind.open(path) }
      #expect(refusal?.reason == .foreign(applicationID: 99))
      #expect(try bytes(path) == before)
    }
  }

  @Test func refusesAFileOfANewerVersion() throws {
    try withFolder { (folder: String) throws in
      let path = "\(folder)/notes.db"
      let newer = DatabaseFile(
        applicationID: kind.applicationID,
        components: [
          SchemaComponent(
            "note",
            migrations: kind.components[0].migrations + [
              .init("add colour", ["ALTER TABLE note ADD COLUMN colour TEXT"])
            ])
        ])
      _ = try kind.open(path)
      _ = try newer.open(path)
      let before = try bytes(path)
      let refusal = #expect(throws: DatabaseRefusal.self) { _ = try kind.open(path) }
      #expect(refusal?.reason == .newer(component: "note", version: 2, known: 1))
      #expect(try bytes(path) == before)
    }
  }

  /// Every page but the first is overwritten in turn, and the file is cut at several places.
  @Test func leavesADamagedFileAsItWas() throws {
    try withFolder { (folder: String) throws in
      let path = "\(folder)/notes.db"
      try makeNotes(path)
      let whole = try bytes(path)
      var refused = 0
      for offset in stride(from: 100, to: whole.count, by: 1024) {
        var damaged = whole
        damaged.replaceSubrange(
          offset..<min(offset + 512, whole.count),
          with: repeatElement(0xA5, count: min(512, whole.count - offset)))
        try damaged.write(to: URL(filePath: path))
        // Damage inside a text or in unused space is no fault of the structure.
        if throwsRefusal(path) { refused += 1 }
        #expect(try bytes(path) == damaged)
        #expect(try names(in: folder) == ["notes.db"])
      }
      #expect(refused > 3)
      for count in [50, 100, 512, 4096, whole.count - 4096, whole.count - 1] {
        let damaged = whole.prefix(count)
        try damaged.write(to: URL(filePath: path))
        #expect(throwsRefusal(path), "cut to \(count)")
        #expect(try bytes(path) == damaged)
      }
    }
  }

  private func throwsRefusal(_ path: String) -> Bool {
    do {
      _ = try kind.open(path)
      return false
    } catch { return error is DatabaseRefusal }
  }

  @Test func keepsTheOldStateWhenTheDiskIsFull() throws {
    try withFolder { (folder: String) throws in
      let path = "\(folder)/notes.db"
      try makeNotes(path)
      let database = try opened(path)
      let pages = try database.number("PRAGMA page_count")
      try database.query("PRAGMA max_page_count = \(pages + 2)") { _ in }
      let error = #expect(throws: DatabaseError.self) {
        try database.write {
          for _ in 0..<1000 {
            try database.execute(
              "INSERT INTO note (text) VALUES (?)", [.text(String(repeating: "y", count: 500))])
          }
        }
      }
      #expect(error?.code == .full)
      #expect(try database.number("SELECT count(*) FROM note") == 100)
      #expect(try database.faults().isEmpty)
    }
  }

  @Test func leavesNoTraceOfWhatWasDeleted() throws {
    try withFolder { (folder: String) throws in
      let path = "\(folder)/notes.db"
      try makeNotes(path)
      let database = try opened(path)
      let secret = "GOMC850101HDFRRL09"
      try database.write {
        try database.execute("INSERT INTO note (text) VALUES (?)", [.text(secret)])
      }
      try database.write {
        try database.execute("DELETE FROM note WHERE text = ?", [.text(secret)])
      }
      try database.purge()
      for name in try names(in: folder) {
        #expect(try bytes("\(folder)/\(name)").range(of: Data(secret.utf8)) == nil, "\(name)")
      }
    }
  }

  @Test func seesWhatAnotherConnectionWrote() throws {
    try withFolder { (folder: String) throws in
      let path = "\(folder)/notes.db"
      let (one, other) = (try opened(path), try opened(path))
      try one.write { try one.execute("INSERT INTO note (text) VALUES ('a')") }
      try other.write { try other.execute("INSERT INTO note (text) VALUES ('b')") }
      #expect(try one.number("SELECT count(*) FROM note") == 2)
    }
  }
}
