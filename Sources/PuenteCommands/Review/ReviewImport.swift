import Classifications
public import CommandLineKit
import Diagnostics
import Ledgers
import ReferenceData
import Rendering
public import Reviews
import Tabular

/// `puente review import`: reads a feedback form back.
struct ReviewImport: Command {
  static let name = "review import"
  static let abstract = "Read a form back: show what it brings, then record it, all or nothing."
  static let discussion = """
    First comes the difference, pair by pair: what the file has that the ledger has not, and what the ledger has \
    had since the form was written. A pair that has changed on both sides is not recorded until '--resolve' \
    says what holds: both (both histories stand; where both decided, 'puente review settle' follows), file, or \
    ledger (what the file says is kept in the history). Any fault of any row, or a pair left open, and nothing \
    is recorded. Importing a file again changes nothing. Decisions without a date get the day of '--on'.
    """

  var file: String?
  var resolutions: [PairResolution] = []
  var otherwise: FormImport.Resolution?
  var role = ""
  var isRehearsal = false
  var format = Form.text
  var review = ReviewOptions()

  /// Text or JSON.
  enum Form: String, CaseIterable, ArgumentValue { case text, json }

  static var parameters: [Parameter<Self>] {
    [
      .argument(
        "file", to: \.file, help: "The form: CSV, XLSX, SSSOM or JSON; '-' is standard input.",
        completion: .file),
      .option(
        "--resolve", to: \.resolutions, placeholder: "pair=choice",
        help: "What holds for a pair that has changed on both sides: both, file or ledger."),
      .option(
        "--resolve-all", to: \.otherwise, placeholder: "choice",
        help: "What holds for all other pairs that have changed on both sides."),
      .option(
        "--role", to: \.role, placeholder: "role",
        help: "The role of decisions whose role was left out; not a person's name."),
      .flag("--dry-run", to: \.isRehearsal, help: "Show the difference, and record nothing."),
      .option("--format", to: \.format, placeholder: "format", help: "Form of the output."),
    ] + ReviewOptions.parameters(at: \.review)
  }

  static var examples: [Example] {
    [
      Example("puente review import canada.xlsx --dry-run", "Show what Canada's form brings."),
      Example("puente review import canada.xlsx --resolve L3=both", "Record it."),
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    let path = file ?? ""
    let form = try FormReader.read(
      try WholeFile.read(path, maximumLength: FormReader.mostBytes), name: path)
    let catalogue = try review.data.catalogue()
    let desk = try review.desk(catalogue, console)
    let task = FormImport(
      form, at: desk, today: review.day, role: role,
      resolutions: Dictionary(resolutions.map { ($0.link, $0.resolution) }) { $1 },
      otherwise: otherwise, code: { try Self.code($0, $1, $2, catalogue) })
    let plan = try desk.ledger.rehearse { try task.run() }
    let conflicts = plan.filter { $0.outcome == .conflict }
    switch format {
    case .text: console.write(ImportText.lines(plan).joined(separator: "\n") + "\n")
    case .json:
      console.write(try jsonText(ImportOutput(plan, isRecorded: conflicts.isEmpty && !isRehearsal)))
    }
    guard conflicts.isEmpty else {
      console.writeDiagnostic(ImportText.question(conflicts))
      return .negative
    }
    guard !isRehearsal else { return .success }
    if plan.allSatisfy({ $0.outcome == .unchanged }) { return .success }
    try desk.ledger.write {
      let done = try task.run()
      guard done == plan else {
        throw ReviewRefusal.other(
          "another process has changed the ledger meanwhile; import the file again")
      }
      let ids =
        done.filter { $0.before == nil }.map(\.link)
        + done.flatMap { result in
          result.fromFile.map { $0["alternative"] }.filter { !$0.isEmpty }
        }
      for row in done {
        try desk.reveal(row.link, on: ReviewDesk.Action(on: review.day))
      }
      let new = try Set(ids).sorted().map { try desk.link($0) }
      try FlagAssessor(catalogue, today: review.day).assess(new, at: desk)
    }
    return .success
  }

  /// The code that somebody wrote into a form.
  private static func code(
    _ text: String, _ classification: ClassificationID, _ family: String, _ catalogue: Catalogue
  ) throws -> ReviewDesk.NamedCode {
    let options = PairOptions.self
    let (code, title) = try options.group(text, family, in: catalogue, classification)
    return ReviewDesk.NamedCode(code, title: title)
  }
}

/// What holds for a pair, as `L3=both`.
struct PairResolution: ArgumentValue {
  let link: String
  let resolution: FormImport.Resolution

  init?(argument: String) {
    guard let sign = argument.lastIndex(of: "="),
      let resolution = FormImport.Resolution(
        rawValue: String(argument[argument.index(after: sign)...]))
    else { return nil }
    link = String(argument[..<sign])
    self.resolution = resolution
  }

  var argument: String { "\(link)=\(resolution.rawValue)" }
  static var argumentExpectation: String { "a pair and what holds, such as L3=both" }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension FormImport.Resolution: ArgumentValue {}
