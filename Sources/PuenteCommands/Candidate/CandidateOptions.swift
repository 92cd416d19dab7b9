public import Candidates
import Classifications
public import CommandLineKit
import Credentials
import Diagnostics
import Ledgers
import ReferenceData
import Rendering

/// What every command on candidates needs: the data, the ledger, the day, and who acts.
struct CandidateOptions: ParameterGroup {
  var ledger = LedgerOptions()
  var data = DataOptions()
  var on: CalendarDate?

  static var parameters: [Parameter<Self>] {
    [
      .option(
        "--on", to: \.on, placeholder: "day", help: "The day it is; today if left out.")
    ] + LedgerOptions.parameters(at: \.ledger) + DataOptions.parameters(at: \.data)
  }

  /// The day it is.
  var day: CalendarDate { on ?? today() }

  /// Opens the data and the ledger, which is made if there is none, unless it is only tried what would happen.
  ///
  /// - Parameters:
  ///   - console: Where it is told that a ledger was made.
  ///   - action: Whether it is only tried.
  ///   - knowsStepsOnly: Whether of the credentials only the steps are needed, which are read sooner.
  /// - Returns: The desk.
  /// - Throws: What opening the data and the ledger throws.
  func desk(
    _ console: Console, _ action: CandidateActionOptions, knowsStepsOnly: Bool = false
  ) throws -> CandidateDesk {
    if action.isRehearsal { return try reader(mayBeMissing: true) }
    let catalogue = try data.catalogue()
    return try CandidateDesk(
      catalogue, try ledger.open(catalogue, console), day, knowsStepsOnly: knowsStepsOnly)
  }

  /// Opens the data and the ledger for a command that records nothing; none is made.
  func reader(mayBeMissing: Bool = false) throws -> CandidateDesk {
    let catalogue = try data.catalogue()
    let known = try ledger.openIfThere(catalogue, mayBeMissing: mayBeMissing)
    return try CandidateDesk(
      catalogue, known ?? Ledger.inMemory(components: [CandidateSchema.component]), day)
  }
}

/// Who acts, and whether only to try.
struct CandidateActionOptions: ParameterGroup {
  var by = CandidateActor.officer
  var isRehearsal = false

  static var parameters: [Parameter<Self>] {
    [
      .option(
        "--by", to: \.by, placeholder: "role", help: "Who says so, as a role; never a name."),
      .flag(
        "--dry-run", to: \.isRehearsal, help: "Show what would be recorded, and record nothing."),
    ]
  }
}

/// The candidates of a ledger with the data they are judged by.
struct CandidateDesk {
  let catalogue: Catalogue
  let credentials: CredentialCatalogue
  let store: CandidateStore
  let day: CalendarDate

  init(
    _ catalogue: Catalogue, _ ledger: Ledger, _ day: CalendarDate, knowsStepsOnly: Bool = false
  ) throws {
    self.catalogue = catalogue
    let folder = catalogue.directory.file("datasets/credentials")
    credentials =
      knowsStepsOnly
      ? try CredentialCatalogue(stepsOf: folder, isThere: fileExists)
      : try CredentialCatalogue(folder: folder, isThere: fileExists)
    store = CandidateStore(ledger)
    self.day = day
  }

  /// Records, or only tries to.
  func perform<Result>(_ action: CandidateActionOptions, _ body: () throws -> Result) throws
    -> Result
  {
    action.isRehearsal ? try store.ledger.rehearse(body) : try store.ledger.write(body)
  }

  /// A pseudonym as it was typed; what was typed instead is not repeated.
  static func id(_ text: String) throws -> CandidateID {
    guard let id = CandidateID(text), !id.isRow else {
      throw UsageError(
        "this is not the pseudonym of a candidate, such as C-7K2M9QXD4T; 'puente candidate list' lists them"
      )
    }
    return id
  }

  /// The occupations that a candidate goes for, found by codes, or where none is described by those that the codes
  /// lead to.
  func occupations(of candidate: Candidate) throws -> (ids: [String], reasons: [String]) {
    let direct = credentials.occupations(of: candidate)
    if !direct.isEmpty { return (direct, []) }
    let query = CredentialQuery(catalogue: catalogue, credentials: credentials)
    let wanted =
      candidate.targets.isEmpty
      ? candidate.occupations.map(\.description) : candidate.targets.map(\.description)
    var ids: [String] = []
    var reasons: [String] = []
    for text in wanted {
      // A code that does not exist, or that leads nowhere, leads to no occupation.
      for match in (try? query.matches(text)) ?? [] {
        guard let occupation = match.occupation, !ids.contains(occupation.id) else { continue }
        ids.append(occupation.id)
        reasons += match.reasons.map { "\(occupation.id): \($0)" }
      }
    }
    return (ids, reasons)
  }

  /// The provinces of a text such as `CA-ON,CA-QC`.
  func provinces(_ texts: [String]) throws -> [String] {
    try texts.flatMap { $0.split(separator: ",").map(String.init) }.map { text in
      let wanted = text.uppercased()
      guard
        let found = credentials.provinces.first(where: {
          $0.id == wanted || $0.id == "CA-\(wanted)"
        })
      else {
        let known = credentials.provinces.map(\.id).joined(separator: ", ")
        throw UsageError("this is no province or territory; there are \(known)")
      }
      return found.id
    }
  }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension CandidateRefusal: ReportedError {
  public var diagnostics: String { "error: \(printable(description))" }
}

extension CandidateActor: ArgumentValue {}
extension StepEvent.Kind: ArgumentValue {}
extension Evidence.Kind: ArgumentValue {}
extension CandidateStore.ErasureReason: ArgumentValue {}
extension CedulaStatus: ArgumentValue {}
extension StudyLevel: ArgumentValue {}
extension StepState: ArgumentValue {}
extension Consent.Purpose: ArgumentValue {}
