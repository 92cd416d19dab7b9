/// The types of change of the Generic Statistical Information Model, as concordances print them.
enum ChangeTypes {
  /// The code and the words of each type.
  static let names: [(code: String, name: String)] = [
    ("RC1", "Deletion"), ("RC2", "Creation"), ("RC3.1", "Merger"), ("RC3.2", "Take-over"),
    ("RC4.1", "Breakdown"), ("RC4.2", "Split off"), ("RC5", "Transfer"), ("VC1", "Code Change"),
    ("VC2", "Name Change"),
  ]

  /// Reads a cell such as `RC4.2 - Split off , RC5 VC1 - Code Change`.
  ///
  /// - Parameter cell: The cell as printed, which may lack commas, codes or words.
  /// - Returns: The codes in the order of the model, and whether the cell was printed otherwise than
  ///   its publisher's own form; `nil` if some of it is not a type of change.
  static func codes(in cell: String) -> (codes: [String], wasRepaired: Bool)? {
    var rest = cell.lowercased()[...]
    var found: Set<String> = []
    var isClean = true
    while true {
      rest = rest.drop { $0 == " " || $0 == "," || $0 == ";" || $0 == "-" || $0 == "\u{2013}" }
      guard !rest.isEmpty else { break }
      if let type = names.first(where: { rest.hasPrefix($0.code.lowercased()) }) {
        rest = rest.dropFirst(type.code.count)
        found.insert(type.code)
        let name = rest.drop { $0 == " " || $0 == "-" || $0 == "\u{2013}" }
        if name.hasPrefix(type.name.lowercased()) {
          rest = name.dropFirst(type.name.count)
        }
      } else if let type = names.first(where: { rest.hasPrefix($0.name.lowercased()) }) {
        rest = rest.dropFirst(type.name.count)
        found.insert(type.code)
        isClean = false
      } else {
        return nil
      }
    }
    let codes = names.map(\.code).filter(found.contains)
    let printed = codes.map { code in
      "\(code) - \(names.first { $0.code == code }?.name ?? "")"
    }.joined(separator: ", ")
    return (codes, !isClean || printed != cell)
  }

  /// Whether the types say that only the code or the name changed.
  static func isVirtual(_ codes: [String]) -> Bool {
    !codes.isEmpty && codes.allSatisfy { $0.hasPrefix("VC") }
  }
}
