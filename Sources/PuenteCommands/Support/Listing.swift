import CommandLineKit
import Rendering
import Tabular

/// Rows that a command found, and what has to be said with them.
struct Listing<Row> {
  /// A column: its name, and what a row has in it.
  struct Column {
    let name: String
    let value: (Row) -> JSONValue
    /// What a cell of CSV and Markdown has; `nil` where the value itself says it.
    var cell: ((Row) -> String)?

    init(_ name: String, _ value: @escaping (Row) -> JSONValue) {
      self.name = name
      self.value = value
    }

    init(_ name: String, cell: @escaping (Row) -> String, value: @escaping (Row) -> JSONValue) {
      self.name = name
      self.value = value
      self.cell = cell
    }
  }

  /// What the rows are called in JSON, such as `actions`.
  let name: String
  let columns: [Column]
  let rows: [Row]
  /// What the rows do not say: what is missing in the source, what could not be judged.
  var notes: [String] = []
  /// Columns that only programs need, which Markdown leaves out besides those that are empty.
  var technical: Set<String> = []
  /// What else JSON has beside the rows.
  var facts: [String: JSONValue] = [:]

  /// Writes the rows.
  ///
  /// - Parameters:
  ///   - format: The form.
  ///   - console: Where to.
  ///   - text: The lines for people.
  /// - Returns: Success, or the answer "no" if there is no row.
  /// - Throws: `EncodingError`, which does not happen with numbers that are finite.
  func write(
    _ format: DocumentFormat, to console: Console, text: ([Row]) -> [String]
  ) throws -> ExitCode {
    if rows.isEmpty, notes.isEmpty { console.writeDiagnostic("note: nothing was found\n") }
    switch format {
    case .text: console.write(plain(text(rows)))
    case .json:
      let objects = rows.map { row in
        JSONValue.object(
          Dictionary(uniqueKeysWithValues: columns.map { ($0.name, $0.value(row)) }))
      }
      let all = facts.merging([name: .array(objects), "notes": .texts(notes)]) { $1 }
      console.write(try jsonText(all))
    case .csv, .tsv, .spreadsheet:
      var writer = CSVWriter(style: format.style)
      writer.write(columns.map(\.name))
      for row in rows { writer.write(columns.map { cell($0, row) }) }
      console.write(String(decoding: writer.bytes, as: UTF8.self))
      for note in notes { console.writeDiagnostic("note: \(printable(note))\n") }
    case .markdown:
      if !rows.isEmpty { console.write(document()) }
      if !notes.isEmpty {
        console.write((rows.isEmpty ? "" : "\n") + notes.map { "- \(markdownText($0))\n" }.joined())
      }
    }
    return rows.isEmpty ? .negative : .success
  }

  /// The rows as a table for a paper.
  private func document() -> String {
    let leftOut = technical.union(["source", "as_of", "confidence"])
    let kept = columns.filter { column in
      !leftOut.contains(column.name) && rows.contains { !cell(column, $0).isEmpty }
    }
    return markdownTable(
      kept.map { $0.name.replacing("_", with: " ") }, rows.map { row in kept.map { cell($0, row) } }
    )
  }

  private func cell(_ column: Column, _ row: Row) -> String {
    column.cell?(row) ?? column.value(row).cell
  }

  private func plain(_ lines: [String]) -> String {
    var lines = lines
    if !notes.isEmpty {
      if !lines.isEmpty { lines.append("") }
      lines += notes.map { "note: \($0)" }
    }
    return lines.map { printable($0) + "\n" }.joined()
  }
}
