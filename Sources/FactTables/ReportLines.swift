/// The lines of a report that a statement rests on, such as `21;285-291`.
///
/// Lines are those of the stored text of the report, counted from 1.
public struct ReportLines: Hashable, Sendable {
  /// The ranges of lines, in the order in which they were written; none where no line is given.
  public let ranges: [ClosedRange<Int>]

  /// Reads ranges with semicolons between; an empty text has none.
  ///
  /// Returns `nil` if the text is no such list, a number is 0, or a range runs backwards.
  public init?(_ text: String) {
    var ranges: [ClosedRange<Int>] = []
    if !text.isEmpty {
      for part in text.split(separator: ";", omittingEmptySubsequences: false) {
        let ends = part.split(separator: "-", omittingEmptySubsequences: false)
        let numbers = ends.compactMap { end in
          end.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(end) : nil
        }
        guard (1...2).contains(ends.count), numbers.count == ends.count, numbers[0] > 0,
          let last = numbers.last, numbers[0] <= last
        else { return nil }
        ranges.append(numbers[0]...last)
      }
    }
    self.ranges = ranges
  }

  /// Lines of ranges that are in order.
  public init(ranges: [ClosedRange<Int>]) { self.ranges = ranges }

  /// Whether no line is given.
  public var isEmpty: Bool { ranges.isEmpty }

  /// The last of the lines; `nil` if there is none.
  public var last: Int? { ranges.map(\.upperBound).max() }

  /// Whether any line is among both.
  public func overlaps(_ other: Self) -> Bool {
    ranges.contains { range in other.ranges.contains { $0.overlaps(range) } }
  }

  /// The words that name the lines: `line 21`, `lines 21, 285-291`; empty if there is none.
  public var words: String {
    guard let first = ranges.first else { return "" }
    let isOne = ranges.count == 1 && first.count == 1
    return "\(isOne ? "line" : "lines") \(description.replacing(";", with: ", "))"
  }
}

extension ReportLines: CustomStringConvertible {
  /// The form it is read from: `21;285-291`.
  public var description: String {
    ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: ";")
  }
}
