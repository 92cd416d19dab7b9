import Classifications
import CommandLineKit
import Importing
import ReferenceData

/// `puente import titles`: turns a publisher's index of job titles into a title index.
struct ImportTitles: Command {
  static let name = "import titles"
  static let abstract = "Turn a publisher's index of job titles into a title index."
  static let discussion = """
    Reads Statistics Canada's element files and tables with a column of codes and one of titles. Titles \
    of the same group, language and wording are kept once.
    """

  var file = ""
  var classification: ClassificationID?
  var language: Language?
  var kind = "element"
  var source = ""
  var adds = false
  var kinds: [String] = []
  var reading = ImportFileOptions()
  var data = DataOptions()

  static var parameters: [Parameter<Self>] {
    [
      .argument(
        "file", to: \.file, help: "The publisher's file; '-' is standard input.", completion: .file),
      .requiredOption(
        "--classification", to: \.classification, placeholder: "name",
        help: "What the codes belong to."),
      .requiredOption(
        "--source", to: \.source, placeholder: "source",
        help: "The row of 'datasets/sources.csv' it comes from."),
      .option(
        "--kind", to: \.kind, placeholder: "kind",
        help: "What the titles are, where the file does not say."),
      .option(
        "--language", to: \.language, placeholder: "language",
        help: "Language of the titles, where the file does not say."),
      .option(
        "--rename-kind", to: \.kinds, placeholder: "old=new[:source]",
        help:
          "Call a kind that the file names otherwise, and name its source if it has its own."
      ),
      .flag("--add", to: \.adds, help: "Add to the index there is, instead of making it anew."),
    ] + ImportFileOptions.parameters(at: \.reading) + DataOptions.parameters(at: \.data)
  }

  func run(_ console: Console) throws -> ExitCode {
    let catalogue = try data.catalogue()
    guard let id = classification else { return .usage }
    guard try catalogue.sources().contains(where: { $0.id == source }) else {
      throw UsageError("there is no source \(echoed(source)) in 'datasets/sources.csv'")
    }
    var options = try reading.options()
    options.language = language
    for text in kinds {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw UsageError("\(echoed(text)) is not of the form 'old=new[:source]'")
      }
      let names = parts[1].split(separator: ":", maxSplits: 1).map(String.init)
      guard !names.isEmpty else {
        throw UsageError("\(echoed(text)) is not of the form 'old=new[:source]'")
      }
      options.titleKinds[parts[0]] = TitleKind(name: names[0], source: names.dropFirst().first)
    }
    let importer = TitleImporter(
      try catalogue.codeTable(id), kind: kind, source: source, options: options
    )
    let known = adds ? try catalogue.titles(id).values.flatMap { $0 } : []
    let result = try importer.read(path: file, addingTo: known)
    return try reading.finish(
      JobTitle.csv(result.content), from: file, log: result.log,
      to: catalogue.directory.file("datasets/titles/\(id).csv"),
      summary: "\(try catalogue.classification(id).name): \(result.content.count) titles", console
    )
  }
}
