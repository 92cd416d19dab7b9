import Classifications
import Diagnostics

// MARK: - The table as a whole, and its review

extension PairChecker {
  /// Codes that several pairs use.
  func shared(_ links: [Link]) -> [Finding] {
    var findings: [Finding] = []
    func add(_ side: (Link) -> Resolved, _ other: (Link) -> Resolved, _ rule: String) {
      var partners: [OccupationCode: [(Resolved, Resolved)]] = [:]
      for link in links {
        guard let code = side(link).code else { continue }
        partners[code, default: []].append((side(link), other(link)))
      }
      for (code, uses) in partners {
        let others = Set(uses.map { $0.1.meant ?? $0.1.printed.code })
        guard others.count > 1 else { continue }
        for use in uses {
          findings.append(
            Finding(
              rule, .note, at: use.0.location,
              "\(code.code) is paired with \(others.count) codes: \(listed(others))",
              help: "this is no one-to-one equivalence; rank the pairs",
              subjects: [code.description]
            )
          )
        }
      }
    }
    add(\.right, \.left, "shared-target")
    add(\.left, \.right, "shared-source")
    return findings.sorted { $0.message < $1.message }
  }

  /// Pairs that stand twice.
  func duplicated(_ links: [Link]) -> [Finding] {
    var first: [[OccupationCode]: Link] = [:]
    return links.compactMap { link in
      guard let left = link.left.code, let right = link.right.code else { return nil }
      guard let earlier = first.updateValue(link, forKey: [left, right]) else { return nil }
      first[[left, right]] = earlier
      return Finding(
        "duplicate-pair", .error, at: link.right.location,
        "\(link.label) stands already on line \(earlier.right.location.line)",
        help: "keep one of the two", subjects: link.subjects
      )
    }
  }

  /// A pair that nobody has answered.
  func awaiting(_ review: ReviewStanding, _ pair: PrintedPair) -> Finding {
    let codes = { (side: PrintedSide) in
      side.codes.map { $0.code.isEmpty ? $0.title : $0.code }.joined(separator: ", ")
    }
    let whom = review.awaiting.isEmpty ? "an answer" : "the answer of \(review.awaiting)"
    let since =
      review.since.map {
        let days = max(0, $0.days(until: today))
        return " since \($0) (\(grouped(days)) \(days == 1 ? "day" : "days"))"
      } ?? ""
    return Finding(
      "awaiting-feedback", .note, at: review.location,
      "\(codes(pair.left)) - \(codes(pair.right)) awaits \(whom)\(since), state '\(review.state)'",
      help: "no decision is on record; record one when it comes"
    )
  }

  /// A number with commas between thousands.
  private func grouped(_ number: Int) -> String {
    var digits = Array(String(number))
    var position = digits.count - 3
    while position > 0 {
      digits.insert(",", at: position)
      position -= 3
    }
    return String(digits)
  }
}
