/// Finds the stems that a word of a title may stand for: itself, what an abbreviation is short for, or
/// what a mistyped word was meant to be.
final class WordMatcher {
  /// A stem a word may stand for, and how likely that is, 0...1.
  struct Meaning: Hashable, Sendable {
    var stem: Int
    var factor: Float
  }

  private let index: TitleIndex
  /// The letters of each stem as bits.
  private let masks: [UInt32]
  /// Stems by length, the ascending numbers of each.
  private let stemsOfLength: [[Int32]]
  private var known: [[UInt8]: [Meaning]] = [:]
  private var abbreviations: [[UInt8]: [Int]] = [:]

  /// The most words that are kept; a file of a million different ones would fill the memory.
  private static let cacheSize = 50_000

  /// How many titles at most have a word for which other words of its root are taken, too.
  private static let rare = 60

  /// The longest stem that is compared letter by letter.
  private static let longest = 24

  init(_ index: TitleIndex) {
    self.index = index
    var masks = [UInt32](repeating: 0, count: index.stemCount)
    var lengths = [[Int32]](repeating: [], count: Self.longest + 1)
    for stem in 0..<index.stemCount {
      let text = index.stemText(stem)
      masks[stem] = Self.mask(text)
      if text.count <= Self.longest { lengths[text.count].append(Int32(stem)) }
    }
    self.masks = masks
    stemsOfLength = lengths
    for (number, abbreviation) in index.abbreviations.enumerated() {
      abbreviations[abbreviation.text, default: []].append(number)
    }
  }

  private static func mask(_ text: ArraySlice<UInt8>) -> UInt32 {
    var mask: UInt32 = 0
    for letter in text {
      mask |= letter >= 0x61 && letter <= 0x7A ? 1 << UInt32(letter - 0x61) : 1 << 26
    }
    return mask
  }

  /// The words an abbreviation stands for, for each of its readings.
  func expansions(of word: [UInt8]) -> [TitleIndex.Abbreviation] {
    (abbreviations[word] ?? []).map { index.abbreviations[$0] }
  }

  /// The stems a word may stand for, the likeliest first; empty if there is none.
  func meanings(of word: TitleWords.Word) -> [Meaning] {
    let key = word.isDotted ? word.text + [0x2E] : word.text
    if let found = known[key] { return found }
    let found = find(word)
    if known.count < Self.cacheSize { known[key] = found }
    return found
  }

  private func find(_ word: TitleWords.Word) -> [Meaning] {
    let text = stem(word.text)
    let own = index.stem(text)
    var meanings: [Meaning] = []
    if let own { meanings.append(Meaning(stem: own, factor: 1)) }
    if word.isDotted, word.text.count >= 2, own.map({ index.frequency($0) < 40 }) ?? true {
      meanings += completions(of: word.text)
    }
    if own.map({ index.frequency($0) < Self.rare }) ?? true { meanings += family(of: text) }
    guard own == nil, meanings.isEmpty || !word.isDotted else { return meanings }
    if meanings.contains(where: { index.frequency($0.stem) >= 20 }) { return meanings }
    let near = similar(to: text)
    if near.contains(where: { $0.factor >= 0.8 }) || word.text.count < 3 { return meanings + near }
    return meanings + near
      + completions(of: word.text).map { Meaning(stem: $0.stem, factor: $0.factor * 0.8) }
  }

  /// The meanings of a word that says what a title is about: who answers *welding* is a welder.
  func headMeanings(of word: TitleWords.Word) -> [Meaning] {
    let own = meanings(of: word)
    guard let first = own.first, first.factor == 1 else { return own }
    return own
      + family(of: stem(word.text)).filter { other in
        !own.contains { $0.stem == other.stem }
      }
  }

  /// The stems of other words of the same root, such as `driver` for `drives`, the most frequent first.
  private func family(of text: [UInt8]) -> [Meaning] {
    let root = root(text)
    guard root.count >= 4 else { return [] }
    var found: [(stem: Int, frequency: Int)] = []
    var place = index.firstStem(notBefore: root)
    let end = min(place + 400, index.stemCount)
    while place < end, index.stemText(place).starts(with: root) {
      let other = Array(index.stemText(place))
      if other != text, Titles.root(other) == root { found.append((place, index.frequency(place))) }
      place += 1
    }
    return found.sorted { ($1.frequency, $0.stem) < ($0.frequency, $1.stem) }.prefix(3)
      .filter { $0.frequency >= 5 }.map { Meaning(stem: $0.stem, factor: 0.6) }
  }

  /// The stems that begin with a word, the most frequent first.
  private func completions(of word: [UInt8]) -> [Meaning] {
    var found: [(stem: Int, frequency: Int)] = []
    var place = index.firstStem(notBefore: word)
    let end = min(place + 400, index.stemCount)
    while place < end, index.stemText(place).starts(with: word) {
      if index.stemText(place).count > word.count { found.append((place, index.frequency(place))) }
      place += 1
    }
    let best = found.sorted { ($1.frequency, $0.stem) < ($0.frequency, $1.stem) }.prefix(4)
    guard let top = best.first?.frequency, top >= 3 else { return [] }
    return best.filter { $0.frequency * 5 >= top }.map {
      Meaning(stem: $0.stem, factor: 0.75 * Float($0.frequency) / Float(top))
    }
  }

  /// The stems that differ from a word by one or two typing errors, the likeliest first.
  private func similar(to word: [UInt8]) -> [Meaning] {
    guard word.count >= 4, word.count <= Self.longest, word.allSatisfy({ $0 >= 0x61 }) else {
      return []
    }
    let limit = word.count >= 8 ? 2 : 1
    let mask = Self.mask(word[...])
    var found: [(distance: Int, frequency: Int, stem: Int)] = []
    for length in max(3, word.count - limit)...min(Self.longest, word.count + limit) {
      for stem in stemsOfLength[length] {
        let stem = Int(stem)
        guard (masks[stem] ^ mask).nonzeroBitCount <= 2 * limit else { continue }
        let distance = editDistance(word, index.stemText(stem), limit: limit)
        if distance <= limit { found.append((distance, index.frequency(stem), stem)) }
      }
    }
    guard let least = found.map(\.distance).min() else { return [] }
    // A wrong first letter is rare, and a frequent word is the likelier one to have been meant.
    func weight(_ item: (distance: Int, frequency: Int, stem: Int)) -> Float {
      let sameStart = index.stemText(item.stem).first == word.first
      return (sameStart ? 1 : 0.5) * Float(item.frequency).squareRoot()
    }
    let nearest = found.filter { $0.distance == least }
      .sorted { (weight($1), $0.stem) < (weight($0), $1.stem) }
    let top = max(nearest.first.map(weight) ?? 1, 0.001)
    let factor: Float = least == 1 ? 0.85 : 0.7
    return nearest.prefix(4).map {
      Meaning(stem: $0.stem, factor: factor * (0.4 + 0.6 * weight($0) / top))
    }
  }
}
