import Classifications
import CommandLineKit
import Correspondences
import Credentials
import Matching
import ReferenceData
import Rendering

/// An occupation that a user's words lead to, and how.
struct CredentialMatch {
  /// The occupation as the credentials describe it; `nil` for a group that they do not.
  let occupation: CredentialOccupation?
  /// Its groups of NOC 2021 and NOC 2016.
  let codes: [OccupationCode]
  /// Its name, or the title of the group.
  let name: String
  /// How it was found, in words.
  var reasons: [String]

  /// What it is called by: the occupation's name here, or the code of its group.
  var id: String { occupation?.id ?? codes.first?.description ?? "" }
}

/// Finds the occupations that a code of any classification or a title leads to.
///
/// This is the one place where the credentials ask for equivalents.
struct CredentialQuery {
  let catalogue: Catalogue
  let credentials: CredentialCatalogue

  /// How many equivalents of a group are followed, and from which score on.
  static let limit = 3
  static let leastScore = 0.25

  /// The occupations, the best first.
  ///
  /// - Throws: What `OccupationQuery` throws, or `NotFound` if no group of NOC 2021 is near.
  func matches(_ text: String) throws -> [CredentialMatch] {
    if let named = named(text) { return named }
    var found: [CredentialMatch] = []
    switch try OccupationQuery(text: text, classification: nil).resolve(in: catalogue) {
    case .code(let code): found = try matches(code)
    case .titled(let groups):
      let best = groups.first?.fit ?? .everyWord
      let taken = groups.filter { $0.fit == best || $0.fit <= .sameWords }
      for group in taken {
        let why = "'\(group.title)' is of \(group.code)"
        for match in try matches(group.code) {
          found.append(with(match, [why] + match.reasons))
        }
      }
    }
    return merged(found)
  }

  /// The occupation whose name here a text is, such as `RN` or `midwife`.
  private func named(_ text: String) -> [CredentialMatch]? {
    if let occupation = credentials.occupation(text) {
      return [match(occupation, "'\(occupation.id)' is Puente's name for it")]
    }
    let stems = TitleSearch.stems(foldedTitle(text))
    guard !stems.isEmpty else { return nil }
    let found = credentials.occupations.filter { occupation in
      occupation.name.split(whereSeparator: { "/():".contains($0) }).contains {
        TitleSearch.stems(foldedTitle(String($0))) == stems
      }
    }
    return found.isEmpty ? nil : found.map { match($0, "that is its name") }
  }

  private func matches(_ code: OccupationCode) throws -> [CredentialMatch] {
    let table = try catalogue.codeTable(code.classification)
    let isUnit = table[code.code]?.level == table.classification.unitGroupLevel
    let units =
      isUnit
      ? [code]
      : table.unitGroups(under: code.code).map { OccupationCode(code.classification, $0.code) }
    let found = try units.flatMap { try matches(unit: $0) }
    guard !isUnit else { return found }
    return found.filter { $0.occupation != nil }.isEmpty
      ? found : found.filter { $0.occupation != nil }
  }

  private func matches(unit code: OccupationCode) throws -> [CredentialMatch] {
    var found = credentials.occupations(with: code).map { occupation in
      let own = occupation.codes.first { $0.code == code }
      let remark = own?.remark.map { " (\($0))" } ?? ""
      let isCandidate = own?.isCandidate == true
      return match(
        occupation,
        isCandidate
          ? "\(code) is a candidate for it, which a person has to judge\(remark)"
          : "\(code) is its code\(remark)")
    }
    if found.contains(where: { match in isGiven(code, match.occupation) }) { return found }
    guard code.classification != .noc2021 else { return found + [try undescribed(code, [])] }
    var others: [CredentialMatch] = []
    for destination in [ClassificationID.noc2021, .noc2016] where destination != code.classification
    {
      let answer = try catalogue.finder(from: code.classification, to: destination).answer(
        for: code.code)
      for candidate in answer.candidates.prefix(Self.limit)
      where candidate.score >= Self.leastScore {
        let score = fixed(candidate.score, decimals: 2)
        let why =
          "\(code) leads to \(candidate.target), \(candidate.relation.rawValue), score \(score)"
        let described = credentials.occupations(with: candidate.target)
        found += described.map { match($0, why) }
        // Streams look at the TEER, which NOC 2021 alone has.
        if described.isEmpty, destination == .noc2021 {
          others.append(try undescribed(candidate.target, [why]))
        }
      }
    }
    if found.isEmpty, let first = others.first { found.append(first) }
    guard !found.isEmpty else {
      throw NotFound(
        message:
          "\(code) leads to no group of NOC 2021; 'puente lookup \(code) --to noc2021' says why",
        suggestions: [])
    }
    return found
  }

  private func isGiven(_ code: OccupationCode, _ occupation: CredentialOccupation?) -> Bool {
    occupation?.codes.contains { $0.code == code && !$0.isCandidate } == true
  }

  private func match(_ occupation: CredentialOccupation, _ reason: String) -> CredentialMatch {
    CredentialMatch(
      occupation: occupation, codes: occupation.codes.filter { !$0.isCandidate }.map(\.code),
      name: occupation.name, reasons: [reason])
  }

  private func undescribed(
    _ code: OccupationCode, _ reasons: [String]
  ) throws -> CredentialMatch {
    CredentialMatch(
      occupation: nil, codes: [code],
      name: try catalogue.codeTable(code.classification)[code.code]?.title() ?? code.code,
      reasons: reasons + ["the credentials do not describe \(code)"])
  }

  private func with(_ match: CredentialMatch, _ reasons: [String]) -> CredentialMatch {
    var match = match
    match.reasons = reasons
    return match
  }

  /// Each occupation once, with every reason; groups that are not described only where none is.
  private func merged(_ all: [CredentialMatch]) -> [CredentialMatch] {
    var merged: [CredentialMatch] = []
    for match in all {
      if let known = merged.firstIndex(where: { $0.id == match.id }) {
        for reason in match.reasons where !merged[known].reasons.contains(reason) {
          merged[known].reasons.append(reason)
        }
      } else {
        merged.append(match)
      }
    }
    let described = merged.filter { $0.occupation != nil }
    return described.isEmpty ? merged : described
  }

  /// What streams look at, for a match.
  func subject(
    of match: CredentialMatch, regulated: Regulation.Answer?
  ) throws -> StreamSubject {
    let groups = try match.codes.map { code in
      let above = try catalogue.codeTable(code.classification).ancestors(of: code.code)
      return StreamSubject.Group(
        code, above: Set(above.map { OccupationCode(code.classification, $0.code) }))
    }
    return StreamSubject(
      occupation: match.occupation, groups: groups, teer: try teer(of: match),
      regulated: regulated)
  }

  /// The TEER of a match; `nil` if it is not known.
  func teer(of match: CredentialMatch) throws -> Int? {
    if let occupation = match.occupation { return occupation.teer }
    let code = match.codes.first { $0.classification == .noc2021 }
    return try code.flatMap { try catalogue.codeTable(.noc2021)[$0.code]?.teer }.flatMap { Int($0) }
  }
}
