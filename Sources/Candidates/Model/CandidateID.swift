/// Names a candidate without saying anything of the person: random, or the row of a file.
///
/// A random one has 50 bits, written as ten digits and letters of Crockford's alphabet
/// (<https://www.crockford.com/base32.html>): `C-7K2M9QXD4T`. A row of a file that has not been imported is
/// called by its line: `R-12`.
public struct CandidateID: Hashable, Sendable {
  /// The text, such as `C-7K2M9QXD4T`.
  public let text: String

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
  private static let length = 10

  /// Reads an identifier, or returns `nil` if the text is none; letters may be small.
  public init?(_ text: String) {
    let upper = text.uppercased()
    let rest = upper.dropFirst(2)
    if upper.hasPrefix("C-"), rest.count == Self.length, rest.allSatisfy(Self.alphabet.contains) {
      self.text = upper
    } else if upper.hasPrefix("R-"), let row = Int(rest), row > 0, String(row) == rest {
      self.text = upper
    } else {
      return nil
    }
  }

  /// The candidate of a row, by its line.
  public init(row: Int) { text = "R-\(row)" }

  /// A random identifier.
  public init(using random: inout some RandomNumberGenerator) {
    var bits = random.next()
    var text = "C-"
    for _ in 0..<Self.length {
      text.append(Self.alphabet[Int(bits & 31)])
      bits >>= 5
    }
    self.text = text
  }

  /// Whether it is that of a row of a file.
  public var isRow: Bool { text.hasPrefix("R-") }
}

extension CandidateID: Comparable {
  /// Orders by text; rows by number.
  public static func < (left: Self, right: Self) -> Bool {
    (left.text.count, left.text) < (right.text.count, right.text)
  }
}

extension CandidateID: CustomStringConvertible {
  /// The text.
  public var description: String { text }
}
