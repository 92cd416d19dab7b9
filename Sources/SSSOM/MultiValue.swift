/// Several values in one field of a table, with `|` between them.
public enum MultiValue {
  /// The values of a field: `\|` stands for `|`, `\\` for `\`; any other `\` for itself.
  ///
  /// - Parameter field: The text of the field.
  /// - Returns: The values, empty ones included; none for an empty field.
  public static func split(_ field: String) -> [String] {
    if field.isEmpty { return [] }
    guard field.utf8.contains(where: { $0 == 0x7C || $0 == 0x5C }) else { return [field] }
    var values: [String] = []
    var current: [UInt8] = []
    var rest = Array(field.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == 0x5C, let next = rest.first, next == 0x5C || next == 0x7C {
        current.append(next)
        rest.removeFirst()
      } else if byte == 0x7C {
        values.append(String(decoding: current, as: UTF8.self))
        current = []
      } else {
        current.append(byte)
      }
    }
    return values + [String(decoding: current, as: UTF8.self)]
  }

  /// The field for values: the reverse of ``split(_:)``.
  ///
  /// - Parameter values: The values.
  /// - Returns: The text of the field.
  public static func join(_ values: some Sequence<String>) -> String {
    values.map { value in
      var bytes: [UInt8] = []
      for byte in value.utf8 {
        if byte == 0x7C || byte == 0x5C { bytes.append(0x5C) }
        bytes.append(byte)
      }
      return String(decoding: bytes, as: UTF8.self)
    }.joined(separator: "|")
  }
}
