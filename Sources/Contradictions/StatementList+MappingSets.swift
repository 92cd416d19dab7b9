public import Classifications
public import Correspondences
public import Diagnostics
import SSSOM

extension StatementList {
  /// Adds the records of a mapping set.
  ///
  /// Records of similarity, which computed numbers and state nothing, are left out, and so are predicates that
  /// are no matches; notes say how many.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - name: The name of the file for places.
  ///   - known: The classifications whose codes Puente knows.
  ///   - described: The tables of the crosswalks, by their mapping set's identifier.
  /// - Throws: ``InvalidInput`` if the file has no records that can be read.
  public mutating func add(
    mappingSet bytes: [UInt8], name: String, known: Set<ClassificationID>,
    described: (String) -> CorrespondenceDescription? = { _ in nil }
  ) throws(InvalidInput) {
    // Contradictions within the set are findings of the reader, too, and must not hide those that matter.
    let (set, findings) = SSSOMReader.read(bytes: bytes, name: name, maximumFindings: 1_000_000)
    let faults = findings.filter { Self.preventsReading($0) }
    if !faults.isEmpty { throw InvalidInput(faults) }
    let columns = Set(set.columns.compactMap(\.slot))
    let missing = [Slot.subjectID, .objectID, .predicateID].filter { !columns.contains($0) }
    guard missing.isEmpty || set.mappings.isEmpty else {
      throw InvalidInput(
        missing.map { slot in
          Finding(
            "sssom-missing-column", .error, at: SourceLocation(file: name, line: 1, column: 1),
            "there is no column '\(slot.name)', so the records say nothing that can be compared",
            help: "add the column")
        })
    }
    let identifier = set.metadata[.mappingSetID] ?? ""
    let description = described(identifier)
    tables.append(StatementTable(file: name, description: description))
    var reader = RecordReader(
      set, name: name, table: tables.count - 1,
      standing: Self.standing(of: description?.kind), known: known)
    for record in set.mappings { reader.read(record) }
    if !reader.faults.isEmpty { throw InvalidInput(reader.faults) }
    statements += reader.statements
    notes += reader.notes
  }

  static func standing(of kind: String?) -> Statement.Standing {
    switch kind {
    case "published": .published
    case "derived": .derived
    default: .own
    }
  }

  private static let hindrances: Set<SSSOMRule> = [
    .emptyFile, .noHeader, .metadataSyntax, .raggedRow, .predicateModifier, .tooManyFindings,
    .duplicateColumn,
  ]

  /// Whether records are lost or read wrongly because of a fault.
  private static func preventsReading(_ finding: Finding) -> Bool {
    guard finding.severity == .error else { return false }
    guard let rule = SSSOMRule(rawValue: finding.rule) else { return true }
    return hindrances.contains(rule)
  }
}

/// Makes statements of the records of one set.
private struct RecordReader {
  private(set) var statements: [Statement] = []
  private(set) var faults: [Finding] = []

  private let set: MappingSet
  private let prefixes: PrefixMap
  private let name: String
  private let table: Int
  private let standing: Statement.Standing
  private let known: Set<ClassificationID>
  private let setConfidence: Double?
  private var concepts: [String: Concept] = [:]
  private var claims: [String: Statement.Claim?] = [:]
  private var scopes: [String: [Slot]] = [:]
  private var uncompared: [String: Int] = [:]
  private var similar = 0
  private var nowhere = 0

  init(
    _ set: MappingSet, name: String, table: Int, standing: Statement.Standing,
    known: Set<ClassificationID>
  ) {
    self.set = set
    self.name = name
    self.table = table
    self.standing = standing
    self.known = known
    prefixes = set.metadata.prefixMap
    setConfidence = set.metadata[.mappingSetConfidence].flatMap(Self.share)
  }

  /// How many faults are told.
  private static let maximumFaults = 100

  mutating func read(_ record: MappingRecord) {
    if record.value(of: .mappingJustification).hasSuffix("SimilarityThresholdMatching"),
      !record[.similarityScore].isEmpty
    {
      similar += 1
      return
    }
    guard let subject = concept(record, .subjectID, .subjectType, .subjectLabel),
      let object = concept(record, .objectID, .objectType, .objectLabel)
    else { return }
    let predicate = record[.predicateID]
    guard !predicate.isEmpty else { return miss(record, .predicateID, "predicate") }
    let isNegated = record.isNegated
    let place = record.location(of: .objectID) ?? SourceLocation(file: name, line: 1, column: 1)
    if subject == Self.noTerm || object == Self.noTerm {
      let (concept, slot) =
        object == Self.noTerm ? (subject, Slot.objectSource) : (object, .subjectSource)
      guard let id = classification(record.value(of: slot)), concept != Self.noTerm else {
        nowhere += 1
        return
      }
      statements.append(
        Statement(
          subject: concept, object: concept, claim: .nothing(in: id), isNegated: isNegated,
          confidence: confidence(record), standing: standing, table: table, location: place,
          record: record))
      return
    }
    guard let claim = claim(predicate) else {
      uncompared[predicate, default: 0] += 1
      return
    }
    statements.append(
      Statement(
        subject: subject, object: object, claim: claim, isNegated: isNegated,
        confidence: confidence(record), standing: standing, table: table,
        cardinality: record[.mappingCardinality], scope: scope(record), location: place,
        record: record))
  }

  /// What was left out.
  var notes: [String] {
    var notes: [String] = []
    if similar > 0 {
      notes.append(
        "\(name): \(similar) records are similarities that were computed, which state nothing")
    }
    if nowhere > 0 {
      notes.append(
        "\(name): \(nowhere) records say that nothing corresponds, but not in which classification Puente knows"
      )
    }
    for (predicate, count) in uncompared.sorted(by: { $0.key < $1.key }) {
      notes.append("\(name): \(count) records with '\(predicate)' are not compared")
    }
    return notes
  }

  private static let noTerm = Concept.other("sssom:NoTermFound")

  private mutating func miss(_ record: MappingRecord, _ slot: Slot, _ what: String) {
    guard faults.count < Self.maximumFaults else { return }
    faults.append(
      Finding(
        "sssom-missing-value", .error,
        at: record.location(of: slot) ?? SourceLocation(file: name, line: 1, column: 1),
        "the record has no \(what)", help: "fill it in, or remove the record"))
  }

  private mutating func concept(
    _ record: MappingRecord, _ id: Slot, _ type: Slot, _ label: Slot
  ) -> Concept? {
    if record.value(of: type) == "rdfs literal" {
      return .other("'\(record[label])'")
    }
    let text = record[id]
    guard !text.isEmpty else {
      miss(record, id, id == .subjectID ? "subject" : "object")
      return nil
    }
    if let concept = concepts[text] { return concept }
    var concept = Concept.other(text)
    if let code = OccupationCode(curie: text), known.contains(code.classification) {
      concept = .group(code)
    } else if let prefix = PrefixMap.prefix(of: text), prefix != "sssom",
      let iri = prefixes.expand(text)
    {
      concept = .other(iri)
    }
    concepts[text] = concept
    return concept
  }

  private mutating func claim(_ predicate: String) -> Statement.Claim? {
    if let known = claims[predicate] { return known }
    let iri = prefixes.expand(predicate) ?? predicate
    let claim: Statement.Claim? =
      switch iri.split(whereSeparator: { $0 == "/" || $0 == "#" }).last ?? "" {
      case "exactMatch", "equivalentClass", "equivalentProperty", "sameAs": .relation(.exactMatch)
      case "closeMatch": .relation(.closeMatch)
      case "broadMatch", "subClassOf": .relation(.broadMatch)
      case "narrowMatch", "superClassOf": .relation(.narrowMatch)
      case "relatedMatch": .relation(.relatedMatch)
      case "mappingRelation": .anyRelation
      default: nil
      }
    claims[predicate] = .some(claim)
    return claim
  }

  /// The classification that a source names, as `puente:noc2016` or by an IRI that ends so.
  private func classification(_ source: String) -> ClassificationID? {
    let last = source.split { $0 == "/" || $0 == "#" || $0 == ":" }.last ?? ""
    return ClassificationID(rawValue: last.lowercased()).flatMap { known.contains($0) ? $0 : nil }
  }

  private func confidence(_ record: MappingRecord) -> Double? {
    Self.share(record.value(of: .confidence)) ?? setConfidence
  }

  private static func share(_ text: String) -> Double? {
    Double(text).flatMap { (0...1).contains($0) ? $0 : nil }
  }

  /// The values that a record's cardinality is counted among.
  private mutating func scope(_ record: MappingRecord) -> String {
    let text = record.value(of: .cardinalityScope)
    guard !text.isEmpty else { return "" }
    let slots =
      scopes[text] ?? record.values(of: .cardinalityScope).compactMap { Slot(name: $0) }
    scopes[text] = slots
    return slots.map { "\($0.name)\u{1F}\(record.value(of: $0))" }.joined(separator: "\u{1E}")
  }
}
