/// Counts of people by two properties, of which small ones are not shown.
///
/// *Primary* suppression takes out every count from 1 to ``leastShown`` - 1, also among the sums. *Secondary* suppression
/// takes out further counts until no count that was taken out follows from the others: for each there is another table
/// with the same shown counts and sums in which it differs. A count of 0 is shown; it is of nobody.
public struct SuppressedCounts: Hashable, Sendable {
  /// The counts; `nil` where one is not shown.
  public let cells: [[Int?]]
  /// The sums of the rows.
  public let rowTotals: [Int?]
  /// The sums of the columns.
  public let columnTotals: [Int?]
  /// The sum of all.
  public let total: Int?

  /// The least count that is shown, besides 0.
  public static let leastShown = 5

  /// Suppresses counts that add up in rows and columns.
  ///
  /// - Parameter counts: The counts, 0 or more; every row of the same length.
  public init(_ counts: [[Int]]) {
    let width = counts.first?.count ?? 0
    precondition(counts.allSatisfy { $0.count == width && $0.allSatisfy { $0 >= 0 } })
    var grid = counts.map { $0 + [$0.reduce(0, +)] }
    grid.append((0...width).map { column in grid.reduce(0) { $0 + $1[column] } })
    var search = Search(grid: grid)
    search.suppress()
    let shown = search.shown
    cells = shown.dropLast().map { Array($0.dropLast()) }
    rowTotals = shown.dropLast().map { $0.last ?? nil }
    columnTotals = Array((shown.last ?? []).dropLast())
    total = (shown.last ?? []).last ?? nil
  }

  /// Counts that do not add up, because one person counts in several: only small ones are taken out, and no sums are
  /// shown.
  public static func alone(_ counts: [[Int]]) -> [[Int?]] {
    counts.map { $0.map { (1..<leastShown).contains($0) ? nil : $0 } }
  }

  /// The search for what else has to be taken out; the last row and column of the grid are the sums.
  private struct Search {
    let grid: [[Int]]
    private var hidden: [[Bool]]

    init(grid: [[Int]]) {
      self.grid = grid
      hidden = grid.map { $0.map { (1..<SuppressedCounts.leastShown).contains($0) } }
    }

    var shown: [[Int?]] {
      grid.indices.map { row in
        grid[row].indices.map { hidden[row][$0] ? nil : grid[row][$0] }
      }
    }

    mutating func suppress() {
      while let (row, column) = determined(), let next = cheapest(row, column) {
        hidden[next.row][next.column] = true
      }
    }

    /// A hidden count that follows from what is shown; `nil` if there is none.
    private func determined() -> (Int, Int)? {
      for row in grid.indices {
        for column in grid[row].indices
        where hidden[row][column] && !canMove(row, column, by: 1) && !canMove(row, column, by: -1) {
          return (row, column)
        }
      }
      return nil
    }

    /// The smallest count of the row or column that can be taken out too, else of the whole grid.
    private func cheapest(_ row: Int, _ column: Int) -> (row: Int, column: Int)? {
      var best: (row: Int, column: Int, cost: (Int, Int))?
      for other in grid.indices {
        for place in grid[other].indices where !hidden[other][place] {
          let isNear = other == row || place == column
          // A count of 0 hides little, since it cannot become less; a sum is the last to go.
          let isSum = other == grid.count - 1 || place == grid[other].count - 1
          let rank = (isNear ? 0 : 4) + (grid[other][place] == 0 ? 2 : 0) + (isSum ? 1 : 0)
          let cost = (rank, grid[other][place])
          if best.map({ cost < $0.cost }) ?? true { best = (other, place, cost) }
        }
      }
      return best.map { ($0.row, $0.column) }
    }

    /// Whether there is another table with the same shown counts in which a count differs by one.
    ///
    /// With the sums of rows and columns counted as negative, all counts of a row add up to 0, and all of a column:
    /// so a count can change if a circle of hidden counts, in rows and columns in turn, can go up and down in turn.
    private func canMove(_ row: Int, _ column: Int, by step: Int) -> Bool {
      guard isFree(row, column, step) else { return false }
      // Next the column's balance has to be kept by a change in the other direction, then that of a row, ...
      var seenColumns: Set<Int> = [column]
      var seenRows: Set<Int> = []
      var columns = [column]
      while let now = columns.popLast() {
        for next in grid.indices
        where hidden[next][now] && !seenRows.contains(next) && (next, now) != (row, column)
          && isFree(next, now, -step)
        {
          if next == row { return true }
          seenRows.insert(next)
          for place in grid[next].indices
          where place != now && hidden[next][place] && isFree(next, place, step)
            && seenColumns.insert(place).inserted
          {
            columns.append(place)
          }
        }
      }
      return false
    }

    /// Whether a count can go up or down by one, as its row and column see it.
    private func isFree(_ row: Int, _ column: Int, _ step: Int) -> Bool {
      let isNegative = (row == grid.count - 1) != (column == grid[row].count - 1)
      return grid[row][column] + (isNegative ? -step : step) >= 0
    }
  }
}
