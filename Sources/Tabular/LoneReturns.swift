/// Looks for carriage returns after which no line feed comes.
struct LoneReturns {
  /// No carriage return is between the last range and this offset.
  private var searched = 0

  /// The first one in a range of an input.
  ///
  /// All that is in memory is searched, which makes it one search for many lines.
  ///
  /// - Precondition: The byte after the range is in memory, unless the input ends.
  /// - Complexity: O(*n*) for all calls in the order of the input, where *n* is its length.
  mutating func first(in range: Range<Int>, of input: borrowing InputBuffer) -> Int? {
    var offset = max(searched, range.lowerBound)
    while offset < range.upperBound {
      if input[offset] != UInt8(ascii: "\r") {
        offset = input.firstOffset(of: UInt8(ascii: "\r"), in: offset..<input.end) ?? input.end
        searched = offset
        continue
      }
      guard offset + 1 < input.end, input[offset + 1] == UInt8(ascii: "\n") else { return offset }
      offset += 2
    }
    return nil
  }

  /// Prepares to look once more at bytes that have been looked at.
  mutating func goBack(to offset: Int) { searched = offset }
}
