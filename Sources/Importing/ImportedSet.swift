import Classifications
public import Correspondences
public import ReferenceData
import Tabular

/// The links of an import as a mapping set, with the metadata that SSSOM asks for.
public struct ImportedSet {
  let description: CorrespondenceDescription
  let links: [ImportedLink]
  let source: Source
  let licence: Licence
  let subjectVersion: String
  let objectVersion: String

  /// Creates a set; its metadata come from the lists of the data folder.
  ///
  /// - Throws: ``UnknownName`` if the source or its licence is not in the lists.
  public init(
    _ description: CorrespondenceDescription, links: [ImportedLink], catalogue: Catalogue
  ) throws {
    self.description = description
    self.links = links
    self.source = try catalogue.source(description.source)
    self.licence = try catalogue.licence(source.licence)
    self.subjectVersion = try catalogue.classification(description.subject).name
    self.objectVersion = try catalogue.classification(description.object).name
  }

  /// The namespace of Puente's identifiers. It is reserved for examples (RFC 2606), because the
  /// publishers name no address for their codes.
  static let namespace = "https://puente.example/"

  /// The set as SSSOM/TSV.
  public func sssom() -> [UInt8] {
    let subject = description.subject.rawValue
    let object = description.object.rawValue
    var header: [String] = ["curie_map:"]
    for prefix in [subject, object, "puente"].sorted() {
      header.append("  \(prefix): \(Self.namespace)\(prefix == "puente" ? "" : prefix + "/")")
    }
    func slot(_ name: String, _ value: String) {
      header.append(
        "\(name): \"\(value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\"")
    }
    slot("mapping_set_id", "\(Self.namespace)sets/\(description.id)")
    slot("mapping_set_version", source.published)
    slot("mapping_set_title", description.title)
    slot("mapping_set_description", source.title)
    slot("license", licence.address)
    slot("subject_source", "puente:\(subject)")
    slot("subject_source_version", subjectVersion)
    slot("object_source", "puente:\(object)")
    slot("object_source_version", objectVersion)
    var writer = CSVWriter(style: CSVWriter.Style(delimiter: .tab))
    writer.write([
      "subject_id", "subject_label", "predicate_id", "object_id", "object_label",
      "mapping_justification", "mapping_cardinality", "comment", "ext_partial", "ext_change",
    ])
    for link in links {
      writer.write([
        link.subject.map { "\(subject):\($0)" } ?? "sssom:NoTermFound", link.subjectTitle,
        link.relation.rawValue, link.object.map { "\(object):\($0)" } ?? "sssom:NoTermFound",
        link.objectTitle, "semapv:ManualMappingCuration", link.cardinality, link.note,
        link.isPartial ? "1" : "", link.changes.joined(separator: " "),
      ])
    }
    return Array((header.map { "#\($0)\n" }.joined()).utf8) + writer.bytes
  }
}
