import Credentials

/// The words by which candidates are found: codes, and choices of closed lists; never a free text.
enum CandidateWords {
  static let new = "stage:new"
  static let underWay = "stage:under_way"

  static func step(_ step: String, _ state: StepState) -> String {
    "step:\(step)=\(state.rawValue)"
  }

  /// The words of a candidate, without those of the steps.
  static func words(of candidate: Candidate, _ catalogue: CredentialCatalogue) -> Set<String> {
    var words: Set<String> = ["cedula:\(candidate.cedula.rawValue)"]
    for code in candidate.occupations { words.insert("code:\(code)") }
    for one in candidate.experience { if let code = one.code { words.insert("code:\(code)") } }
    for target in candidate.targets { words.insert("target:\(target)") }
    for id in catalogue.occupations(of: candidate) { words.insert("as:\(id)") }
    for place in candidate.jurisdictions { words.insert("in:\(place)") }
    if candidate.jurisdictions.isEmpty { words.insert("in:any") }
    for skill in candidate.languages {
      words.insert("language:\(skill.language)")
      if skill.result != nil { words.insert("tested:\(skill.language)") }
    }
    for study in candidate.studies { words.insert("level:\(study.level.rawValue)") }
    let purposes = candidate.consents.filter { $0.withdrawnOn == nil }.flatMap(\.purposes)
    for purpose in purposes { words.insert("consent:\(purpose.rawValue)") }
    if purposes.isEmpty { words.insert("consent:none") }
    return words
  }
}
