import Foundation
import Testing

@testable import Spreadsheets

private func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(
    component: "puente-sheets-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder.path())
}

private func bytes(_ path: String) throws -> [UInt8] {
  [UInt8](try Data(contentsOf: URL(filePath: path)))
}

/// Runs a program to its end; its output is not of interest.
private func run(_ program: String, _ arguments: [String], in folder: String) throws {
  let process = Process()
  process.executableURL = URL(filePath: program)
  process.arguments = arguments
  process.currentDirectoryURL = URL(filePath: folder)
  process.standardOutput = FileHandle.nullDevice
  process.standardError = FileHandle.nullDevice
  try process.run()
  process.waitUntilExit()
}

@Suite struct WorkbookTests {
  static let texts = [
    "0012", "2026-11-24", "=1+1", "+5", "@x", "a\nb", " around ", "ñ 🇲🇽 \u{202E}", "<&>\"'",
    "_x0041_", String(repeating: "é", count: 32_767),
  ]

  static let sheets = [
    Sheet(
      "form", columns: [Sheet.Column("a"), Sheet.Column("b", isOpen: true)],
      rows: texts.map { [$0, ""] } + [["", "last"]],
      choices: [
        Sheet.Choices(column: 1, firstRow: 0, lastRow: 3, texts: ["x", "y"], help: "x or y")
      ]),
    Sheet("hidden", columns: [Sheet.Column("c", isHidden: true)], rows: [["1"]], isHidden: true),
  ]

  @Test func readsWhatItWrites() throws {
    try withFolder { (folder: String) throws in
      try WorkbookWriter.write(Self.sheets, title: "Test", to: "\(folder)/a.xlsx")
      let read = try WorkbookReader.read(try bytes("\(folder)/a.xlsx"), name: "a.xlsx")
      #expect(read.map(\.name) == ["form", "hidden"])
      #expect(read[0].rows.first == ReadSheet.Row(number: 1, texts: ["a", "b"]))
      #expect(read[0].rows.dropFirst().dropLast().map { $0.texts } == Self.texts.map { [$0] })
      #expect(read[0].rows.last?.texts == ["", "last"])
    }
  }

  @Test func writesTheSameBytesEachTime() throws {
    try withFolder { (folder: String) throws in
      for name in ["a", "b"] {
        try WorkbookWriter.write(Self.sheets, title: "Test", to: "\(folder)/\(name).xlsx")
      }
      #expect(try bytes("\(folder)/a.xlsx") == bytes("\(folder)/b.xlsx"))
    }
  }

  /// Cut and altered workbooks give an answer or an error, never more.
  @Test func survivesDamage() throws {
    try withFolder { (folder: String) throws in
      try WorkbookWriter.write(Self.sheets, title: "Test", to: "\(folder)/a.xlsx")
      let whole = try bytes("\(folder)/a.xlsx")
      for count in stride(from: 0, to: whole.count, by: 97) {
        #expect(throws: SpreadsheetError.self) {
          _ = try WorkbookReader.read(Array(whole.prefix(count)), name: "a")
        }
        var altered = whole
        altered[count] ^= 0x55
        _ = try? WorkbookReader.read(altered, name: "a")
      }
    }
  }

  struct Hostile: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// The sheet of the workbook, as XML; `zip` packs it.
    let sheet: String
    let problem: String
  }

  static let start =
    "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
  static let end = "</sheetData></worksheet>"
  static let hostile = [
    Hostile(
      testDescription: "entities in entities",
      sheet:
        "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\(start)<row><c t=\"inlineStr\"><is><t>&b;</t></is></c></row>\(end)",
      problem: "document type"),
    Hostile(
      testDescription: "deep elements",
      sheet: start + String(repeating: "<x>", count: 100_000), problem: "nested too deep"),
    Hostile(
      testDescription: "too many cells",
      sheet: start + "<row>" + String(repeating: "<c/>", count: 1_100) + "</row>" + end,
      problem: "cells"),
    Hostile(
      testDescription: "a bomb", sheet: start + String(repeating: " ", count: 3 << 20) + end,
      problem: "unpacks to more"),
    Hostile(
      testDescription: "a far column",
      sheet: start + "<row><c r=\"ZZZZZZZ1\" t=\"str\"><v>a</v></c></row>" + end,
      problem: "beyond the last column"),
    Hostile(
      testDescription: "a text that is not there",
      sheet: start + "<row><c t=\"s\"><v>7</v></c></row>" + end, problem: "is not there"),
  ]

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")),
    arguments: hostile)
  func refusesWhatIsMadeToOverwhelm(_ hostile: Hostile) throws {
    try withFolder { (folder: String) throws in
      let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
      let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
      let package = "http://schemas.openxmlformats.org/package/2006/relationships"
      let parts = [
        "xl/workbook.xml":
          "<workbook xmlns=\"\(main)\" xmlns:r=\"\(relation)\"><sheets><sheet name=\"s\" r:id=\"r1\"/></sheets></workbook>",
        "xl/_rels/workbook.xml.rels":
          "<Relationships xmlns=\"\(package)\"><Relationship Id=\"r1\" Target=\"worksheets/s.xml\"/></Relationships>",
        "xl/worksheets/s.xml": hostile.sheet,
      ]
      for (name, text) in parts {
        let url = URL(filePath: "\(folder)/\(name)")
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
      }
      try run("/usr/bin/python3", ["-m", "zipfile", "-c", "a.xlsx", "xl"], in: folder)
      var limits = SpreadsheetLimits()
      limits.bytes = 2 << 20
      limits.cells = 1_000
      let error = #expect(throws: SpreadsheetError.self) {
        _ = try WorkbookReader.read(try bytes("\(folder)/a.xlsx"), name: "a.xlsx", limits: limits)
      }
      #expect(error?.problem.contains(hostile.problem) == true, "\(String(describing: error))")
    }
  }

  static let office = "/usr/bin/soffice"

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: office)), .timeLimit(.minutes(3)))
  func readsWhatLibreOfficeSavedAgain() throws {
    try withFolder { (folder: String) throws in
      try WorkbookWriter.write(Self.sheets, title: "Test", to: "\(folder)/a.xlsx")
      try run(
        Self.office,
        [
          "-env:UserInstallation=file://\(folder)/profile", "--headless", "--convert-to", "xlsx",
          "--outdir", "\(folder)/again", "\(folder)/a.xlsx",
        ], in: folder)
      let read = try WorkbookReader.read(try bytes("\(folder)/again/a.xlsx"), name: "a.xlsx")
      #expect(read.map(\.name) == ["form", "hidden"])
      #expect(read[0].rows.dropFirst().dropLast().map { $0.texts[0] } == Self.texts)
      #expect(read[0].rows.last?.texts == ["", "last"])
    }
  }

  @Test func namesColumnsAsSpreadsheetsDo() {
    #expect([0, 25, 26, 701, 702].map(ReadSheet.columnName) == ["A", "Z", "AA", "ZZ", "AAA"])
  }
}
