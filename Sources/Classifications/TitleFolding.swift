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
  var folding = TitleFolding()
  folding.bytes.reserveCapacity(title.utf8.count)
  for scalar in title.unicodeScalars { folding.add(scalar) }
  return String(decoding: folding.bytes, as: UTF8.self)
}

/// A folded title as it grows.
private struct TitleFolding {
  /// What stands between the last letter or digit and what follows it.
  private enum Gap {
    case nothing
    /// One hyphen right after a letter: nothing if another letter follows.
    case hyphen
    case blank
  }

  /// The UTF-8 of what has been folded.
  var bytes: [UInt8] = []
  private var gap = Gap.nothing
  private var isAfterLetter = false

  mutating func add(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    switch value {
    case 0x61...0x7A: append(UInt8(value), isLetter: true)
    case 0x41...0x5A: append(UInt8(value) + 0x20, isLetter: true)
    case 0x30...0x39: append(UInt8(value), isLetter: false)
    case 0x2D, 0xAD, 0x2010, 0x2011: gap = gap == .nothing && isAfterLetter ? .hyphen : .blank
    case 0..<0x80: gap = .blank
    case 0xC0...0xFF where Self.letters[Int(value) & 0x1F] != 0x3F:
      append(Self.letters[Int(value) & 0x1F], isLetter: true)
    default: addOther(scalar)
    }
  }

  /// The letters that U+00C0 to U+00DF are made of, and in lower case U+00E0 to U+00FF; `?` for others.
  private static let letters = Array("aaaaaa?ceeeeiiii?nooooo?ouuuuy??".utf8)

  private mutating func addOther(_ scalar: Unicode.Scalar) {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark, .format: return
    default: break
    }
    guard properties.isAlphabetic || properties.numericType != nil else {
      gap = .blank
      return
    }
    openWord(isLetter: properties.isAlphabetic)
    for lower in properties.lowercaseMapping.unicodeScalars {
      switch lower.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .spacingMark: continue
      default: bytes.append(contentsOf: unaccented(lower).utf8)
      }
    }
  }

  private mutating func append(_ byte: UInt8, isLetter: Bool) {
    openWord(isLetter: isLetter)
    bytes.append(byte)
  }

  private mutating func openWord(isLetter: Bool) {
    if gap == .blank || gap == .hyphen && !isLetter, !bytes.isEmpty { bytes.append(0x20) }
    gap = .nothing
    isAfterLetter = isLetter
  }
}

/// A letter in lower case without its accent, and a ligature as its letters.
private func unaccented(_ scalar: Unicode.Scalar) -> String {
  switch scalar {
  case "œ": return "oe"
  case "æ": return "ae"
  case "ß": return "ss"
  case "ﬀ": return "ff"
  case "ﬁ": return "fi"
  case "ﬂ": return "fl"
  case "ﬃ": return "ffi"
  case "ﬄ": return "ffl"
  default: break
  }
  // The Unicode name of an accented Latin letter says which letter it is made of.
  guard (0xC0..<0x250).contains(scalar.value) || (0x1E00..<0x1F00).contains(scalar.value),
    let name = scalar.properties.name, name.hasPrefix("LATIN SMALL LETTER "),
    let with = name.firstRange(of: " WITH ")
  else { return String(scalar) }
  let base = name[..<with.lowerBound].split(separator: " ").last ?? ""
  return base.count <= 2 ? base.lowercased() : String(scalar)
}
