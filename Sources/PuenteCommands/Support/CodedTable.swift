import CommandLineKit
import Diagnostics
import ReferenceData
import Tabular

/// A table with a column of titles: its columns, and its distinct titles.
///
/// The table is read twice, so that no more is kept of it than its bytes and its distinct titles.
struct CodedTable {
  /// The columns, as they stand in the table.
  let columns: [String]
  /// The distinct titles with their contexts, in the order in which they first occur.
  let distinct: [TitleBatch.Item]

  private let bytes: [UInt8]
  private let name: String
  private let schema: TableSchema
  private let title: Int
  private let context: Int?
  private let places: [TitleBatch.Item: Int]

  /// Reads a table.
  ///
  /// - Throws: `FileError`, or `InvalidInput` if the table or the column is faulty.
  init(path: String, titles: String, context: String?) throws {
    bytes = try WholeFile.read(path)
    name = path
    schema = TableSchema(
      columns: [.required(titles)] + (context.map { $0 == titles ? [] : [.required($0)] } ?? []),
      allowsRepeatedColumns: true)
    var columns: [String] = []
    var items: [TitleBatch.Item] = []
    var places: [TitleBatch.Item: Int] = [:]
    var reader = Self.reader(bytes, path, schema)
    let findings = try reader.read { row in
      let item = TitleBatch.Item(title: row[titles], context: context.map { row[$0] } ?? "")
      guard !Self.isBlank(item.title), places[item] == nil else { return }
      places[item] = items.count
      items.append(item)
    }
    if findings.containsErrors { throw InvalidInput(findings) }
    columns = reader.columns
    self.columns = columns
    distinct = items
    self.places = places
    title = columns.firstIndex(of: titles) ?? 0
    self.context = context.flatMap { columns.firstIndex(of: $0) }
  }

  /// Hands out every row, with the place of its title in ``distinct``; `nil` if the title is empty.
  func read(_ body: (_ values: [String], _ item: Int?) throws -> Void) throws {
    var reader = Self.reader(bytes, name, schema)
    _ = try reader.read { row in
      let values = row.values
      let item = TitleBatch.Item(
        title: values[title], context: context.map { values[$0] } ?? "")
      try body(values, places[item])
    }
  }

  private static func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
  }

  private static func reader(
    _ bytes: [UInt8], _ name: String, _ schema: TableSchema
  ) -> TableReader {
    var options = CSVOptions()
    options.encoding = .detected
    return TableReader(bytes: bytes, name: name, schema: schema, options: options)
  }
}
