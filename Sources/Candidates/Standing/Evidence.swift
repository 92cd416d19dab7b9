public import Diagnostics

/// Something that shows what a candidate has, named by a digest and a hint: never the file itself.
public struct Evidence: Hashable, Sendable {
  /// What it is, of a closed list.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case degree
    case cedula
    case transcript
    case translation
    case apostille
    case evaluation
    case scoreReport = "score_report"
    case examResult = "exam_result"
    case letter
    case certificate
    case licence
    case employment
    case offer
    case permit
    case receipt
    case other
  }

  /// Its number among the candidate's, from 1.
  public var number: Int
  /// What it is.
  public var kind: Kind
  /// The step it is of; `nil` if it is of none.
  public var step: String?
  /// What it is called; a free text that is not shown by default.
  public var title: String?
  /// Who issued it; a free text that is not shown by default.
  public var issuer: String?
  /// When it was issued.
  public var issuedOn: CalendarDate?
  /// The last day on which it holds; `nil` where it is not known or has no end.
  public var expiresOn: CalendarDate?
  /// The SHA-256 digest of the file in hexadecimal digits.
  public var fileHash: String?
  /// Where the file is kept; a free text that is not shown by default.
  public var location: String?
  /// Who has seen it.
  public var verifiedBy: CandidateActor?
  /// When.
  public var verifiedOn: CalendarDate?

  /// Creates evidence.
  public init(_ number: Int, _ kind: Kind, step: String? = nil) {
    self.number = number
    self.kind = kind
    self.step = step
  }

  /// Whether it holds on a day: up to its last day.
  public func holds(on day: CalendarDate) -> Bool { expiresOn.map { day <= $0 } ?? true }

  /// Whether a text is the digest of a file.
  public static func isHash(_ text: String) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
