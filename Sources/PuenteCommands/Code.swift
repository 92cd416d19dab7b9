import Classifications
import CommandLineKit
import Diagnostics
import FoundationEssentials
import ReferenceData
import Rendering
import Tabular
import Titles

/// `puente code`: codes a column of titles.
struct Code: Command {
  static let name = "code"
  static let abstract = "Code a column of job titles, and leave the unsure ones for a person."
  static let discussion = """
    Every column and the order of the rows stay. For each classification, columns such as 'noc2016_1' and \
    'noc2016_1_score' are added, up to '--top'. Where the first score is below '--min-score', 'noc2016_1' is \
    empty and 'noc2016_candidates' has what a person may choose from. The scores are calibrated. Telephone \
    numbers, addresses and numbers of identity in titles are not looked at and not repeated in messages.
    """

  var file = ""
  var column = ""
  var context: String?
  var targets = ""
  var language = TitleLanguage.auto
  var top = 5
  var minimum = "0"
  var output = ""
  var data = DataOptions()

  static var parameters: [Parameter<Self>] {
    [
      .argument(
        "file", to: \.file, help: "The table with titles; '-' is standard input.", completion: .file
      ),
      .requiredOption(
        "--column", to: \.column, placeholder: "name", help: "The column of titles."),
      .option(
        "--context", to: \.context, placeholder: "name",
        help: "A column that tells more, such as the industry."),
      .requiredOption(
        "--to", to: \.targets, placeholder: "classifications",
        help: "Classifications to code in, with commas."),
      .option(
        "--lang", to: \.language, placeholder: "language",
        help: "The language of the titles, or 'auto' to find out that of each."),
      .option(
        "--top", to: \.top, placeholder: "number", in: 1...20,
        help: "How many groups to give for each title."),
      .option(
        "--min-score", to: \.minimum, placeholder: "score",
        help: "The score from which on a title counts as coded, 0 to 1."),
      .requiredOption(
        "--output", to: \.output, placeholder: "file",
        help: "Where to write; '-' is standard output.", completion: .file),
    ] + DataOptions.parameters(at: \.data)
  }

  static var examples: [Example] {
    [
      Example(
        "puente code survey.csv --column job_title --to noc2016 --min-score 0.6 --output coded.csv",
        "Code what is sure enough, and leave the rest for a person.")
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    guard let least = Double(minimum), (0...1).contains(least) else {
      throw UsageError("'--min-score' is a number from 0 to 1, not \(echoed(minimum))")
    }
    let catalogue = try data.catalogue()
    let ids = try TitleTargets.read(targets, catalogue)
    let input = try CodedTable(path: file, titles: column, context: context)
    let added = ids.flatMap { columns(of: $0) }
    if let taken = added.first(where: input.columns.contains) {
      throw UsageError("the file has a column \(echoed(taken)) already; rename it")
    }
    let library = try TitleLibrary(catalogue)
    TitleTargets.warnIfSlow(library, console)
    let answers = try code(input.distinct, ids, library, console)
    var writer = CSVWriter()
    writer.write(input.columns + added)
    var counts = ids.map { _ in CodingSummary() }
    let empty = [String](repeating: "", count: columns(of: ids[0]).count)
    try input.read { values, item in
      var cells = values
      for (place, _) in ids.enumerated() {
        guard let item else {
          counts[place].countEmpty()
          cells += empty
          continue
        }
        let answer = answers[place][item]
        counts[place].count(answer.first?.score, least: least)
        cells += self.cells(answer, least)
      }
      writer.write(cells)
    }
    if output == "-" {
      console.write(String(decoding: writer.bytes, as: UTF8.self))
    } else {
      try AtomicFile.write(writer.bytes, to: output)
    }
    for (id, summary) in zip(ids, counts) {
      console.writeDiagnostic(summary.text(id, distinct: input.distinct.count, least: least))
    }
    return .success
  }

  /// The answers for each classification and distinct title.
  private func code(
    _ items: [TitleBatch.Item], _ ids: [ClassificationID], _ library: TitleLibrary,
    _ console: Console
  ) throws -> [[[TitleCoder.Candidate]]] {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let batch = TitleBatch(library, cores: min(cores, 8))
    var progress = Progress("Coding", of: items.count * ids.count, on: console)
    var answers: [[[TitleCoder.Candidate]]] = []
    for id in ids {
      let target = try library.target(id)
      var own: [[TitleCoder.Candidate]] = []
      own.reserveCapacity(items.count)
      for start in stride(from: 0, to: items.count, by: TitleBatch.size) {
        let part = Array(items[start..<min(start + TitleBatch.size, items.count)])
        own += batch.answers(to: part, in: target, language: language.language, limit: top)
          .map(\.candidates)
        progress.advance(by: part.count)
      }
      answers.append(own)
    }
    progress.finish()
    return answers
  }

  private func columns(of id: ClassificationID) -> [String] {
    (1...top).flatMap { ["\(id)_\($0)", "\(id)_\($0)_score"] } + ["\(id)_candidates"]
  }

  private func cells(_ candidates: [TitleCoder.Candidate], _ least: Double) -> [String] {
    let isSure = (candidates.first?.score ?? 0) >= least
    var cells: [String] = []
    for rank in 0..<top {
      guard rank < candidates.count else {
        cells += ["", ""]
        continue
      }
      let candidate = candidates[rank]
      cells += [rank > 0 || isSure ? candidate.code : "", fixed(candidate.score, decimals: 4)]
    }
    let choice = candidates.map { "\($0.code) \(fixed($0.score, decimals: 4))" }
    return cells + [isSure ? "" : choice.joined(separator: "|")]
  }
}

/// The language of titles, or that it has to be found out.
enum TitleLanguage: String, CaseIterable, ArgumentValue {
  case auto
  case en
  case es
  case fr

  /// The language; `nil` to find it out.
  var language: Language? { Language(rawValue: rawValue) }
}

/// How many titles were coded, by certainty.
struct CodingSummary {
  private var bins = [Int](repeating: 0, count: 5)
  private var unsure = 0
  private var unknown = 0
  private var empty = 0

  mutating func countEmpty() { empty += 1 }

  mutating func count(_ score: Double?, least: Double) {
    guard let score else {
      unknown += 1
      return
    }
    guard score >= least else {
      unsure += 1
      return
    }
    bins[min(4, Int(score * 5))] += 1
  }

  func text(_ id: ClassificationID, distinct: Int, least: Double) -> String {
    let coded = bins.reduce(0, +)
    let total = coded + unsure + unknown + empty
    var parts: [String] = []
    for bin in bins.indices.reversed() where bins[bin] > 0 {
      parts.append(
        "\(bins[bin]) at \(fixed(Double(bin) / 5, decimals: 1))-\(fixed(Double(bin + 1) / 5, decimals: 1))"
      )
    }
    var lines = [
      "\(id): \(coded) of \(total) rows coded (\(distinct) distinct titles)"
        + (parts.isEmpty ? "" : ": " + parts.joined(separator: ", "))
    ]
    if unsure > 0 {
      lines.append(
        "  \(unsure) below \(fixed(least, decimals: 2)), left for a person with candidates")
    }
    if unknown > 0 { lines.append("  \(unknown) without a match") }
    if empty > 0 { lines.append("  \(empty) without a title") }
    return lines.joined(separator: "\n") + "\n"
  }
}
