/// A column of the mappings of a set.
public struct Column: Hashable, Sendable {
  /// The name in the header.
  public var name: String

  /// The slot; `nil` for an extension, or where the name is not known or occurs again.
  public var slot: Slot?

  /// Creates a column of a name.
  public init(name: String) {
    self.name = name
    slot = Slot(name: name).flatMap { Slot.ofMapping.contains($0) ? $0 : nil }
  }

  /// Creates the column of a slot.
  public init(_ slot: Slot) {
    name = slot.name
    self.slot = slot
  }
}
