import Classifications
import CommandLineKit
import Matching
import ReferenceData
import Rendering
import Tabular

/// `puente lookup`: finds the equivalents of an occupation in another classification.
struct Lookup: Command {
  static let name = "lookup"
  static let abstract = "Find the equivalents of an occupation in another classification."
  static let discussion = """
    The occupation is a code with its classification (sinco2011:2426), a bare code that only one \
    classification has, or a title. Without --to, a Mexican code is looked up in the newest NOC, a Canadian \
    one in the newest SINCO, and any other in both.

    The score, 0 to 1, is between Mexico's and Canada's classifications the probability of being an \
    accepted equivalence ('puente explain' shows its parts), and between others how strongly published \
    tables tie the two codes; each answer shows what it comes through. The scores are Puente's own and \
    decide nothing: see docs/method.md.

    As CSV or TSV, a group without any equivalent has one row with an empty rank, target_id and score. Its \
    predicate is none-stated where a publisher states that nothing corresponds, else none-found; its path says why.
    """

  var query: String?
  var to: [ClassificationID] = []
  var from: ClassificationID?
  var all = false
  var limit = 5
  var format = OutputFormat.text
  var output: String?
  var engine = EngineOptions()

  static var parameters: [Parameter<Self>] {
    [
      .optionalArgument("code-or-title", to: \.query, help: "The occupation."),
      .option(
        "--to", to: \.to, placeholder: "classification",
        help: "Where to look for equivalents, such as noc2016."),
      .option(
        "--from", to: \.from, placeholder: "classification",
        help: "The classification of a bare code or a title."),
      .flag(
        "--all", to: \.all,
        help: "Look up every unit group of the classification that --from names."),
      .option(
        "--limit", to: \.limit, placeholder: "count", in: 1...1_000,
        help: "At most so many equivalents for each occupation."),
      .option("--format", to: \.format, placeholder: "format", help: "Form of the output."),
      .option(
        "--output", to: \.output, placeholder: "file",
        help: "Write there instead of on standard output.", completion: .file),
    ] + EngineOptions.parameters(at: \.engine)
  }

  static var examples: [Example] {
    [
      Example(
        "puente lookup sinco2011:2426 --to noc2016",
        "Find the NOC 2016 groups of specialised nurses."),
      Example(
        "puente lookup noc2021:31301 --to sinco2019", "Go the other way, with the newest versions."),
      Example("puente lookup \"enfermeras especialistas\"", "Look up a title."),
      Example(
        "puente lookup --all --from sinco2011 --to noc2016 --format csv",
        "Write the whole crosswalk."),
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    let catalogue = try engine.catalogue()
    let codes = try codes(in: catalogue)
    var answers: [(EquivalenceAnswer, ClassificationID)] = []
    for code in codes {
      for destination in try destinations(of: code, catalogue) {
        // Answers that were written down have the paths of the first candidates only.
        let answer =
          all || limit > EquivalenceFinder.traced
          ? try catalogue.finder(from: code.classification, to: destination).answer(
            for: code.code, traced: limit)
          : try catalogue.answer(for: code, in: destination)
        answers.append((answer, destination))
      }
    }
    let text = try render(answers, catalogue)
    if let output {
      try AtomicFile.write(Array(text.utf8), to: output)
    } else {
      console.write(text)
    }
    let silent = answers.count { $0.0.candidates.isEmpty }
    if all, silent > 0 {
      console.writeDiagnostic(
        "\(silent) of \(answers.count) groups have no equivalent; 'puente unresolved' says why\n")
    }
    return silent == answers.count ? .negative : .success
  }

  /// The codes asked about.
  private func codes(in catalogue: Catalogue) throws -> [OccupationCode] {
    if all {
      guard query == nil else { throw UsageError("'--all' takes no code or title") }
      guard let from else { throw UsageError("'--all' needs '--from <classification>'") }
      guard !to.isEmpty else { throw UsageError("'--all' needs '--to <classification>'") }
      return try catalogue.codeTable(from).unitGroups.map { OccupationCode(from, $0.code) }
    }
    guard let query else { throw UsageError("missing argument '<code-or-title>'") }
    switch try OccupationQuery(text: query, classification: from).resolve(in: catalogue) {
    case .code(let code): return [code]
    case .titled(let groups):
      // A title that the destination has, too, needs no look-up there.
      let others = groups.map(\.code).filter { code in
        to.isEmpty || to.contains { $0 != code.classification }
      }
      return others.isEmpty ? groups.map(\.code) : others
    }
  }

  private func destinations(of code: OccupationCode, _ catalogue: Catalogue) throws
    -> [ClassificationID]
  {
    if !to.isEmpty {
      var named: [ClassificationID] = []
      for id in try to.map({ try catalogue.classification($0).id }) where !named.contains(id) {
        named.append(id)
      }
      let others = named.filter { $0 != code.classification }
      guard !others.isEmpty else {
        throw UsageError(
          "\(code) is of \(code.classification) already; name another classification with '--to'")
      }
      return others
    }
    let country = try catalogue.classification(code.classification).country
    func newest(_ country: String) -> ClassificationID? {
      catalogue.classifications.filter { $0.country == country }.max { $0.year < $1.year }?.id
    }
    return [country == "CA" ? nil : newest("CA"), country == "MX" ? nil : newest("MX")].compactMap {
      $0
    }
  }

  private func render(
    _ answers: [(EquivalenceAnswer, ClassificationID)], _ catalogue: Catalogue
  ) throws -> String {
    switch format {
    case .text:
      return try answers.map { try EquivalenceText.text($0.0, to: $0.1, limit: limit, catalogue) }
        .joined(separator: "\n")
    case .json:
      let outputs = try answers.map {
        try EquivalenceOutput($0.0, to: $0.1, limit: limit, catalogue)
      }
      return try jsonText(outputs)
    case .csv, .tsv, .spreadsheet:
      var writer = CSVWriter(style: format.style())
      writer.write(EquivalenceTable.columns)
      for (answer, destination) in answers {
        for row in EquivalenceTable.rows(answer, to: destination, limit: limit) {
          writer.write(row)
        }
      }
      return String(decoding: writer.bytes, as: UTF8.self)
    }
  }
}
