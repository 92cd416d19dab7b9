import CommandLineKit
import FactTables
import Partnership

/// `puente cmp schema`: writes the schema of the reports' tables for other programs.
struct CMPSchema: Command {
  static let name = "cmp schema"
  static let abstract = "Write the schema of the reports' tables as Frictionless Table Schemas."
  static let discussion = """
    JSON with a table schema (https://specs.frictionlessdata.io/table-schema/) for each table of \
    'datasets/cmp', with the same keys and references that 'puente cmp import' checks.
    """

  func run(_ console: Console) throws -> ExitCode {
    console.write(try TableSchemas(definitions: TableDefinition.partnership, prefix: "cmp-").json())
    return .success
  }
}
