/// JSON in the canonical form of RFC 8785, of what events hold: texts, and objects of texts.
enum CanonicalJSON {
  /// A text in quotes.
  static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case "\u{8}": result += "\\b"
      case "\u{C}": result += "\\f"
      case "\u{0}"..<" ":
        let digits = String(scalar.value, radix: 16)
        result += "\\u00" + (digits.count == 1 ? "0" : "") + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// An object whose names are ASCII.
  static func object(_ fields: [String: String]) -> String {
    // Swift's order of ASCII texts is that of their bytes, and so that of UTF-16 code units.
    let members = fields.sorted { $0.key < $1.key }.map { "\(string($0.key)):\(string($0.value))" }
    return "{\(members.joined(separator: ","))}"
  }

  /// Reads an object of texts in canonical form; `nil` if the text is not one.
  static func fields(of text: String) -> [String: String]? {
    var reader = Reader(bytes: Array(text.utf8))
    guard let fields = reader.object(), reader.isAtEnd else { return nil }
    return object(fields) == text ? fields : nil
  }

  private struct Reader {
    let bytes: [UInt8]
    var index = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { index == bytes.count }

    mutating func take(_ byte: UInt8) -> Bool {
      guard index < bytes.count, bytes[index] == byte else { return false }
      index += 1
      return true
    }

    mutating func object() -> [String: String]? {
      guard take(UInt8(ascii: "{")) else { return nil }
      var fields: [String: String] = [:]
      if take(UInt8(ascii: "}")) { return fields }
      repeat {
        guard let name = string(), take(UInt8(ascii: ":")), let value = string() else { return nil }
        fields[name] = value
      } while take(UInt8(ascii: ","))
      return take(UInt8(ascii: "}")) ? fields : nil
    }

    mutating func string() -> String? {
      guard take(UInt8(ascii: "\"")) else { return nil }
      var text: [UInt8] = []
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        if byte == UInt8(ascii: "\"") { return String(validating: text, as: UTF8.self) }
        guard byte == UInt8(ascii: "\\") else {
          text.append(byte)
          continue
        }
        guard let escaped = escape() else { return nil }
        text.append(escaped)
      }
      return nil
    }

    private mutating func escape() -> UInt8? {
      guard index < bytes.count else { return nil }
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): return byte
      case UInt8(ascii: "n"): return 0x0A
      case UInt8(ascii: "t"): return 0x09
      case UInt8(ascii: "r"): return 0x0D
      case UInt8(ascii: "b"): return 0x08
      case UInt8(ascii: "f"): return 0x0C
      case UInt8(ascii: "u"):
        guard index + 4 <= bytes.count else { return nil }
        let digits = String(decoding: bytes[index..<index + 4], as: UTF8.self)
        index += 4
        return UInt8(digits, radix: 16)
      default: return nil
      }
    }
  }
}
