public import Classifications

/// Makes of a title what a person might write: with typing errors, abbreviations, words left out or in
/// another order.
///
/// It serves to fit and to measure the ranking on titles whose group is known.
public struct TitleNoise: Sendable {
  private var state: UInt64
  private let abbreviations: [[UInt8]: [[UInt8]]]

  /// Creates a source of noise that always makes the same from the same seed.
  public init(seed: UInt64, _ index: TitleIndex) {
    state = seed
    var abbreviations: [[UInt8]: [[UInt8]]] = [:]
    for abbreviation in index.abbreviations where abbreviation.words.count == 1 {
      abbreviations[abbreviation.words[0], default: []].append(abbreviation.text)
    }
    self.abbreviations = abbreviations
  }

  /// A number from zero up to a bound (SplitMix64).
  public mutating func number(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return Int(mixed % UInt64(max(bound, 1)))
  }

  /// A place in a list of parts of a whole, drawn by its part.
  public mutating func place(in shares: [Double]) -> Int {
    var left = Double(number(below: 1 << 30)) / Double(1 << 30) * shares.reduce(0, +)
    for (place, share) in shares.enumerated() {
      left -= share
      if left < 0 { return place }
    }
    return max(0, shares.count - 1)
  }

  /// A title with noise; a fifth of the titles stay as they are.
  public mutating func disturb(_ title: String, in language: Language) -> String {
    switch number(below: 20) {
    case 0..<4: return mistyped(title)
    case 4..<7: return withoutQualifier(title)
    case 7..<9: return reordered(title)
    case 9..<11: return abbreviated(title)
    case 11..<12: return abbreviated(mistyped(title))
    case 12..<13: return withoutWord(title)
    case 13..<16: return headWord(title, language)
    default: return title
    }
  }

  private mutating func mistyped(_ title: String) -> String {
    var letters = Array(title)
    let places = letters.indices.filter { letters[$0].isLetter }
    guard places.count > 4 else { return title }
    let place = places[1 + number(below: places.count - 1)]
    switch number(below: 4) {
    case 0: letters.remove(at: place)
    case 1: letters.insert(letters[place], at: place)
    case 2 where place + 1 < letters.count: letters.swapAt(place, place + 1)
    default: letters[place] = Character(UnicodeScalar(UInt8(0x61 + number(below: 26))))
    }
    return String(letters)
  }

  private func withoutQualifier(_ title: String) -> String {
    let marks: [Character] = [",", "(", ";", ":"]
    let cut = title.firstIndex { marks.contains($0) } ?? title.firstRange(of: " - ")?.lowerBound
    guard let cut, title.distance(from: title.startIndex, to: cut) > 3 else { return title }
    return String(title[..<cut])
  }

  private mutating func reordered(_ title: String) -> String {
    var words = title.split(separator: " ").map(String.init)
    guard words.count > 1 else { return title }
    words.append(words.remove(at: number(below: words.count - 1)))
    return words.joined(separator: " ")
  }

  /// The word that a title is about and no more: *manager*, *maestra*.
  private func headWord(_ title: String, _ language: Language) -> String {
    let words = TitleWords(title)
    guard let head = words.head(in: language) else { return title }
    return String(decoding: words.words[head].text, as: UTF8.self)
  }

  private mutating func withoutWord(_ title: String) -> String {
    var words = title.split(separator: " ").map(String.init)
    guard words.count > 2 else { return title }
    words.remove(at: number(below: words.count))
    return words.joined(separator: " ")
  }

  private mutating func abbreviated(_ title: String) -> String {
    let words = title.split(separator: " ").map { word -> String in
      let letters = Array(word.lowercased().utf8)
      if let known = abbreviations[letters], let first = known.first {
        return String(
          decoding: known[number(below: known.count)].isEmpty
            ? first : known[number(below: known.count)], as: UTF8.self)
      }
      guard letters.count > 7, number(below: 3) == 0 else { return String(word) }
      return String(word.prefix(3 + number(below: 3))) + "."
    }
    return words.joined(separator: " ")
  }
}
