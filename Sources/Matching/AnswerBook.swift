public import Classifications
public import Correspondences

/// All answers between two classifications, written down so that one can be read without the tables it rests
/// on.
///
/// To answer for one code every pair of the two classifications has to be scored, since a score depends on
/// the alternatives. A look-up of one code should not wait for that.
public struct AnswerBook: Sendable {
  /// A file that the answers rest on.
  public struct Input: Hashable, Sendable {
    /// Its path in the data folder.
    public let path: String
    /// Its length in bytes.
    public let size: Int

    /// Creates an input.
    public init(path: String, size: Int) {
      self.path = path
      self.size = size
    }
  }

  /// Where the entry of a code is.
  public struct Entry: Hashable, Sendable {
    /// The place of its first byte, counted from the beginning of the book.
    public let start: Int
    /// Its length in bytes.
    public let count: Int
  }

  /// The files that the answers rest on.
  public let inputs: [Input]
  /// The classification of the codes asked about.
  public let origin: ClassificationID
  /// The classification of the answers.
  public let destination: ClassificationID

  private let names: Names
  private let routes: [Route]
  private let isCalibrated: Bool
  private let entries: [String: Entry]

  private static let signature: [UInt8] = Array("puente answers 1".utf8)
  /// How many bytes stand before the contents: the signature and the length of the contents.
  public static let preface = signature.count + 8

  /// The length of a book's contents, which follow its first ``preface`` bytes.
  ///
  /// - Parameter bytes: The first bytes of a file.
  /// - Returns: The length in bytes; `nil` if the file is no book.
  public static func lengthOfContents(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= preface, bytes.starts(with: signature) else { return nil }
    var reader = CompiledReader(bytes[signature.count..<preface])
    let length = reader.readWord()
    return length < 1 << 30 ? Int(length) : nil
  }

  /// Reads the contents of a book, or returns `nil` if the bytes are damaged or of other tables.
  ///
  /// - Parameters:
  ///   - contents: The bytes behind the preface, as many as ``lengthOfContents(_:)`` says.
  ///   - tables: The tables there are now.
  public init?(contents: [UInt8], tables: [CorrespondenceDescription]) {
    var reader = CompiledReader(contents[...])
    var inputs: [Input] = []
    for _ in 0..<reader.readCount() {
      inputs.append(Input(path: reader.readText(), size: reader.readNumber()))
    }
    self.inputs = inputs
    guard let origin = ClassificationID(rawValue: reader.readText()),
      let destination = ClassificationID(rawValue: reader.readText())
    else { return nil }
    self.origin = origin
    self.destination = destination
    isCalibrated = reader.readNumber() == 1
    let known = Dictionary(tables.map { ($0.id, $0) }) { first, _ in first }
    var names = Names()
    for _ in 0..<reader.readCount() {
      guard let table = known[reader.readText()] else { return nil }
      names.tables.append(table)
    }
    for _ in 0..<reader.readCount() { names.texts.append(reader.readText()) }
    var routes: [Route] = []
    for _ in 0..<reader.readCount() {
      let evidence = names.text(reader.readNumber())
      var steps: [RouteStep] = []
      for _ in 0..<reader.readCount() {
        guard let table = names.table(reader.readNumber()) else { return nil }
        steps.append(
          RouteStep(
            correspondence: table, direction: reader.readNumber() == 0 ? .forward : .backward))
      }
      routes.append(Route(steps: steps, evidence: evidence))
    }
    self.routes = routes
    self.names = names
    let first = Self.preface + contents.count
    var entries: [String: Entry] = [:]
    let count = reader.readCount()
    entries.reserveCapacity(count)
    for _ in 0..<count {
      let code = reader.readText()
      let start = reader.readNumber()
      entries[code] = Entry(start: first + start, count: reader.readNumber())
    }
    self.entries = entries
    guard reader.isAtSoundEnd else { return nil }
  }

  /// Where the answer for a unit group is; `nil` for any other code.
  public func entry(of code: String) -> Entry? { entries[code] }

  /// Reads an answer.
  ///
  /// - Parameters:
  ///   - code: The unit group.
  ///   - bytes: The bytes of its entry.
  /// - Returns: The answer; `nil` if the bytes are damaged.
  public func answer(for code: String, _ bytes: [UInt8]) -> EquivalenceAnswer? {
    var reader = CompiledReader(bytes[...])
    var candidates: [Equivalence] = []
    for _ in 0..<reader.readCount() { candidates.append(names.equivalence(&reader, destination)) }
    var silences: [EquivalenceAnswer.Silence] = []
    for _ in 0..<reader.readCount() {
      guard let table = names.table(reader.readNumber()), let code = names.code(&reader) else {
        return nil
      }
      silences.append(
        EquivalenceAnswer.Silence(
          table: table, code: code, isStated: reader.readNumber() == 1, note: reader.readText()))
    }
    guard reader.isAtSoundEnd else { return nil }
    return EquivalenceAnswer(
      source: OccupationCode(origin, code), candidates: candidates, silences: silences,
      routes: routes, isCalibrated: isCalibrated)
  }

  /// Writes all answers of a finder down.
  ///
  /// - Parameters:
  ///   - finder: The finder.
  ///   - codes: The unit groups to be asked about.
  ///   - inputs: The files that the answers rest on.
  /// - Returns: The bytes of the book.
  /// - Throws: What the finder throws.
  public static func compiled(
    _ finder: EquivalenceFinder, _ codes: [String], inputs: [Input]
  ) throws -> [UInt8] {
    var names = Names()
    var records = CompiledWriter()
    var index: [(code: String, start: Int, count: Int)] = []
    var routes: [Route] = []
    var isCalibrated = false
    for code in codes {
      let answer = try finder.answer(for: code)
      (routes, isCalibrated) = (answer.routes, answer.isCalibrated)
      let start = records.bytes.count
      records.write(answer.candidates.count)
      for candidate in answer.candidates { names.write(candidate, to: &records) }
      records.write(answer.silences.count)
      for silence in answer.silences {
        records.write(names.number(of: silence.table))
        names.write(silence.code, to: &records)
        records.write(silence.isStated ? 1 : 0)
        records.write(silence.note)
      }
      index.append((code, start, records.bytes.count - start))
    }
    var tail = CompiledWriter()
    tail.write(routes.count)
    for route in routes {
      tail.write(names.number(of: route.evidence))
      tail.write(route.steps.count)
      for step in route.steps {
        tail.write(names.number(of: step.correspondence))
        tail.write(step.direction == .forward ? 0 : 1)
      }
    }
    tail.write(index.count)
    for entry in index {
      tail.write(entry.code)
      tail.write(entry.start)
      tail.write(entry.count)
    }
    var contents = CompiledWriter()
    contents.write(inputs.count)
    for input in inputs {
      contents.write(input.path)
      contents.write(input.size)
    }
    contents.write(finder.origin.rawValue)
    contents.write(finder.destination.rawValue)
    contents.write(isCalibrated ? 1 : 0)
    contents.write(names.tables.count)
    for table in names.tables { contents.write(table.id) }
    contents.write(names.texts.count)
    for text in names.texts { contents.write(text) }
    contents.bytes += tail.bytes
    var book = CompiledWriter(bytes: signature)
    book.write(UInt64(contents.bytes.count))
    book.bytes += contents.bytes
    book.bytes += records.bytes
    return book.bytes
  }
}

/// The tables and short texts that recur in a book, by number.
private struct Names: Sendable {
  var tables: [CorrespondenceDescription] = []
  var texts: [String] = []
  private var numbers: [String: Int] = [:]
  private var tableNumbers: [String: Int] = [:]

  func text(_ number: Int) -> String { number < texts.count ? texts[number] : "" }

  func table(_ number: Int) -> CorrespondenceDescription? {
    number < tables.count ? tables[number] : nil
  }

  mutating func number(of text: String) -> Int {
    if let known = numbers[text] { return known }
    texts.append(text)
    numbers[text] = texts.count - 1
    return texts.count - 1
  }

  mutating func number(of table: CorrespondenceDescription) -> Int {
    if let known = tableNumbers[table.id] { return known }
    tables.append(table)
    tableNumbers[table.id] = tables.count - 1
    return tables.count - 1
  }

  mutating func write(_ code: OccupationCode, to writer: inout CompiledWriter) {
    writer.write(number(of: code.classification.rawValue))
    writer.write(code.code)
  }

  func code(_ reader: inout CompiledReader) -> OccupationCode? {
    let id = ClassificationID(rawValue: text(reader.readNumber()))
    let code = reader.readText()
    return id.map { OccupationCode($0, code) }
  }

  mutating func write(_ one: Equivalence, to writer: inout CompiledWriter) {
    writer.write(one.target.code)
    for number in [one.score, one.overlap.ofSource, one.overlap.ofTarget] {
      writer.write(number.bitPattern)
    }
    writer.write(one.relation)
    writer.write(one.ties.count)
    for (name, tie) in one.ties.sorted(by: { $0.key < $1.key }) {
      writer.write(number(of: name))
      // Ties are kept in single precision.
      writer.write(Int(Float(tie).bitPattern))
    }
    writer.write(one.flags.count)
    for flag in one.flags {
      writer.write(number(of: flag.name))
      writer.write(flag.reason)
    }
    writer.write(one.paths.count)
    for path in one.paths {
      writer.write(number(of: path.evidence))
      writer.write(path.codes.count)
      for code in path.codes { write(code, to: &writer) }
      writer.write(path.tables.count)
      for table in path.tables { writer.write(number(of: table)) }
      writer.write(path.relation)
      writer.write(path.share.bitPattern)
      writer.write(path.notes.count)
      for note in path.notes { writer.write(note) }
    }
  }

  func equivalence(_ reader: inout CompiledReader, _ destination: ClassificationID) -> Equivalence {
    let target = OccupationCode(destination, reader.readText())
    let numbers = (0..<3).map { _ in Double(bitPattern: reader.readWord()) }
    let relation = reader.readRelation()
    var ties: [String: Double] = [:]
    for _ in 0..<reader.readCount() {
      let name = text(reader.readNumber())
      ties[name] = Double(Float(bitPattern: UInt32(truncatingIfNeeded: reader.readNumber())))
    }
    var flags: [Equivalence.Flag] = []
    for _ in 0..<reader.readCount() {
      flags.append(
        Equivalence.Flag(name: text(reader.readNumber()), reason: reader.readText()))
    }
    var paths: [Equivalence.Path] = []
    for _ in 0..<reader.readCount() {
      let evidence = text(reader.readNumber())
      let codes = (0..<reader.readCount()).compactMap { _ in code(&reader) }
      let tables = (0..<reader.readCount()).compactMap { _ in table(reader.readNumber()) }
      let relation = reader.readRelation()
      let share = Double(bitPattern: reader.readWord())
      let notes = (0..<reader.readCount()).map { _ in reader.readText() }
      paths.append(
        Equivalence.Path(
          evidence: evidence, codes: codes, tables: tables, relation: relation, share: share,
          notes: notes))
    }
    return Equivalence(
      target: target, score: numbers[0], relation: relation,
      overlap: RelationEstimate(ofSource: numbers[1], ofTarget: numbers[2]), ties: ties, terms: [],
      flags: flags, paths: paths)
  }
}

extension CompiledWriter {
  fileprivate mutating func write(_ relation: MapRelation) {
    write(CompiledReader.relations.firstIndex(of: relation) ?? 0)
  }
}

extension CompiledReader {
  fileprivate static let relations: [MapRelation] = [
    .exactMatch, .closeMatch, .broadMatch, .narrowMatch, .relatedMatch,
  ]

  fileprivate mutating func readRelation() -> MapRelation {
    let number = readNumber()
    return number < Self.relations.count ? Self.relations[number] : .relatedMatch
  }
}
