import Classifications

/// A title as it is looked for: its words with what they may mean, and the language it is in.
struct TitleQuery: Sendable {
  /// A word, and the stems it may stand for.
  struct Slot: Sendable {
    var meanings: [WordMatcher.Meaning]
    /// The weight of the word: that of its rarest stem.
    var weight: Float
    /// How far the word counts: 1, less for words of the context.
    var importance: Float
  }

  /// The words that are known.
  var slots: [Slot] = []
  /// The sum of the weights of all words, the unknown ones included.
  var weight: Float = 0
  /// The place in ``slots`` of the word the title is about.
  var head: Int?
  /// How likely each language is, by the order of `Language.allCases`.
  var languages: [Float] = [1, 1, 1]

  /// What a word that no title has weighs, as a part of the heaviest that one can.
  private static let unknown: Float = 12

  init(
    _ title: String, context: String, language: Language?, _ index: TitleIndex,
    _ matcher: WordMatcher
  ) {
    let words = TitleWords(withoutPersonalData(title))
    let expanded = Self.expand(words, language, index, matcher)
    languages = Self.guess(words, expanded, language, index, matcher)
    let main = languages.indices.max { languages[$0] < languages[$1] } ?? 0
    var places: [Int?] = []
    let head = Self.head(expanded, Language.allCases[main])
    for (place, word) in expanded.enumerated() {
      let meanings = place == head ? matcher.headMeanings(of: word) : matcher.meanings(of: word)
      guard !meanings.isEmpty else {
        weight += Self.unknown
        places.append(nil)
        continue
      }
      let slot = Slot(
        meanings: meanings,
        weight: Self.weight(of: meanings, index),
        importance: 1)
      if let same = slots.firstIndex(where: { $0.meanings[0].stem == meanings[0].stem }) {
        places.append(same)
        continue
      }
      places.append(slots.count)
      weight += slot.weight
      slots.append(slot)
    }
    self.head = head.flatMap { places[$0] }
    addContext(context, index, matcher)
  }

  /// The weight of a word; one that is not sure to mean any of its stems never finds all of itself.
  private static func weight(of meanings: [WordMatcher.Meaning], _ index: TitleIndex) -> Float {
    let own = meanings.filter { $0.factor >= 0.8 }
    return (own.isEmpty ? meanings : own).map {
      index.stemWeights[$0.stem] * ($0.factor >= 0.8 ? $0.factor : 1)
    }.max() ?? 0
  }

  private static func head(_ words: [TitleWords.Word], _ language: Language) -> Int? {
    guard !words.isEmpty else { return nil }
    guard language == .en else { return 0 }
    return words.lastIndex { !$0.isQualifier } ?? words.count - 1
  }

  /// Adds the words of the context, which tell which of several groups is meant but find none alone.
  private mutating func addContext(_ context: String, _ index: TitleIndex, _ matcher: WordMatcher) {
    guard !context.isEmpty, !slots.isEmpty else { return }
    for word in TitleWords(withoutPersonalData(context)).words.prefix(8) {
      let meanings = matcher.meanings(of: word).filter { $0.factor >= 0.8 }
      guard let first = meanings.first,
        !slots.contains(where: { $0.meanings[0].stem == first.stem })
      else { continue }
      slots.append(
        Slot(meanings: meanings, weight: index.stemWeights[first.stem], importance: 0.25))
    }
  }

  /// The words with abbreviations written out, and words that were run together or apart put right.
  private static func expand(
    _ words: TitleWords, _ language: Language?, _ index: TitleIndex, _ matcher: WordMatcher
  ) -> [TitleWords.Word] {
    var result: [TitleWords.Word] = []
    let allowed = language.flatMap { Language.allCases.firstIndex(of: $0) }
    let guessed = roughLanguage(words, index)
    var skips = false
    for (place, word) in words.words.enumerated() {
      if skips {
        skips = false
        continue
      }
      if place + 1 < words.words.count {
        // 'house keeper', 'r n': two words that an abbreviation or a title writes as one.
        let next = words.words[place + 1]
        let both = word.text + next.text
        let isRare = [word, next].contains {
          index.stem(stem($0.text)).map { index.frequency($0) < 3 } ?? true
        }
        if isRare,
          both.count <= 4 ? !matcher.expansions(of: both).isEmpty : index.stem(stem(both)) != nil
        {
          result += written(
            TitleWords.Word(text: both, isQualifier: word.isQualifier), allowed ?? guessed, matcher)
          skips = true
          continue
        }
      }
      let own = written(word, allowed ?? guessed, matcher)
      if own.count == 1, own[0].text == word.text, !word.isDotted, let parts = parted(word, index) {
        result += parts
      } else {
        result += own
      }
    }
    return Array(result.prefix(TitleWords.maximumWords))
  }

  /// A word with an abbreviation written out.
  private static func written(
    _ word: TitleWords.Word, _ language: Int?, _ matcher: WordMatcher
  ) -> [TitleWords.Word] {
    let readings = matcher.expansions(of: word.text)
    guard
      let reading = readings.first(where: { Int($0.language) == language })
        ?? readings.first(where: { $0.language == 3 })
        ?? (language == nil ? readings.first : nil)
    else { return [word] }
    return reading.words.map { TitleWords.Word(text: $0, isQualifier: word.isQualifier) }
  }

  /// The two known words that an unknown one is made of, as in `truckdriver`.
  private static func parted(_ word: TitleWords.Word, _ index: TitleIndex) -> [TitleWords.Word]? {
    let text = word.text
    guard text.count >= 8, text.count <= 24, index.stem(stem(text)) == nil else { return nil }
    var best: (score: Int, place: Int)?
    for place in 3...(text.count - 3) {
      guard let left = index.stem(stem(Array(text[..<place]))),
        let right = index.stem(stem(Array(text[place...])))
      else { continue }
      let score = min(index.frequency(left), index.frequency(right))
      if score >= 10, score > best?.score ?? 0 { best = (score, place) }
    }
    guard let best else { return nil }
    return [Array(text[..<best.place]), Array(text[best.place...])].map {
      TitleWords.Word(text: $0, isQualifier: word.isQualifier)
    }
  }

  /// The language of a title by its plainly known words, if one stands out.
  private static func roughLanguage(_ words: TitleWords, _ index: TitleIndex) -> Int? {
    var scores = words.particles.map { Float($0) * 1.5 }
    for word in words.words {
      guard let stem = index.stem(stem(word.text)) else { continue }
      let shares = Self.shares(stem, index)
      for language in 0..<3 { scores[language] += shares[language] }
    }
    let order = scores.indices.sorted { scores[$0] > scores[$1] }
    return scores[order[0]] > scores[order[1]] * 1.5 ? order[0] : nil
  }

  /// How the titles that have a stem divide among the languages.
  private static func shares(_ stem: Int, _ index: TitleIndex) -> [Float] {
    let counts = (0..<3).map { Float(index.stemLanguages[3 * stem + $0]) / Self.sizes[$0] }
    let sum = counts.reduce(0.02, +)
    return counts.map { ($0 + 0.02 / 3) / sum }
  }

  /// How many titles there are in each language, about, in thousands.
  private static let sizes: [Float] = [70, 20, 60]

  /// How likely each language is.
  private static func guess(
    _ words: TitleWords, _ expanded: [TitleWords.Word], _ language: Language?, _ index: TitleIndex,
    _ matcher: WordMatcher
  ) -> [Float] {
    if let language { return Language.allCases.map { $0 == language ? 1 : 0.05 } }
    var logs: [Float] = words.particles.map { Float($0) * 1.2 }
    for word in expanded {
      guard let meaning = matcher.meanings(of: word).first else { continue }
      let shares = shares(meaning.stem, index)
      for language in 0..<3 { logs[language] += logarithm(max(shares[language], 0.01)) }
    }
    let top = logs.max() ?? 0
    let powers = logs.map { Float(exponential(Double($0 - top))) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }
}
