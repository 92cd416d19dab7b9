public import Diagnostics

/// A day that is known exactly, or to be within bounds.
///
/// It is written in the notation of ISO 8601-2 (EDTF): `2026-04-15` is a day, `2023` and `2021-04` some day of the
/// year or month, `[2018-01-01..2026-11-01]` some day of those, `[2026-04-01..]` one that has not come or may never.
public struct UncertainDay: Hashable, Sendable {
  /// The first day it can be; `nil` if it can be any day before ``latest``.
  public let earliest: CalendarDate?
  /// The last day it can be; `nil` if it can be any day after ``earliest``.
  public let latest: CalendarDate?

  /// Creates a day within bounds; `nil` if they are reversed or neither is known.
  public init?(earliest: CalendarDate?, latest: CalendarDate?) {
    if let earliest, let latest, earliest > latest { return nil }
    if earliest == nil, latest == nil { return nil }
    self.earliest = earliest
    self.latest = latest
  }

  /// Reads a day, or returns `nil` if the text is none.
  public init?(_ text: String) {
    guard text.hasPrefix("["), text.hasSuffix("]") else {
      self.init(partial: text)
      return
    }
    let inner = String(text.dropFirst().dropLast())
    guard let dots = inner.firstRange(of: "..") else { return nil }
    let (first, last) = (inner[..<dots.lowerBound], inner[dots.upperBound...])
    let earliest = first.isEmpty ? nil : CalendarDate(String(first))
    let latest = last.isEmpty ? nil : CalendarDate(String(last))
    guard first.isEmpty || earliest != nil, last.isEmpty || latest != nil else { return nil }
    self.init(earliest: earliest, latest: latest)
  }

  /// Reads a year, a month or a day, or returns `nil` if the text is none.
  public init?(partial text: String) {
    if let day = CalendarDate(text) {
      self.init(earliest: day, latest: day)
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4] || parts.map(\.utf8.count) == [4, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    let (first, last) = parts.count == 2 ? (text, text) : ("\(text)-01", "\(text)-12")
    guard let earliest = CalendarDate("\(first)-01") else { return nil }
    let latest = (28...31).reversed().lazy.compactMap { CalendarDate("\(last)-\($0)") }.first
    self.init(earliest: earliest, latest: latest)
  }

  /// The day, if it is known exactly.
  public var exact: CalendarDate? { earliest == latest ? earliest : nil }
}

extension UncertainDay: CustomStringConvertible {
  /// The form it is read from, the shortest there is.
  public var description: String {
    guard let earliest, let latest else {
      return "[\(earliest?.description ?? "")..\(latest?.description ?? "")]"
    }
    if earliest == latest { return earliest.description }
    let (year, month) = (String(earliest.description.prefix(4)), earliest.description.prefix(7))
    for partial in [year, String(month)] where Self(partial: partial) == self { return partial }
    return "[\(earliest)..\(latest)]"
  }

  /// The day in words: `2026-04-15`, `some day of 2023`, `between A and B`, `after A`, `before B`.
  public var words: String {
    let text = description
    guard text.hasPrefix("[") else { return exact == nil ? "in \(text)" : text }
    switch (earliest, latest) {
    case (let earliest?, let latest?): return "between \(earliest) and \(latest)"
    case (let earliest?, nil): return "not before \(earliest)"
    case (nil, let latest?): return "not after \(latest)"
    case (nil, nil): return "unknown"
    }
  }
}
