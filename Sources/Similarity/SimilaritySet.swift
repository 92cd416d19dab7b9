import Classifications
public import Correspondences
public import ReferenceData
import SSSOM

/// Similarities as a mapping set: each row a pair with its `similarity_score`, and in `match_string` what the
/// two have in common.
///
/// The rows are no statements of equivalence: their predicate is `skos:relatedMatch` and their justification
/// `semapv:LexicalSimilarityThresholdMatching`.
public struct SimilaritySet {
  private let description: CorrespondenceDescription
  private let measure: Measure
  private let pairs: [SimilarPair]

  /// Computes the similarities that an entry of the index of correspondences describes.
  ///
  /// - Parameters:
  ///   - description: The entry; its evidence names the measure.
  ///   - catalogue: The reference data.
  /// - Throws: ``UnknownName`` if there is no such measure, ``FileError`` or ``InvalidInput``.
  public init(_ description: CorrespondenceDescription, _ catalogue: Catalogue) throws {
    guard let measure = Measure(rawValue: description.evidence ?? "") else {
      throw UnknownName(
        "measure of similarity", description.evidence ?? "", known: Measure.allCases.map(\.rawValue)
      )
    }
    self.description = description
    self.measure = measure
    pairs = try measure.pairs(description.subject, description.object, catalogue) { id in
      guard let ties = try catalogue.ties(of: id, to: .isco08) else {
        throw UnknownName("way to ISCO-08 from", id.rawValue, known: [])
      }
      return (ties, try catalogue.unitGroups(.isco08))
    }
  }

  /// The set as SSSOM/TSV, in canonical form.
  ///
  /// - Parameter catalogue: The reference data, for the names of what is compared.
  /// - Returns: The bytes of the file.
  /// - Throws: ``UnknownName``, ``FileError`` or ``InvalidInput``.
  public func sssom(_ catalogue: Catalogue) throws -> [UInt8] {
    let (subject, object) = (description.subject, description.object)
    var builder = MappingSetBuilder(columns: [
      Column(.subjectID), Column(.predicateID), Column(.objectID), Column(.mappingJustification),
      Column(.matchString), Column(.similarityScore),
    ])
    let source = try catalogue.source(description.source)
    builder.metadata.declare("puente", as: Self.namespace)
    builder.metadata[.mappingSetID] = "\(Self.namespace)sets/\(description.id)"
    builder.metadata[.mappingSetVersion] = source.published
    builder.metadata[.mappingSetTitle] = description.title
    builder.metadata[.mappingSetDescription] = source.note
    builder.metadata[.creatorLabel] = source.publisher
    builder.metadata[.license] = try catalogue.licence(source.licence).address
    for (id, slots) in [
      (subject, [Slot.subjectType, .subjectSource, .subjectSourceVersion]),
      (object, [Slot.objectType, .objectSource, .objectSourceVersion]),
    ] {
      builder.metadata.declare(id.rawValue, as: "\(Self.namespace)\(id)/")
      builder.metadata[slots[0]] = "skos concept"
      builder.metadata[slots[1]] = "puente:\(id)"
      builder.metadata[slots[2]] = try catalogue.classification(id).name
    }
    builder.metadata[.mappingTool] = "puente"
    builder.metadata[.similarityMeasure] = measure.meaning
    builder.metadata[.comment] =
      "Computed by 'puente derive'. The rows say how alike titles are, not that groups are equivalent."
    let subjects = try catalogue.unitGroups(subject).codes
    let objects = try catalogue.unitGroups(object).codes
    for pair in pairs {
      builder.append([
        "\(subject):\(subjects[pair.subject])", "skos:relatedMatch",
        "\(object):\(objects[pair.object])", "semapv:LexicalSimilarityThresholdMatching",
        pair.common,
        "\(pair.score)",
      ])
    }
    return builder.build().canonicalTSV()
  }

  /// The namespace of Puente's identifiers, reserved for examples (RFC 2606).
  private static let namespace = "https://puente.example/"
}
