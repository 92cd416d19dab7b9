import Classifications
import ReferenceData

/// Finds the groups that have a title, in every language there is.
///
/// Of each family of classifications the newest version is taken that has the title, or else the newest
/// that has its words among others: who asks for "registered nurse" wants today's group, not four
/// versions of it.
struct TitleSearch {
  /// How a title was found, the best first.
  enum Fit: Int, Comparable {
    /// It is the group's own official title.
    case groupTitle
    /// It is a job title of the group, or a title of it that is not official.
    case jobTitle
    /// It has the same words in another number, gender or order.
    case sameWords
    /// It is a label of an ESCO occupation that belongs to the group.
    case label
    /// It has every word, and others.
    case everyWord

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// A group that was found.
  struct Group: Hashable {
    let code: OccupationCode
    /// The title that was found.
    let title: String
    let fit: Fit
    /// How many words the title has beyond those asked for.
    let extraWords: Int
  }

  /// The groups, the best first, then by newest classification.
  let groups: [Group]

  /// How many groups of one classification are taken.
  static let limit = 5

  init(_ text: String, in only: ClassificationID?, _ catalogue: Catalogue) throws {
    let folded = foldedTitle(text)
    let stems = Self.stems(folded)
    guard !stems.isEmpty else {
      groups = []
      return
    }
    var best: [String: (year: Int, groups: [Group])] = [:]
    var order: [String] = []
    var others: [Group] = []
    for classification in catalogue.classifications.sorted(by: { $0.year > $1.year })
    where only == nil ? classification.isComplete : only == classification.id {
      let found = try Self.search(folded, stems, in: classification, catalogue)
      guard let fit = found.first?.fit else { continue }
      if let known = best[classification.family]?.groups.first?.fit {
        guard fit < .everyWord, known == .everyWord else { continue }
        others += best[classification.family]?.groups ?? []
      } else {
        order.append(classification.family)
      }
      best[classification.family] = (classification.year, found)
    }
    var all = order.flatMap { best[$0]?.groups ?? [] } + others
    if only == nil || only == .isco08, !all.contains(where: { $0.fit < .label }) {
      all += try catalogue.groupsOfLabel(folded).map { code, label in
        Group(code: code, title: label, fit: .label, extraWords: 0)
      }
    }
    // Beside real finds, titles with many more words are noise.
    if all.contains(where: { $0.fit < .everyWord }) {
      all.removeAll { $0.fit == .everyWord && $0.extraWords > 3 }
    }
    groups = all.enumerated().sorted {
      ($0.element.fit == .everyWord ? 1 : 0, $0.offset) < (
        $1.element.fit == .everyWord ? 1 : 0, $1.offset
      )
    }.map(\.element)
  }

  /// The groups of one classification with the best fit that any of them has.
  private static func search(
    _ folded: String, _ stems: [String], in classification: Classification, _ catalogue: Catalogue
  ) throws -> [Group] {
    let table = try catalogue.codeTable(classification.id)
    let index = try catalogue.titles(classification.id)
    var found: [Group] = []
    var bestFit = Fit.everyWord
    func consider(_ item: ClassificationItem, _ title: String, whole: Fit) {
      let other = foldedTitle(title)
      var fit: Fit
      var extra = 0
      if other == folded {
        fit = whole
      } else {
        guard let words = fitWords(stems, other) else { return }
        fit = words == 0 ? .sameWords : .everyWord
        extra = words
      }
      guard fit <= bestFit else { return }
      if fit < bestFit {
        bestFit = fit
        found.removeAll()
      }
      let group = Group(
        code: OccupationCode(classification.id, item.code), title: title, fit: fit,
        extraWords: extra)
      if let known = found.firstIndex(where: { $0.code == group.code }) {
        if extra < found[known].extraWords { found[known] = group }
      } else {
        found.append(group)
      }
    }
    for item in table.items {
      let isUnitGroup = item.level == classification.unitGroupLevel
      for language in Language.allCases {
        guard let title = item.title(in: language) else { continue }
        let isOfficial = !item.unofficialLanguages.contains(language)
        consider(item, title, whole: isOfficial && isUnitGroup ? .groupTitle : .jobTitle)
      }
      for job in index[item.code] ?? [] { consider(item, job.title, whole: .jobTitle) }
    }
    let unitGroups = found.filter { table[$0.code.code]?.level == classification.unitGroupLevel }
    let kept = unitGroups.isEmpty ? found : unitGroups
    return Array(
      kept.enumerated().sorted {
        ($0.element.extraWords, $0.offset) < ($1.element.extraWords, $1.offset)
      }.map(\.element).prefix(limit))
  }

  /// How many words a title has beyond those asked for; `nil` if it lacks one of them.
  private static func fitWords(_ stems: [String], _ folded: String) -> Int? {
    // A title without the letters of the first word cannot have it; most end here.
    guard folded.utf8.count >= (stems.first?.utf8.count ?? 0) else { return nil }
    var own = Self.stems(folded)
    for stem in stems {
      guard let place = own.firstIndex(of: stem) else { return nil }
      own.remove(at: place)
    }
    return own.count
  }

  /// The words of a folded title without the endings of number and gender, which is enough to bring
  /// `nurses` and `nurse`, `albañiles` and `albañil`, `infirmières` and `infirmier` together.
  static func stems(_ folded: String) -> [String] {
    folded.split(separator: " ").map { word in
      guard word.utf8.count > 3 else { return String(word) }
      var stem = word
      if stem.hasSuffix("s") { stem.removeLast() }
      if stem.hasSuffix("ie") {
        stem.removeLast(2)
        return String(stem) + "y"
      }
      if let last = stem.last, "eao".contains(last) { stem.removeLast() }
      return stem.hasSuffix("v") ? String(stem.dropLast()) + "f" : String(stem)
    }
  }
}
