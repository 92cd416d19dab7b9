import Classifications

/// Resolves a code as printed in a publisher's file against the known code list.
struct CodeRepair {
  /// What became of a printed code.
  enum Outcome: Hashable {
    /// The list has it as printed.
    case asPrinted(String)
    /// Leading zeros that a spreadsheet dropped were put back.
    case restoredZeros(String)
    /// A group above the unit groups that was padded with zeros on the right was cut back.
    case cutPadding(String)
    /// The list has no such code.
    case unknown
  }

  /// The known codes.
  let table: CodeTable
  /// The level that the file's codes are of; `nil` if it mixes levels, where no zero can be restored,
  /// because `11` may be a major group as well as what is left of `0011`.
  let level: Int?
  /// Whether the file pads aggregates with zeros on the right (`1340` for group `134`).
  let cutsPadding: Bool

  /// Resolves a code.
  ///
  /// The two repairs are never mixed: a file either loses zeros on the left or pads on the right.
  func resolve(_ printed: String) -> Outcome {
    if let item = table[printed], level == nil || item.level == level { return .asPrinted(printed) }
    if cutsPadding {
      var cut = printed
      // Padding fills a code up to the length of unit groups, one of which ends every table.
      let isFull = printed.utf8.count == table.items.last?.code.utf8.count
      while isFull, cut.last == "0", cut.count > 1 {
        cut.removeLast()
        if let item = table[cut], item.level < table.classification.unitGroupLevel {
          return .cutPadding(cut)
        }
      }
      return .unknown
    }
    guard let level, !printed.isEmpty, printed.allSatisfy(\.isNumber) else { return .unknown }
    let restored = (1...6).lazy.map { String(repeating: "0", count: $0) + printed }
      .first { self.table[$0]?.level == level }
    return restored.map { .restoredZeros($0) } ?? .unknown
  }
}
