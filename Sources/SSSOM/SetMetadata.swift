public import Diagnostics

/// The metadata of a mapping set: what its slots say, in order and with places.
public struct SetMetadata: Hashable, Sendable {
  /// A value of a slot.
  public struct Value: Hashable, Sendable {
    /// The text.
    public var text: String

    /// The place, if it was read from a file.
    public var location: SourceLocation?

    /// Whether it was written without quotes, so that readers may take it for a number or a date.
    public var isPlain = false
  }

  /// A slot and its values.
  public struct Entry: Hashable, Sendable {
    /// The name of the slot.
    public var name: String

    /// The slot; `nil` for an extension.
    public var slot: Slot?

    /// The values: one, unless the slot is multivalued.
    public var values: [Value]

    /// The place of the name, if it was read from a file.
    public var location: SourceLocation?
  }

  /// A prefix of CURIEs and what it stands for.
  public struct PrefixDeclaration: Hashable, Sendable {
    /// The prefix.
    public var prefix: String

    /// The beginning of an IRI that it stands for.
    public var expansion: String

    /// The place of the prefix, if it was read from a file.
    public var location: SourceLocation?
  }

  /// The slots that have a value, without `curie_map` and `extension_definitions`.
  public var entries: [Entry] = []

  /// The slot `curie_map`.
  public var prefixes: [PrefixDeclaration] = []

  /// The slot `extension_definitions`.
  public var extensions: [ExtensionDefinition] = []

  /// Creates metadata that say nothing.
  public init() {}
}

extension SetMetadata {
  /// The first value of a slot; setting `nil` or an empty text removes the slot.
  public subscript(slot: Slot) -> String? {
    get { entry(slot)?.values.first?.text }
    set { set(newValue.map { $0.isEmpty ? [] : [$0] } ?? [], for: slot) }
  }

  /// All values of a slot.
  public func values(of slot: Slot) -> [String] { entry(slot)?.values.map(\.text) ?? [] }

  /// The slot with its places; `nil` if it has no value.
  public func entry(_ slot: Slot) -> Entry? { entries.first { $0.slot == slot } }

  /// Gives a slot values; none remove it.
  public mutating func set(_ values: [String], for slot: Slot) {
    set(Entry(name: slot.name, slot: slot, values: values.map { Value(text: $0) }))
  }

  /// The value of an extension slot of the set; setting `nil` removes it.
  public subscript(extension name: String) -> String? {
    get { entries.first { $0.slot == nil && $0.name == name }?.values.first?.text }
    set {
      set(Entry(name: name, slot: nil, values: newValue.map { [Value(text: $0)] } ?? []))
    }
  }

  private mutating func set(_ entry: Entry) {
    let index = entries.firstIndex { $0.name == entry.name }
    if entry.values.isEmpty {
      if let index { entries.remove(at: index) }
    } else if let index {
      entries[index] = entry
    } else {
      entries.append(entry)
    }
  }

  /// Declares a prefix; a declaration of the same prefix is replaced.
  public mutating func declare(_ prefix: String, as expansion: String) {
    let declaration = PrefixDeclaration(prefix: prefix, expansion: expansion)
    if let index = prefixes.firstIndex(where: { $0.prefix == prefix }) {
      prefixes[index] = declaration
    } else {
      prefixes.append(declaration)
    }
  }

  /// The definitions of extensions by their names; of two of the same name the first.
  var definitionsByName: [String: ExtensionDefinition] {
    Dictionary(extensions.map { ($0.slotName, $0) }) { first, _ in first }
  }

  /// The prefixes with the built-in ones.
  public var prefixMap: PrefixMap { PrefixMap(prefixes.map { ($0.prefix, $0.expansion) }) }
}
