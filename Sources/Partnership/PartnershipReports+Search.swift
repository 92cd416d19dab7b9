/// A row that a search found.
public struct SearchHit: Hashable, Sendable {
  /// What kind of row: the name of its table, such as `items`.
  public let kind: String
  /// The name of the row.
  public let id: String
  /// The group, where the row is of one.
  public let group: String?
  /// The section, where the row is a statement of a group.
  public let section: String?
  /// What the row says.
  public let text: String
  /// What stands around it in the report: the heading, and the bodies that its lines name.
  public let context: String
  /// Where it is from.
  public let provenance: Provenance
}

extension PartnershipReports {
  /// Every row as a search sees it, in the order of the tables.
  public var searchable: [SearchHit] {
    func hit(
      _ kind: String, _ id: String, _ provenance: Provenance, _ texts: [String?],
      group: String? = nil, section: String? = nil, context: [String?] = []
    ) -> SearchHit {
      SearchHit(
        kind: kind, id: id, group: group, section: section,
        text: texts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "; "),
        context: context.compactMap { $0 }.joined(separator: "; "),
        provenance: provenance)
    }
    var hits: [SearchHit] = []
    hits += groups.map {
      hit("groups", $0.id, $0.provenance, [$0.name, $0.abbreviation, $0.note], group: $0.id)
    }
    hits += coChairs.map {
      hit(
        "cochairs", $0.name, $0.provenance,
        [$0.name, $0.representedBy.map { "represented by \($0)" }, $0.title, $0.institution],
        group: $0.group)
    }
    hits += meetings.map {
      hit(
        "meetings", String($0.number), $0.provenance,
        ["meeting \($0.number)", $0.place, $0.placePrinted, "\($0.start) to \($0.end)"])
    }
    hits += facts.map { hit("facts", $0.id, $0.provenance, [$0.value]) }
    hits += items.map {
      hit(
        "items", $0.id, $0.provenance,
        [$0.gist] + $0.deadlines.map { "\($0.what): \($0.printed)" }, group: $0.group,
        section: $0.section.rawValue,
        context: [$0.heading.map { "under '\($0)'" }]
          + institutions(namedIn: $0.provenance).map { institution in
            "names \(institution.name)"
              + (institution.abbreviation.map { " (\($0))" } ?? "")
          })
    }
    hits += tracker.map {
      hit(
        "tracker", $0.id, $0.provenance,
        [$0.initiative, $0.milestones, $0.status, $0.participants, $0.comments, $0.timeline],
        group: $0.group)
    }
    hits += indicators.map {
      hit(
        "indicators", $0.id, $0.provenance, [$0.name, $0.words, $0.period, $0.qualifier, $0.note],
        group: $0.group)
    }
    hits += institutions.map {
      hit("institutions", $0.id, $0.provenance, [$0.name] + $0.namesPrinted + [$0.note])
    }
    hits += jointWork.map { hit("joint_work", $0.id, $0.provenance, $0.groups + [$0.subject]) }
    hits += missingLists.map {
      hit(
        "missing_lists", $0.id, $0.provenance, ["missing: \($0.what)", $0.announced],
        group: $0.group, section: $0.section)
    }
    hits += defects.map { hit("defects", $0.id, $0.provenance, [$0.note]) }
    return hits
  }
}

/// A text that users look for: every word has to begin a word of what is found.
public struct TextQuery: Sendable {
  private let words: [Substring]
  private let folding: @Sendable (String) -> String

  /// Creates a query.
  ///
  /// - Parameters:
  ///   - text: What a user wrote.
  ///   - folding: Brings texts to the form in which they are compared: without case and accents.
  public init(_ text: String, folding: @escaping @Sendable (String) -> String) {
    self.folding = folding
    words = Self.spelling(folding(text)).split(separator: " ")
  }

  /// Whether there is no letter or digit to look for.
  public var isEmpty: Bool { words.isEmpty }

  /// Whether a text has every word.
  public func matches(_ text: String) -> Bool {
    let found = Self.spelling(folding(text)).split(separator: " ")
    return words.allSatisfy { word in found.contains { $0.hasPrefix(word) } }
  }

  /// Whether a text has any of the words.
  public func matchesAny(of text: String) -> Bool {
    let found = Self.spelling(folding(text)).split(separator: " ")
    return words.contains { word in found.contains { $0.hasPrefix(word) } }
  }

  /// One spelling for words that reports spell in two ways.
  private static func spelling(_ folded: String) -> String {
    folded.replacing("labour", with: "labor").replacing("centre", with: "center")
      .replacing("programme", with: "program")
  }
}
