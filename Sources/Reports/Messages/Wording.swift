public import Classifications
public import Diagnostics
import Rendering

/// Says things in one language: messages, numbers, days, amounts of money.
///
/// Nothing depends on the locale data of the machine. English and Spanish write numbers as Canada and Mexico do
/// (`1,234.5`), French as Canada does (`1 234,5`); codes of currencies stand before the amount in English and behind it
/// in Spanish and French.
public struct Wording: Hashable, Sendable {
  /// The language.
  public let language: Language

  private static let space = "\u{A0}"

  /// Creates the wording of a language.
  public init(_ language: Language) { self.language = language }

  /// A message with its places filled in, in order.
  ///
  /// - Parameters:
  ///   - message: Which one, such as `\.common.sources`.
  ///   - values: What stands for `{1}`, `{2}` and so on.
  /// - Returns: The words.
  public func say(_ message: KeyPath<Messages, Message>, _ values: String...) -> String {
    fill(Messages.table[keyPath: message].forms(in: language).other, values)
  }

  /// A message in the form for a count, which stands for `{1}`.
  ///
  /// - Parameters:
  ///   - message: Which one.
  ///   - count: The count.
  ///   - values: What stands for `{2}` and so on.
  /// - Returns: The words.
  public func say(
    _ message: KeyPath<Messages, Message>, count: Int, _ values: String...
  ) -> String {
    let forms = Messages.table[keyPath: message].forms(in: language)
    let isOne = count == 1 || count == 0 && language == .fr
    let form = isOne ? forms.one ?? forms.other : forms.other
    return fill(form, [self.count(count)] + values)
  }

  private func fill(_ form: String, _ values: [String]) -> String {
    guard form.utf8.contains(UInt8(ascii: "{")) else { return form }
    // In one pass, so that what is put in is never taken for a place.
    var result = ""
    var rest = Substring(form)
    while let open = rest.firstIndex(of: "{"),
      let close = rest[open...].firstIndex(of: "}"),
      let number = Int(rest[rest.index(after: open)..<close])
    {
      precondition(values.indices.contains(number - 1), "nothing for {\(number)} in '\(form)'")
      result += rest[..<open] + values[number - 1]
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// A whole number, its digits in groups of three.
  public func count(_ count: Int) -> String { grouped("\(count)") }

  /// A number with a fixed count of decimals, 0...9, rounded half away from zero.
  public func number(_ number: Double, decimals: Int) -> String {
    grouped(fixed(number, decimals: decimals))
  }

  /// A share of 1 in percent.
  public func share(_ share: Double) -> String {
    number(share * 100, decimals: 0) + (language == .en ? "%" : "\(Self.space)%")
  }

  /// An amount of money, with cents where there are some.
  public func money(_ amount: Double, currency: String) -> String {
    let isWhole = amount.rounded() == amount
    let digits = number(amount, decimals: isWhole ? 0 : 2)
    return language == .en ? currency + Self.space + digits : digits + Self.space + currency
  }

  /// A day in words, such as `November 28, 2026`.
  public func day(_ day: CalendarDate) -> String {
    let month = Self.months(language)[day.month - 1]
    return switch language {
    case .en: "\(month) \(day.day), \(day.year)"
    case .es: "\(day.day) de \(month) de \(day.year)"
    case .fr: "\(day.day == 1 ? "1er" : "\(day.day)") \(month) \(day.year)"
    }
  }

  /// Texts as a list in a sentence, such as `a, b and c`.
  public func list(_ items: [String]) -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    let and =
      switch language {
      case .en: "and"
      // The conjunction before the sound of i.
      case .es: last.lowercased().hasPrefix("i") || last.lowercased().hasPrefix("hi") ? "e" : "y"
      case .fr: "et"
      }
    return "\(items.dropLast().joined(separator: ", ")) \(and) \(last)"
  }

  /// An official title as this language shows it: marked with its language where that is another one.
  ///
  /// - Parameters:
  ///   - title: The title, as it is published.
  ///   - language: The language that it is in.
  /// - Returns: The phrase.
  public func official(_ title: String, in language: Language) -> Phrase {
    language == self.language
      ? Phrase(title) : Phrase("\(title) [\(language.rawValue)]", in: language)
  }

  /// The best of the official titles that there are: the one in this language, else in the first of English,
  /// Spanish and French.
  public func official(_ titles: [Language: String]) -> Phrase? {
    for choice in [language, .en, .es, .fr] {
      if let title = titles[choice], !title.isEmpty { return official(title, in: choice) }
    }
    return nil
  }

  /// The text of a cell.
  public func text(_ cell: Cell) -> String {
    switch cell {
    case .text(let phrases): phrases.map(\.text).joined()
    case .code(let code): code.text
    case .count(let count): self.count(count)
    case .number(let number, let decimals): self.number(number, decimals: decimals)
    case .share(let share): self.share(share)
    case .money(let amount, let currency): money(amount, currency: currency.text)
    case .day(let day): day.description
    case .state(let words, let tone):
      tone.sign.isEmpty ? words.text : "\(tone.sign)\(Self.space)\(words.text)"
    case .unknown: say(\.common.unknown)
    case .suppressed: say(\.common.suppressed)
    case .blank: ""
    }
  }

  /// Numbers of sources as readers see them: `[1][3–7]`.
  func marks(_ cites: [Int]) -> String {
    Self.ranges(cites).map {
      $0.count == 1 ? "[\($0.lowerBound)]" : "[\($0.lowerBound)–\($0.upperBound)]"
    }
    .joined()
  }

  /// Numbers of sources with three or more that follow one another taken together.
  static func ranges(_ cites: [Int]) -> [ClosedRange<Int>] {
    var result: [ClosedRange<Int>] = []
    for number in Set(cites).sorted() {
      if let last = result.last, last.upperBound + 1 == number {
        result[result.count - 1] = last.lowerBound...number
      } else {
        result.append(number...number)
      }
    }
    return result.flatMap { $0.count == 2 ? $0.map { $0...$0 } : [$0] }
  }

  /// How sure a source is.
  public func confidence(_ confidence: ReportSource.Confidence) -> String {
    switch confidence {
    case .high: say(\.common.confidenceHigh)
    case .medium: say(\.common.confidenceMedium)
    case .low: say(\.common.confidenceLow)
    case .generalKnowledge: say(\.common.confidenceGeneral)
    case .unstated: say(\.common.confidenceUnstated)
    }
  }

  private func grouped(_ digits: String) -> String {
    let negative = digits.hasPrefix("-")
    let parts = digits.drop { $0 == "-" }.split(separator: ".")
    guard let whole = parts.first, whole.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return digits
    }
    var groups: [Substring] = []
    var rest = whole
    while rest.count > 3 {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    groups.insert(rest, at: 0)
    let joined = groups.joined(separator: language == .fr ? Self.space : ",")
    let decimals = parts.count > 1 ? (language == .fr ? "," : ".") + parts[1] : ""
    return (negative ? "\u{2212}" : "") + joined + decimals
  }

  private static func months(_ language: Language) -> [String] {
    switch language {
    case .en:
      [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
      ]
    case .es:
      [
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
        "octubre", "noviembre", "diciembre",
      ]
    case .fr:
      [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
        "octobre", "novembre", "décembre",
      ]
    }
  }
}
