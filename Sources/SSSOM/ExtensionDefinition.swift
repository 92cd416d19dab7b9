public import Diagnostics

/// What an extension slot of a mapping set means.
public struct ExtensionDefinition: Hashable, Sendable {
  /// The name of the slot.
  public var slotName: String

  /// The property that the slot stands for, as a CURIE; `nil` if none is given.
  public var property: String?

  /// The type of the values, as a CURIE; `nil` means text.
  public var typeHint: String?

  /// The place of the definition, if it was read from a file.
  public var location: SourceLocation?

  /// Creates a definition.
  public init(slotName: String, property: String? = nil, typeHint: String? = nil) {
    self.slotName = slotName
    self.property = property
    self.typeHint = typeHint
  }

  /// The IRI of the property; made of the slot name if no property is given.
  func propertyIRI(_ prefixes: PrefixMap) -> String {
    guard let property else { return Self.defaultProperty(slotName) }
    return prefixes.expand(property) ?? property
  }

  /// The IRI of the property of an extension that is not defined.
  static func defaultProperty(_ slotName: String) -> String { "http://sssom.invalid/" + slotName }

  /// Whether values are references to entities.
  func isReference(_ prefixes: PrefixMap) -> Bool {
    guard let typeHint, let iri = prefixes.expand(typeHint) else { return false }
    return iri.lowercased() == "https://w3id.org/linkml/uriorcurie"
  }

  /// Whether values are numbers with a fraction.
  func isDouble(_ prefixes: PrefixMap) -> Bool {
    typeHint.flatMap(prefixes.expand) == "http://www.w3.org/2001/XMLSchema#double"
  }
}
