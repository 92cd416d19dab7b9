extension StringProtocol {
  /// The text in single quotes for a message: at most 80 characters, control characters escaped.
  var quoted: String {
    var text = ""
    for scalar in prefix(80).unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        text += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return dropFirst(80).isEmpty ? "'\(text)'" : "'\(text)…'"
  }
}

extension String {
  /// The text without blanks at its ends.
  var trimmed: String {
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    guard let first = utf8.first, let last = utf8.last, isBlank(first) || isBlank(last) else {
      return self
    }
    var rest = Array(utf8)[...]
    while let byte = rest.first, isBlank(byte) { rest.removeFirst() }
    while let byte = rest.last, isBlank(byte) { rest.removeLast() }
    return String(decoding: rest, as: UTF8.self)
  }

  /// Those of the names that are at most two changes away, best first.
  func nearest(of names: some Sequence<String>) -> [String] {
    let text = Array(lowercased().utf8)
    guard text.count <= 64 else { return [] }
    var near: [(distance: Int, name: String)] = []
    for name in names {
      let other = Array(name.lowercased().utf8)
      guard abs(other.count - text.count) <= 2 else { continue }
      var row = Array(0...other.count)
      for (i, byte) in text.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for (j, known) in other.enumerated() {
          let cost = diagonal + (byte == known ? 0 : 1)
          diagonal = row[j + 1]
          row[j + 1] = Swift.min(cost, row[j] + 1, diagonal + 1)
        }
      }
      if row[other.count] <= 2 { near.append((row[other.count], name)) }
    }
    return near.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
  }
}
