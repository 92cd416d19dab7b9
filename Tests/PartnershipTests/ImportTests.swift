import Diagnostics
import FactTables
import Foundation
import Partnership
import ReferenceData
import TestSupport
import Testing

/// Reports that are added: all or nothing.
@Suite struct ImportTests {
  /// A folder to import from and one to import into, with the report of 2017 in it.
  struct Folders {
    let new: String
    let target: String

    static func use(_ body: (Folders) throws -> Void) throws {
      let root = "\(FileManager.default.temporaryDirectory.path)/cmp-\(UUID().uuidString)"
      defer { try? FileManager.default.removeItem(atPath: root) }
      try FileManager.default.createDirectory(
        atPath: "\(root)/new", withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        atPath: ReportDataTests.folder, toPath: "\(root)/target")
      try body(Folders(new: "\(root)/new", target: "\(root)/target"))
    }

    /// Writes a table of the new folder: the columns that are not given are empty.
    func write(_ name: String, _ rows: [[String: String]]) throws {
      let table = try #require(TableDefinition.partnership.first { $0.name == name })
      let always = [
        "report": "2018", "source": "cmp-report-2017", "as_of": "2018", "confidence": "high",
      ]
      let lines = rows.map { row in
        table.columns.map { column in
          "\"\((row[column.name] ?? always[column.name] ?? "").replacing("\"", with: "\"\""))\""
        }.joined(separator: ",")
      }
      let header = table.columns.map(\.name).joined(separator: ",")
      try ([header] + lines).joined(separator: "\n").appending("\n")
        .write(toFile: "\(new)/\(name).csv", atomically: false, encoding: .utf8)
    }

    func writeReport() throws {
      try write(
        "reports",
        [
          [
            "year": "2018", "edition": "English", "title": "Report 2018", "publisher": "CMP",
            "meeting_no": "14", "lines": "500",
          ]
        ])
      try write(
        "groups",
        [
          [
            "id": "LM", "kind": "group", "name": "Labour", "reported": "yes",
            "report_lines": "5-90",
          ]
        ]
      )
      try write("items", [Self.item("LM-FU-1")])
      try write(
        "deadlines",
        [
          [
            "item_id": "LM-FU-1", "no": "1", "what": "call", "printed": "early 2019",
            "report_lines": "9",
          ]
        ]
      )
    }

    static func item(_ id: String) -> [String: String] {
      [
        "id": id, "group_id": "LM", "section": "future_activity", "kind": "action",
        "gist": "Hold a call", "report_lines": "9",
      ]
    }

    func prepare(replacing: Bool = false, into other: String? = nil) throws -> PartnershipImport {
      let files = try FileManager.default.contentsOfDirectory(atPath: new)
      return try PartnershipImport(
        PartnershipImport.Context(
          folder: new, files: files, target: other ?? target, sources: ["cmp-report-2017"],
          replaces: replacing), isThere: fileExists)
    }

    /// The rules and places of what is wrong: `rule line:column`.
    func faults(replacing: Bool = false) throws -> [String] {
      do {
        _ = try prepare(replacing: replacing)
        return []
      } catch let error as InvalidInput {
        return error.findings.map { finding in
          let place = finding.location
          let file = place?.file.split(separator: "/").last ?? ""
          return "\(finding.rule) \(file):\(place?.line ?? 0):\(place?.column ?? 0)"
        }
      }
    }

    func load() throws -> PartnershipReports {
      try PartnershipReports(folder: target, isThere: fileExists)
    }
  }

  @Test func addsAYearBesideTheOther() throws {
    try Folders.use { folders in
      try folders.writeReport()
      let new = try folders.prepare()
      #expect(new.reports == ["2018"])
      #expect(new.remarks.map(\.rule) == ["date-read"])
      try new.install()
      let data = try folders.load()
      #expect(data.reports.map(\.id) == ["2017", "2018"])
      #expect(data.items.count == 219)
      #expect(data.items.last?.qualifiedID == "2018:LM-FU-1")
      #expect(data.items.last?.deadlines.first?.span.description == "2019-01-01 to 2019-03-31")
      #expect(data.items.last?.deadlines.first?.isRough == true)
      // Adding it again is refused, and replacing it leaves the other as it is.
      #expect(try folders.faults() == ["report-exists reports.csv:2:1"])
      try folders.write("items", [Folders.item("LM-FU-1"), Folders.item("LM-FU-2")])
      try folders.prepare(replacing: true).install()
      #expect(try folders.load().items.count == 220)
      #expect(try folders.load().reports.map(\.id) == ["2017", "2018"])
    }
  }

  @Test func takesTheSameIdentifiersInAnotherYear() throws {
    try Folders.use { folders in
      try folders.writeReport()
      try folders.write("items", [Folders.item("LM-FU-199"), Folders.item("LM-FU-1")])
      try folders.prepare().install()
      let data = try folders.load()
      #expect(
        data.items.filter { $0.id == "LM-FU-199" }.map(\.qualifiedID) == [
          "2017:LM-FU-199", "2018:LM-FU-199",
        ])
      #expect(data.items.first { $0.qualifiedID == "2018:LM-FU-199" }?.pairs.isEmpty == true)
    }
  }

  @Test func showsEveryFaultWithItsPlace() throws {
    try Folders.use { folders in
      try folders.writeReport()
      var wrong = Folders.item("LM-FU-3")
      wrong["group_id"] = "XX"
      wrong["section"] = "promise"
      wrong["report_lines"] = "501"
      try folders.write("items", [Folders.item("LM-FU-1"), wrong, Folders.item("LM-FU-1")])
      try folders.write(
        "deadlines",
        [
          [
            "item_id": "LM-FU-1", "no": "1", "what": "call", "printed": "soon",
            "earliest": "2019-02-30", "latest": "2019-01-01", "precision": "day",
            "certainty": "firm", "report_lines": "9",
          ],
          [
            "item_id": "LM-FU-1", "no": "2", "what": "call", "printed": "soon",
            "earliest": "2019-02-01", "latest": "2019-01-01", "precision": "day",
            "certainty": "firm", "report_lines": "9", "source": "nowhere",
          ],
        ])
      try "a,b\n".write(
        toFile: "\(folders.new)/item.csv", atomically: false, encoding: .utf8)
      let faults = try folders.faults()
      #expect(
        faults == [
          "unknown-table item.csv:1:1", "duplicate-key items.csv:4:1",
          "invalid-value items.csv:3:23", "no-such-line items.csv:3:65",
          "unknown-reference items.csv:3:18", "invalid-value deadlines.csv:2:36",
          "reversed-dates deadlines.csv:3:49", "unknown-reference deadlines.csv:3:79",
        ])
      #expect(try folders.load().reports.map(\.id) == ["2017"])
    }
  }

  @Test func needsTheListOfReports() throws {
    try Folders.use { folders in
      try folders.write("items", [Folders.item("LM-FU-1")])
      #expect(throws: FileError.self) { try folders.prepare() }
      try folders.write("reports", [])
      #expect(throws: FileError.self) { try folders.prepare() }
    }
  }

  @Test func refusesColumnsThatAreNotKnown() throws {
    try Folders.use { folders in
      try folders.writeReport()
      try "report,id\n2018,a\n".write(
        toFile: "\(folders.new)/facts.csv", atomically: false, encoding: .utf8)
      let faults = try folders.faults()
      #expect(faults.contains("missing-column facts.csv:1:1"))
    }
  }

  @Test func refusesRowsOfAReportThatIsNotListed() throws {
    try Folders.use { folders in
      try folders.writeReport()
      let before = try Data(contentsOf: URL(filePath: "\(folders.target)/reports.csv"))
      try folders.prepare().install()
      try before.write(to: URL(filePath: "\(folders.target)/reports.csv"))
      #expect(throws: InvalidInput.self) { try folders.load() }
    }
  }

  @Test func keepsOtherFilesOfTheFolderAndLeavesNothingBeside() throws {
    try Folders.use { folders in
      try folders.writeReport()
      let manager = FileManager.default
      // What an import that was killed left behind.
      let beside = "\(folders.target)/../.target.new"
      try manager.createDirectory(atPath: beside, withIntermediateDirectories: true)
      try Data("half".utf8).write(to: URL(filePath: "\(beside)/items.csv"))
      let names = try manager.contentsOfDirectory(atPath: folders.target).sorted()
      #expect(names.contains("schema.json"))
      try folders.prepare().install()
      #expect(try manager.contentsOfDirectory(atPath: folders.target).sorted() == names)
      #expect(
        try manager.contentsOfDirectory(atPath: "\(folders.target)/..").sorted() == [
          "new", "target",
        ])
    }
  }

  @Test func leavesTheFolderAsItWasWhereItCannotBeWritten() throws {
    try Folders.use { folders in
      try folders.writeReport()
      let new = try folders.prepare()
      try FileManager.default.createDirectory(
        atPath: "\(folders.target)/folder", withIntermediateDirectories: true)
      let before = try String(contentsOfFile: "\(folders.target)/groups.csv", encoding: .utf8)
      #expect(throws: FileError.self) { try new.install() }
      #expect(
        try String(contentsOfFile: "\(folders.target)/groups.csv", encoding: .utf8) == before)
      #expect(try folders.load().reports.map(\.id) == ["2017"])
      #expect(!FileManager.default.fileExists(atPath: "\(folders.target)/../.target.new"))
    }
  }

  /// Whoever reads while reports are replaced sees one of them, whole.
  @Test func showsReadersTheOldReportOrTheNewOne() throws {
    try Folders.use { folders in
      try folders.writeReport()
      try folders.prepare().install()
      let one = try folders.prepare(replacing: true)
      try folders.write("items", [Folders.item("LM-FU-1"), Folders.item("LM-FU-2")])
      let two = try folders.prepare(replacing: true)
      let writer = Thread {
        for round in 0..<40 { try? (round % 2 == 0 ? two : one).install() }
      }
      writer.start()
      var counts: Set<Int> = []
      while !writer.isFinished { counts.insert(try folders.load().items.count) }
      #expect(counts.isSubset(of: [219, 220]) && !counts.isEmpty)
    }
  }

  @Test func remarksOnMeetingsThatDiffer() throws {
    try Folders.use { folders in
      try folders.writeReport()
      try folders.write(
        "meetings",
        [
          [
            "meeting_no": "13", "place": "Mexico City", "place_printed": "CDMX",
            "start": "2017-11-22", "end": "2017-11-24", "host": "MX", "report_lines": "4",
          ]
        ])
      #expect(try folders.prepare().remarks.map(\.rule) == ["date-read", "meeting-differs"])
    }
  }

  /// Bytes changed by chance are refused or taken, and never crash.
  @Test func survivesDamage() throws {
    try Folders.use { folders in
      try folders.writeReport()
      var random = SplitMix64(seed: 14)
      for name in ["reports", "items", "deadlines", "groups"] {
        let path = URL(filePath: "\(folders.new)/\(name).csv")
        let sound = try Data(contentsOf: path)
        for _ in 0..<60 {
          var bytes = Array(sound)
          for _ in 0..<Int.random(in: 1...3, using: &random) {
            let index = Int.random(in: 0..<bytes.count, using: &random)
            bytes[index] = UInt8.random(in: 0...255, using: &random)
          }
          try Data(bytes).write(to: path)
          _ = try? folders.prepare(into: "\(folders.target)/none")
        }
        try sound.write(to: path)
      }
      #expect(try folders.faults().isEmpty)
    }
  }
}
