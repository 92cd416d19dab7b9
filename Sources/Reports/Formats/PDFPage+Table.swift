import PDF

/// Tables on pages: the titles of the columns are on every page, and a row that is longer than a page goes on.
extension PDFPage {
  private struct TableColumns {
    var widths: [Double]
    var titles: [String]
    var isRight: [Bool]
  }

  mutating func table(_ table: ReportTable, size: Double = 8, showsCaption: Bool = true) throws {
    let columns = columns(of: table, size: size)
    // Above the titles and a row or two.
    if showsCaption {
      let titles = zip(columns.titles, columns.widths).map {
        lines($0, width: $1 - 6, size: size, weight: .bold, most: 8)
      }
      try make(room: height(titles, size) + 75)
      try write(table.caption.text + marks(table.cites), size: 9.5, weight: .bold, after: 2)
    }
    guard !table.rows.isEmpty else {
      try write(wording.say(\.common.noRows), after: 8)
      return
    }
    let head = zip(columns.titles, columns.widths).map {
      // They are on every page, and must leave room for rows.
      lines($0, width: $1 - 6, size: size, weight: .bold, most: 8)
    }
    try make(room: height(head, size) + 30)
    try titles(head, columns, size)
    for row in table.rows {
      var cells: [[String]] = []
      for (index, cell) in row.cells.enumerated() {
        let weight: PDFWriter.Weight = index == 0 ? .bold : .regular
        cells.append(
          lines(wording.text(cell), width: columns.widths[index] - 6, size: size, weight: weight))
      }
      if table.hasRowCites {
        let width = columns.widths[cells.count] - 6
        cells.append(
          lines(wording.marks(row.cites).replacing("][", with: "] ["), width: width, size: size))
      }
      try self.row(cells, columns, head: head, size)
    }
    top += isBrief ? 4 : 10
  }

  /// The widths follow the weights, but no column is narrower than its longest word as far as there is room.
  private func columns(of table: ReportTable, size: Double) -> TableColumns {
    var titles = table.columns.map(\.title.text)
    var weights = table.columns.map(\.weight)
    var isRight = table.columns.map(\.isNumeric)
    if table.hasRowCites {
      titles.append(wording.say(\.common.source))
      // As wide as a few numbers, or wider where rows have many.
      let longest = table.rows.map { wording.marks($0.cites).count }.max() ?? 0
      weights.append(longest > 14 ? 2 : 0.6)
      isRight.append(false)
    }
    var longest = titles.indices.map { column in
      let head = longestWord([titles[column]], size: size, weight: .bold)
      let weight: PDFWriter.Weight = column == 0 ? .bold : .regular
      let cells = table.rows.map { row in
        column < row.cells.count
          ? wording.text(row.cells[column]) : wording.marks(row.cites).replacing("][", with: "] [")
      }
      return max(head, longestWord(cells, size: size, weight: weight)) + 7
    }
    let sum = weights.reduce(0, +)
    var widths = weights.map { $0 / sum * Self.inner }
    // Where there is no room for the longest words, they are broken, but not dates and numbers.
    if longest.reduce(0, +) > Self.inner { longest = longest.map { min($0, 56) } }
    guard longest.reduce(0, +) <= Self.inner else {
      return TableColumns(widths: widths, titles: titles, isRight: isRight)
    }
    // What the narrow ones lack is taken from the others, from each what it can spare.
    let lack = zip(widths, longest).reduce(0) { $0 + max(0, $1.1 - $1.0) }
    let spare = zip(widths, longest).reduce(0) { $0 + max(0, $1.0 - $1.1) }
    if lack > 0, spare > 0 {
      widths = zip(widths, longest).map { width, needed in
        width < needed ? needed : width - (width - needed) * lack / spare
      }
    }
    return TableColumns(widths: widths, titles: titles, isRight: isRight)
  }

  private func longestWord(_ texts: [String], size: Double, weight: PDFWriter.Weight) -> Double {
    var longest = 0.0
    var measured: Set<String> = []
    for text in texts {
      for (word, _) in TextMeasure.pieces(text) where measured.insert(word).inserted {
        longest = max(longest, writer.width(word, size: size, weight: weight))
      }
    }
    return longest
  }

  private func height(_ cells: [[String]], _ size: Double) -> Double {
    Double(cells.map(\.count).max() ?? 1) * size * 1.3 + 5
  }

  private mutating func titles(
    _ head: [[String]], _ columns: TableColumns, _ size: Double
  ) throws {
    let height = height(head, size)
    try writer.rectangle(x: Self.margin, top: top, width: Self.inner, height: height, fill: .head)
    try cells(head, columns, size, isHead: true)
    top += height
    try writer.line(
      x1: Self.margin, y1: top, x2: Self.margin + Self.inner, y2: top, color: .heading, width: 1)
  }

  private mutating func row(
    _ cells: [[String]], _ columns: TableColumns, head: [[String]], _ size: Double
  ) throws {
    var rest = cells
    while true {
      let room = Self.bottom - top
      let needed = height(rest, size)
      let isOnNewPage = top <= Self.margin + height(head, size) + 1
      if needed <= room || isOnNewPage {
        let fitting = max(1, Int((room - 5) / (size * 1.3)))
        try self.cells(rest.map { Array($0.prefix(fitting)) }, columns, size, isHead: false)
        let written = rest.map { Array($0.prefix(fitting)) }
        rest = rest.map { Array($0.dropFirst(fitting)) }
        top += height(written, size)
        try writer.line(
          x1: Self.margin, y1: top, x2: Self.margin + Self.inner, y2: top, color: .rule, width: 0.5)
        if rest.allSatisfy(\.isEmpty) { return }
      }
      try writer.addPage()
      top = Self.margin
      try titles(head, columns, size)
    }
  }

  private func cells(
    _ cells: [[String]], _ columns: TableColumns, _ size: Double, isHead: Bool
  ) throws {
    var x = Self.margin
    for (index, lines) in cells.enumerated() {
      let weight: PDFWriter.Weight = isHead || index == 0 ? .bold : .regular
      for (number, line) in lines.enumerated() where !line.isEmpty {
        let shift =
          columns.isRight[index]
          ? columns.widths[index] - 3 - writer.width(line, size: size, weight: weight) : 3
        try writer.write(
          line, x: x + shift, baseline: top + 2 + size + Double(number) * size * 1.3, size: size,
          weight: weight)
      }
      x += columns.widths[index]
    }
  }
}
