public import Diagnostics

extension FactTables {
  /// What is wrong with the values of a row, each by itself.
  public static func valueFaults(of row: FactRow) -> [Finding] {
    zip(row.definition.columns, row.values).compactMap { column, value in
      if value.isEmpty {
        guard column.isRequired else { return nil }
        return Finding(
          "missing-value", .error, at: row.location(of: column.name), "'\(column.name)' is empty",
          help: "fill it in: \(column.help)")
      }
      return column.kind.expectation(of: value).map { expectation in
        Finding(
          "invalid-value", .error, at: row.location(of: column.name),
          "'\(value)' cannot stand in '\(column.name)'", help: expectation)
      }
    }
  }

  /// The values of a table that have to be in another and are not.
  public func referenceFaults(of definition: TableDefinition) -> [Finding] {
    definition.references.flatMap { reference -> [Finding] in
      let isList = definition.column(reference.column)?.kind.isList == true
      func key(_ row: FactRow, _ value: String) -> String {
        "\(definition.scope.map { row[$0] } ?? "")\0\(value)"
      }
      let known = Set(self[reference.table].map { key($0, $0[reference.target]) })
      return self[definition.name].flatMap { row in
        let values = isList ? row.list(reference.column) : [row[reference.column]]
        return values.compactMap { value -> Finding? in
          guard !value.isEmpty, value != reference.wildcard, !known.contains(key(row, value))
          else { return nil }
          let place = definition.scope.map { scope in
            reference.column == scope ? "" : " for the \(scope) of \(row[scope])"
          }
          return Finding(
            "unknown-reference", .error, at: row.location(of: reference.column),
            "there is no '\(value)' in '\(reference.table).csv'\(place ?? "")",
            help: "correct it, or add it to '\(reference.table).csv'")
        }
      }
    }
  }
}
