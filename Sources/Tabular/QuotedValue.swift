extension StringProtocol {
  /// The text in single quotes for a message, at most 60 characters, without control characters.
  var quotedForMessage: String {
    var text = ""
    for scalar in prefix(61).unicodeScalars {
      switch scalar {
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.properties.isUnprintable:
        text += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text.count > 60 ? "'\(text.prefix(59))…'" : "'\(text)'"
  }
}

extension Sequence<String> {
  /// The texts, each in quotes, with commas between them.
  var quotedForMessage: String { map(\.quotedForMessage).joined(separator: ", ") }
}

extension Unicode.Scalar.Properties {
  /// Whether a terminal would not show the scalar, or would be changed by it.
  fileprivate var isUnprintable: Bool {
    switch generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned:
      true
    default: false
    }
  }
}
