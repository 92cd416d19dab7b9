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
  /// Who decided the links: `published` by an agency, `derived` by us from published facts, or
  /// `curated` by people who use Puente.
  public let kind: String
  /// The row of `sources.csv` it comes from.
  public let source: String

  /// Creates a description.
  public init(
    id: String, subject: ClassificationID, object: ClassificationID, file: String, title: String,
    kind: String, source: String
  ) {
    self.id = id
    self.subject = subject
    self.object = object
    self.file = file
    self.title = title
    self.kind = kind
    self.source = source
  }
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

  /// The codes of one side, and which links each has.
  ///
  /// Links are numbered in the order of the file; those of a code lie together in `order`.
  fileprivate struct Side: Sendable {
    var numbers: [PackedCode: Int32] = [:]
    var codes: [String] = []
    var codeOfLink: [Int32] = []
    var starts: [Int32] = []
    var order: [Int32] = []
    var without: [String: String] = [:]
  }

  fileprivate var subjects = Side()
  fileprivate var objects = Side()
  fileprivate var relations: [MapRelation] = []
  fileprivate var lines: [Int32] = []
  fileprivate var notes: [Int32: String] = [:]
  fileprivate var negated: Set<Int32> = []

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

  fileprivate init(_ description: CorrespondenceDescription) { self.description = description }

  /// Every link, in the order of the file.
  ///
  /// - Complexity: O(*n*), where *n* is the number of links.
  public var links: [Link] { relations.indices.map { link(Int32($0)) } }

  private func link(_ number: Int32) -> Link {
    let index = Int(number)
    return Link(
      subject: subjects.codes[Int(subjects.codeOfLink[index])],
      object: objects.codes[Int(objects.codeOfLink[index])], relation: relations[index],
      isNegated: negated.contains(number), note: notes[number] ?? "", line: Int(lines[index])
    )
  }

  /// The numbers of the links of a code that are not negated.
  private func numbers(from code: String, _ direction: Direction) -> ArraySlice<Int32> {
    let side = direction == .forward ? subjects : objects
    guard let packed = PackedCode(code), let number = side.numbers[packed] else { return [] }
    return side.order[Int(side.starts[Int(number)])..<Int(side.starts[Int(number) + 1])]
  }

  /// The links that begin at a code when the table is read in a direction, without negated ones.
  ///
  /// - Complexity: O(*k*), where *k* is the number of links of the code.
  public func links(from code: String, _ direction: Direction) -> [Link] {
    numbers(from: code, direction).map(link)
  }

  /// How many links begin at a code when the table is read in a direction, without negated ones.
  ///
  /// - Complexity: O(1).
  public func linkCount(from code: String, _ direction: Direction) -> Int {
    numbers(from: code, direction).count
  }

  /// The codes of which the publisher states that nothing corresponds, with its remark, by code.
  ///
  /// - Parameter direction: The side: that of the subjects, or that of the objects.
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

extension Correspondence {
  /// Takes the links of a table one by one, as they are read from a file.
  public struct Builder {
    private var table: Correspondence
    private var lastSubject: (code: PackedCode, number: Int32)?

    /// Begins a table.
    public init(_ description: CorrespondenceDescription) { table = Correspondence(description) }

    /// Adds a link; its codes are the bytes of their UTF-8, at most 16.
    ///
    /// - Returns: Whether it was added; a code that is longer than any code is not.
    @discardableResult
    public mutating func add(
      subject: Span<UInt8>, object: Span<UInt8>, relation: MapRelation, isNegated: Bool,
      note: String, line: Int
    ) -> Bool {
      guard let packedSubject = PackedCode(subject), let packedObject = PackedCode(object) else {
        return false
      }
      let number = Int32(table.relations.count)
      let subjectNumber: Int32
      if let lastSubject, lastSubject.code == packedSubject {
        subjectNumber = lastSubject.number
      } else {
        subjectNumber = Self.number(packedSubject, in: &table.subjects)
        lastSubject = (packedSubject, subjectNumber)
      }
      table.subjects.codeOfLink.append(subjectNumber)
      table.objects.codeOfLink.append(Self.number(packedObject, in: &table.objects))
      table.relations.append(relation)
      table.lines.append(Int32(clamping: line))
      if !note.isEmpty { table.notes[number] = note }
      if isNegated { table.negated.insert(number) }
      return true
    }

    /// Adds a subject of which the publisher states that nothing corresponds.
    public mutating func add(subjectWithout code: String, note: String) {
      table.subjects.without[code] = note
    }

    /// Adds an object of which the publisher states that nothing corresponds.
    public mutating func add(objectWithout code: String, note: String) {
      table.objects.without[code] = note
    }

    /// The table.
    public consuming func finish() -> Correspondence {
      Self.index(&table.subjects, without: table.negated)
      Self.index(&table.objects, without: table.negated)
      return table
    }

    private static func number(_ code: PackedCode, in side: inout Side) -> Int32 {
      let next = Int32(side.codes.count)
      let number = side.numbers[code, default: next]
      if number == next {
        side.numbers[code] = next
        side.codes.append(code.text)
      }
      return number
    }

    /// Sorts the links of a side by code, by counting.
    private static func index(_ side: inout Side, without negated: Set<Int32>) {
      var starts = [Int32](repeating: 0, count: side.codes.count + 1)
      for (link, code) in side.codeOfLink.enumerated() where !negated.contains(Int32(link)) {
        starts[Int(code) + 1] += 1
      }
      for code in side.codes.indices { starts[code + 1] += starts[code] }
      var next = starts
      var order = [Int32](repeating: 0, count: Int(starts[side.codes.count]))
      for (link, code) in side.codeOfLink.enumerated() where !negated.contains(Int32(link)) {
        order[Int(next[Int(code)])] = Int32(link)
        next[Int(code)] += 1
      }
      side.starts = starts
      side.order = order
    }
  }
}

/// A code of at most 16 bytes as two numbers, which hash faster than a text.
struct PackedCode: Hashable, Sendable {
  private let low: UInt64
  private let high: UInt64

  /// Packs bytes, or returns `nil` if there are none or more than 16, or one is zero.
  init?(_ bytes: Span<UInt8>) {
    guard (1...16).contains(bytes.count) else { return nil }
    var low: UInt64 = 0
    var high: UInt64 = 0
    for index in bytes.indices {
      let byte = UInt64(bytes[index])
      guard byte != 0 else { return nil }
      if index < 8 { low |= byte << (8 * UInt64(index)) } else { high |= byte << (8 * UInt64(index - 8)) }
    }
    self.low = low
    self.high = high
  }

  init?(_ text: String) {
    self.init(Array(text.utf8).span)
  }

  var text: String {
    var bytes: [UInt8] = []
    for part in [low, high] {
      var rest = part
      while rest != 0 {
        bytes.append(UInt8(truncatingIfNeeded: rest))
        rest >>= 8
      }
    }
    return String(decoding: bytes, as: UTF8.self)
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
