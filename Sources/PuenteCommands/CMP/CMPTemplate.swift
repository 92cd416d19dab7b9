import CommandLineKit
import Diagnostics
import FactTables
import FoundationEssentials
import Partnership
import ReferenceData
import Rendering
import Tabular

/// `puente cmp template`: writes the empty tables that a person fills in with another report.
struct CMPTemplate: Command {
  static let name = "cmp template"
  static let abstract = "Write the empty tables to fill in for another year's report."
  static let discussion = """
    Each table has its header; README.md beside them says what belongs into each column. Tables that a \
    report has nothing for may be deleted. A file that is there is never overwritten.
    """

  var folder = ""

  static var parameters: [Parameter<Self>] {
    [
      .argument(
        "folder", to: \.folder, help: "Where to write them; it is made if it is not there.",
        completion: .directory)
    ]
  }

  static var examples: [Example] {
    [Example("puente cmp template cmp-2018", "Begin with the report of 2018.")]
  }

  func run(_ console: Console) throws -> ExitCode {
    var files: [(name: String, bytes: [UInt8])] = TableDefinition.partnership.map { definition in
      var writer = CSVWriter()
      writer.write(definition.columns.map(\.name))
      return ("\(definition.name).csv", writer.bytes)
    }
    files.append(("README.md", Array(guide().utf8)))
    for file in files where fileExists("\(folder)/\(file.name)") {
      throw FileError("write", "\(folder)/\(file.name)", reason: "it is there already")
    }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw FileError("make", folder, reason: "the folder cannot be made")
    }
    for file in files { try AtomicFile.write(file.bytes, to: "\(folder)/\(file.name)") }
    console.writeDiagnostic("wrote \(files.count) files to \(folder)\n")
    return .success
  }

  private func guide() -> String {
    var text = """
      # Tables of an annual report

      Fill in what the report has, check it with `puente cmp import FOLDER --dry-run`, and add it with
      `puente cmp import FOLDER`. The files are CSV in UTF-8. An empty cell is *unknown*, never "none".
      `reports.csv` is needed; delete the tables that the report has nothing for.

      """
    for definition in TableDefinition.partnership {
      text += "\n## \(definition.name).csv\n\n\(definition.help)"
      text += " Unique: \(definition.key.joined(separator: ", ")).\n\n"
      let rows = definition.columns.map { column -> [String] in
        var help = column.help
        if case .choice(let words) = column.kind {
          help += " One of: \(words.joined(separator: ", "))."
        }
        if let reference = definition.references.first(where: { $0.column == column.name }) {
          help += " It has to be in \(reference.table).csv."
        }
        return [column.name, column.isRequired ? "yes" : "no", help]
      }
      text += markdownTable(["column", "needed", "what"], rows)
    }
    return text
  }
}
