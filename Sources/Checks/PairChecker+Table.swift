import Classifications
import Diagnostics
import Matching
import ReferenceData

// MARK: - The table as a whole, and its review

extension PairChecker {
  /// Codes that several pairs use.
  func shared(_ links: some Sequence<Link>) -> [Finding] {
    shared(links, .sharedTarget, \.right, \.left)
      + shared(links, .sharedSource, \.left, \.right)
  }

  private func shared(
    _ links: some Sequence<Link>, _ rule: PairRule, _ side: KeyPath<Link, Resolved>,
    _ other: KeyPath<Link, Resolved>
  ) -> [Finding] {
    var uses: [OccupationCode: (places: [SourceLocation], partners: Set<String>)] = [:]
    for link in links {
      guard let code = link[keyPath: side].code else { continue }
      let partner = link[keyPath: other]
      // A side without a code names no partner.
      guard let name = partner.meant ?? (partner.printed.code.isEmpty ? nil : partner.printed.code)
      else { continue }
      uses[code, default: ([], [])].places.append(link[keyPath: side].location)
      uses[code]?.partners.insert(name)
    }
    return uses.sorted { $0.key < $1.key }.flatMap { code, use -> [Finding] in
      guard use.partners.count > 1 else { return [] }
      let named = use.partners.sorted().prefix(Self.mostPartnersNamed).joined(separator: ", ")
      let more = use.partners.count - Self.mostPartnersNamed
      let message =
        "\(code.code) is paired with \(use.partners.count) codes: \(named)\(more > 0 ? " and \(more) more" : "")"
      return use.places.map {
        Finding(
          rule, .note, at: $0, message,
          help: "this is no one-to-one equivalence; rank the pairs", subjects: [code.description]
        )
      }
    }
  }

  /// How many of the codes that one is paired with are named.
  private static let mostPartnersNamed = 10

  /// Pairs that stand twice.
  func duplicated(_ links: some Sequence<Link>) -> [Finding] {
    var first: [[OccupationCode]: Link] = [:]
    return links.compactMap { link in
      guard let left = link.left.code, let right = link.right.code else { return nil }
      guard let earlier = first[[left, right]] else {
        first[[left, right]] = link
        return nil
      }
      return Finding(
        .duplicatePair, .error, at: link.right.location,
        "\(link.label) stands already on line \(earlier.right.location.line)",
        help: "keep one of the two", subjects: link.subjects
      )
    }
  }

  /// A pair that nobody has answered, as far as the table knows.
  func awaiting(_ review: ReviewStanding, _ pair: PrintedPair, _ links: [Link]) -> Finding {
    let since =
      review.since.map {
        let days = max(0, $0.days(until: today))
        return " since \($0) (\(grouped(days)) \(days == 1 ? "day" : "days"))"
      } ?? ""
    let printed =
      review.printed.isEmpty ? "no state is recorded" : "state '\(review.printed)'"
    return Finding(
      .awaitingFeedback, .note, at: review.location,
      "\(codes(pair.left)) - \(codes(pair.right)) awaits \(whatIsAwaited(review))\(since), \(printed)",
      help: decided(links).map { "the ledger has it \($0); bring the table up to date" }
        ?? "no decision is on record; record one when it comes"
    )
  }

  /// What has been decided on the first of the links on which something has.
  private func decided(_ links: [Link]) -> String? {
    for link in links {
      guard let left = link.left.code, let right = link.right.code,
        let decision = catalogue.usedDecisions.last(where: {
          Set([$0.code, $0.other]) == [left, right]
        })
      else { continue }
      return decision.value < 0
        ? "rejected" : decision.value < 1 ? "accepted by one government" : "agreed"
    }
    return nil
  }

  private func codes(_ side: PrintedSide) -> String {
    let codes = side.entries.map {
      $0.printed.code.isEmpty ? $0.printed.title : $0.printed.code
    }
    return codes.isEmpty ? "none" : codes.joined(separator: ", ")
  }

  private func whatIsAwaited(_ review: ReviewStanding) -> String {
    if review.hasReply { return "a decision on the reply" }
    if !review.awaiting.isEmpty { return "the answer of \(review.awaiting)" }
    return switch review.state {
    case .acceptedByCanada: "the confirmation of Mexico"
    case .acceptedByMexico: "the confirmation of Canada"
    case .feedbackReceived: "a decision on the feedback"
    case .counterProposed: "an answer to the counter-proposal"
    case .needsRevision: "a revision"
    case .suggested: "a proposal: so far only software suggests it"
    default: "an answer"
    }
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
