public import Candidates
public import Credentials
public import Diagnostics

extension CandidatePool {
  /// How many candidates were left out.
  public struct Intake: Sendable {
    /// Those without a consent to matching that holds.
    public internal(set) var withoutConsent = 0
    /// Those whose data may be kept no longer.
    public internal(set) var overdue = 0
    /// How many warnings the file gave.
    public internal(set) var warnings = 0

    init() {}
  }

  /// Takes in the candidates of a mission's file.
  ///
  /// - Parameters:
  ///   - path: The path, or `-` for the standard input.
  ///   - day: The day on which consents have to hold.
  ///   - withoutConsent: Whether candidates who have not agreed to matching are taken, too.
  ///   - credentials: The recognition of credentials.
  /// - Returns: What was left out, and what was found.
  /// - Throws: `InvalidInput` with the errors of the file, or `FileError`.
  public mutating func add(
    fileAt path: String, on day: CalendarDate, withoutConsent: Bool,
    _ credentials: CredentialCatalogue
  ) throws -> Intake {
    let cedulaSteps = credentials.stepsShownByCedula
    var intake = Intake()
    // The closures below are called in turn, and both change the pool.
    var pool = self
    self = CandidatePool()
    let report = try CandidateFile.readParts(path: path) { part, candidate in
      switch part {
      case .consent: Made.flag(candidate.mayBeMatched(on: day))
      case .retention: Made.flag(candidate.isOverdue(on: day))
      default:
        Made.parts(pool.parts(of: CandidateProfile(candidate, cedulaSteps: cedulaSteps)))
      }
    } _: { id, made in
      guard case .parts(let occupations) = made[0], case .parts(let steps) = made[1],
        case .parts(let languages) = made[2], case .parts(let targets) = made[3],
        case .flag(let isAgreed) = made[4], case .flag(let isOverdue) = made[5]
      else { return }
      if isOverdue {
        intake.overdue += 1
      } else if !isAgreed, !withoutConsent {
        intake.withoutConsent += 1
      } else {
        pool.add(
          id.text,
          Parts(occupations: occupations, languages: languages, steps: steps, targets: targets))
      }
    }
    self = pool
    if report.errors > 0 { throw InvalidInput(report.findings) }
    intake.warnings = report.warnings
    return intake
  }

  /// Takes in the candidates of a ledger, with the steps that are recorded as done.
  ///
  /// - Parameters:
  ///   - store: The candidates.
  ///   - day: The day on which consents have to hold and steps to be done.
  ///   - withoutConsent: Whether candidates who have not agreed to matching are taken, too.
  ///   - credentials: The recognition of credentials.
  /// - Returns: What was left out.
  /// - Throws: What reading the ledger throws.
  public mutating func add(
    from store: CandidateStore, on day: CalendarDate, withoutConsent: Bool,
    _ credentials: CredentialCatalogue
  ) throws -> Intake {
    let cedulaSteps = credentials.stepsShownByCedula
    var intake = Intake()
    try store.forEach(on: day) { candidate, done in
      if candidate.isOverdue(on: day) {
        intake.overdue += 1
      } else if !withoutConsent, !candidate.mayBeMatched(on: day) {
        intake.withoutConsent += 1
      } else {
        add(
          candidate.id.text,
          CandidateProfile(candidate, stepsDone: done, cedulaSteps: cedulaSteps))
      }
    }
    return intake
  }

  /// What is kept of a part of a row.
  private enum Made {
    case parts(Parts)
    case flag(Bool)
  }
}

extension Candidate {
  /// Whether a consent to being matched with openings holds on a day.
  fileprivate func mayBeMatched(on day: CalendarDate) -> Bool {
    consents.contains { $0.purposes.contains(.matching) && $0.holds(on: day) }
  }
}
