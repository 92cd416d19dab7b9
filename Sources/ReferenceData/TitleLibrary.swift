public import Classifications
import Matching
public import Titles

/// The titles of all indexes, and where their groups lead in each classification.
///
/// It reads on from the catalogue, and is used by one task.
public final class TitleLibrary {
  private let catalogue: Catalogue
  private let files: TitleFiles

  /// The titles.
  public let index: TitleIndex
  /// How evidence is weighed.
  public let ranking: TitleRanking
  /// Whether the compiled index was missing or old, so that the titles were read one by one.
  public let isMadeAnew: Bool

  /// Opens the titles of a catalogue.
  ///
  /// - Throws: `FileError` or `InvalidInput`.
  public init(_ catalogue: Catalogue) throws {
    self.catalogue = catalogue
    files = TitleFiles(directory: catalogue.directory)
    if let compiled = try files.compiledIndex() {
      index = compiled
      isMadeAnew = false
    } else {
      index = try files.build(catalogue)
      isMadeAnew = true
    }
    ranking = try files.ranking()
  }

  /// A classification to code titles in, without links so far.
  ///
  /// - Throws: `UnknownName`, `FileError` or `InvalidInput`.
  public func target(_ id: ClassificationID) throws -> TitleTarget {
    let groups = try catalogue.codeTable(id).unitGroups.map(\.code)
    let workforce = try files.workforce(id)
    return TitleTarget(
      groups: groups, workers: workforce.isEmpty ? [] : groups.map { workforce[$0] ?? 0 },
      isOwn: index.groups.map { $0.classification == id })
  }

  /// Fills in where groups of the index lead in a classification.
  ///
  /// A group of the classification leads to itself, one of another to those that the published tables
  /// tie it to, each by its part of their scores.
  ///
  /// - Parameters:
  ///   - groups: The numbers of the groups.
  ///   - id: The classification.
  ///   - target: The target whose links are filled in.
  /// - Throws: `UnknownName`, `FileError` or `InvalidInput`.
  public func link(
    _ groups: Set<Int>, to id: ClassificationID, in target: inout TitleTarget
  ) throws {
    let table = try catalogue.codeTable(id)
    var places: [String: Int]?
    for number in groups.sorted() where target.links[number] == nil {
      target.links[number] = []
      let group = index.groups[number]
      let known =
        places ?? Dictionary(uniqueKeysWithValues: target.groups.enumerated().map { ($1, $0) })
      places = known
      if group.classification == id {
        if let place = known[group.code] {
          target.links[number] = [.init(group: place, strength: 1)]
        }
        continue
      }
      let candidates = try catalogue.finder(from: group.classification, to: id)
        .answer(for: group.code, traced: 0).candidates
        .filter { table[$0.target.code]?.level == table.classification.unitGroupLevel }
      let total = candidates.reduce(0) { $0 + $1.score }
      guard total > 0 else { continue }
      target.links[number] = candidates.prefix(6).compactMap { candidate in
        known[candidate.target.code].map {
          .init(group: $0, strength: Float(candidate.score / total))
        }
      }
    }
  }

  /// How many openings each group of each classification has, carried from NOC 2021 through the
  /// published tables: which groups are large, and no more than that.
  ///
  /// - Parameter catalogue: The data.
  /// - Returns: The groups in the order of their tables.
  /// - Throws: `UnknownName`, `FileError` or `InvalidInput`.
  public static func workforce(
    _ catalogue: Catalogue
  ) throws -> [(code: OccupationCode, openings: Double)] {
    let openings = try TitleFiles(directory: catalogue.directory).openings()
    var result: [(code: OccupationCode, openings: Double)] = []
    for classification in catalogue.classifications where classification.isComplete {
      var sums: [String: Double] = [:]
      for (code, number) in openings.sorted(by: { $0.key < $1.key }) {
        if classification.id == .noc2021 {
          sums[code] = number
          continue
        }
        let candidates = try catalogue.finder(from: .noc2021, to: classification.id)
          .answer(for: code, traced: 0).candidates
        let total = candidates.reduce(0) { $0 + $1.score }
        for candidate in candidates where total > 0 {
          sums[candidate.target.code, default: 0] += number * candidate.score / total
        }
      }
      for item in try catalogue.codeTable(classification.id).unitGroups {
        guard let sum = sums[item.code], sum > 0 else { continue }
        result.append((OccupationCode(classification.id, item.code), sum))
      }
    }
    return result
  }

  /// The compiled form of the index: the paths its files belong at, and their bytes.
  ///
  /// - Parameter catalogue: The data.
  /// - Returns: The files.
  /// - Throws: `FileError` or `InvalidInput`.
  public static func compiled(_ catalogue: Catalogue) throws -> [(path: String, bytes: [UInt8])] {
    let files = TitleFiles(directory: catalogue.directory)
    let compiled = try files.build(catalogue).compiled(from: try files.content())
    return [
      (catalogue.directory.file(TitleFiles.compiledNumbers), compiled.numbers),
      (catalogue.directory.file(TitleFiles.compiledTitles), compiled.titles),
    ]
  }
}
