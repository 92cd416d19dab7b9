extension Correspondence {
  /// Takes the links of a table one by one, as they are read from a file.
  public struct Builder {
    private var table: Correspondence
    private var subjectNumbers: [PackedCode: Int32] = [:]
    private var objectNumbers: [PackedCode: Int32] = [:]

    /// Begins a table.
    public init(_ description: CorrespondenceDescription) { table = Correspondence(description) }

    /// Adds a link; its codes are the bytes of their UTF-8, at most 16.
    ///
    /// - Parameters:
    ///   - subject: The code on the subject's side.
    ///   - object: The code on the object's side.
    ///   - relation: How the object relates to the subject.
    ///   - isNegated: Whether the table says that the relation does not hold.
    ///   - isPartial: Whether the publisher says that it holds for a part only.
    ///   - score: The similarity that the table states, 0...1; `nil` for a table of statements. Either
    ///     all links of a table have one or none.
    ///   - note: The publisher's remark; empty if there is none.
    ///   - line: The line of the file.
    /// - Returns: Whether it was added; a code that is longer than any code is not.
    @discardableResult
    public mutating func add(
      subject: Span<UInt8>, object: Span<UInt8>, relation: MapRelation, isNegated: Bool,
      isPartial: Bool = false, score: Float? = nil, note: String, line: Int
    ) -> Bool {
      guard let subject = PackedCode(subject), let object = PackedCode(object) else { return false }
      let number = Int32(table.relations.count)
      table.subjects.codeOfLink.append(Self.number(subject, in: &subjectNumbers))
      table.objects.codeOfLink.append(Self.number(object, in: &objectNumbers))
      table.relations.append(relation)
      table.lines.append(Int32(clamping: line))
      if !note.isEmpty { table.notes[number] = note }
      if isNegated { table.negated.insert(number) }
      if isPartial { table.partial.insert(number) }
      if let score { table.scores.append(score) }
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
      Self.sort(subjectNumbers, into: &table.subjects)
      Self.sort(objectNumbers, into: &table.objects)
      table.subjects.index(without: table.negated)
      table.objects.index(without: table.negated)
      return table
    }

    private static func number(_ code: PackedCode, in numbers: inout [PackedCode: Int32]) -> Int32 {
      let next = Int32(numbers.count)
      if let known = numbers[code] { return known }
      numbers[code] = next
      return next
    }

    /// Renumbers the codes of a side in their order.
    private static func sort(_ numbers: [PackedCode: Int32], into side: inout Side) {
      let sorted = numbers.sorted { $0.key < $1.key }
      var renumbered = [Int32](repeating: 0, count: sorted.count)
      for (new, entry) in sorted.enumerated() { renumbered[Int(entry.value)] = Int32(new) }
      side.codes = sorted.map(\.key)
      for link in side.codeOfLink.indices {
        side.codeOfLink[link] = renumbered[Int(side.codeOfLink[link])]
      }
    }
  }
}
