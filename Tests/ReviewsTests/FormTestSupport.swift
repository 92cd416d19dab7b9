import Classifications
import Correspondences
import Diagnostics
import Digests
import Foundation
import Ledgers
import Spreadsheets
import Storage
import Tabular
import Testing

@testable import Reviews

/// The formats of a form.
enum FormFormat: String, CaseIterable, Sendable {
  case csv, xlsx, sssom, json

  /// The bytes of a form, with what was filled in by hand.
  func bytes(_ form: FeedbackForm, filled: [String: [FormColumn: String]] = [:]) throws -> [UInt8] {
    switch self {
    case .csv: return try Self.fill(csv: form.csv(), filled)
    case .json: return try Self.fill(json: try form.json(), filled)
    case .sssom: return try Self.fill(sssom: form.sssom(), filled)
    case .xlsx:
      var sheets = form.sheets()
      for (index, row) in sheets[0].rows.enumerated() {
        for (column, text) in filled[row[0]] ?? [:] {
          guard let place = sheets[0].columns.firstIndex(where: { $0.title == column.rawValue })
          else { continue }
          sheets[0].rows[index][place] = text
        }
      }
      let path = FileManager.default.temporaryDirectory.appending(
        component: "puente-form-\(UUID().uuidString).xlsx"
      ).path()
      defer { try? FileManager.default.removeItem(atPath: path) }
      try WorkbookWriter.write(sheets, title: "t", to: path)
      return [UInt8](try Data(contentsOf: URL(filePath: path)))
    }
  }

  private static func fill(
    csv: [UInt8], _ filled: [String: [FormColumn: String]]
  ) throws -> [UInt8] {
    let table = try Table.load(bytes: csv, name: "csv")
    var writer = CSVWriter(style: CSVWriter.Style(delimiter: .semicolon, lineEnding: .crlf))
    writer.write(table.columns)
    for row in table.rows {
      writer.write(
        zip(table.columns, row.values).map { column, value in
          FormColumn(rawValue: column).flatMap { filled[row["link"]]?[$0] } ?? value
        })
    }
    return writer.bytes
  }

  private static func fill(
    json: [UInt8], _ filled: [String: [FormColumn: String]]
  ) throws -> [UInt8] {
    var form = try JSONDecoder().decode(FormJSON.self, from: Data(json))
    for index in form.rows.indices {
      for (column, text) in filled[form.rows[index].form["link"] ?? ""] ?? [:] {
        form.rows[index].form[column.rawValue] = text
      }
    }
    return [UInt8](try JSONEncoder().encode(form))
  }

  /// Adds the columns that were left out because they are empty.
  private static func fill(
    sssom: [UInt8], _ filled: [String: [FormColumn: String]]
  ) throws -> [UInt8] {
    guard !filled.isEmpty else { return sssom }
    let text = String(decoding: sssom, as: UTF8.self)
    let metadata = text.split(separator: "\n").prefix { $0.hasPrefix("#") }
    let head = metadata.joined(separator: "\n") + "\n"
    var options = CSVOptions()
    options.delimiter = .tab
    let table = try Table.load(
      bytes: sssom, name: "sssom", from: head.utf8.count, line: metadata.count + 1, options: options
    )
    let needed = Set(filled.values.flatMap(\.keys)).map { "ext_\($0.rawValue)" }.sorted()
    let added = needed.filter { !table.columns.contains($0) }
    var writer = CSVWriter(style: CSVWriter.Style(delimiter: .tab))
    writer.write(table.columns + added)
    for row in table.rows {
      let values = row.values + added.map { _ in "" }
      writer.write(
        zip(table.columns + added, values).map { column, value in
          guard column.hasPrefix("ext_"),
            let name = FormColumn(rawValue: String(column.dropFirst(4)))
          else { return value }
          return filled[row["ext_link"]]?[name] ?? value
        })
    }
    return Array(head.utf8) + writer.bytes
  }
}

/// The codes that there are, for tests without code tables.
func known(_ text: String, _ version: ClassificationID, _ family: String) throws
  -> ReviewDesk.NamedCode
{
  let named = OccupationCode(curie: text) ?? OccupationCode(version, text)
  guard ["3212", "2813", "2814", "3211"].contains(named.code) else {
    throw ReviewRefusal.other("\(named) does not exist")
  }
  return ReviewDesk.NamedCode(named, title: "title of \(named)")
}

/// Two desks with the same three pairs, `A`, `B` and `C`, which Mexico has sent.
func twins() throws -> (mexico: ReviewDesk, canada: ReviewDesk) {
  func make() throws -> ReviewDesk {
    ReviewDesk(
      try Ledger.inMemory(components: [
        ReviewDesk.component { desk in
          for (id, noc, sinco) in [
            ("A", "3211", "2813"), ("B", "3212", "2814"), ("C", "3124", "2824"),
          ] {
            let action = ReviewDesk.Action(side: .mexico, on: day(0))
            try desk.propose(
              ReviewDesk.Proposal(
                id: id, noc: code("noc2016:\(noc)"), nocTitle: "=HYPERLINK(\"x\")",
                sinco: code("sinco2011:\(sinco)"), sincoTitle: "Técnicos, \"y\"\nz"), action)
            try desk.take(.sent, id, action)
          }
        }
      ]))
  }
  return (try make(), try make())
}

extension ReviewDesk {
  func form(for side: Side) throws -> FeedbackForm {
    try FeedbackForm(try links(), for: side, on: day(10), from: self, evidence: { _ in "evidence" })
  }

  @discardableResult
  func take(
    _ bytes: [UInt8], _ resolutions: [String: FormImport.Resolution] = [:],
    otherwise: FormImport.Resolution? = nil, on: CalendarDate = day(20)
  ) throws -> [FormImport.Result] {
    let form = try FormReader.read(bytes, name: "form")
    let task = FormImport(
      form, at: self, today: on, resolutions: resolutions, otherwise: otherwise, code: known)
    let plan = try ledger.rehearse { try task.run() }
    guard !plan.contains(where: { $0.outcome == .conflict }) else { return plan }
    return try ledger.write { try task.run() }
  }
}
