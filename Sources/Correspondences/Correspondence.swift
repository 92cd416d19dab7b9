public import Classifications

/// One line of the index of correspondences: what a table links, and who says so.
public struct CorrespondenceDescription: Hashable, Sendable {
  /// The identifier, such as `sinco2011-isco08`.
  public let id: String
  /// The classification of the subjects.
  public let subject: ClassificationID
  /// The classification of the objects.
  public let object: ClassificationID
  /// The file, relative to the folder of the index.
  public let file: String
  /// The title for people.
  public let title: String
  /// Who decided the links: `published` by an agency, `derived` by us from published facts,
  /// `curated` by people who use Puente, or nobody: `similarity` for scores that were computed.
  public let kind: String
  /// The row of `sources.csv` it comes from.
  public let source: String
  /// The name of the evidence that the table is of its own, such as `esco`; `nil` for one that is a link
  /// in chains.
  public let evidence: String?
  /// The tables that it was derived from; it is left out with them.
  public let derivedFrom: [String]

  /// Creates a description.
  public init(
    id: String, subject: ClassificationID, object: ClassificationID, file: String, title: String,
    kind: String, source: String, evidence: String? = nil, derivedFrom: [String] = []
  ) {
    self.id = id
    self.subject = subject
    self.object = object
    self.file = file
    self.title = title
    self.kind = kind
    self.source = source
    self.evidence = evidence
    self.derivedFrom = derivedFrom
  }

  /// Whether the table holds similarities that were computed, not statements.
  public var isSimilarity: Bool { kind == "similarity" }
}

/// A table of links between two classifications, as its publisher gives them.
public struct Correspondence: Sendable {
  /// One link from a code to another.
  public struct Link: Hashable, Sendable {
    /// The code on the subject's side.
    public let subject: String
    /// The code on the object's side.
    public let object: String
    /// How the object relates to the subject.
    public let relation: MapRelation
    /// Whether the table says that the relation does *not* hold.
    public let isNegated: Bool
    /// The publisher's remark; empty if there is none.
    public let note: String
    /// The line of the file it stands on.
    public let line: Int

    /// Creates a link.
    public init(
      subject: String, object: String, relation: MapRelation, isNegated: Bool, note: String,
      line: Int
    ) {
      self.subject = subject
      self.object = object
      self.relation = relation
      self.isNegated = isNegated
      self.note = note
      self.line = line
    }
  }

  /// What a table says of one code.
  public enum Standing: Hashable, Sendable {
    /// It has links.
    case linked
    /// The publisher states that nothing corresponds, with its remark.
    case statedNone(note: String)
    /// The table does not speak of it.
    case notListed
  }

  /// What it links, and who says so.
  public let description: CorrespondenceDescription

  /// The codes of one side, in the order of ``PackedCode``, and which links each has.
  ///
  /// Links are numbered in the order of the file; those of a code lie together in `order`.
  struct Side: Sendable {
    var codes: [PackedCode] = []
    var codeOfLink: [Int32] = []
    var starts: [Int32] = []
    var order: [Int32] = []
    var without: [String: String] = [:]

    /// The number of a code, found by halving.
    func number(of code: PackedCode) -> Int? {
      var low = 0
      var high = codes.count
      while low < high {
        let middle = (low + high) / 2
        if codes[middle] < code { low = middle + 1 } else { high = middle }
      }
      return low < codes.count && codes[low] == code ? low : nil
    }

    /// Sorts the links by code, by counting, without negated ones.
    mutating func index(without negated: Set<Int32>) {
      starts = [Int32](repeating: 0, count: codes.count + 1)
      for (link, code) in codeOfLink.enumerated() where !negated.contains(Int32(link)) {
        starts[Int(code) + 1] += 1
      }
      for code in codes.indices { starts[code + 1] += starts[code] }
      var next = starts
      order = [Int32](repeating: 0, count: Int(starts[codes.count]))
      for (link, code) in codeOfLink.enumerated() where !negated.contains(Int32(link)) {
        order[Int(next[Int(code)])] = Int32(link)
        next[Int(code)] += 1
      }
    }
  }

  var subjects = Side()
  var objects = Side()
  var relations: [MapRelation] = []
  var lines: [Int32] = []
  var notes: [Int32: String] = [:]
  var negated: Set<Int32> = []
  var partial: Set<Int32> = []
  /// The similarity of each link; empty for a table whose links are statements.
  var scores: [Float] = []

  /// Creates a table.
  ///
  /// - Parameters:
  ///   - description: What it links.
  ///   - links: Its links.
  ///   - subjectsWithout: Subjects of which the publisher states that nothing corresponds, with its
  ///     remark.
  ///   - objectsWithout: The same for objects.
  /// - Complexity: O(*n*), where *n* is the number of links.
  public init(
    _ description: CorrespondenceDescription, links: [Link],
    subjectsWithout: [String: String] = [:], objectsWithout: [String: String] = [:]
  ) {
    var builder = Builder(description)
    for link in links {
      builder.add(
        subject: Array(link.subject.utf8).span, object: Array(link.object.utf8).span,
        relation: link.relation, isNegated: link.isNegated, note: link.note, line: link.line
      )
    }
    for (code, note) in subjectsWithout { builder.add(subjectWithout: code, note: note) }
    for (code, note) in objectsWithout { builder.add(objectWithout: code, note: note) }
    self = builder.finish()
  }

  init(_ description: CorrespondenceDescription) { self.description = description }

  /// Every link, in the order of the file.
  ///
  /// - Complexity: O(*n*), where *n* is the number of links.
  public var links: [Link] { relations.indices.map { link(Int32($0)) } }

  /// How many links there are, negated ones included.
  public var count: Int { relations.count }

  /// Whether the links are similarities that were computed, not statements.
  public var hasScores: Bool { !scores.isEmpty }

  /// The similarity that a link states.
  ///
  /// - Parameter number: The number of the link, counted from 0 in the order of the file.
  /// - Returns: The similarity, 0...1; 1 in a table of statements.
  public func score(ofLink number: Int32) -> Float { scores.isEmpty ? 1 : scores[Int(number)] }

  /// Whether the publisher says that a link holds for a part of the groups only: by a flag, or by a note
  /// that names the part.
  ///
  /// - Parameter number: The number of the link, counted from 0 in the order of the file.
  /// - Returns: `true` if it does.
  public func isPartial(link number: Int32) -> Bool {
    if partial.contains(number) { return true }
    guard !hasScores, let note = notes[number] else { return false }
    // 'Except ...' says that the whole is meant but for a part.
    return !note.lowercased().hasPrefix("except")
  }

  /// The link with a number.
  ///
  /// - Parameter number: The number, counted from 0 in the order of the file.
  /// - Returns: The link.
  public func link(_ number: Int32) -> Link {
    let index = Int(number)
    return Link(
      subject: subjects.codes[Int(subjects.codeOfLink[index])].text,
      object: objects.codes[Int(objects.codeOfLink[index])].text, relation: relations[index],
      isNegated: negated.contains(number), note: notes[number] ?? "", line: Int(lines[index])
    )
  }

  /// The numbers of the links of a code that are not negated, in the order of the file.
  public func numbers(from code: String, _ direction: Direction) -> ArraySlice<Int32> {
    let side = direction == .forward ? subjects : objects
    guard let packed = PackedCode(code), let number = side.number(of: packed) else { return [] }
    return side.order[Int(side.starts[number])..<Int(side.starts[number + 1])]
  }

  /// The table that affirms what this one denies; `nil` if this one denies nothing.
  public var denials: Correspondence? {
    guard !negated.isEmpty else { return nil }
    let denied = links.filter(\.isNegated).map { link in
      Link(
        subject: link.subject, object: link.object, relation: link.relation, isNegated: false,
        note: "",
        line: link.line)
    }
    return Correspondence(description, links: denied)
  }

  /// The links that begin at a code when the table is read in a direction, without negated ones.
  ///
  /// - Complexity: O(log *n* + *k*), where *n* is the number of codes and *k* that of the code's links.
  public func links(from code: String, _ direction: Direction) -> [Link] {
    numbers(from: code, direction).map(link)
  }

  /// How many links begin at a code when the table is read in a direction, without negated ones.
  ///
  /// - Complexity: O(log *n*), where *n* is the number of codes.
  public func linkCount(from code: String, _ direction: Direction) -> Int {
    numbers(from: code, direction).count
  }

  /// The codes of which the publisher states that nothing corresponds, with its remark, by code.
  ///
  /// - Parameter direction: The side: that of the subjects, or that of the objects.
  /// - Returns: The codes and remarks.
  public func withoutCorrespondence(_ direction: Direction) -> [(code: String, note: String)] {
    (direction == .forward ? subjects.without : objects.without).sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }

  /// What the table says of a code on the side that a direction begins at.
  public func standing(of code: String, _ direction: Direction) -> Standing {
    if linkCount(from: code, direction) > 0 { return .linked }
    let without = direction == .forward ? subjects.without : objects.without
    return without[code].map { .statedNone(note: $0) } ?? .notListed
  }
}

/// Which way a table is read.
public enum Direction: String, Hashable, Sendable {
  /// From subject to object.
  case forward
  /// From object to subject.
  case backward

  /// The other way.
  public var opposite: Self { self == .forward ? .backward : .forward }
}

extension Correspondence.Link {
  /// The code at the end that a direction leads to.
  public func end(_ direction: Direction) -> String { direction == .forward ? object : subject }

  /// The relation read in a direction.
  public func relation(_ direction: Direction) -> MapRelation {
    direction == .forward ? relation : relation.inverse
  }
}
