import FactTables

/// A way to recognition: an ordered number of steps.
public struct Pathway: Hashable, Sendable {
  /// What part of the whole way it is.
  public enum Stage: String, Hashable, Sendable, CaseIterable {
    /// Papers from Mexico, which the others build on.
    case documents
    /// Recognition in Canada.
    case recognition
    /// A work permit and entry.
    case entry
  }

  /// A name for it.
  public let id: String
  /// The occupation; `ALL` for every one.
  public let occupation: String
  /// Where; `ALL` for all of Canada.
  public let jurisdictions: [String]
  /// What part of the whole way it is.
  public let stage: Stage
  /// What it leads to.
  public let title: String
  /// Its steps, in their order.
  public internal(set) var steps: [Step] = []
  /// Where the row is from.
  public let source: FactSource

  init(_ row: FactRow) {
    id = row["id"]
    occupation = row["occupation_id"]
    jurisdictions = row.list("jurisdictions")
    stage = Stage(rawValue: row["stage"]) ?? .recognition
    title = row["title"]
    source = FactSource(row)
  }
}

/// A step of a way.
public struct Step: Hashable, Sendable {
  /// Whether everybody takes it.
  public enum Condition: String, Hashable, Sendable {
    /// Everybody does.
    case always
    /// Only where gaps were found.
    case ifRequired = "if_required"
    /// Only where somebody asks for it.
    case ifAsked = "if_asked"
  }

  /// Whether it can be done from Mexico.
  public enum FromMexico: String, Hashable, Sendable, CaseIterable {
    case yes
    case partly
    case no
  }

  /// What a step costs.
  public struct Fee: Hashable, Sendable {
    /// The fee in the words of the source.
    public let printed: String
    /// From the lowest to the highest; `nil` where it varies.
    public let amount: ClosedRange<Double>?
    /// The currency of ISO 4217.
    public let currency: String
    /// What has to be known of it.
    public let note: String?
  }

  /// How long a step takes.
  public struct Duration: Hashable, Sendable {
    /// The time in the words of the source.
    public let printed: String
    /// From the shortest to the longest, in the unit; `nil` where no number is given.
    public let amount: ClosedRange<Double>?
    /// `days`, `business_days`, `weeks` or `months`.
    public let unit: String?
    /// `standard` (promised), `observed`, `rule` or `window` (a limit that is no duration).
    public let basis: String?
    /// What has to be known of it.
    public let note: String?
    /// Whether the source gives the shortest time.
    public let hasShortest: Bool
    /// Whether the source gives the longest time.
    public let hasLongest: Bool

    /// The same in days of the calendar; `nil` where no number is given or it is no duration.
    ///
    /// A business day counts as 7/5 days, a month as 365.25/12.
    public var days: ClosedRange<Double>? {
      guard let amount, basis != "window" else { return nil }
      return (amount.lowerBound * factor)...(amount.upperBound * factor)
    }

    /// The shortest time in days; `nil` where it is not given, or it is no duration.
    public var shortestDays: Double? { hasShortest ? days?.lowerBound : nil }

    /// The longest time in days; `nil` where it is not given, or it is no duration.
    public var longestDays: Double? { hasLongest ? days?.upperBound : nil }

    private var factor: Double {
      switch unit {
      case "business_days": 1.4
      case "weeks": 7.0
      case "months": 365.25 / 12
      default: 1.0
      }
    }
  }

  /// A name for it.
  public let id: String
  /// The way it is of.
  public let pathway: String
  /// Its number there, from 1.
  public let number: Int
  /// What is done.
  public let title: String
  /// Who decides or issues, in words.
  public let actor: String
  /// The bodies among those.
  public let bodies: [String]
  /// What kind of step it is, such as `exam` or `licence`.
  public let kind: String
  /// Whether everybody takes it.
  public let condition: Condition
  /// What has to be done before it.
  public let dependencies: StepDependencies
  /// Whether it can be done from Mexico.
  public let fromMexico: FromMexico
  /// What it costs; `nil` where that is not known.
  public let fee: Fee?
  /// How long it takes; `nil` where that is not known.
  public let duration: Duration?
  /// What comes out of it.
  public let evidence: [String]
  /// A remark.
  public let note: String?
  /// Where the row is from.
  public let source: FactSource

  init(_ row: FactRow) {
    id = row["id"]
    pathway = row["pathway_id"]
    number = Int(row["seq"]) ?? 0
    title = row["title"]
    actor = row["actor"]
    bodies = row.list("body_ids")
    kind = row["kind"]
    condition = Condition(rawValue: row["condition"]) ?? .always
    dependencies = StepDependencies(row["depends_on"])
    fromMexico = FromMexico(rawValue: row["from_mexico"]) ?? .no
    fee = row.text("fee").map {
      Fee(
        printed: $0, amount: range(row["fee_min"], row["fee_max"]), currency: row["currency"],
        note: row.text("fee_note"))
    }
    duration = row.text("duration").map {
      Duration(
        printed: $0, amount: range(row["duration_min"], row["duration_max"]),
        unit: row.text("duration_unit"), basis: row.text("duration_basis"),
        note: row.text("duration_note"), hasShortest: !row["duration_min"].isEmpty,
        hasLongest: !row["duration_max"].isEmpty)
    }
    evidence = row["evidence"].split(separator: "; ").map(String.init)
    note = row.text("note")
    source = FactSource(row)
  }
}

/// The steps that have to be done before another: all of several groups, of each of which one is enough.
public struct StepDependencies: Hashable, Sendable {
  /// The groups; of each, one step is enough.
  ///
  /// There is none where nothing has to be done before.
  public let groups: [[String]]

  /// Reads `A;B or C`: A, and one of B and C.
  public init(_ text: String) {
    groups = text.split(separator: ";").map { group in
      group.components(separatedBy: " or ")
    }
  }

  /// Every step that is named, each once, in order.
  public var all: [String] {
    var known: Set<String> = []
    return groups.flatMap { $0 }.filter { known.insert($0).inserted }
  }
}

extension Substring {
  /// The parts between a separator, without blanks around them.
  fileprivate func components(separatedBy separator: String) -> [String] {
    var parts: [String] = []
    var rest = self
    while let place = rest.firstRange(of: separator) {
      parts.append(String(rest[..<place.lowerBound]))
      rest = rest[place.upperBound...]
    }
    return (parts + [String(rest)]).map { $0.filter { $0 != " " } }.filter { !$0.isEmpty }
  }
}
