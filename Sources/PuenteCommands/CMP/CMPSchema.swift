import CommandLineKit
import Partnership
import Rendering

/// `puente cmp schema`: writes the schema of the reports' tables for other programs.
struct CMPSchema: Command {
  static let name = "cmp schema"
  static let abstract = "Write the schema of the reports' tables as Frictionless Table Schemas."
  static let discussion = """
    JSON with a table schema (https://specs.frictionlessdata.io/table-schema/) for each table of \
    'datasets/cmp', with the same keys and references that 'puente cmp import' checks.
    """

  func run(_ console: Console) throws -> ExitCode {
    let schemas = Dictionary(
      uniqueKeysWithValues: TableDefinition.all.map { ($0.name, Self.schema($0)) })
    console.write(try jsonText(schemas))
    return .success
  }

  private static func schema(_ table: TableDefinition) -> JSONValue {
    let own = table.references.map { reference -> JSONValue in
      // A reference that may be empty cannot have the report beside it: it would never be empty.
      let column = table.columns.first { $0.name == reference.column }
      let hasReport = reference.column != "report" && column?.isRequired == true
      return key(
        (hasReport ? ["report"] : []) + [reference.column],
        "cmp-\(reference.table.replacing("_", with: "-"))",
        (hasReport ? ["report"] : []) + [reference.target])
    }
    return .object([
      "description": .string(table.help),
      "fields": .array(table.columns.map { field($0) }),
      "primaryKey": .texts(table.key),
      "foreignKeys": .array(own + [key(["source"], "sources", ["id"])]),
    ])
  }

  private static func key(_ fields: [String], _ resource: String, _ targets: [String]) -> JSONValue
  {
    .object([
      "fields": .texts(fields),
      "reference": .object(["resource": .string(resource), "fields": .texts(targets)]),
    ])
  }

  private static func field(_ column: TableDefinition.Column) -> JSONValue {
    var constraints: [String: JSONValue] = column.isRequired ? ["required": .bool(true)] : [:]
    var type = "string"
    switch column.kind {
    case .text: break
    case .identifier: constraints["pattern"] = .string("[A-Za-z0-9.-]+")
    case .choice(let words): constraints["enum"] = .texts(words)
    case .day: type = "date"
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
