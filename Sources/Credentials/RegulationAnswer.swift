public import Diagnostics
import FactTables

/// Whether an occupation is regulated in a jurisdiction on a day, with the rules that say so.
public struct RegulationAnswer: Hashable, Sendable {
  /// Whether it is regulated.
  public let regulated: Regulation.Answer
  /// The rules that hold on the day, or may.
  public let rules: [Regulation]
  /// The rule that ended last before the day; `nil` if none is known.
  public let previous: Regulation?
  /// The rule that begins next after the day; `nil` if none is known.
  public let next: Regulation?
  /// What makes the answer less than certain, in words.
  public let doubts: [String]

  /// The rule that is shown: the one that holds, or the first of those that may.
  public var rule: Regulation? { rules.first }
}

extension CredentialCatalogue {
  /// Whether an occupation is regulated in a jurisdiction on a day.
  ///
  /// Rules are dated. Where the day is within the bounds of a change whose day is not known, the answer is
  /// `unknown`, unless what was before and what comes after is the same.
  public func regulation(
    of occupation: String, in jurisdiction: String, on day: CalendarDate
  ) -> RegulationAnswer {
    let all = regulations.filter { $0.occupation == occupation && $0.jurisdiction == jurisdiction }
    let holding = all.filter { $0.source.standing(on: day) == .holds }
    let possible = all.filter { $0.source.standing(on: day) == .uncertain }
    let answers = Set((holding.isEmpty ? possible : holding).map(\.regulated))
    var doubts: [String] = []
    var answer = Regulation.Answer.unknown
    if let one = answers.first, answers.count == 1, !holding.isEmpty || possible.count > 1 {
      answer = one
    }
    if all.isEmpty {
      doubts.append("the data have no rule for it")
    } else if holding.isEmpty, possible.isEmpty {
      doubts.append("the data have no rule for \(day)")
    }
    if holding.isEmpty {
      for rule in possible {
        if let from = rule.source.validFrom, from.latest.map({ day < $0 }) ?? true {
          doubts.append("'\(rule.regulated.rawValue)' begins \(from.words)")
        } else if let to = rule.source.validTo {
          doubts.append("'\(rule.regulated.rawValue)' ends \(to.words)")
        }
      }
    }
    for rule in holding {
      if rule.source.validFrom == nil, let asOf = rule.source.asOf, let first = asOf.earliest,
        day < first
      {
        doubts.append("the source is of \(asOf); since when it is so is not known")
      }
    }
    func order(_ left: Regulation, _ right: Regulation) -> Bool {
      (left.source.validFrom?.earliest?.daysSince1970 ?? .min)
        < (right.source.validFrom?.earliest?.daysSince1970 ?? .min)
    }
    return RegulationAnswer(
      regulated: answer, rules: holding.isEmpty ? possible : holding,
      previous: all.filter { $0.source.standing(on: day) == .over }.sorted(by: order).last,
      next: all.filter { $0.source.standing(on: day) == .notYet }.sorted(by: order).first,
      doubts: doubts)
  }
}
