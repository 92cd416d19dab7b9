import Classifications
import CommandLineKit
import Diagnostics
import Importing
import ReferenceData

/// `puente import codes`: turns a publisher's structure file into a code table.
struct ImportCodes: Command {
  static let name = "import codes"
  static let abstract = "Turn a publisher's structure file into a code table."
  static let discussion = """
    The classification and its levels have to stand in 'datasets/classifications.csv' and \
    'datasets/levels.csv'. Codes that lost their leading zeros are repaired where the form of their \
    level says how; every repair is logged. A file with a fault is not imported.
    """

  var file = ""
  var classification: ClassificationID?
  var language: Language?
  var adds = false
  var firstOfEqual = false
  var partial = false
  var reading = ImportFileOptions()
  var data = DataOptions()

  static var parameters: [Parameter<Self>] {
    [
      .argument(
        "file", to: \.file, help: "The publisher's file; '-' is standard input.", completion: .file),
      .requiredOption(
        "--classification", to: \.classification, placeholder: "name",
        help: "What it is the structure of."),
      .option(
        "--language", to: \.language, placeholder: "language",
        help: "Language of the titles, where the header does not say."),
      .flag(
        "--add-titles", to: \.adds,
        help: "Add the titles to the table there is, as from the file in another language."),
      .flag(
        "--first-of-equal", to: \.firstOfEqual,
        help: "A code may stand on several rows; the first counts."),
      .flag(
        "--partial", to: \.partial,
        help: "The file may have other numbers of groups than 'datasets/levels.csv' says."
      ),
    ] + ImportFileOptions.parameters(at: \.reading) + DataOptions.parameters(at: \.data)
  }

  static var examples: [Example] {
    [
      Example(
        "puente import codes noc_2021_structure.csv --classification noc2021",
        "Import Statistics Canada's structure file."
      )
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    let catalogue = try data.catalogue()
    guard let id = classification else { return .usage }
    let classification = try catalogue.classification(id)
    var options = try reading.options()
    options.language = language
    options.takesFirstOfEqualCodes = firstOfEqual
    let importer = CodeTableImporter(
      classification, forms: try catalogue.codeForms(id), options: options
    )
    let result = try importer.read(path: file, addingTo: adds ? try catalogue.codeTable(id) : nil)
    let found = result.content.countByLevel
    for level in classification.levels where !partial {
      guard let count = level.count, count != found[level.number] ?? 0 else { continue }
      throw InvalidInput([
        Finding(
          "incomplete-table", .error, at: SourceLocation(file: file, line: 1, column: 1),
          "the file has \(found[level.number] ?? 0) groups of level \(level.number) (\(level.nameEN)), where \(classification.name) has \(count)",
          help: "get the whole file, correct 'datasets/levels.csv', or add '--partial'"
        )
      ])
    }
    let counts = result.content.countByLevel.sorted { $0.key < $1.key }.map { String($0.value) }
    return try reading.finish(
      result.content.csv(), from: file, log: result.log,
      to: catalogue.directory.file("datasets/classifications/\(id).csv"),
      summary:
        "\(classification.name): \(result.content.items.count) groups (\(counts.joined(separator: "/")))",
      console
    )
  }
}
