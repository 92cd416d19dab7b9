import Diagnostics

/// What may stand in a cell of a table of facts.
public enum CellKind: Hashable, Sendable {
  /// Any text.
  case text
  /// A name for the row: letters, digits, `-` and `.`.
  case identifier
  /// Such names with semicolons between.
  case identifiers
  /// One of several words.
  case choice([String])
  /// Some of several words, with semicolons between.
  case choices([String])
  /// A day such as `2017-10-20`.
  case day
  /// A year, a month or a day: `2017`, `2017-10`, `2017-10-20`.
  case partialDate
  /// A day that may be known within bounds only; see ``UncertainDay``.
  case uncertainDay
  /// A whole number from 1 on.
  case count
  /// A number that is not negative.
  case number
  /// Lines of a report, such as `21;285-291`.
  case lines

  /// Whether a cell has several values with semicolons between.
  public var isList: Bool {
    switch self {
    case .identifiers, .choices: true
    default: false
    }
  }

  /// What to write instead of a text that may not stand in such a cell; nothing if it may.
  func expectation(of value: String) -> String? {
    switch self {
    case .text: nil
    case .identifier:
      Self.isName(value) ? nil : "use letters, digits, '-' and '.' only"
    case .identifiers:
      Self.parts(value).allSatisfy(Self.isName)
        ? nil : "use names of letters, digits, '-' and '.', with ';' between"
    case .choice(let words):
      words.contains(value) ? nil : "use one of \(words.joined(separator: ", "))"
    case .choices(let words):
      Self.parts(value).allSatisfy(words.contains)
        ? nil : "use some of \(words.joined(separator: ", ")), with ';' between"
    case .day:
      CalendarDate(value) != nil ? nil : "write a day of the calendar such as 2017-10-20"
    case .partialDate:
      UncertainDay(partial: value) != nil
        ? nil : "write a year, a month or a day such as 2017, 2017-10 or 2017-10-20"
    case .uncertainDay:
      UncertainDay(value) != nil
        ? nil : "write 2017, 2017-10, 2017-10-20, or bounds such as [2017-10-20..2018-01-31]"
    case .count:
      (Int(value) ?? 0) > 0 ? nil : "write a whole number from 1 on"
    case .number:
      Self.isNumber(value)
        ? nil : "write a number with digits and a point only, such as 351869 or 2.5"
    case .lines:
      ReportLines(value) != nil ? nil : "write lines of the report such as 21 or 21;285-291"
    }
  }

  private static func isName(_ value: String) -> Bool {
    !value.isEmpty
      && value.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || (0x30...0x39).contains($0.value))
          || $0 == "-" || $0 == "."
      }
  }

  private static func isNumber(_ value: String) -> Bool {
    guard let number = Double(value), number.isFinite, number >= 0 else { return false }
    return value.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
  }

  /// The values of a cell with semicolons between.
  static func parts(_ value: String) -> [String] {
    value.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
  }
}
