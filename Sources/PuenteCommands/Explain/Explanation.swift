import Classifications
import CommandLineKit
import Correspondences
import Diagnostics
import Matching
import ReferenceData
import Rendering

/// Why a pair has the score it has, as programs read it.
///
/// The names and meanings of its fields are stable.
struct Explanation: Encodable {
  struct Group: Encodable {
    let id: String
    let title: String
    let classification: String
  }

  /// A publication that a part of the score rests on.
  struct Source: Encodable {
    let id: String
    let publisher: String
    let title: String
    // swift-format-ignore: AlwaysUseLowerCamelCase
    let as_of: String
    let confidence: String
  }

  struct Path: Encodable {
    let codes: [String]
    let tables: [String]
    let predicate: String
    /// In 0...1.
    let share: Double
    let notes: [String]
  }

  /// A part of the score.
  struct Term: Encodable {
    let name: String
    let meaning: String
    /// In log odds, of which all parts together make the score; `nil` for one that is no probability.
    let contribution: Double?
    /// How strongly the evidence ties the pair, in 0...1; `nil` for what is no evidence.
    let tie: Double?
    let reason: String
    let paths: [Path]
    let sources: [Source]
  }

  struct Flag: Encodable {
    let name: String
    let reason: String
  }

  struct Alternative: Encodable {
    let id: String
    let title: String
    let score: Double
    let predicate: String
  }

  /// How the pair stands on one side.
  struct Standing: Encodable {
    let code: String
    /// From 1; `nil` if the pair is no candidate.
    let rank: Int?
    let candidates: Int
    /// The candidates that score more.
    let better: [Alternative]
    /// The candidates that come next.
    let next: [Alternative]
  }

  let source: Group
  let target: Group
  /// In 0...1.
  let score: Double
  /// Whether the score is a probability.
  let calibrated: Bool
  let predicate: String
  // swift-format-ignore: AlwaysUseLowerCamelCase
  let relation_reason: String
  let terms: [Term]
  let against: [String]
  let flags: [Flag]
  let standings: [Standing]

  /// How many paths of one piece of evidence, and how many alternatives, are shown.
  static let shown = 3

  /// Explains a pair.
  ///
  /// - Parameters:
  ///   - code: A unit group.
  ///   - other: A unit group of another classification.
  ///   - catalogue: The data.
  /// - Throws: ``FileError`` or ``InvalidInput``; ``UsageError`` for a code that is no unit group.
  init(_ code: OccupationCode, _ other: OccupationCode, _ catalogue: Catalogue) throws {
    let there = try catalogue.finder(from: code.classification, to: other.classification)
    let back = try catalogue.finder(from: other.classification, to: code.classification)
    guard let pair = try there.equivalence(of: code.code, and: other.code) else {
      let units = try catalogue.unitGroups(code.classification)
      let broad = units.number(of: code.code) == nil ? code : other
      throw UsageError(
        "\(broad) is no unit group, and scores are of unit groups; 'puente tree \(broad)' shows those below it"
      )
    }
    let answers = try (
      there.answer(for: code.code, traced: 0), back.answer(for: other.code, traced: 0)
    )
    source = try Group(code, catalogue)
    target = try Group(other, catalogue)
    score = rounded(pair.score)
    calibrated = answers.0.isCalibrated
    predicate = pair.relation.rawValue
    relation_reason = Self.reason(pair, code, other)
    terms = try Self.terms(pair, there, catalogue)
    flags = pair.flags.map { Flag(name: $0.name, reason: $0.reason) }
    against = Self.against(pair, terms, answers.0, answers.1)
    standings = try [
      Self.standing(of: other, in: answers.0, catalogue),
      Self.standing(of: code, in: answers.1, catalogue),
    ]
  }

  private static func terms(
    _ pair: Equivalence, _ finder: EquivalenceFinder, _ catalogue: Catalogue
  ) throws -> [Term] {
    let sources = try Dictionary(
      catalogue.sources().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var names = pair.terms.map(\.name)
    names += pair.ties.keys.sorted().filter { !names.contains($0) }
    return names.map { name in
      let own = pair.terms.first { $0.name == name }
      let paths = pair.paths.filter { $0.evidence == name }.prefix(shown)
      var tables = paths.flatMap(\.tables)
      if tables.isEmpty { tables = catalogue.correspondences.filter { $0.id == name } }
      var cited: [Source] = []
      for id in tables.map(\.source) where !cited.contains(where: { $0.id == id }) {
        guard let source = sources[id] else { continue }
        cited.append(
          Source(
            id: id, publisher: source.publisher, title: source.title, as_of: source.asOf,
            confidence: source.confidence))
      }
      return Term(
        name: name, meaning: meaning(of: name, catalogue),
        contribution: own.map { rounded($0.contribution) },
        tie: pair.ties[name].map(rounded), reason: own?.reason ?? "",
        paths: paths.map { path in
          Path(
            codes: path.codes.map(\.description), tables: path.tables.map(\.id),
            predicate: path.relation.rawValue, share: rounded(path.share), notes: path.notes)
        }, sources: cited)
    }
  }

  private static func against(
    _ pair: Equivalence, _ terms: [Term], _ there: EquivalenceAnswer, _ back: EquivalenceAnswer
  ) -> [String] {
    var lines = terms.compactMap { term -> String? in
      guard let contribution = term.contribution, contribution < 0,
        term.name != EquivalenceModel.Part.base
      else { return nil }
      return term.reason.isEmpty ? term.meaning : "\(term.meaning): \(term.reason)"
    }
    lines += pair.flags.filter { $0.name == "contradicted-by-the-rest" }.map(\.reason)
    for silence in there.silences + back.silences
    where silence.isStated && [there.source, back.source].contains(silence.code) {
      let line = "\(silence.table.title) states that \(silence.code) has no correspondence"
      if !lines.contains(line) { lines.append(line) }
    }
    if pair.score == 0 { lines.insert("no evidence has the pair among its first", at: 0) }
    return lines
  }

  private static func standing(
    of target: OccupationCode, in answer: EquivalenceAnswer, _ catalogue: Catalogue
  ) throws -> Standing {
    let place = answer.candidates.firstIndex { $0.target == target }
    func alternatives(_ candidates: some Sequence<Equivalence>) throws -> [Alternative] {
      try candidates.map { candidate in
        Alternative(
          id: candidate.target.description,
          title: try EquivalenceText.title(candidate.target, catalogue),
          score: rounded(candidate.score), predicate: candidate.relation.rawValue)
      }
    }
    return Standing(
      code: answer.source.description, rank: place.map { $0 + 1 },
      candidates: answer.candidates.count,
      better: try alternatives(
        answer.candidates.prefix(place ?? answer.candidates.count).prefix(shown)),
      next: try alternatives(
        answer.candidates.dropFirst((place ?? answer.candidates.count) + 1).prefix(shown)))
  }

  /// Why the pair has its relation.
  private static func reason(
    _ pair: Equivalence, _ code: OccupationCode, _ other: OccupationCode
  ) -> String {
    let parts = [pair.overlap.ofSource, pair.overlap.ofTarget].map { fixed($0, decimals: 2) }
    return
      "by the scores of all candidates \(parts[0]) of \(code) lies in \(other), and \(parts[1]) the other way "
      + "(more than \(fixed(RelationEstimate.most, decimals: 2)) is most, "
      + "from \(fixed(RelationEstimate.whole, decimals: 2)) on all)"
  }

  /// What a part of a score is, in words.
  private static func meaning(of name: String, _ catalogue: Catalogue) -> String {
    typealias Part = EquivalenceModel.Part
    if let table = catalogue.correspondences.first(where: { $0.id == name }) { return table.title }
    return [
      "isco": "published tables through ISCO-08", "soc": "published tables through SOC",
      "isco+soc": "published tables through ISCO-08 and SOC",
      "onet": "tables through O*NET and SOC", "versions": "tables between versions",
      "esco": "titles compared through ESCO's occupations",
      "words": "titles translated word by word", "wording": "letters that titles share",
      "english": "unofficial English titles", Part.nearTree: "the groups just above",
      Part.farTree: "the groups two levels above", Part.skillLevel: "skill levels",
      Part.leadership: "roles of leading", Part.assistance: "roles of helping",
      Part.residual: "residual groups", Part.statedNone: "stated lack of a correspondence",
      Part.decision: "decisions on record", Part.rivalsOfSource: "alternatives on the one side",
      Part.rivalsOfTarget: "alternatives on the other side",
      Part.base: "what every pair begins with",
    ][name] ?? "evidence '\(name)'"
  }
}

extension Explanation.Group {
  init(_ code: OccupationCode, _ catalogue: Catalogue) throws {
    id = code.description
    title = try EquivalenceText.title(code, catalogue)
    classification = try catalogue.classification(code.classification).name
  }
}
