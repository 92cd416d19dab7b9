/// A code and a title as somebody wrote them in a cell.
public struct PrintedCode: Hashable, Sendable {
  /// What stands before the code and says its classification, as printed: `noc2016` or `NOC 2016`;
  /// empty if there is nothing.
  public let prefix: String
  /// The code as printed; empty if the cell has a title alone.
  public let code: String
  /// The title as printed; empty if the cell has a code alone.
  public let title: String

  /// Creates a printed code.
  public init(prefix: String = "", code: String, title: String) {
    self.prefix = prefix
    self.code = code
    self.title = title
  }

  /// The code with what says its classification, for messages.
  var label: String { prefix.isEmpty ? code : "\(prefix):\(code)" }

  /// Takes a cell apart that may hold several codes with their titles.
  ///
  /// `2821 Auxiliares en enfermería/ 2811 Enfermeras (técnicas)` holds two. A slash, semicolon, bar
  /// or new line begins another code only where a code follows it, so that a slash inside a title stays;
  /// a comma, a plus sign or a word for "and" only where a code follows that is as long as the one before.
  /// A code may follow its title in parentheses, and may be printed as a number: `3,012` or `3012.0`.
  ///
  /// - Parameter cell: The cell as printed.
  /// - Returns: The codes with their titles, in order; empty for a blank cell.
  public static func all(in cell: String) -> [PrintedCode] {
    PrintedCell(cell).parts.flatMap { part -> [PrintedCode] in
      guard let first = one(in: part) else { return [] }
      return [first] + first.codesInTitle
    }.map(\.withoutCodesInTitle)
  }

  /// Reads a part of a cell that holds one code and its title; nothing if it is blank.
  private static func one(in part: Substring) -> PrintedCode? {
    // A spreadsheet shows an apostrophe before text that looks like a number.
    let text = trimmed(part).drop { $0 == "'" || $0 == "’" || $0 == "#" }
    guard !text.isEmpty else { return nil }
    if let found = PrintedCell.leadingCode(of: text) {
      let title = trimmed(text[found.code.endIndex...].drop { " \t)]-–—:._".contains($0) })
      return PrintedCode(
        prefix: String(found.prefix), code: String(found.code), title: String(title))
    }
    if text.last == ")", let open = text.lastIndex(of: "(") {
      let inside = text[text.index(after: open)...].dropLast()
      if let found = PrintedCell.leadingCode(of: inside), found.code.count >= 3,
        found.code.endIndex == inside.endIndex
      {
        return PrintedCode(
          prefix: String(found.prefix), code: String(found.code),
          title: String(trimmed(text[..<open])))
      }
    }
    return PrintedCode(code: "", title: String(text))
  }

  /// The codes that stand where the title would, as in `3011 3012`.
  private var codesInTitle: [PrintedCode] {
    guard !code.isEmpty, !title.isEmpty else { return [] }
    let words = title.split(whereSeparator: \.isWhitespace)
    let codes = words.compactMap { word -> PrintedCode? in
      guard let found = PrintedCell.leadingCode(of: word), found.code.endIndex == word.endIndex,
        found.code.count == code.count, found.code.count >= 3
      else { return nil }
      return PrintedCode(prefix: String(found.prefix), code: String(found.code), title: "")
    }
    return codes.count == words.count ? codes : []
  }

  private var withoutCodesInTitle: PrintedCode {
    codesInTitle.isEmpty ? self : PrintedCode(prefix: prefix, code: code, title: "")
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}

/// A cell of a table of pairs, taken apart into one part for each code.
struct PrintedCell {
  /// The parts, in order; the whole cell if it holds one code or none.
  private(set) var parts: [Substring] = []

  init(_ cell: String) {
    var start = cell.startIndex
    var index = cell.startIndex
    while index < cell.endIndex {
      if let next = Self.separatorEnd(in: cell, at: index, after: start) {
        parts.append(cell[start..<index])
        start = next
        index = next
      } else {
        index = cell.index(after: index)
      }
    }
    parts.append(cell[start...])
  }

  /// Where the next code begins, if a separator of codes stands at a place.
  private static func separatorEnd(
    in cell: String, at index: String.Index, after start: String.Index
  ) -> String.Index? {
    let character = cell[index]
    if "/;|\n".contains(character) {
      let next = cell.index(after: index)
      return leadingCode(of: cell[next...].drop(while: \.isWhitespace)) == nil ? nil : next
    }
    guard ",+& ".contains(character) || character.isWhitespace else { return nil }
    var next = cell.index(after: index)
    if character.isWhitespace {
      let word = cell[next...].prefix(4).prefix { !$0.isWhitespace }
      guard conjunctions.contains(word.lowercased()) else { return nil }
      next = word.endIndex
    }
    let rest = cell[next...].drop(while: \.isWhitespace)
    let before = cell[start..<index].drop(while: \.isWhitespace)
    guard let code = leadingCode(of: rest)?.code, code.count >= 3,
      leadingCode(of: before)?.code.count == code.count
    else { return nil }
    return next
  }

  private static let conjunctions: Set<String> = [
    "and", "or", "y", "e", "o", "u", "et", "ou", "&", "+",
  ]

  /// How much of a text is looked at for a code, so that a long one costs no more than a short one.
  private static let longestBeginning = 64

  /// The code that a text begins with, and what before it says its classification.
  static func leadingCode(of text: Substring) -> (prefix: Substring, code: Substring)? {
    let text = text.prefix(Self.longestBeginning).drop { "([".contains($0) }
    if let code = bareCode(of: text) { return (text[text.startIndex..<text.startIndex], code) }
    if let named = namedCode(of: text) { return named }
    return mistypedCode(of: text).map { (text[text.startIndex..<text.startIndex], $0) }
  }

  /// The code that a text begins with after a name of its classification.
  private static func namedCode(of text: Substring) -> (prefix: Substring, code: Substring)? {
    let letters = text.prefix { $0.isASCII && $0.isLetter || $0 == "-" }
    guard !letters.isEmpty else { return nil }
    // A prefix as in `noc2016:3012`, of any letters: a mistyped one is reported.
    let word = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }
    if word.endIndex < text.endIndex, text[word.endIndex] == ":" {
      let rest = text[text.index(after: word.endIndex)...].drop(while: \.isWhitespace)
      return bareCode(of: rest).map { (word, $0) }
    }
    // The name of a family, with a year where another number follows it: `NOC 2016 3012`, `SINCO-2426`.
    let name = letters.filter { $0 != "-" }.lowercased()
    guard PairColumns.families[name] != nil else { return nil }
    let rest = text[letters.endIndex...].drop { " .:#-_".contains($0) || $0.isWhitespace }
    let year = rest.prefix { $0.isASCII && $0.isNumber }
    let afterYear = rest[year.endIndex...].drop { " :#-–_".contains($0) || $0.isWhitespace }
    if [2, 4].contains(year.count), let code = bareCode(of: afterYear),
      afterYear.startIndex > year.endIndex
    {
      return (text[..<year.endIndex], code)
    }
    return bareCode(of: rest).map { (letters, $0) }
  }

  private static func word(of text: Substring) -> Substring {
    text.prefix { !$0.isWhitespace && !"/;|–—)]&+".contains($0) }
  }

  /// The code without a prefix that a text begins with: digits, perhaps with a letter before them or a
  /// hyphen among them, followed by a blank, a mark or the end.
  private static func bareCode(of text: Substring) -> Substring? {
    let word = word(of: text)
    guard let first = word.utf8.first else { return nil }
    if isLetter(first), !isLetter(word.utf8.dropFirst().first ?? 0) {
      guard let digits = digitRun(word.dropFirst()) else { return nil }
      return word[word.startIndex..<digits.endIndex]
    }
    return digitRun(word)
  }

  /// A run of digits that ends where a code can end.
  private static func digitRun(_ word: Substring) -> Substring? {
    let run = word.prefix { $0.isASCII && $0.isNumber }
    guard (1...12).contains(run.count) else { return nil }
    let rest = word[run.endIndex...]
    guard let mark = rest.first else { return run }
    let after = rest.dropFirst()
    let tail = after.prefix { $0.isASCII && $0.isNumber }
    let isOver = tail.endIndex == word.endIndex || word[tail.endIndex] == ","
    // `29-1141`, and a number as a spreadsheet writes it: `3012.0`, `3,012`.
    if mark == "-" || mark == ".", !tail.isEmpty, isOver { return word[..<tail.endIndex] }
    if mark == ",", run.count <= 2, tail.count == 3, isOver { return word[..<tail.endIndex] }
    if mark == ",", !tail.isEmpty || after.isEmpty { return run }
    // `3011-Nursing`, `3011. Nursing`, `3011: Nursing`
    if "-._:,".contains(mark), run.count >= 3 || after.isEmpty, tail.isEmpty { return run }
    return nil
  }

  /// A word that stands alone and is mostly digits, as `3O12` with a letter for the nought.
  private static func mistypedCode(of text: Substring) -> Substring? {
    let word = word(of: text)
    guard word.endIndex == text.endIndex, (3...12).contains(word.count) else { return nil }
    let digits = word.count { $0.isASCII && $0.isNumber }
    return digits * 2 > word.count && word.allSatisfy { $0.isASCII && $0 != ":" } ? word : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
