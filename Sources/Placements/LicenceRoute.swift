public import Credentials
public import Diagnostics

/// What has to be done to work in an occupation in a province: nothing, or steps to a licence.
public struct LicenceRoute: Hashable, Sendable {
  /// The occupation by Puente's name, such as `RN`; `nil` for one that the data do not describe.
  public let occupation: String?
  /// The province or territory.
  public let jurisdiction: String
  /// Whether it is regulated there.
  public let regulated: Regulation.Answer
  /// The ways there are, each the steps that everybody takes, papers from Mexico included; one way is enough.
  public let ways: [[String]]

  /// Creates a route.
  public init(
    occupation: String?, jurisdiction: String, regulated: Regulation.Answer, ways: [[String]]
  ) {
    self.occupation = occupation
    self.jurisdiction = jurisdiction
    self.regulated = regulated
    self.ways = ways
  }

  /// The share of steps done, counted with one more that all have done, so that nobody is at nothing.
  static func share(_ done: Int, of asked: Int) -> Double { Double(1 + done) / Double(1 + asked) }

  /// How ready somebody is.
  ///
  /// 1 where no licence is asked for, ``share(_:of:)`` of the steps where one is, and the mean of both where
  /// the occupation is partly regulated.
  ///
  /// - Parameter done: The steps that are done.
  /// - Returns: The factor, by the way that is nearest to its end.
  public func readiness(_ done: Set<String>) -> MatchFactor {
    guard let occupation else {
      return MatchFactor(unknown: "whether it is regulated in \(jurisdiction) is not known")
    }
    if regulated == .no {
      return MatchFactor(1, "\(occupation) is not regulated in \(jurisdiction)")
    }
    if regulated == .unknown {
      return MatchFactor(
        unknown: "whether \(occupation) is regulated in \(jurisdiction) is not known")
    }
    let isPartial = regulated == .partial
    let what = "\(occupation) is \(isPartial ? "partly " : "")regulated in \(jurisdiction)"
    var best: (share: Double, done: Int, way: [String])?
    for way in ways {
      let count = way.count(where: done.contains)
      let share = Self.share(count, of: way.count)
      if share > best?.share ?? -1 { best = (share, count, way) }
    }
    guard let best else { return MatchFactor(unknown: "\(what), the steps are not known") }
    return MatchFactor(
      isPartial ? (1 + best.share) / 2 : best.share,
      "\(what), \(best.done) of \(best.way.count) steps done",
      missing: best.way.filter { !done.contains($0) })
  }
}

extension CredentialCatalogue {
  /// The route of an occupation to a licence in a province on a day.
  ///
  /// - Parameters:
  ///   - occupation: The occupation; `nil` for one that is not described.
  ///   - jurisdiction: The province or territory.
  ///   - day: The day that rules are looked up for.
  /// - Returns: The route, whose ways end with the licence: the work permit is not part of them.
  public func licenceRoute(
    of occupation: CredentialOccupation?, in jurisdiction: String, on day: CalendarDate
  ) -> LicenceRoute {
    guard let occupation else {
      return LicenceRoute(
        occupation: nil, jurisdiction: jurisdiction, regulated: .unknown, ways: [])
    }
    let answer = regulation(of: occupation.id, in: jurisdiction, on: day)
    let plan = plan(for: occupation.id, in: jurisdiction, on: day)
    let asked = Set(plan.asked.map(\.id))
    let ways = plan.recognition.map { pathway in
      // The papers that this way builds on, which need not be those of another.
      var papers: Set<String> = []
      var open = pathway.steps.flatMap(\.dependencies.all)
      while let id = open.popLast() {
        guard plan.foundations.contains(id), asked.contains(id), papers.insert(id).inserted else {
          continue
        }
        open += steps[id]?.dependencies.all ?? []
      }
      return papers.sorted() + pathway.steps.map(\.id).filter(asked.contains)
    }
    return LicenceRoute(
      occupation: occupation.id, jurisdiction: jurisdiction, regulated: answer.regulated,
      ways: ways.filter { !$0.isEmpty })
  }
}
