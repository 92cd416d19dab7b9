/// How many letters have to be put in, taken out, replaced or exchanged with a neighbour to make one word
/// of another (Damerau and Levenshtein's distance, restricted), or more than a limit.
///
/// - Complexity: O(*n* · *limit*).
func editDistance(_ one: [UInt8], _ other: ArraySlice<UInt8>, limit: Int) -> Int {
  let rows = one.count
  let columns = other.count
  guard abs(rows - columns) <= limit else { return limit + 1 }
  guard rows > 0, columns > 0 else { return max(rows, columns) }
  let start = other.startIndex
  let width = columns + 1
  // Three rows of the table, used in turn. (As three arrays that change places they came out wrong in
  // release builds of Swift 6.3.)
  var table = [Int](repeating: limit + 1, count: 3 * width)
  for column in 0...min(columns, limit) { table[column] = column }
  for row in 1...rows {
    let current = row % 3 * width
    let last = (row + 2) % 3 * width
    let before = (row + 1) % 3 * width
    let low = max(1, row - limit)
    let high = min(columns, row + limit)
    table[current + low - 1] = low == 1 && row <= limit ? row : limit + 1
    if high < columns { table[current + high + 1] = limit + 1 }
    var least = table[current + low - 1]
    for column in low...high {
      let letter = other[start + column - 1]
      let isSame = one[row - 1] == letter
      var cost = min(
        table[last + column] + 1, table[current + column - 1] + 1,
        table[last + column - 1] + (isSame ? 0 : 1))
      if row > 1, column > 1, one[row - 1] == other[start + column - 2], one[row - 2] == letter {
        cost = min(cost, table[before + column - 2] + 1)
      }
      table[current + column] = cost
      least = min(least, cost)
    }
    guard least <= limit else { return limit + 1 }
  }
  return table[rows % 3 * width + columns]
}
