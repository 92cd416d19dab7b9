public import Candidates
public import Credentials

extension CandidateProfile {
  /// What matching knows of a candidate.
  ///
  /// - Parameters:
  ///   - candidate: The candidate.
  ///   - stepsDone: The steps that are done, besides those that a cédula shows.
  ///   - cedulaSteps: The steps that whoever holds a cédula has done; see
  ///     `CredentialCatalogue.stepsShownByCedula`.
  public init(_ candidate: Candidate, stepsDone: [String] = [], cedulaSteps: [String]) {
    self.init(
      occupations: candidate.occupations,
      languages: candidate.languages.map {
        KnownLanguage($0.language, $0.result.flatMap { LanguageLevel($0) })
      },
      stepsDone: candidate.cedula == .yes ? stepsDone + cedulaSteps : stepsDone,
      targets: candidate.jurisdictions)
  }
}

extension CredentialCatalogue {
  /// The steps that whoever holds a cédula profesional has done: that of the cédula, and all that it depends on.
  public var stepsShownByCedula: [String] {
    var open = pathways.filter { $0.stage == .documents }.flatMap(\.steps).filter { step in
      step.evidence.contains { $0.hasPrefix("cédula profesional") }
    }.map(\.id)
    var shown: Set<String> = []
    while let id = open.popLast() {
      guard shown.insert(id).inserted else { continue }
      open += steps[id]?.dependencies.all ?? []
    }
    return shown.sorted()
  }
}

extension LanguageLevel {
  /// The level of the weakest skill of a test's result, or `nil` if the test's scale leads to none here.
  public init?(_ result: LanguageSkill.Result) {
    let levels: [LanguageLevel?] = result.scores.sorted { $0.key.rawValue < $1.key.rawValue }.map {
      switch result.test {
      // CELPIP counts in levels of CLB.
      case .clb, .nclc, .celpip, .cefr, .delf, .dalf: LanguageLevel($0.value)
      default: nil
      }
    }
    guard !levels.isEmpty, !levels.contains(nil) else { return nil }
    guard let weakest = levels.compactMap({ $0 }).min(by: { $0.middle < $1.middle }) else {
      return nil
    }
    self = weakest
  }
}
