public import Classifications

/// Work that a candidate has done.
public struct Experience: Hashable, Sendable {
  /// Where work is done, of a closed list.
  public enum Setting: String, Hashable, Sendable, CaseIterable {
    case hospital
    case clinic
    case laboratory
    case pharmacy
    case longTermCare = "long_term_care"
    case homeCare = "home_care"
    case community
    case school
    case office
    case industry
    case construction
    case workshop
    case farm
    case hospitality
    case transport
    case commerce
    case own = "own_business"
    case other
  }

  /// The occupation; `nil` where it is not known.
  public var code: OccupationCode?
  /// How many months, counted full time; `nil` where it is not known.
  public var months: Int?
  /// The last year in which it was done; `nil` where it is not known.
  public var lastYear: Int?
  /// Where; `nil` where it is not known.
  public var setting: Setting?

  /// Creates experience.
  public init(
    code: OccupationCode? = nil, months: Int? = nil, lastYear: Int? = nil, setting: Setting? = nil
  ) {
    self.code = code
    self.months = months
    self.lastYear = lastYear
    self.setting = setting
  }

  /// Whether nothing is said.
  var isEmpty: Bool { code == nil && months == nil && lastYear == nil && setting == nil }
}
