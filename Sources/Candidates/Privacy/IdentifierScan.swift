/// Finds what tells who somebody is in a text, word by word.
struct IdentifierScan {
  /// A word, and what is known of it.
  private struct Word {
    /// As it stands in the text.
    let printed: String
    /// Digits of any script as ASCII, letters as capitals.
    let plain: String
    /// The text behind it, up to the next word.
    var gap: String
    let digits: Int
    let letters: Int
  }

  private var words: [Word] = []
  private var lead = ""
  private(set) var text = ""
  private(set) var found: [PersonalIdentifier] = []

  init(_ original: String) {
    var word = ""
    var gap = ""
    func isBlank(_ character: Character) -> Bool {
      character.isWhitespace || ",;|\"'<>[]{}¿?¡!=".contains(character)
    }
    for character in original {
      // What has no width must not hide a number.
      if character.unicodeScalars.allSatisfy({ $0.properties.generalCategory == .format }) {
        continue
      }
      if isBlank(character) {
        if !word.isEmpty {
          words.append(Self.word(word))
          word = ""
        }
        gap.append(character)
      } else {
        if word.isEmpty {
          if words.isEmpty { lead = gap } else { words[words.count - 1].gap = gap }
          gap = ""
        }
        word.append(character)
      }
    }
    if !word.isEmpty { words.append(Self.word(word)) }
    if words.isEmpty { lead = gap } else { words[words.count - 1].gap = gap }
  }

  private static func word(_ printed: String) -> Word {
    var plain = ""
    var digits = 0
    var letters = 0
    for scalar in printed.unicodeScalars {
      if let value = scalar.properties.numericType == .decimal
        ? scalar.properties.numericValue : nil
      {
        plain += String(Int(value))
        digits += 1
      } else if (0xFF21...0xFF5A).contains(scalar.value),
        let half = Unicode.Scalar(scalar.value - 0xFEE0)
      {
        plain += String(half).uppercased()
        letters += 1
      } else {
        plain += scalar.properties.uppercaseMapping
        if scalar.properties.isAlphabetic { letters += 1 }
      }
    }
    return Word(printed: printed, plain: plain, gap: "", digits: digits, letters: letters)
  }

  /// Copies the text with what is found masked.
  mutating func run() {
    text = lead
    var index = 0
    while index < words.count {
      if let (kind, count) = identifier(at: index) {
        let (before, after) = punctuation(from: index, count)
        text += before + kind.mask + after + words[index + count - 1].gap
        found.append(kind)
        index += count
      } else {
        text += words[index].printed + words[index].gap
        index += 1
      }
    }
  }

  /// Brackets and points around what is masked, which are not of it.
  private func punctuation(from index: Int, _ count: Int) -> (String, String) {
    let before = words[index].printed.hasPrefix("(") && !words[index].printed.contains(")")
    let last = words[index + count - 1].printed
    return (before ? "(" : "", last.hasSuffix(".") ? "." : "")
  }

  /// What begins at a word, and how many words it has.
  private func identifier(at index: Int) -> (PersonalIdentifier, Int)? {
    let word = words[index]
    if isAddress(word.plain) { return (.email, 1) }
    if let count = spelledAddress(at: index) { return (.email, count) }
    if isNamedCode(word.plain) { return nil }
    if let count = birthDate(at: index) { return (.birthDate, count) }
    if let count = run(at: index, while: Self.isNumeric), let kind = number(index, count) {
      return (kind, count)
    }
    if let joined = joined(at: index) { return joined }
    return nil
  }

  /// How many words there are.
  var wordCount: Int { words.count }

  /// A word with ASCII digits and capitals.
  func plain(_ index: Int) -> String { words[index].plain }

  // MARK: Addresses

  private func isAddress(_ text: String) -> Bool {
    text.contains("@") || text.contains("＠") || text.contains("﹫") || text.contains("(AT)")
  }

  /// `name arroba server`.
  private func spelledAddress(at index: Int) -> Int? {
    guard index + 2 < words.count, ["ARROBA", "(AT)", "AT"].contains(words[index + 1].plain),
      words[index + 1].plain != "AT" || words[index + 2].plain.contains(".")
    else { return nil }
    var count = 3
    while index + count + 1 < words.count,
      ["PUNTO", "DOT", "POINT"].contains(words[index + count].plain)
    {
      count += 2
    }
    return count
  }

  // MARK: Numbers

  private static func isNumeric(_ word: Word) -> Bool {
    word.letters == 0
      && word.plain.unicodeScalars.allSatisfy {
        (0x30...0x39).contains($0.value) || "()+-./#:–*".unicodeScalars.contains($0)
      }
  }

  private func run(at index: Int, while holds: (Word) -> Bool) -> Int? {
    var count = 0
    while index + count < words.count, holds(words[index + count]),
      // A comma or semicolon ends a number, and so does a line.
      count == 0 || words[index + count - 1].gap.allSatisfy({ $0 == " " || $0 == "\u{A0}" })
    {
      count += 1
    }
    return count > 0 ? count : nil
  }

  /// The kind of a run of numbers with seven digits or more.
  private func number(_ index: Int, _ count: Int) -> PersonalIdentifier? {
    let run = words[index..<index + count]
    let digits = run.reduce(0) { $0 + $1.digits }
    let text = run.map(\.plain).joined(separator: " ")
    guard digits >= 7, !isPeriod(run) else { return nil }
    let isPhone = text.contains("+") || digits == 10 || run.count > 1 || text.contains("-")
    return isPhone ? .phone : .number
  }

  /// Whether words are days such as `2024-05-03`, or years such as `2019-2023`, which say nothing of a person.
  private func isPeriod(_ run: ArraySlice<Word>) -> Bool {
    run.allSatisfy { word in
      let trimmed = word.plain.filter { !".():".contains($0) }
      let parts = trimmed.split(separator: "-")
      if parts.isEmpty { return true }
      let years = parts.allSatisfy { $0.count == 4 && isRecent($0) }
      let day = parts.count == 3 && parts[0].count == 4 && isRecent(parts[0])
      return years || day || (parts.count == 1 && trimmed.count <= 2)
    }
  }

  private func isRecent(_ year: Substring) -> Bool { (1950...2099).contains(Int(year) ?? 0) }

  // MARK: Letters and digits

  /// Words of letters and digits, alone or put together, as a CURP with blanks in it is.
  private func joined(at index: Int) -> (PersonalIdentifier, Int)? {
    var text = ""
    for count in 1...5 where index + count <= words.count {
      let word = words[index + count - 1]
      text += word.plain.filter { $0.isLetter || $0.isNumber }
      guard text.count <= 18, count == 1 || words[index + count - 2].gap.allSatisfy({ $0 == " " })
      else { break }
      if let kind = kind(of: text, isOne: count == 1) { return (kind, count) }
    }
    // A letter or two and a number, such as `G 12345678`.
    if index + 1 < words.count, words[index].gap == " ", (1...2).contains(words[index].letters),
      words[index].plain == words[index].printed, words[index].digits == 0
    {
      let digits = words[index + 1].plain.filter { !".,-()".contains($0) }
      if (6...9).contains(digits.count), digits.allSatisfy(\.isNumber) { return (.passport, 2) }
    }
    // A number beside a word, such as `CURP:GARC900101…`, is within it.
    if words[index].letters > 0 {
      let parts = words[index].plain.split { !$0.isLetter && !$0.isNumber }
      if let kind = parts.lazy.compactMap({ kind(of: String($0), isOne: true) }).first {
        return (kind, 1)
      }
      if words[index].digits >= 7, !isNamedCode(words[index].plain) { return (.number, 1) }
    }
    return nil
  }

  /// Whether a word is a code such as `NOC2021:31301`.
  private func isNamedCode(_ text: String) -> Bool {
    let parts = text.split(separator: ":").map { $0.filter { $0.isLetter || $0.isNumber } }
    return parts.count == 2 && parts[1].allSatisfy(\.isNumber) && parts[1].count <= 6
      && ["NOC", "SINCO", "ISCO", "SOC", "NOCS"].contains(String(parts[0].prefix { $0.isLetter }))
  }

  private func kind(of text: String, isOne: Bool) -> PersonalIdentifier? {
    if Self.matches(text, "AAAADDDDDDAAAAAAXD") { return .curp }
    for pattern in ["AAAADDDDDDXXX", "AAADDDDDDXXX"] where Self.matches(text, pattern) {
      return .rfc
    }
    guard isOne else { return nil }
    if Self.matches(text, "AAAADDDDDD") { return .rfc }
    let letters = text.prefix { $0.isLetter }
    let digits = text.dropFirst(letters.count)
    if (1...3).contains(letters.count), (6...9).contains(digits.count),
      digits.allSatisfy(\.isNumber)
    {
      return .passport
    }
    return nil
  }

  /// Whether a text has letters where a pattern has `A`, digits where it has `D`, either where it has `X`.
  private static func matches(_ text: String, _ pattern: String) -> Bool {
    text.count == pattern.count
      && zip(text, pattern).allSatisfy { character, place in
        switch place {
        case "A": character.isLetter
        case "D": character.isNumber
        default: character.isLetter || character.isNumber
        }
      }
  }
}
