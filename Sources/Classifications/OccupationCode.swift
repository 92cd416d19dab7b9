/// A code together with the classification that gives it its meaning, such as `noc2016:3012`.
///
/// Two codes are equal only if their classifications are: `sinco2011:2431` and `isco08:2431` have
/// nothing to do with each other.
public struct OccupationCode: Hashable, Sendable {
  /// The classification the code belongs to.
  public let classification: ClassificationID

  /// The code, as text: leading zeros matter.
  public let code: String

  /// Creates a code of a classification; whether the classification has it is not checked.
  public init(_ classification: ClassificationID, _ code: String) {
    self.classification = classification
    self.code = code
  }

  /// Reads a CURIE such as `noc2016:3012`, or returns `nil` if the text is not one.
  ///
  /// The prefix may be written in capitals (`NOC2016:3012`).
  public init?(curie: String) {
    guard let colon = curie.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let code = curie[curie.utf8.index(after: colon)...]
    guard let classification = ClassificationID(rawValue: curie[..<colon].lowercased()),
      !code.isEmpty
    else { return nil }
    self.init(classification, String(code))
  }
}

extension OccupationCode: Comparable {
  /// Orders by classification, then by code.
  public static func < (left: Self, right: Self) -> Bool {
    (left.classification.rawValue, left.code) < (right.classification.rawValue, right.code)
  }
}

extension OccupationCode: CustomStringConvertible {
  /// The CURIE.
  public var description: String { "\(classification):\(code)" }
}
