public import Classifications
public import Correspondences
public import Matching

/// Puente's reference data, each table read when it is first asked for.
///
/// A command that looks up one code reads the few tables it needs, which is what keeps it quick. The
/// catalogue is used by one task; it is not shared.
public final class Catalogue {
  /// Where the data is.
  public let directory: DataDirectory

  /// Every classification, in the order of `classifications.csv`.
  public let classifications: [Classification]

  /// The names of what is left out.
  public let leftOut: Set<String>

  /// Every correspondence that is in use, in the order of `crosswalks/index.csv`.
  public let correspondences: [CorrespondenceDescription]

  let files: ReferenceFiles
  private var codeTables: [ClassificationID: CodeTable] = [:]
  private var trees: [ClassificationID: CodeTable] = [:]
  private var titleIndexes: [ClassificationID: [String: [JobTitle]]] = [:]
  private var correspondenceTables: [String: Correspondence] = [:]
  private var loadedVocabulary: TitleVocabulary?
  private var finders: [[String]: EquivalenceFinder] = [:]
  var scorings: [[String]: PairScoring] = [:]
  var answerBooks: [[String]: AnswerBook?] = [:]
  /// The path of the running program, which answers that were written down must be newer than; `nil` if they
  /// are not to be used.
  let program: String?
  /// What people have decided, as evidence for scores; set before the first question.
  public var decisions: [Decision] = []
  var loadedModel: EquivalenceModel?
  var groupTraits: [ClassificationID: GroupTraits] = [:]
  var numberedUnits: [ClassificationID: UnitGroups] = [:]

  /// Opens the data in a folder.
  ///
  /// - Parameters:
  ///   - directory: The folder.
  ///   - leavingOut: Names of correspondences, of sources or of evidence (``evidenceNames``) that is not to be
  ///     used.
  ///   - program: The path of the running program: answers that were written down by it, or since it was
  ///     made, are read instead of computed. `nil` to compute all.
  /// - Throws: ``FileError`` or ``InvalidInput`` if the lists of classifications or correspondences
  ///   cannot be used.
  public init(_ directory: DataDirectory, leavingOut: Set<String> = [], program: String? = nil)
    throws
  {
    self.directory = directory
    self.program = program
    self.leftOut = leavingOut
    self.files = ReferenceFiles(directory)
    self.classifications = try files.classifications()
    self.correspondences = Self.kept(try files.correspondences(), without: leavingOut)
  }

  /// The names of evidence that may be left out: chains by their pivots, similarities, and decisions.
  public var evidenceNames: [String] {
    var names = EquivalenceModel.fittedEvidence
    for name in correspondences.compactMap(\.evidence) where !names.contains(name) {
      names.append(name)
    }
    return names + [Decision.evidenceName]
  }

  /// The tables that stay when some are left out, and with them all that was derived from them.
  private static func kept(
    _ all: [CorrespondenceDescription], without left: Set<String>
  ) -> [CorrespondenceDescription] {
    var left = left
    var kept = all
    while true {
      let out = kept.filter { table in
        [table.id, table.source, table.evidence ?? ""].contains(where: left.contains)
          || table.derivedFrom.contains(where: left.contains)
      }
      guard !out.isEmpty else { return kept }
      kept.removeAll(where: out.contains)
      left.formUnion(out.map(\.id))
    }
  }

  /// The classification with an identifier.
  ///
  /// - Throws: ``UnknownName`` if there is none.
  public func classification(_ id: ClassificationID) throws -> Classification {
    guard let known = classifications.first(where: { $0.id == id }) else {
      throw UnknownName(
        "classification", id.rawValue, known: classifications.map(\.id.rawValue)
      )
    }
    return known
  }

  /// The code table of a classification.
  ///
  /// - Throws: ``UnknownName``, ``FileError`` or ``InvalidInput``.
  public func codeTable(_ id: ClassificationID) throws -> CodeTable {
    if let table = codeTables[id] { return table }
    let table = try files.codeTable(try classification(id))
    codeTables[id] = table
    return table
  }

  /// The tree of a classification's codes, without titles, which is quicker to read.
  func tree(_ id: ClassificationID) throws -> CodeTable {
    if let table = codeTables[id] ?? trees[id] { return table }
    let tree = try files.codeTable(try classification(id), withTitles: false)
    trees[id] = tree
    return tree
  }

  /// The job titles of a classification, by code; empty for one that has no index.
  ///
  /// - Throws: ``FileError`` or ``InvalidInput``.
  public func titles(_ id: ClassificationID) throws -> [String: [JobTitle]] {
    if let index = titleIndexes[id] { return index }
    var index: [String: [JobTitle]] = [:]
    for title in try files.titles(try classification(id)) {
      index[title.code, default: []].append(title)
    }
    titleIndexes[id] = index
    return index
  }

  /// The links of a correspondence.
  ///
  /// - Throws: ``FileError`` or ``InvalidInput``.
  public func correspondence(_ description: CorrespondenceDescription) throws -> Correspondence {
    if let table = correspondenceTables[description.id] { return table }
    let table = try files.correspondence(description)
    correspondenceTables[description.id] = table
    return table
  }

  /// The compiled form of a correspondence, which look-ups read in its place: where it belongs, and its
  /// bytes.
  ///
  /// - Throws: ``FileError`` or ``InvalidInput``.
  public func compiled(
    _ description: CorrespondenceDescription
  ) throws -> (path: String, bytes: [UInt8]) {
    try files.compiled(description)
  }

  /// What finds the equivalences between two classifications; it reads on from the catalogue, which has to
  /// be kept for as long.
  ///
  /// - Parameters:
  ///   - origin: The classification of the codes asked about.
  ///   - destination: The classification of the answers.
  ///   - shortestOnly: Whether to follow only tables that lead there without a pivot: what a country's own
  ///     tables say, without the word of another.
  /// - Returns: The finder.
  /// - Throws: ``UnknownName``, ``FileError`` or ``InvalidInput``.
  public func finder(
    from origin: ClassificationID, to destination: ClassificationID, shortestOnly: Bool = false
  ) throws -> EquivalenceFinder {
    let key = [origin.rawValue, destination.rawValue, shortestOnly ? "shortest" : ""]
    if let known = finders[key] { return known }
    let finder = try EquivalenceFinder(
      from: origin, to: destination,
      scoring(origin, destination, withoutPivots: shortestOnly), tableSource())
    finders[key] = finder
    return finder
  }

  /// The words that tell fields and roles in titles.
  ///
  /// - Throws: ``FileError`` or ``InvalidInput``.
  public func vocabulary() throws -> TitleVocabulary {
    if let loadedVocabulary { return loadedVocabulary }
    let vocabulary = TitleVocabulary(try files.titleTerms())
    loadedVocabulary = vocabulary
    return vocabulary
  }

  /// The ISCO-08 groups of the ESCO occupations that have a label, with the label as ESCO writes it.
  ///
  /// - Parameter folded: The label, as ``foldedTitle(_:)`` makes it.
  /// - Returns: The groups, in ESCO's order.
  /// - Throws: ``FileError`` or ``InvalidInput``.
  public func groupsOfLabel(_ folded: String) throws -> [(code: OccupationCode, label: String)] {
    try files.groupsOfLabel(folded).map { (code: $0.0, label: $0.1) }
  }

  /// ESCO's occupations, in its order.
  ///
  /// - Throws: ``FileError`` or ``InvalidInput``.
  public func escoOccupations() throws -> [EscoOccupation] { try files.escoOccupations() }

  /// ESCO's labels, in its order.
  ///
  /// - Throws: ``FileError`` or ``InvalidInput``.
  public func escoLabels() throws -> [EscoLabel] { try files.escoLabels() }

  /// The publications the data comes from.
  ///
  /// - Throws: ``FileError`` or ``InvalidInput``.
  public func sources() throws -> [Source] { try files.sources() }

  /// The publication with an identifier.
  ///
  /// - Throws: ``UnknownName``, ``FileError`` or ``InvalidInput``.
  public func source(_ id: String) throws -> Source {
    let sources = try sources()
    guard let source = sources.first(where: { $0.id == id }) else {
      throw UnknownName("source", id, known: sources.map(\.id))
    }
    return source
  }

  /// The terms under which data may be used.
  ///
  /// - Throws: ``FileError`` or ``InvalidInput``.
  public func licences() throws -> [Licence] { try files.licences() }

  /// The terms with an identifier.
  ///
  /// - Throws: ``UnknownName``, ``FileError`` or ``InvalidInput``.
  public func licence(_ id: String) throws -> Licence {
    let licences = try licences()
    guard let licence = licences.first(where: { $0.id == id }) else {
      throw UnknownName("licence", id, known: licences.map(\.id))
    }
    return licence
  }

  /// The unit groups of a sector in a classification, in the publisher's order.
  ///
  /// - Parameters:
  ///   - sector: The name of the sector, such as `health`.
  ///   - id: The classification.
  /// - Returns: The groups.
  /// - Throws: ``UnknownName`` if the sector or its groups in that classification are not known,
  ///   ``FileError`` or ``InvalidInput``.
  public func unitGroups(
    ofSector sector: String, in id: ClassificationID
  ) throws -> [ClassificationItem] {
    let members = try files.sectors()
    guard members.contains(where: { $0.sector == sector }) else {
      var names: [String] = []
      for member in members where !names.contains(member.sector) { names.append(member.sector) }
      throw UnknownName("sector", sector, known: names)
    }
    let own = members.filter { $0.sector == sector && $0.code.classification == id }
    guard !own.isEmpty else {
      throw UnknownName(
        "list of the groups of \(sector) for", id.rawValue,
        known: Set(members.filter { $0.sector == sector }.map(\.code.classification.rawValue))
          .sorted()
      )
    }
    let table = try codeTable(id)
    let codes = Set(own.flatMap { table.unitGroups(under: $0.code.code).map(\.code) })
    return table.unitGroups.filter { codes.contains($0.code) }
  }

  /// The forms of the codes of a classification, by level.
  ///
  /// - Throws: ``FileError`` or ``InvalidInput``.
  public func codeForms(_ id: ClassificationID) throws -> [Int: CodeForm] {
    try files.codeForms(id)
  }
}

/// A name that is not in a list.
public struct UnknownName: Error, Hashable, Sendable, CustomStringConvertible {
  /// What the name is of, such as `classification`.
  public let kind: String
  /// The name.
  public let name: String
  /// The names there are.
  public let known: [String]

  /// Creates an error.
  public init(_ kind: String, _ name: String, known: [String]) {
    self.kind = kind
    self.name = name
    self.known = known
  }

  /// The message.
  public var description: String {
    "there is no \(kind) '\(name)'; there are \(known.joined(separator: ", "))"
  }
}
