/// One of the numbers that a match is the product of, with its reason.
public struct MatchFactor: Hashable, Sendable {
  /// The number, 0...1.
  public let value: Double
  /// Whether the data say it; where they do not, the number stands for what is not known.
  public let isKnown: Bool
  /// Why, in words.
  public let reason: String
  /// What is missing, in words; nothing if nothing is.
  public let missing: [String]

  /// What is not known counts for half: neither none nor all.
  public static let unknownValue = 0.5

  /// Creates a factor that the data say.
  init(_ value: Double, _ reason: String, missing: [String] = []) {
    self.value = value
    self.reason = reason
    self.missing = missing
    isKnown = true
  }

  /// Creates a factor that the data do not say.
  init(unknown reason: String, missing: [String] = []) {
    value = Self.unknownValue
    self.reason = reason
    self.missing = missing
    isKnown = false
  }
}
