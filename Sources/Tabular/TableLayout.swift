import Diagnostics

/// Where the columns of a schema are in a table.
struct TableLayout {
  /// The names in the header.
  let columns: [String]
  /// Where each of them is.
  let places: [(line: Int, column: Int)]
  /// The indices of the fields, by the index of the column in the schema; none for an absent one.
  let fieldOfColumn: [Int?]
  /// The indices of the fields, by the name of the column.
  let fieldOfName: [String: Int]
  /// The indices of the fields of the key.
  let keyFields: [Int]

  /// Matches a header against a schema.
  ///
  /// - Parameters:
  ///   - header: The record that names the columns.
  ///   - schema: The columns that there have to be; any will do if there is none.
  ///   - log: Takes the faults of the header.
  init(of header: borrowing CSVRecord, schema: TableSchema?, log: inout FindingLog) {
    let columns = header.fields
    let wanted = schema?.columns ?? []
    let wantedNames = Set(wanted.map(\.name))
    var fieldOfName: [String: Int] = [:]
    for (field, name) in columns.enumerated() {
      if let first = fieldOfName[name] {
        if schema?.allowsRepeatedColumns == true { continue }
        let place = header.location(of: first)
        log.report(
          "duplicate-column", at: header.location(of: field),
          name.isEmpty
            ? "a second column without a name, the first is at \(place.line):\(place.column)"
            : "column \(name.quotedForMessage) is there already at \(place.line):\(place.column)",
          help: "rename or remove one of the two"
        )
        continue
      }
      fieldOfName[name] = field
      if let schema, !schema.allowsOtherColumns, !wantedNames.contains(name) {
        let missing = wanted.map(\.name).filter { !columns.contains($0) }
        log.report(
          "unknown-column", at: header.location(of: field),
          "no column \(name.quotedForMessage) is known here",
          help: missing.isEmpty
            ? "remove it" : "remove it, or rename it to one of \(missing.quotedForMessage)",
          suggestions: Self.similar(to: name, in: missing)
        )
      }
    }
    for column in wanted where column.isRequired && fieldOfName[column.name] == nil {
      let others = columns.filter { !wantedNames.contains($0) }
      log.report(
        "missing-column", at: header.location(of: 0),
        "there is no column \(column.name.quotedForMessage), only \(columns.quotedForMessage)",
        help: "add it, or rename the one that is meant",
        suggestions: Self.similar(to: column.name, in: others)
      )
    }
    self.columns = columns
    places = header.scanner.places()
    self.fieldOfName = fieldOfName
    fieldOfColumn = wanted.map { fieldOfName[$0.name] }
    keyFields = (schema?.key ?? []).compactMap { fieldOfName[$0] }
  }

  /// The names that differ only in case and in what is neither letter nor digit.
  private static func similar(to name: String, in names: [String]) -> [String] {
    func core(_ name: String) -> String { name.lowercased().filter { $0.isLetter || $0.isNumber } }
    return names.filter { core($0) == core(name) }
  }
}
