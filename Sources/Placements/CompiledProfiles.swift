import Credentials

/// The steps that sets of them have done, as bits.
struct CompiledSteps: Sendable {
  private let width: Int
  /// The bits of each set, ``width`` words each.
  private let masks: [UInt64]
  /// The value of each route on which no step counts; -1 for the others.
  private let fixed: [Double]
  private let isPartial: [Bool]
  /// The ways of each route, by number.
  private let ways: [Range<Int>]
  /// The bits of each way, ``width`` words each.
  private let wayMasks: [UInt64]
  private let wayCounts: [Int]

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
    fixed = routes.map { route in
      let needsSteps = route.occupation != nil && [.yes, .partial].contains(route.regulated)
      return needsSteps && !route.ways.isEmpty ? -1 : route.readiness([]).value
    }
    isPartial = routes.map { $0.regulated == .partial }
    var count = 0
    ways = routes.map { route in
      count += route.ways.count
      return count - route.ways.count..<count
    }
    wayMasks = routes.flatMap { $0.ways.flatMap(mask) }
    wayCounts = routes.flatMap { $0.ways.map(\.count) }
  }

  /// The same number as `LicenceRoute.readiness` has.
  @inline(__always)
  func value(_ set: Int32, _ route: Int) -> Double {
    if fixed[route] >= 0 { return fixed[route] }
    var best = 0.0
    let start = Int(set) * width
    for way in ways[route] {
      var done = 0
      for word in 0..<width {
        done += (masks[start + word] & wayMasks[way * width + word]).nonzeroBitCount
      }
      best = max(best, LicenceRoute.share(done, of: wayCounts[way]))
    }
    return isPartial[route] ? (1 + best) / 2 : best
  }
}

/// What sets of skills and demands come to, as numbers.
struct CompiledSkills: Sendable {
  private let width: Int
  /// The middle of each set's level in each language; -1 where it is not known.
  private let levels: [Double]
  /// The value of each demand that no skill changes; -1 for the others.
  private let fixed: [Double]
  /// The groups of each demand, by number.
  private let groups: [Range<Int>]
  /// What each group asks for, by number.
  private let asked: [Range<Int>]
  private let languages: [Int]
  private let benchmarks: [Double]

  init(_ all: [LanguageDemand], _ sets: [[KnownLanguage]]) {
    var distinct = Interner<LanguageDemand>()
    for demand in all { _ = distinct.number(of: demand) }
    var numbers: [String: Int] = [:]
    var fixed: [Double] = []
    var groups: [Range<Int>] = []
    var asked: [Range<Int>] = []
    var languages: [Int] = []
    var benchmarks: [Double] = []
    for demand in distinct.values {
      guard case .all(let own) = demand else {
        fixed.append(demand.fit(of: []).value)
        groups.append(0..<0)
        continue
      }
      fixed.append(-1)
      groups.append(asked.count..<asked.count + own.count)
      for group in own {
        asked.append(languages.count..<languages.count + group.count)
        for one in group {
          let number = numbers[one.language] ?? numbers.count
          numbers[one.language] = number
          languages.append(number)
          benchmarks.append(Double(one.benchmark))
        }
      }
    }
    width = numbers.count
    var levels = [Double](repeating: -1, count: width * sets.count)
    for (set, skills) in sets.enumerated() {
      for skill in skills {
        guard let number = numbers[skill.language], let level = skill.level else { continue }
        levels[set * width + number] = level.middle
      }
    }
    self.levels = levels
    self.fixed = fixed
    self.groups = groups
    self.asked = asked
    self.languages = languages
    self.benchmarks = benchmarks
  }

  /// The same number as `LanguageDemand.fit` has.
  @inline(__always)
  func value(_ set: Int32, _ demand: Int) -> Double {
    if fixed[demand] >= 0 { return fixed[demand] }
    let start = Int(set) * width
    var worst = 1.0
    for group in groups[demand] {
      var best = 0.0
      for one in asked[group] {
        let level = levels[start + languages[one]]
        let value =
          level < 0
          ? MatchFactor.unknownValue
          : max(0, 1 - max(0, benchmarks[one] - level) / LanguageDemand.hopelessGap)
        best = max(best, value)
      }
      worst = min(worst, best)
    }
    return worst
  }
}
