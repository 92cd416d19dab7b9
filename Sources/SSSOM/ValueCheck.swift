import Diagnostics

/// What the values of a column or slot have to be.
struct ValueCheck {
  enum Kind: UInt32 {
    case text
    case reference
    case entity
    case justification
    case uri
    case date
    case unitInterval
    case signedUnitInterval
    case cardinality
    case predicateModifier
    case entityType
    case extensionDate
    case extensionDouble
    case extensionInteger
    case extensionBoolean
  }

  /// A fault of a value.
  struct Fault {
    var rule: SSSOMRule
    var message: String
    var suggestions: [String] = []
  }

  let kind: Kind
  let isMultivalued: Bool
  let name: String

  /// A bit that differs for checks that may judge differently.
  var bit: UInt32 { 1 << (kind.rawValue + (isMultivalued ? 16 : 0)) }

  init(_ slot: Slot, acceptsAnyURI: Bool) {
    name = slot.name
    isMultivalued = slot.isMultivalued
    kind =
      switch slot.kind {
      case .text, .version, .structure: .text
      case .reference: slot == .subjectID || slot == .objectID ? .entity : .reference
      case .justification: .justification
      case .uri: slot == .seeAlso && acceptsAnyURI ? .text : .uri
      case .date: .date
      case .unitInterval: .unitInterval
      case .signedUnitInterval: .signedUnitInterval
      case .cardinality: .cardinality
      case .predicateModifier: .predicateModifier
      case .entityType: .entityType
      }
  }

  /// The check of an extension.
  init(name: String, definition: ExtensionDefinition?, prefixes: PrefixMap) {
    self.name = name
    isMultivalued = false
    let type = definition?.typeHint.flatMap(prefixes.expand) ?? ""
    kind =
      switch type {
      case "http://www.w3.org/2001/XMLSchema#double": .extensionDouble
      case "http://www.w3.org/2001/XMLSchema#integer": .extensionInteger
      case "http://www.w3.org/2001/XMLSchema#boolean": .extensionBoolean
      case "http://www.w3.org/2001/XMLSchema#date": .extensionDate
      default: definition?.isReference(prefixes) == true ? .reference : .text
      }
  }

  /// The faults of a text, which is not empty.
  func faults(_ text: String, prefixes: PrefixMap) -> [Fault] {
    guard isMultivalued else { return itemFaults(text, prefixes) }
    var faults: [Fault] = []
    let items = MultiValue.split(text)
    if items.contains("") {
      faults.append(Fault(rule: .emptyItem, message: "an empty value in '\(name)'"))
    }
    for item in items where !item.isEmpty { faults += itemFaults(item, prefixes) }
    return faults
  }

  private func itemFaults(_ text: String, _ prefixes: PrefixMap) -> [Fault] {
    let trimmed = text.trimmed
    if trimmed == text { return valueFaults(text, prefixes) }
    if kind == .text {
      return [
        Fault(
          rule: .surroundingSpace, message: "blanks around \(trimmed.quoted) in '\(name)'",
          suggestions: [trimmed]
        )
      ]
    }
    // Elsewhere a blank makes the value another one; without it the value may be right.
    let isRight = valueFaults(trimmed, prefixes).isEmpty
    return valueFaults(text, prefixes).map { fault in
      var fault = fault
      if isRight { fault.suggestions = [trimmed] }
      return fault
    }
  }

  private func valueFaults(_ text: String, _ prefixes: PrefixMap) -> [Fault] {
    switch kind {
    case .text: return []
    case .reference, .entity: return referenceFaults(text, prefixes)
    case .justification: return justificationFaults(text, prefixes)
    case .uri:
      if Self.hasScheme(text) { return [] }
      return [Fault(rule: .relativeURI, message: "\(text.quoted) in '\(name)' is not an address")]
    case .date:
      if CalendarDate(text) != nil { return [] }
      return [Fault(rule: .badDate, message: "\(text.quoted) in '\(name)' is not a date")]
    case .unitInterval: return numberFaults(text, minimum: 0)
    case .signedUnitInterval: return numberFaults(text, minimum: -1)
    case .cardinality:
      if Vocabulary.cardinalities.contains(text) { return [] }
      return [
        Fault(
          rule: .cardinalityValue, message: "\(text.quoted) is not a cardinality",
          suggestions: ["n:m", "m:n", "m:m", "n:n"].contains(text.lowercased()) ? ["n:n"] : []
        )
      ]
    case .predicateModifier:
      if text == Vocabulary.negation { return [] }
      return [
        Fault(
          rule: .predicateModifier, message: "\(text.quoted) is not a predicate modifier",
          suggestions: text.lowercased() == "not" ? ["Not"] : []
        )
      ]
    case .entityType:
      if Vocabulary.entityTypes.contains(text) { return [] }
      return [
        Fault(
          rule: .entityType, message: "\(text.quoted) in '\(name)' is not an entity type",
          suggestions: text.nearest(of: Vocabulary.entityTypes)
        )
      ]
    case .extensionDate: return typeFaults(text, "date", CalendarDate(text) != nil)
    case .extensionDouble: return typeFaults(text, "number", DecimalText(text.utf8) != nil)
    case .extensionInteger: return typeFaults(text, "whole number", Self.isInteger(text))
    case .extensionBoolean:
      return typeFaults(text, "boolean", text == "true" || text == "false")
    }
  }

  private static func isInteger(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
    return !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private func typeFaults(_ text: String, _ type: String, _ isValid: Bool) -> [Fault] {
    isValid
      ? [] : [Fault(rule: .extensionType, message: "\(text.quoted) in '\(name)' is not a \(type)")]
  }

  private func numberFaults(_ text: String, minimum: Int) -> [Fault] {
    guard let number = DecimalText(text.utf8) else {
      return [Fault(rule: .notANumber, message: "\(text.quoted) in '\(name)' is not a number")]
    }
    if number.isWithinOne, number.signum >= minimum { return [] }
    return [
      Fault(
        rule: .numberRange, message: "\(text.quoted) in '\(name)' is not between \(minimum) and 1"
      )
    ]
  }

  /// Whether a text begins like an absolute IRI.
  static func hasScheme(_ text: String) -> Bool {
    guard let colon = text.utf8.firstIndex(of: 0x3A) else { return false }
    let scheme = text.utf8[..<colon]
    guard let first = scheme.first, (0x61...0x7A).contains(first | 0x20) else { return false }
    return text.utf8.index(after: colon) < text.utf8.endIndex
      && scheme.allSatisfy {
        (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0)
          || [0x2B, 0x2D, 0x2E].contains($0)
      } && !text.utf8.contains(0x20)
  }
}
