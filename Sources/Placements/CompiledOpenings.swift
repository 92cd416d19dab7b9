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
