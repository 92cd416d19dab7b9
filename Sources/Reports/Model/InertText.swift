/// A text without what could act on whoever reads it: the one place that cleans what reports are made of.
///
/// Line breaks, tabs and other blanks become one blank each; soft hyphens go. Control characters, marks that turn
/// the direction of writing, invisible characters, private ones and those that Unicode keeps free become visible, as
/// `\u{202E}`. Whether a text is a formula or markup depends on the format, so that each format quotes it in its way.
///
/// - Parameter text: Any text.
/// - Returns: One line that means what it shows.
func inert(_ text: String) -> String {
  if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\u{AD}": continue
    case "\u{A0}", "\u{202F}": result.unicodeScalars.append(scalar)
    case _ where scalar.properties.isWhitespace: result += " "
    case _ where isHidden(scalar):
      result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// Whether a character shows nothing, or something that readers do not agree on.
private func isHidden(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
    true
  default: scalar.properties.isDefaultIgnorableCodePoint
  }
}
