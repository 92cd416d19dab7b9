import Classifications
import Credentials
import Diagnostics

/// What each opening needs for its scores, by number.
struct CompiledOpenings: Sendable {
  struct Record {
    /// Its place among the openings by name.
    let rank: Int32
    let jurisdictionMask: UInt64
    /// The place of its languages in `CompiledSkills.demands`.
    let demand: Int
    /// The place of its factor in `PlacementIndex.streams`.
    let stream: Int
    /// The places of its routes in ``CompiledOpenings/routes``.
    let routes: Range<Int>
  }

  let records: [Record]
  /// Numbers in `PlacementIndex.routes`.
  let routes: [Int]
  let jurisdictions: [String: Int]

  init(_ openings: [Opening], _ groups: [[OccupationCode]], _ places: inout PlaceFacts) {
    var ranks = [Int32](repeating: 0, count: openings.count)
    let order = openings.indices.sorted {
      openings[$0].id != openings[$1].id ? openings[$0].id < openings[$1].id : $0 < $1
    }
    for (rank, opening) in order.enumerated() { ranks[opening] = Int32(rank) }
    var jurisdictions: [String: Int] = [:]
    var demands = Interner<LanguageDemand>()
    var records: [Record] = []
    var routes: [Int] = []
    for (number, opening) in openings.enumerated() {
      let place = jurisdictions[opening.jurisdiction] ?? jurisdictions.count
      jurisdictions[opening.jurisdiction] = place
      precondition(place < 64, "more jurisdictions than there are")
      let facts = places.facts(of: groups[number], in: opening.jurisdiction)
      records.append(
        Record(
          rank: ranks[number], jurisdictionMask: 1 << UInt64(place),
          demand: Int(demands.number(of: opening.languages)), stream: facts.stream,
          routes: routes.count..<routes.count + facts.routes.count))
      routes += facts.routes
    }
    self.records = records
    self.routes = routes
    self.jurisdictions = jurisdictions
  }
}

/// What the credentials say of groups in provinces, each looked up once.
struct PlaceFacts {
  struct Facts {
    let stream: Int
    let routes: [Int]
  }

  private struct Key: Hashable {
    let groups: [OccupationCode]
    let jurisdiction: String
  }

  let settings: [OccupationCode: OccupationSetting]
  let credentials: CredentialCatalogue
  let day: CalendarDate
  private(set) var routes = Interner<LicenceRoute>()
  private(set) var streams: [MatchFactor] = []
  private var known: [Key: Facts] = [:]

  init(
    settings: [OccupationCode: OccupationSetting], credentials: CredentialCatalogue,
    day: CalendarDate
  ) {
    self.settings = settings
    self.credentials = credentials
    self.day = day
  }

  mutating func facts(of groups: [OccupationCode], in jurisdiction: String) -> Facts {
    let key = Key(groups: groups, jurisdiction: jurisdiction)
    if let facts = known[key] { return facts }
    var numbers: [Int] = []
    var strictest: MatchFactor?
    for setting in groups.compactMap({ settings[$0] }) {
      let occupations: [CredentialOccupation?] =
        setting.occupations.isEmpty ? [nil] : setting.occupations
      for occupation in occupations {
        let route = credentials.licenceRoute(of: occupation, in: jurisdiction, on: day)
        let number = Int(routes.number(of: route))
        if !numbers.contains(number) { numbers.append(number) }
        let subject = StreamSubject(
          occupation: occupation, groups: setting.groups, teer: setting.teer,
          regulated: route.regulated)
        let factor = StreamAccess.factor(credentials.verdicts(for: subject))
        if factor.value < strictest?.value ?? 2 { strictest = factor }
      }
    }
    if numbers.isEmpty {
      numbers.append(
        Int(routes.number(of: credentials.licenceRoute(of: nil, in: jurisdiction, on: day))))
    }
    streams.append(strictest ?? MatchFactor(unknown: "its group is not known"))
    let facts = Facts(stream: streams.count - 1, routes: numbers)
    known[key] = facts
    return facts
  }
}

/// The steps that sets of them have done, as bits.
struct CompiledSteps: Sendable {
  private struct Way {
    let mask: [UInt64]
    let count: Int
  }

  private struct Route {
    /// The value where no step counts.
    let fixed: Double?
    let isPartial: Bool
    let ways: [Way]
  }

  private let width: Int
  private let masks: [UInt64]
  private let routes: [Route]

  init(_ routes: [LicenceRoute], _ sets: [[String]]) {
    var numbers: [String: Int] = [:]
    for step in routes.flatMap({ $0.ways.joined() }) where numbers[step] == nil {
      numbers[step] = numbers.count
    }
    let width = max(1, (numbers.count + 63) / 64)
    func mask(_ steps: [String]) -> [UInt64] {
      var mask = [UInt64](repeating: 0, count: width)
      for step in steps {
        if let number = numbers[step] { mask[number / 64] |= 1 << UInt64(number % 64) }
      }
      return mask
    }
    self.width = width
    masks = sets.flatMap(mask)
    self.routes = routes.map { route in
      let needsSteps = route.occupation != nil && [.yes, .partial].contains(route.regulated)
      return Route(
        fixed: needsSteps && !route.ways.isEmpty ? nil : route.readiness([]).value,
        isPartial: route.regulated == .partial,
        ways: route.ways.map { Way(mask: mask($0), count: $0.count) })
    }
  }

  /// The same number as `LicenceRoute.readiness` has.
  func value(_ set: Int32, _ route: Int) -> Double {
    if let fixed = routes[route].fixed { return fixed }
    var best = 0.0
    let start = Int(set) * width
    for way in routes[route].ways {
      var done = 0
      for word in 0..<width { done += (masks[start + word] & way.mask[word]).nonzeroBitCount }
      best = max(best, LicenceRoute.share(done, of: way.count))
    }
    return routes[route].isPartial ? (1 + best) / 2 : best
  }
}

/// What sets of skills and demands come to, as numbers.
struct CompiledSkills: Sendable {
  private struct Asked {
    let language: Int
    let benchmark: Double
  }

  private let width: Int
  /// The middle of each set's level in each language; -1 where it is not known.
  private let levels: [Double]
  private let demands: [(fixed: Double?, groups: [[Asked]])]

  init(_ all: [LanguageDemand], _ sets: [[KnownLanguage]]) {
    var distinct = Interner<LanguageDemand>()
    for demand in all { _ = distinct.number(of: demand) }
    var numbers: [String: Int] = [:]
    demands = distinct.values.map { demand in
      guard case .all(let groups) = demand else { return (demand.fit(of: []).value, []) }
      let compiled = groups.map { group in
        group.map { asked in
          let number = numbers[asked.language] ?? numbers.count
          numbers[asked.language] = number
          return Asked(language: number, benchmark: Double(asked.benchmark))
        }
      }
      return (nil, compiled)
    }
    let width = numbers.count
    var levels = [Double](repeating: -1, count: width * sets.count)
    for (set, skills) in sets.enumerated() {
      for skill in skills {
        guard let number = numbers[skill.language], let level = skill.level else { continue }
        levels[set * width + number] = level.middle
      }
    }
    self.width = width
    self.levels = levels
  }

  /// The same number as `LanguageDemand.fit` has.
  func value(_ set: Int32, _ demand: Int) -> Double {
    if let fixed = demands[demand].fixed { return fixed }
    let start = Int(set) * width
    var worst = 1.0
    for group in demands[demand].groups {
      var best = 0.0
      for asked in group {
        let level = levels[start + asked.language]
        let value =
          level < 0
          ? MatchFactor.unknownValue
          : max(0, 1 - max(0, asked.benchmark - level) / LanguageDemand.hopelessGap)
        best = max(best, value)
      }
      worst = min(worst, best)
    }
    return worst
  }
}
