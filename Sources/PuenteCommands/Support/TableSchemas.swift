import FactTables
import Rendering

/// The definitions of tables of facts as Frictionless Table Schemas.
struct TableSchemas {
  let definitions: [TableDefinition]
  /// What the names of the tables begin with in the data package, such as `cmp-`.
  let prefix: String

  /// The schemas by the names of the tables, as JSON.
  func json() throws -> String {
    try jsonText(Dictionary(uniqueKeysWithValues: definitions.map { ($0.name, schema($0)) }))
  }

  private func schema(_ table: TableDefinition) -> JSONValue {
    let own = table.references.compactMap { reference -> JSONValue? in
      // Lists and words that stand for all values cannot be said in a table schema.
      guard table.column(reference.column)?.kind.isList == false, reference.wildcard == nil else {
        return nil
      }
      // A reference that may be empty cannot have the scope beside it: it would never be empty.
      let isRequired = table.column(reference.column)?.isRequired == true
      let scope =
        reference.column != table.scope && isRequired ? [table.scope].compactMap { $0 } : []
      return key(
        scope + [reference.column], "\(prefix)\(reference.table.replacing("_", with: "-"))",
        scope + [reference.target])
    }
    return .object([
      "description": .string(table.help),
      "fields": .array(table.columns.map { field($0) }),
      "primaryKey": .texts(table.key),
      "foreignKeys": .array(own + [key(["source"], "sources", ["id"])]),
    ])
  }

  private func key(_ fields: [String], _ resource: String, _ targets: [String]) -> JSONValue {
    .object([
      "fields": .texts(fields),
      "reference": .object(["resource": .string(resource), "fields": .texts(targets)]),
    ])
  }

  private func field(_ column: TableDefinition.Column) -> JSONValue {
    var constraints: [String: JSONValue] = column.isRequired ? ["required": .bool(true)] : [:]
    var type = "string"
    let identifier = "[A-Za-z0-9.-]+"
    let partial = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
    let day = "([0-9]{4}-[0-9]{2}-[0-9]{2})?"
    switch column.kind {
    case .text: break
    case .identifier: constraints["pattern"] = .string(identifier)
    case .identifiers: constraints["pattern"] = .string("\(identifier)(;\(identifier))*")
    case .choice(let words): constraints["enum"] = .texts(words)
    case .choices(let words):
      let one = "(\(words.joined(separator: "|")))"
      constraints["pattern"] = .string("\(one)(;\(one))*")
    case .day: type = "date"
    case .partialDate: constraints["pattern"] = .string(partial)
    case .uncertainDay:
      constraints["pattern"] = .string("(\(partial)|\\[\(day)\\.\\.\(day)\\])")
    case .count:
      type = "integer"
      constraints["minimum"] = .int(1)
    case .number:
      type = "number"
      constraints["minimum"] = .int(0)
    case .lines:
      constraints["pattern"] = .string("[0-9]+(-[0-9]+)?(;[0-9]+(-[0-9]+)?)*")
    }
    var field: [String: JSONValue] = [
      "name": .string(column.name), "type": .string(type), "description": .string(column.help),
    ]
    if !constraints.isEmpty { field["constraints"] = .object(constraints) }
    return .object(field)
  }
}
