/// Brings a title to the form in which titles are compared: lower case, without accents, hyphens or
/// punctuation, with single blanks.
///
/// A hyphen inside a word disappears (`co-ordinators` and `coordinators` are spelled both ways by the
/// same publisher); one between blanks separates words.
///
/// - Parameter title: A title in any of the languages.
/// - Returns: The folded title; empty if nothing of it is a letter or a digit.
/// - Complexity: O(*n*), where *n* is the length of the title.
public func foldedTitle(_ title: String) -> String {
  var folded: [UInt8] = []
  folded.reserveCapacity(title.utf8.count)
  var result = ""
  var needsBlank = false
  func flush() {
    result += String(decoding: folded, as: UTF8.self)
    folded.removeAll(keepingCapacity: true)
  }
  let scalars = Array(title.unicodeScalars)
  for (position, scalar) in scalars.enumerated() {
    if needsBlank, scalar.value < 0x80, isLetterOrDigit(scalar) {
      folded.append(0x20)
      needsBlank = false
    }
    switch scalar {
    case "a"..."z", "0"..."9": folded.append(UInt8(scalar.value))
    case "A"..."Z": folded.append(UInt8(scalar.value) + 0x20)
    case "-", "\u{AD}", "\u{2010}", "\u{2011}", "'", "\u{2019}":
      // Inside a word these vanish; elsewhere they separate like any other punctuation.
      let before = position > 0 ? scalars[position - 1] : " "
      let after = position + 1 < scalars.count ? scalars[position + 1] : " "
      if before.properties.isAlphabetic, after.properties.isAlphabetic,
        scalar != "'", scalar != "\u{2019}"
      {
        continue
      }
      needsBlank = !(result.isEmpty && folded.isEmpty)
    case _ where scalar.value < 0x80: needsBlank = !(result.isEmpty && folded.isEmpty)
    default:
      let text = foldedScalar(scalar)
      if text.isEmpty {
        if !isCombiningMark(scalar) { needsBlank = !(result.isEmpty && folded.isEmpty) }
      } else {
        if needsBlank {
          folded.append(0x20)
          needsBlank = false
        }
        flush()
        result += text
      }
    }
  }
  flush()
  return result
}

private func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "a"..."z", "A"..."Z", "0"..."9": true
  default: false
  }
}

private func isCombiningMark(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .spacingMark, .format: true
  default: false
  }
}

/// A scalar beyond ASCII in lower case and without its accent; empty if it is neither letter nor digit.
private func foldedScalar(_ scalar: Unicode.Scalar) -> String {
  switch scalar {
  case "œ", "Œ": return "oe"
  case "æ", "Æ": return "ae"
  case "ß": return "ss"
  case "ø", "Ø": return "o"
  default: break
  }
  let properties = scalar.properties
  guard properties.isAlphabetic || properties.numericType != nil, !isCombiningMark(scalar) else {
    return ""
  }
  // The Unicode name of an accented Latin letter says which letter it is made of.
  if (0xC0..<0x250).contains(scalar.value) || (0x1E00..<0x1F00).contains(scalar.value),
    let name = properties.name, name.hasPrefix("LATIN "), let with = name.firstRange(of: " WITH "),
    let base = name[..<with.lowerBound].last
  {
    return base.lowercased()
  }
  return properties.lowercaseMapping
}
