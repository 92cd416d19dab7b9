/// Writes CSV text, into memory.
///
/// ```swift
/// var writer = CSVWriter()
/// writer.write(["code", "title"])
/// writer.write(["2511", "Systems analysts, and others"])
/// String(decoding: writer.bytes, as: UTF8.self)  // code,title⏎2511,"Systems analysts, and others"⏎
/// ```
///
/// What it writes, ``CSVReader`` reads back as it was, also with the delimiter detected, unless
/// formulas are guarded against or a text has a NUL in it.
public struct CSVWriter: Sendable {
  /// How CSV text is written.
  public struct Style: Hashable, Sendable {
    /// What separates the fields of a record.
    public enum Delimiter: Hashable, Sendable {
      /// A comma.
      case comma
      /// A semicolon, as spreadsheets expect where the comma is the decimal sign.
      case semicolon
      /// A tab.
      case tab
    }

    /// What ends a record.
    public enum LineEnding: Hashable, Sendable {
      /// A line feed.
      case lf
      /// A carriage return and a line feed.
      case crlf
    }

    /// What separates the fields of a record.
    public var delimiter: Delimiter

    /// What ends a record.
    public var lineEnding: LineEnding

    /// Whether a field that a spreadsheet could take for a formula gets an apostrophe before it.
    ///
    /// These are the fields that begin with `=`, `+`, `-`, `@`, a tab, a carriage return or a line
    /// feed, or with one of the four signs in full width, as OWASP recommends against *CSV
    /// injection*. Plain numbers such as `-5` or `+3.2` stay as they are. The apostrophe becomes a
    /// part of the text: what is written so is for spreadsheets, not for reading back.
    public var guardsFormulas: Bool

    /// Whether the text begins with a byte-order mark, by which spreadsheets know UTF-8.
    public var startsWithByteOrderMark: Bool

    /// Creates a style; without arguments, commas and line feeds and nothing for spreadsheets.
    public init(
      delimiter: Delimiter = .comma,
      lineEnding: LineEnding = .lf,
      guardsFormulas: Bool = false,
      startsWithByteOrderMark: Bool = false
    ) {
      self.delimiter = delimiter
      self.lineEnding = lineEnding
      self.guardsFormulas = guardsFormulas
      self.startsWithByteOrderMark = startsWithByteOrderMark
    }
  }

  /// The text so far, in UTF-8.
  public private(set) var bytes: [UInt8]

  private let style: Style
  private let delimiter: UInt8
  private var isFirst = true

  /// Begins a text.
  public init(style: Style = Style()) {
    self.style = style
    self.delimiter =
      switch style.delimiter {
      case .comma: UInt8(ascii: ",")
      case .semicolon: UInt8(ascii: ";")
      case .tab: UInt8(ascii: "\t")
      }
    self.bytes = style.startsWithByteOrderMark ? [0xEF, 0xBB, 0xBF] : []
  }

  /// Writes one record.
  ///
  /// - Parameter fields: The fields, at least one.
  /// - Complexity: O(*n*), where *n* is the length of the fields together.
  public mutating func write(_ fields: [String]) {
    precondition(!fields.isEmpty, "a record without fields cannot be written")
    // The reader detects the delimiter in the first record, and must not find another one there;
    // in a table of one column there is none, so that the first that occurs would do.
    let quotesEachDelimiter = isFirst || fields.count == 1
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(delimiter) }
      let text = style.guardsFormulas && FormulaGuard.isNeeded(for: field) ? "'\(field)" : field
      // Alone in its line, an empty field would be a blank line; and a mark would be skipped.
      let needsQuotes =
        fields.count == 1 && text.isEmpty
        || isFirst && index == 0 && text.unicodeScalars.first == "\u{FEFF}"
        || Self.needsQuotes(text, delimiter: quotesEachDelimiter ? nil : delimiter)
      write(text, inQuotes: needsQuotes)
    }
    if style.lineEnding == .crlf { bytes.append(UInt8(ascii: "\r")) }
    bytes.append(UInt8(ascii: "\n"))
    isFirst = false
  }

  private mutating func write(_ text: String, inQuotes: Bool) {
    guard inQuotes else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    let quote = UInt8(ascii: "\"")
    bytes.append(quote)
    for byte in text.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  /// Whether a text has a delimiter, quote or line ending in it, or blanks around it, which other
  /// programs drop.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - delimiter: The delimiter, or `nil` for any of the three.
  /// - Returns: Whether it has.
  private static func needsQuotes(_ text: String, delimiter: UInt8?) -> Bool {
    func isBlank(_ byte: UInt8?) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    let bytes = text.utf8
    if isBlank(bytes.first) || isBlank(bytes.last) { return true }
    return bytes.contains { byte in
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"):
        delimiter == nil || byte == delimiter
      default: false
      }
    }
  }
}

/// Tells what a spreadsheet could take for a formula.
private enum FormulaGuard {
  static func isNeeded(for text: String) -> Bool {
    switch text.unicodeScalars.first {
    case "=", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    case "+", "-": !isNumber(text.utf8.dropFirst())
    default: false
    }
  }

  /// Whether bytes are digits, of which a point or comma may separate decimals.
  private static func isNumber(_ text: Substring.UTF8View) -> Bool {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",")
    }
    return parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    }
  }
}
