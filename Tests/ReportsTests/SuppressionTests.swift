import TestSupport
import Testing

@testable import Reports

@Suite struct SuppressionTests {
  @Test func takesOutWhatATotalWouldTell() {
    let result = SuppressedCounts([[12, 3, 9], [20, 30, 40]])
    #expect(result.cells[0][1] == nil)
    // Neither the row nor the column may have it alone.
    #expect(result.cells[0].count { $0 == nil } + (result.rowTotals[0] == nil ? 1 : 0) > 1)
    #expect(
      [result.cells[0][1], result.cells[1][1], result.columnTotals[1]].count { $0 == nil } > 1)
  }

  @Test func showsWhatIsLargeAndWhatIsNothing() {
    let result = SuppressedCounts([[5, 0], [10, 20]])
    #expect(result.cells == [[5, 0], [10, 20]])
    #expect(result.rowTotals == [5, 30])
    #expect(result.columnTotals == [15, 20])
    #expect(result.total == 35)
  }

  @Test func hidesASmallTotal() {
    #expect(SuppressedCounts([[3]]).cells == [[nil]])
    #expect(SuppressedCounts([[3]]).total == nil)
    #expect(SuppressedCounts([]).total == 0)
    #expect(SuppressedCounts.alone([[0, 4, 5]]) == [[0, nil, 5]])
  }

  /// All tables whose shown counts are those of a suppressed one, up to a largest count, tell every hidden count apart.
  @Test func leavesNoHiddenCountToBeCalculated() {
    var random = SplitMix64(seed: 7)
    var hiddenCells = 0
    for _ in 0..<12 {
      let counts = (0..<2).map { _ in (0..<3).map { _ in Int(random.next() % 7) } }
      let result = SuppressedCounts(counts)
      var seen = counts.map { $0.map { _ in Set<Int>() } }
      each(values: 0...7, count: 6) { flat in
        let other = [Array(flat[0..<3]), Array(flat[3..<6])]
        guard agrees(other, result) else { return }
        for row in 0..<2 { for column in 0..<3 { seen[row][column].insert(other[row][column]) } }
      }
      for row in 0..<2 {
        for column in 0..<3 where result.cells[row][column] == nil {
          hiddenCells += 1
          #expect(seen[row][column].count > 1, "\(counts) -> \(result.cells)")
        }
      }
      for (given, shown) in zip(counts.joined(), result.cells.joined()) {
        #expect(shown == nil || shown == given)
        #expect(!(1..<5).contains(given) || shown == nil)
      }
    }
    #expect(hiddenCells > 20)
  }

  private func agrees(_ counts: [[Int]], _ result: SuppressedCounts) -> Bool {
    func fits(_ shown: Int?, _ value: Int) -> Bool { shown == nil || shown == value }
    for row in counts.indices {
      guard fits(result.rowTotals[row], counts[row].reduce(0, +)) else { return false }
      for column in counts[row].indices
      where !fits(result.cells[row][column], counts[row][column]) { return false }
    }
    for column in counts[0].indices
    where !fits(result.columnTotals[column], counts.reduce(0) { $0 + $1[column] }) { return false }
    return fits(result.total, counts.joined().reduce(0, +))
  }

  private func each(values: ClosedRange<Int>, count: Int, _ body: ([Int]) -> Void) {
    var flat = [Int](repeating: values.lowerBound, count: count)
    while true {
      body(flat)
      var place = 0
      while place < count {
        flat[place] += 1
        if flat[place] <= values.upperBound { break }
        flat[place] = values.lowerBound
        place += 1
      }
      if place == count { return }
    }
  }
}
