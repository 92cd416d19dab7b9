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
  private var targets: [ClassificationID: TitleTarget] = [:]

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

  /// A classification to code titles in.
  ///
  /// - Throws: `UnknownName`, `FileError` or `InvalidInput`.
  public func target(_ id: ClassificationID) throws -> TitleTarget {
    if let known = targets[id] { return known }
    let compiled = isMadeAnew ? nil : try files.compiledLinks(id, catalogue)
    let links = try compiled ?? Self.links(of: index, to: id, catalogue)
    let family = family(of: id)
    let target = TitleTarget(
      id, groups: links.codes, workers: links.workers, links: links.links,
      isVersion: family.contains, in: index)
    targets[id] = target
    return target
  }

  /// The versions of a classification, itself among them.
  public func family(of id: ClassificationID) -> Set<ClassificationID> {
    let family = catalogue.classifications.first { $0.id == id }?.family
    return Set(catalogue.classifications.filter { $0.family == family }.map(\.id))
  }

  /// Where groups of an index lead in a classification.
  ///
  /// A group of the classification leads to itself, one of another to those that the published tables
  /// tie it to, each by its part of their scores.
  private static func links(
    of index: TitleIndex, to id: ClassificationID, _ catalogue: Catalogue
  ) throws -> TitleLinks {
    let table = try catalogue.codeTable(id)
    let codes = table.unitGroups.map(\.code)
    let places = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
    let workforce = try TitleFiles(directory: catalogue.directory).workforce(id)
    let links = try index.groups.map { group -> [TitleTarget.Link] in
      if group.classification == id {
        return places[group.code].map { [TitleTarget.Link(group: $0, strength: 1)] } ?? []
      }
      let candidates = try catalogue.finder(from: group.classification, to: id)
        .answer(for: group.code, traced: 0).candidates.filter { places[$0.target.code] != nil }
      let total = candidates.reduce(0) { $0 + $1.score }
      guard total > 0 else { return [] }
      return candidates.prefix(6).filter { $0.score >= 0.03 * total }.compactMap { candidate in
        places[candidate.target.code].map {
          TitleTarget.Link(group: $0, strength: Float(candidate.score / total))
        }
      }
    }
    return TitleLinks(
      codes: codes, workers: workforce.isEmpty ? [] : codes.map { workforce[$0] ?? 0 },
      links: links)
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
    let index = try files.build(catalogue)
    let compiled = index.compiled(from: try files.origin(of: TitleFiles.inputs))
    let origin = try files.origin(of: TitleFiles.linkInputs(catalogue))
    var all: [(path: String, bytes: [UInt8])] = []
    for classification in catalogue.classifications where classification.isComplete {
      let links = try links(of: index, to: classification.id, catalogue)
      all.append(
        (
          catalogue.directory.file(TitleFiles.compiledLinks(classification.id)),
          links.compiled(from: origin)
        ))
    }
    return [
      (catalogue.directory.file(TitleFiles.compiledNumbers), compiled.numbers),
      (catalogue.directory.file(TitleFiles.compiledTitles), compiled.titles),
    ] + all
  }
}
