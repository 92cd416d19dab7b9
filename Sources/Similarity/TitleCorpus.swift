import Classifications
import ReferenceData

/// The titles that similarities are computed from: of two classifications, and ESCO's.
enum TitleCorpus {
  /// A unit group's titles in one language.
  struct Group {
    /// The title of the group itself, if there is one in the language.
    var own: [String] = []
    /// The job titles in it.
    var jobs: [String] = []

    var all: [String] { own + jobs }

    /// All titles, folded, each once, as one text.
    var text: String { Set(all.map(foldedTitle)).sorted().joined(separator: " | ") }
  }

  /// An ESCO occupation with its labels.
  struct Concept {
    let isco: String
    let preferred: [Language: String]
    var labels: [Language: Set<String>]

    func text(_ language: Language) -> String {
      (labels[language] ?? []).sorted().joined(separator: " | ")
    }
  }

  /// The titles of a classification's unit groups in a language.
  static func groups(
    of id: ClassificationID, in language: Language, _ catalogue: Catalogue,
    official: Bool = true
  ) throws -> [Group] {
    let titles = try catalogue.titles(id)
    return try catalogue.codeTable(id).unitGroups.map { item in
      var group = Group()
      if let own = item.title(in: language), item.unofficialLanguages.contains(language) != official
      {
        group.own.append(own)
      }
      guard official else { return group }
      for title in titles[item.code] ?? [] where title.language == language {
        if title.kind == "group" {
          if !group.own.contains(title.title) { group.own.append(title.title) }
        } else {
          group.jobs.append(title.title)
        }
      }
      return group
    }
  }

  /// ESCO's occupations, in its order.
  static func concepts(_ catalogue: Catalogue) throws -> [Concept] {
    var concepts = try catalogue.escoOccupations().map { occupation in
      Concept(
        isco: occupation.isco08, preferred: occupation.labels,
        labels: occupation.labels.mapValues { [foldedTitle($0)] })
    }
    let numbers = Dictionary(
      uniqueKeysWithValues: try catalogue.escoOccupations().enumerated().map { ($1.id, $0) })
    for label in try catalogue.escoLabels() {
      guard let number = numbers[label.occupation] else { continue }
      concepts[number].labels[label.language, default: []].insert(foldedTitle(label.text))
    }
    return concepts
  }
}
