public import Classifications

/// Every title that is known, in a form in which the titles that share words with another are found at
/// once.
///
/// The index is a value: arrays of numbers, made once (``Builder``), stored in a file and shared by
/// threads.
public struct TitleIndex: Sendable {
  /// The groups that titles lead to, by number.
  public internal(set) var groups: [OccupationCode] = []

  /// The stems in alphabetical order of their bytes, one behind the other.
  var stemBytes: [UInt8] = []
  /// Where each stem begins, and the end.
  var stemStarts: [UInt32] = [0]
  /// How many titles of each language have a stem: three numbers for each.
  var stemLanguages: [UInt32] = []
  /// Where the titles of each stem begin in ``postings``, and the end.
  var postingStarts: [UInt32] = [0]
  /// The titles that have a stem, ascending: the number of the title, doubled, and 1 if the stem is what
  /// the title is about (its head).
  var postings: [UInt32] = []

  /// The titles, one behind the other, in UTF-8.
  var titleBytes: [UInt8] = []
  /// Where each title begins, and the end.
  var titleStarts: [UInt32] = [0]
  /// The language of each title, by the order of `Language.allCases`.
  var titleLanguages: [UInt8] = []
  /// Where the links of each title begin in ``links``, and the end.
  var linkStarts: [UInt32] = [0]
  /// The groups of titles.
  var links: [Link] = []
  /// The classifications that the groups are of, in the order in which they first come.
  var classifications: [ClassificationID] = []
  /// Where the groups of each stem begin in ``bags``, and the end.
  var bagStarts: [UInt32] = [0]
  /// For each stem, the groups whose titles have it, ascending.
  var bags: [Bag] = []
  /// How many titles of each language each group has: three numbers for each.
  var groupSizes: [Float] = []
  /// For each title, what is asked of it for every query, in one place.
  var facts: [Fact] = []
  /// The weight of each stem: what it tells about a title that has it.
  var stemWeights: [Float] = []

  /// Abbreviations in alphabetical order, and what each stands for.
  var abbreviations: [Abbreviation] = []

  /// A link of a title to a group.
  struct Link: Hashable, Sendable {
    /// The number of the group.
    var group: UInt16
    /// How the title came to the group, by raw value; 15 for a link inferred from titles of the same
    /// concept.
    var standing: UInt8
    /// The strength in 255ths.
    var strength: UInt8
  }

  /// What is asked of a title for every query.
  struct Fact: Hashable, Sendable {
    /// The sum of the weights of its stems.
    var norm: Float
    /// The classifications it is linked to, as bits in the order of ``TitleIndex/classifications``.
    var owners: UInt16
    /// Its language, by the order of `Language.allCases`.
    var language: UInt8
  }

  /// How many titles of a group have a stem.
  struct Bag: Hashable, Sendable {
    /// The number of the group.
    var group: UInt16
    /// How many titles, in quarters, each by its strength.
    var titles: UInt16
    /// How many of them are about it (it is their head), in the same way.
    var heads: UInt16
  }

  /// An abbreviation, folded.
  struct Abbreviation: Hashable, Sendable {
    var text: [UInt8]
    var language: UInt8
    var words: [[UInt8]]
  }

  /// How many titles there are.
  public var count: Int { titleLanguages.count }

  /// How many stems there are.
  public var stemCount: Int { stemStarts.count - 1 }

  /// The title of a number, as printed.
  func title(_ number: Int) -> String {
    String(
      decoding: titleBytes[Int(titleStarts[number])..<Int(titleStarts[number + 1])], as: UTF8.self)
  }

  /// The bytes of a stem.
  func stemText(_ number: Int) -> ArraySlice<UInt8> {
    stemBytes[Int(stemStarts[number])..<Int(stemStarts[number + 1])]
  }

  /// The number of a stem, or `nil` if no title has it.
  ///
  /// - Complexity: O(log *n*), where *n* is the number of stems.
  func stem(_ text: [UInt8]) -> Int? {
    let place = firstStem(notBefore: text)
    return place < stemCount && stemText(place).elementsEqual(text) ? place : nil
  }

  /// The number of the first stem that is not before a text in the alphabet.
  func firstStem(notBefore text: [UInt8]) -> Int {
    var low = 0
    var high = stemCount
    while low < high {
      let middle = (low + high) / 2
      if isStem(middle, before: text) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func isStem(_ number: Int, before text: [UInt8]) -> Bool {
    let start = Int(stemStarts[number])
    let count = Int(stemStarts[number + 1]) - start
    for index in 0..<min(count, text.count) {
      let own = stemBytes[start + index]
      if own != text[index] { return own < text[index] }
    }
    return count < text.count
  }

  /// How many titles have a stem.
  func frequency(_ stem: Int) -> Int { Int(postingStarts[stem + 1] - postingStarts[stem]) }

  /// The numbers of the links of a title.
  func linkRange(_ title: Int) -> Range<Int> {
    Int(linkStarts[title])..<Int(linkStarts[title + 1])
  }

  /// Works out what follows from the titles and stems: the weights of stems and the norms of titles, which
  /// classifications have a title, and how many titles groups have.
  mutating func weigh() {
    var bits: [UInt16] = []
    for group in groups {
      if let known = classifications.firstIndex(of: group.classification) {
        bits.append(1 << UInt16(truncatingIfNeeded: known))
      } else {
        bits.append(1 << UInt16(truncatingIfNeeded: classifications.count))
        classifications.append(group.classification)
      }
    }
    facts = titleLanguages.map { Fact(norm: 0, owners: 0, language: $0) }
    groupSizes = [Float](repeating: 0, count: 3 * groups.count)
    for title in 0..<count {
      let language = Int(titleLanguages[title])
      for place in linkRange(title) {
        let link = links[place]
        if link.standing != 15 { facts[title].owners |= bits[Int(link.group)] }
        groupSizes[3 * Int(link.group) + language] += Float(link.strength) / 255
      }
    }
    let total = Float(max(count, 1))
    stemWeights = (0..<stemCount).map { stem in
      let weight = logarithm(total / (1 + Float(frequency(stem)))) + 0.5
      return weight * weight
    }
    for stem in 0..<stemCount {
      let weight = stemWeights[stem]
      for index in Int(postingStarts[stem])..<Int(postingStarts[stem + 1]) {
        facts[Int(postings[index] >> 1)].norm += weight
      }
    }
  }
}
