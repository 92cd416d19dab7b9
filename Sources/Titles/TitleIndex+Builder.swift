import Classifications

extension TitleIndex {
  /// Gathers titles into an index.
  public struct Builder {
    private struct Key: Hashable {
      let language: UInt8
      let words: String
    }

    private struct Draft {
      var title: String
      let language: UInt8
      let stems: [[UInt8]]
      let head: [UInt8]
      /// By group and standing: a title that came in several ways is believed the more.
      var links: [UInt32: Link] = [:]
      var concepts: Set<String> = []
    }

    private var drafts: [Draft] = []
    private var numberOfKey: [Key: Int] = [:]
    private var numberOfGroup: [OccupationCode: UInt16] = [:]
    private var groups: [OccupationCode] = []
    private var abbreviations: [Abbreviation] = []

    /// Begins an index without titles.
    public init() {}

    /// Adds a title; one without any word is left out.
    public mutating func add(_ entry: TitleEntry) {
      let words = TitleWords(entry.title)
      guard !words.words.isEmpty else { return }
      let language = UInt8(Language.allCases.firstIndex(of: entry.language) ?? 0)
      let folded = foldedTitle(entry.title)
      let key = Key(language: language, words: folded)
      let number: Int
      if let known = numberOfKey[key] {
        number = known
      } else {
        number = drafts.count
        numberOfKey[key] = number
        let stems = words.words.map { Titles.stem($0.text) }
        let head = words.head(in: entry.language).map { stems[$0] } ?? []
        drafts.append(
          Draft(title: entry.title, language: language, stems: stems, head: head))
      }
      link(number, entry)
    }

    /// Adds an abbreviation.
    public mutating func add(_ abbreviation: TitleAbbreviation) {
      let words = TitleWords(abbreviation.expansion).words.map(\.text)
      let language = abbreviation.language.flatMap { Language.allCases.firstIndex(of: $0) } ?? 3
      abbreviations.append(
        Abbreviation(
          text: Array(foldedTitle(abbreviation.text).utf8), language: UInt8(language), words: words)
      )
    }

    private mutating func link(_ number: Int, _ entry: TitleEntry) {
      let group: UInt16
      if let known = numberOfGroup[entry.code] {
        group = known
      } else {
        group = UInt16(groups.count)
        numberOfGroup[entry.code] = group
        groups.append(entry.code)
      }
      let strength = UInt8(entry.weight * 255)
      let link = Link(
        group: group, standing: UInt8(entry.standing.rawValue), strength: strength)
      let key = Self.key(link)
      if drafts[number].links[key].map({ $0.strength < strength }) ?? true {
        drafts[number].links[key] = link
      }
      if !entry.concept.isEmpty { drafts[number].concepts.insert(entry.concept) }
    }

    private static func key(_ link: Link) -> UInt32 {
      UInt32(link.group) << 4 | UInt32(link.standing)
    }

    /// The index of what was added.
    public consuming func finish() -> TitleIndex {
      infer()
      let order = drafts.indices.sorted { left, right in
        let (one, other) = (drafts[left], drafts[right])
        return one.language != other.language
          ? one.language < other.language
          : one.title.utf8.lexicographicallyPrecedes(other.title.utf8)
      }
      var index = TitleIndex()
      index.groups = groups
      index.abbreviations = abbreviations.sorted {
        $0.text != $1.text
          ? $0.text.lexicographicallyPrecedes($1.text) : $0.language < $1.language
      }
      var titlesOfStem: [[UInt8]: [UInt32]] = [:]
      for (number, place) in order.enumerated() {
        let draft = drafts[place]
        index.titleBytes += Array(draft.title.utf8)
        index.titleStarts.append(UInt32(index.titleBytes.count))
        index.titleLanguages.append(draft.language)
        index.links += draft.links.sorted { $0.key < $1.key }.map(\.value)
        index.linkStarts.append(UInt32(index.links.count))
        for stem in Set(draft.stems) {
          titlesOfStem[stem, default: []].append(
            UInt32(number) << 1 | (stem == draft.head ? 1 : 0))
        }
      }
      for stem in titlesOfStem.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        index.stemBytes += stem
        index.stemStarts.append(UInt32(index.stemBytes.count))
        let titles = titlesOfStem[stem] ?? []
        index.postings += titles
        index.postingStarts.append(UInt32(index.postings.count))
        var counts: [UInt32] = [0, 0, 0]
        for title in titles { counts[Int(index.titleLanguages[Int(title >> 1)])] += 1 }
        index.stemLanguages += counts
        index.addBag(of: titles)
      }
      index.weigh()
      return index
    }

    /// Links titles of a concept to the groups that other titles of the same concept are indexed under
    /// in other classifications: ESCO's `enfermero` is its `nurse`, which NOC has among its titles.
    private mutating func infer() {
      var draftsOfConcept: [String: [Int]] = [:]
      for (number, draft) in drafts.enumerated() {
        for concept in draft.concepts { draftsOfConcept[concept, default: []].append(number) }
      }
      // The titles of the indexes proper, by their words in any order.
      var groupsOfWords: [Key: Set<UInt16>] = [:]
      for draft in drafts {
        let own = draft.links.values.filter {
          $0.standing <= UInt8(TitleEntry.Standing.index.rawValue)
        }
        guard !own.isEmpty else { continue }
        groupsOfWords[wordKey(draft), default: []].formUnion(own.map(\.group))
      }
      var inferred: [(Int, UInt16, Double)] = []
      for concept in draftsOfConcept.keys.sorted() {
        let members = draftsOfConcept[concept] ?? []
        var votes: [UInt16: Double] = [:]
        var totals: [ClassificationID: Double] = [:]
        for member in members {
          let found = groupsOfWords[wordKey(drafts[member])] ?? []
          var perClassification: [ClassificationID: [UInt16]] = [:]
          for group in found {
            perClassification[groups[Int(group)].classification, default: []].append(group)
          }
          for (classification, groups) in perClassification {
            totals[classification, default: 0] += 1
            for group in groups { votes[group, default: 0] += 1 / Double(groups.count) }
          }
        }
        for (group, vote) in votes.sorted(by: { $0.key < $1.key }) {
          let share = vote / (totals[groups[Int(group)].classification] ?? 1)
          guard share >= 0.2 else { continue }
          for member in members { inferred.append((member, group, share)) }
        }
      }
      for (member, group, share) in inferred {
        let link = Link(group: group, standing: 15, strength: UInt8(share * 0.8 * 255))
        if !drafts[member].links.values.contains(where: { $0.group == group && $0.standing != 15 })
        {
          drafts[member].links[Self.key(link)] = link
        }
      }
    }

    private func wordKey(_ draft: Draft) -> Key {
      let words = Set(draft.stems).sorted { $0.lexicographicallyPrecedes($1) }
        .map { String(decoding: $0, as: UTF8.self) }
      return Key(language: draft.language, words: words.joined(separator: " "))
    }
  }
}

extension TitleIndex {
  /// Counts the groups of the titles that have a stem.
  fileprivate mutating func addBag(of postings: [UInt32]) {
    var counts: [UInt16: (titles: Int, heads: Int)] = [:]
    for posting in postings {
      for place in linkRange(Int(posting >> 1)) {
        let link = links[place]
        counts[link.group, default: (0, 0)].titles += Int(link.strength)
        if posting & 1 == 1 { counts[link.group, default: (0, 0)].heads += Int(link.strength) }
      }
    }
    for (group, sums) in counts.sorted(by: { $0.key < $1.key }) {
      let quarters = [sums.titles, sums.heads].map { UInt16(clamping: ($0 * 4 + 127) / 255) }
      bags.append(Bag(group: group, titles: quarters[0], heads: quarters[1]))
    }
    bagStarts.append(UInt32(bags.count))
  }
}

extension TitleWords {
  /// The place of the word that a title is about.
  ///
  /// In English it is the last before a comma or `of`; in Spanish and French the first.
  func head(in language: Language) -> Int? {
    guard !words.isEmpty else { return nil }
    guard language == .en else { return 0 }
    return words.lastIndex { !$0.isQualifier } ?? words.count - 1
  }
}
