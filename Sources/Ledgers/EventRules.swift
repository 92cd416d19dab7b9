/// Why a text or a name cannot be a part of an event.
public struct EventFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The field, such as `comment`.
  public let field: String
  /// What is wrong, without a full stop.
  public let problem: String

  /// Creates a fault.
  public init(field: String, problem: String) {
    self.field = field
    self.problem = problem
  }

  /// The message; it does not repeat the text.
  public var description: String { "the \(field) \(problem)" }
}

/// What the fields of events may hold, so that an event can be shown and exchanged without harm.
public enum EventRules {
  /// The most bytes of one text.
  public static let maximumTextLength = 16_000
  /// The most bytes of all texts of an event together.
  public static let maximumLength = 64_000
  /// The most fields of a body.
  public static let maximumFields = 32

  /// Checks a free text: its length, and that it has no control characters but tabs and new lines.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - field: Its name for the message.
  /// - Throws: ``EventFault``.
  public static func check(_ text: String, field: String) throws(EventFault) {
    guard text.utf8.count <= maximumTextLength else {
      throw EventFault(
        field: field,
        problem: "has \(text.utf8.count) bytes, where \(maximumTextLength) are the most")
    }
    for (index, scalar) in text.unicodeScalars.enumerated() {
      switch scalar.value {
      case 0x09, 0x0A: continue
      case 0..<0x20, 0x7F..<0xA0:
        let code = String(scalar.value, radix: 16, uppercase: true)
        let digits = String(repeating: "0", count: max(0, 4 - code.count)) + code
        throw EventFault(
          field: field, problem: "has a control character, U+\(digits), at place \(index + 1)")
      default: continue
      }
    }
  }

  static func check(
    _ draft: EventDraft, stream: String, parents: [EventID]
  ) throws(EventFault) {
    guard isName(draft.kind) else { throw EventFault(field: "kind", problem: "is not a name") }
    let parts = stream.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, isName(String(parts[0])), isIdentifier(String(parts[1])) else {
      throw EventFault(field: "stream", problem: "is not of the form 'kind/identifier'")
    }
    guard parents.count <= 64, Set(parents).count == parents.count else {
      throw EventFault(field: "list of parents", problem: "is too long or names one twice")
    }
    try check(draft.role, field: "role")
    guard draft.role.utf8.count <= 80, !draft.role.contains("\n") else {
      throw EventFault(field: "role", problem: "has more than 80 bytes or a line break")
    }
    guard draft.body.count <= maximumFields else {
      throw EventFault(field: "body", problem: "has more than \(maximumFields) fields")
    }
    var total = 0
    for (name, value) in draft.body.sorted(by: { $0.key < $1.key }) {
      guard isName(name), !value.isEmpty else {
        throw EventFault(field: "body", problem: "has a field without a proper name or a value")
      }
      try check(value, field: name)
      total += value.utf8.count
    }
    guard total <= maximumLength else {
      throw EventFault(
        field: "body", problem: "has \(total) bytes, where \(maximumLength) are the most")
    }
  }

  /// Whether a text is a name: lower-case ASCII letters, digits and `_`, at most 40.
  static func isName(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, (0x61...0x7A).contains(first), bytes.count <= 40 else {
      return false
    }
    return bytes.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
    }
  }

  /// Whether a text can identify the subject of a stream: ASCII letters, digits, `.`, `_` and `-`, not
  /// beginning with a sign, at most 80.
  public static func isIdentifier(_ text: String) -> Bool {
    let bytes = text.utf8
    func isPlain(_ byte: UInt8) -> Bool {
      (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
    }
    guard let first = bytes.first, isPlain(first), bytes.count <= 80 else { return false }
    return bytes.allSatisfy { isPlain($0) || $0 == 0x2E || $0 == 0x5F || $0 == 0x2D }
  }
}
