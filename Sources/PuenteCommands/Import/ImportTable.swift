import CommandLineKit
import Diagnostics
import Tabular

/// `puente import table`: takes columns out of a table, with new names, checked.
struct ImportTable: Command {
  static let name = "import table"
  static let abstract = "Take columns out of a table, with new names and a unique key."
  static let discussion = """
    For tables that need no more than that, such as the lists of ESCO. Rows that are equal in every \
    column taken are kept once.
    """

  var file = ""
  var columns = ""
  var key = ""
  var output = ""

  static var parameters: [Parameter<Self>] {
    [
      .argument("file", to: \.file, help: "The table; '-' is standard input.", completion: .file),
      .requiredOption(
        "--columns", to: \.columns, placeholder: "names",
        help: "Columns to take, with commas; 'new=old' renames."),
      .requiredOption(
        "--key", to: \.key, placeholder: "names",
        help: "Columns, by their new names, that together differ in every row."),
      .requiredOption(
        "--output", to: \.output, placeholder: "file",
        help: "Where to write; '-' is standard output.", completion: .file),
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    let pairs = try columns.split(separator: ",").map { text -> (new: String, old: String) in
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard !parts.isEmpty else { throw UsageError("\(echoed(String(text))) names no column") }
      return (parts[0], parts.last ?? parts[0])
    }
    let keyColumns = try key.split(separator: ",").map { name in
      guard let index = pairs.firstIndex(where: { $0.new == name }) else {
        throw UsageError("the key \(echoed(String(name))) is not among the columns")
      }
      return index
    }
    guard !keyColumns.isEmpty else { throw UsageError("'--key' names no column") }
    let schema = TableSchema(columns: Set(pairs.map(\.old)).sorted().map { .required($0) })
    let table = try Table.load(path: file, schema: schema)
    var writer = CSVWriter()
    writer.write(pairs.map(\.new))
    var seen: [[String]: [String]] = [:]
    var faults: [Finding] = []
    for row in table.rows {
      let values = pairs.map { row[$0.old] }
      let key = keyColumns.map { values[$0] }
      if let earlier = seen[key] {
        guard earlier != values else { continue }
        faults.append(
          Finding(
            "duplicate-key", .error, at: row.location(of: pairs[keyColumns[0]].old),
            "'\(key.joined(separator: ", "))' stands already, with other values",
            help: "correct the table"
          )
        )
      } else {
        seen[key] = values
        writer.write(values)
      }
    }
    guard faults.isEmpty else { throw InvalidInput(faults) }
    if output == "-" {
      console.write(String(decoding: writer.bytes, as: UTF8.self))
    } else {
      try AtomicFile.write(writer.bytes, to: output)
    }
    console.writeDiagnostic("\(seen.count) rows of \(table.rows.count); wrote \(output)\n")
    return .success
  }
}
