import Candidates
import Classifications
import CommandLineKit
import Credentials
import Diagnostics
import Ledgers
import Rendering

/// `puente candidate list`: lists candidates.
struct CandidateList: Command {
  static let name = "candidate list"
  static let abstract = "List candidates by occupation, province, language and what is recorded."
  static let discussion = """
    Several conditions all have to hold. '--state' goes with '--step'. Without '--limit' the first fifty are listed; the \
    count is that of all.
    """

  var code: String?
  var occupation: String?
  var place: String?
  var cedula: CedulaStatus?
  var language: String?
  var tested = false
  var level: StudyLevel?
  var stage: Stage?
  var step: String?
  var state: StepState?
  var consent: Consent.Purpose?
  var hasNoConsent = false
  var isOverdue = false
  var limit = 50
  var offset = 0
  var format = DocumentFormat.text
  var options = CandidateOptions()

  /// Whether something is recorded of a step.
  enum Stage: String, CaseIterable, ArgumentValue {
    case new
    case underWay = "under_way"
  }

  static var parameters: [Parameter<Self>] {
    [
      .option(
        "--code", to: \.code, placeholder: "code",
        help: "Worked or trained in it, such as sinco2019:2436."),
      .option(
        "--as", to: \.occupation, placeholder: "occupation",
        help: "Goes for it, by the credentials' name such as RN."),
      .option("--in", to: \.place, placeholder: "province", help: "Wants to go there: CA-ON."),
      .option("--cedula", to: \.cedula, placeholder: "status", help: "Whether a cédula is held."),
      .option("--language", to: \.language, placeholder: "language", help: "Knows it: en, fr."),
      .flag("--tested", to: \.tested, help: "Has a result of a test of that language."),
      .option("--level", to: \.level, placeholder: "level", help: "Has studies of that level."),
      .option(
        "--stage", to: \.stage, placeholder: "stage",
        help: "Whether something is recorded of a step."),
      .option("--step", to: \.step, placeholder: "step", help: "A step, such as RN-NNAS-03."),
      .option("--state", to: \.state, placeholder: "state", help: "What is recorded of that step."),
      .option(
        "--consent", to: \.consent, placeholder: "purpose",
        help: "Has agreed to that use, and not withdrawn it."),
      .flag("--no-consent", to: \.hasNoConsent, help: "Has agreed to nothing, or withdrawn it."),
      .flag("--overdue", to: \.isOverdue, help: "The day up to which data may be kept has passed."),
      .option(
        "--limit", to: \.limit, placeholder: "count", in: 1...1_000_000,
        help: "How many at most."),
      .option(
        "--offset", to: \.offset, placeholder: "count", in: 0...1_000_000_000,
        help: "How many to pass over."),
      .option("--format", to: \.format, placeholder: "format", help: "Form of the output."),
    ] + CandidateOptions.parameters(at: \.options)
  }

  static var examples: [Example] {
    [
      Example(
        "puente candidate list --as RN --in CA-ON --cedula yes", "Nurses with a cédula for Ontario."
      ),
      Example(
        "puente candidate list --step RN-NNAS-03 --state submitted", "Who waits for the NNAS."),
      Example("puente candidate list --overdue", "Whose data have to be erased."),
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    let desk = try options.reader()
    let found = try desk.store.list(try filter(desk), limit: limit, offset: offset)
    let columns: [Listing<CandidateStore.Entry>.Column] = [
      .init("candidate") { .string($0.candidate.id.text) },
      .init("added_on") { .string($0.addedOn.description) },
      .init("occupations") { .texts($0.candidate.occupations.map(\.description)) },
      .init("level") { .text($0.candidate.studies.first?.level.rawValue) },
      .init("field") { .text($0.candidate.studies.lazy.compactMap(\.field).first?.name) },
      .init("cedula") { .string($0.candidate.cedula.rawValue) },
      .init("months") { row in row.candidate.months().map { .int($0) } ?? .null },
      .init("languages") { .texts($0.candidate.languages.map(Self.language)) },
      .init("targets") { .texts($0.candidate.targets.map(\.description)) },
      .init("jurisdictions") { .texts($0.candidate.jurisdictions) },
      .init("retain_until") { .text($0.candidate.retainUntil?.description) },
    ]
    let listing = Listing(
      name: "candidates", columns: columns, rows: found.entries,
      facts: ["total": .int(found.total), "offset": .int(offset)])
    let code = try listing.write(format, to: console) { rows in
      guard !rows.isEmpty else { return [] }
      var table = TextTable(Array(repeating: .left, count: 7))
      table.add(["candidate", "occupations", "studies", "cédula", "months", "languages", "wants"])
      for row in rows { table.add(Self.cells(row.candidate)) }
      return table.lines()
    }
    if found.total > found.entries.count {
      console.writeDiagnostic(
        "note: \(found.entries.count) of \(found.total), from number \(offset + 1)\n")
    } else if !found.entries.isEmpty {
      console.writeDiagnostic("note: \(found.total) in all\n")
    }
    return code
  }

  private static func language(_ skill: LanguageSkill) -> String {
    skill.result.map { "\(skill.language) \($0.test.rawValue)" } ?? skill.language
  }

  private static func cells(_ candidate: Candidate) -> [String] {
    let study = candidate.studies.first.map { study in
      [study.level.rawValue, study.field?.name].compactMap { $0 }.joined(separator: ", ")
    }
    let targets = candidate.targets.map(\.description).joined(separator: ", ")
    let places = candidate.jurisdictions.joined(separator: ", ")
    return [
      candidate.id.text, candidate.occupations.map(\.description).joined(separator: ", "),
      study ?? "unknown", candidate.cedula.rawValue,
      candidate.months().map { "\($0)" } ?? "unknown",
      candidate.languages.map(language).joined(separator: ", "),
      "\(targets.isEmpty ? "no target named" : targets) in \(places.isEmpty ? "any province" : places)",
    ]
  }

  private func filter(_ desk: CandidateDesk) throws -> CandidateFilter {
    var filter = CandidateFilter()
    if let code {
      guard case .code(let code)? = CandidateTarget(code) else {
        throw UsageError("'--code' takes a code with its classification, such as sinco2019:2436")
      }
      filter.take(code: code.description)
    }
    if let occupation {
      guard let known = desk.credentials.occupation(occupation) else {
        let all = desk.credentials.occupations.map(\.id).joined(separator: ", ")
        throw UsageError("'--as' takes an occupation of the credentials: \(all)")
      }
      filter.take(occupation: known.id)
    }
    if let place { for id in try desk.provinces([place]) { filter.take(jurisdiction: id) } }
    if let cedula { filter.take(cedula: cedula) }
    if let language { filter.take(language: language.lowercased(), tested: tested) }
    if language == nil, tested { throw UsageError("'--tested' goes with '--language'") }
    if let level { filter.take(level: level) }
    if let stage { filter.take(isNew: stage == .new) }
    switch (step, state) {
    case (let step?, let state?):
      guard desk.credentials.steps[step] != nil else {
        throw UsageError("'--step' takes a step of the credentials, such as RN-NNAS-03")
      }
      guard state.isRecorded else {
        throw UsageError(
          "'\(state.rawValue)' follows from the day and the other steps, so candidates cannot be listed by it"
        )
      }
      filter.take(step: step, in: state)
    case (nil, nil): break
    default: throw UsageError("'--step' and '--state' go together")
    }
    if let consent { filter.take(consent: consent) }
    if hasNoConsent { filter.take(consent: nil) }
    if isOverdue { filter.take(overdueOn: desk.day) }
    return filter
  }
}
