import Classifications
import CommandLineKit
import Correspondences
import Importing
import ReferenceData

/// `puente import correspondence`: turns a publisher's concordance into a mapping set.
struct ImportCorrespondence: Command {
  static let name = "import correspondence"
  static let abstract = "Turn a publisher's concordance into a mapping set (SSSOM)."
  static let discussion = """
    The table has to stand in 'crosswalks/index.csv' with the two classifications and its source. Both \
    code tables are needed, because codes are checked and repaired against them. A file in SSSOM/TSV is \
    taken over as it is, with the prefixes of the two classifications.
    """

  var file = ""
  var table = ""
  var mergedCells = false
  var mixedLevels = false
  var blankIsNone = false
  var unlinkedTargets: String?
  var reading = ImportFileOptions()
  var data = DataOptions()

  static var parameters: [Parameter<Self>] {
    [
      .argument(
        "file", to: \.file, help: "The publisher's file; '-' is standard input.", completion: .file),
      .requiredOption(
        "--table", to: \.table, placeholder: "name",
        help: "The row of 'crosswalks/index.csv' it is."),
      .flag(
        "--merged-cells", to: \.mergedCells,
        help: "A blank source cell stands for the one above it; otherwise the target is new."),
      .flag(
        "--blank-is-none", to: \.blankIsNone,
        help: "A blank cell says that nothing corresponds; otherwise words have to say so."
      ),
      .flag(
        "--mixed-levels", to: \.mixedLevels,
        help: "The codes are of all levels; otherwise they are unit groups."),
      .option(
        "--unlinked-targets", to: \.unlinkedTargets, placeholder: "file",
        help: "The publisher's list of targets that have no source.", completion: .file),
    ] + ImportFileOptions.parameters(at: \.reading) + DataOptions.parameters(at: \.data)
  }

  static var examples: [Example] {
    [
      Example(
        "puente import correspondence noc2016v1_3-noc2021v1_0.csv --table noc2016-noc2021",
        "Import Statistics Canada's concordance."
      )
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    let catalogue = try data.catalogue()
    guard let description = catalogue.correspondences.first(where: { $0.id == table }) else {
      let known = catalogue.correspondences.map(\.id).joined(separator: ", ")
      throw UsageError(
        "there is no table \(echoed(table)) in 'crosswalks/index.csv'; there are \(known)")
    }
    var options = try reading.options()
    options.carriesMergedCells = mergedCells
    options.mixesLevels = mixedLevels
    options.blankMeansNone = blankIsNone
    let (subject, object) = try (
      catalogue.codeTable(description.subject), catalogue.codeTable(description.object)
    )
    let path = catalogue.directory.file("crosswalks/\(description.file)")
    if MappingSetImporter.recognises(path: file) {
      let importer = MappingSetImporter(
        description, subject: subject, object: object, options: options)
      let result = try importer.read(path: file)
      return try reading.finish(
        result.content.bytes, from: file, log: result.log, to: path,
        summary: "\(description.title): \(result.content.count) links", console
      )
    }
    let importer = CorrespondenceImporter(
      description, subject: subject, object: object, options: options
    )
    let result = try importer.read(path: file, unlinkedTargets: unlinkedTargets)
    let set = try ImportedSet(description, links: result.content, catalogue: catalogue)
    return try reading.finish(
      set.sssom(), from: file, log: result.log, to: path,
      summary: "\(description.title): \(result.content.count) links", console
    )
  }
}
