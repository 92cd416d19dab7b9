import Classifications
public import Correspondences
public import ReferenceData
import SSSOM

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

  /// The namespace of Puente's identifiers.
  ///
  /// It is reserved for examples (RFC 2606), because the
  /// publishers name no address for their codes.
  static let namespace = "https://puente.example/"

  /// The set as SSSOM/TSV, in canonical form.
  public func sssom() -> [UInt8] {
    let subject = description.subject.rawValue
    let object = description.object.rawValue
    let change = Column(name: "ext_change")
    let partial = Column(name: "ext_partial")
    let hasChanges = links.contains { !$0.changes.isEmpty }
    let hasPartial = links.contains(where: \.isPartial)
    var columns: [Column] = [
      Column(.subjectID), Column(.subjectLabel), Column(.predicateID), Column(.objectID),
      Column(.objectLabel), Column(.mappingJustification), Column(.mappingCardinality),
      Column(.comment),
    ]
    if hasChanges { columns.append(change) }
    if hasPartial { columns.append(partial) }
    var builder = MappingSetBuilder(columns: columns)
    describe(&builder.metadata)
    if hasChanges {
      builder.metadata.extensions.append(
        ExtensionDefinition(slotName: change.name, property: "puente:gsimTypeOfChange"))
    }
    if hasPartial {
      builder.metadata.extensions.append(
        ExtensionDefinition(
          slotName: partial.name, property: "puente:isPartial", typeHint: "xsd:boolean"))
    }
    let justification =
      description.kind == "derived" ? "semapv:LexicalMatching" : "semapv:ManualMappingCuration"
    for link in links {
      var fields = [
        link.subject.map { "\(subject):\($0)" } ?? "sssom:NoTermFound", link.subjectTitle,
        link.relation.rawValue, link.object.map { "\(object):\($0)" } ?? "sssom:NoTermFound",
        link.objectTitle, justification, link.cardinality, link.note,
      ]
      if hasChanges { fields.append(link.changes.joined(separator: " ")) }
      if hasPartial { fields.append(link.isPartial ? "true" : "") }
      builder.append(fields)
    }
    return builder.build().canonicalTSV()
  }

  private func describe(_ metadata: inout SetMetadata) {
    let subject = description.subject.rawValue
    let object = description.object.rawValue
    metadata.declare("puente", as: Self.namespace)
    metadata.declare(subject, as: "\(Self.namespace)\(subject)/")
    metadata.declare(object, as: "\(Self.namespace)\(object)/")
    metadata[.mappingSetID] = "\(Self.namespace)sets/\(description.id)"
    metadata[.mappingSetVersion] = source.published
    metadata[.mappingSetTitle] = description.title
    metadata[.mappingSetDescription] =
      source.note.isEmpty ? source.title : "\(source.title). \(source.note)"
    metadata[.creatorLabel] = source.publisher
    metadata[.license] = licence.address
    metadata[.subjectType] = "skos concept"
    metadata[.subjectSource] = "puente:\(subject)"
    metadata[.subjectSourceVersion] = subjectVersion
    metadata[.objectType] = "skos concept"
    metadata[.objectSource] = "puente:\(object)"
    metadata[.objectSourceVersion] = objectVersion
    metadata[.mappingTool] = "puente"
    metadata[.comment] =
      "The links are the publisher's. The predicates are Puente's reading of the table's cardinalities and partial flags."
  }
}
