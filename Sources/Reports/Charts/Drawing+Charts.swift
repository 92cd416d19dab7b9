/// How each kind of chart is laid out.
extension Drawing {
  mutating func draw(_ timeline: Timeline, _ wording: Wording) {
    let (left, right) = (270.0, Self.width - 24)
    let ends = timeline.items.map { max($0.latestEnd ?? 0, $0.end ?? 0, $0.start) }
    let maximum = max(ends.max() ?? 0, 1) * 1.08
    let scale = (right - left) / maximum
    let rows = timeline.items.map {
      TextMeasure.lines($0.label.text, width: 254, size: 12, most: 3)
    }
    let heights = rows.map { max(24, Double($0.count) * 15 + 9) }
    let bottom = 8 + heights.reduce(0, +)
    axis(
      from: left, to: right, top: 4, bottom: bottom, maximum: maximum, unit: timeline.unit.text,
      wording)
    var top = 8.0
    for (index, item) in timeline.items.enumerated() {
      write(rows[index], x: 4, top: top + 2)
      let begin = left + item.start * scale
      let ink = Ink(item.tone)
      let middle = top + heights[index] / 2 - 8
      func bar(_ from: Double, _ to: Double, fill: Ink, isDashed: Bool) {
        shapes.append(
          .rectangle(
            x: from, y: middle, width: max(3, to - from), height: 13, fill: fill, stroke: ink,
            isDashed: isDashed))
      }
      if let end = item.end {
        if let latest = item.latestEnd, latest > end {
          bar(begin, left + latest * scale, fill: .paper, isDashed: true)
        }
        bar(begin, left + end * scale, fill: ink, isDashed: false)
      } else {
        bar(begin, min(right, begin + 34), fill: .paper, isDashed: true)
        write(["?"], x: begin + 17, top: middle, anchor: .middle)
      }
      top += heights[index]
    }
    height = bottom + 34
  }

  mutating func draw(_ bars: Bars, _ wording: Wording) {
    let (left, right) = (236.0, Self.width - 60)
    var top = legend(bars.series)
    let totals = bars.bars.map { $0.values.reduce(0, +) }
    let maximum = max(totals.max() ?? 0, 1)
    let scale = (right - left) / maximum
    let rows = bars.bars.map { TextMeasure.lines($0.label.text, width: 222, size: 12, most: 3) }
    let heights = rows.map { max(24, Double($0.count) * 15 + 9) }
    let bottom = top + heights.reduce(0, +)
    axis(
      from: left, to: right, top: top - 4, bottom: bottom, maximum: maximum, unit: bars.unit.text,
      wording)
    for (index, bar) in bars.bars.enumerated() {
      write(rows[index], x: 4, top: top + 2)
      var x = left
      for (series, value) in zip(bars.series, bar.values) where value > 0 {
        shapes.append(
          .rectangle(
            x: x, y: top + heights[index] / 2 - 10, width: value * scale, height: 15,
            fill: Ink(series.tone), stroke: .paper, isDashed: false))
        let label = wording.number(value, decimals: value.rounded() == value ? 0 : 1)
        // In its part where there is room, so that a picture without colours says as much.
        if bars.series.count > 1, value * scale > TextMeasure.width(label, size: 10) + 6 {
          write(
            [label], x: x + value * scale / 2, top: top + heights[index] / 2 - 8, size: 10,
            anchor: .middle)
        }
        x += value * scale
      }
      let total = wording.number(
        totals[index], decimals: totals[index].rounded() == totals[index] ? 0 : 1)
      write([total], x: x + 5, top: top + heights[index] / 2 - 9)
      top += heights[index]
    }
    height = bottom + 34
  }

  /// The names of the series with their colours; where the picture goes on below it.
  private mutating func legend(_ series: [Bars.Series]) -> Double {
    guard series.count > 1 else { return 8 }
    var (x, top) = (4.0, 4.0)
    for entry in series {
      let width = TextMeasure.width(entry.name.text, size: 11) + 34
      if x + width > Self.width, x > 4 {
        x = 4
        top += 18
      }
      shapes.append(
        .rectangle(
          x: x, y: top + 1, width: 12, height: 12, fill: Ink(entry.tone), stroke: nil,
          isDashed: false))
      write([entry.name.text], x: x + 17, top: top, size: 11)
      x += width
    }
    return top + 28
  }

  mutating func draw(_ graph: Graph) {
    let layers = (graph.nodes.map(\.layer).max() ?? 0) + 1
    let gap = layers > 1 ? max(60, 250 - Double(layers) * 45) : 0
    let boxWidth = (Self.width - 8 - gap * Double(layers - 1)) / Double(layers)
    let texts = graph.nodes.map {
      TextMeasure.lines($0.label.text, width: boxWidth - 14, size: 11, most: 4)
    }
    let heights = texts.map { 26 + Double($0.count) * 14 }
    var sums = [Double](repeating: 0, count: layers)
    for (index, node) in graph.nodes.enumerated() { sums[node.layer] += heights[index] + 14 }
    height = (sums.max() ?? 0) + 8
    var next = sums.map { (height - $0) / 2 + 7 }
    var tops: [Double] = []
    for (index, node) in graph.nodes.enumerated() {
      tops.append(next[node.layer])
      next[node.layer] += heights[index] + 14
    }
    func left(_ node: Int) -> Double { 4 + Double(graph.nodes[node].layer) * (boxWidth + gap) }
    var labels: [(text: String, x: Double, y: Double)] = []
    for edge in graph.edges {
      let (x1, y1) = (left(edge.from) + boxWidth, tops[edge.from] + heights[edge.from] / 2)
      let (x2, y2) = (left(edge.to), tops[edge.to] + heights[edge.to] / 2)
      shapes.append(
        .line(
          x1: x1, y1: y1, x2: x2, y2: y2, ink: .neutral, width: 1 + 4 * min(1, max(0, edge.weight)))
      )
      // Nearer to where the line arrives, where fewer lines are beside one another.
      if !edge.label.text.isEmpty {
        labels.append((edge.label.text, x1 + (x2 - x1) * 0.58, y1 + (y2 - y1) * 0.58))
      }
    }
    for label in labels {
      let width = TextMeasure.width(label.text, size: 10) + 4
      shapes.append(
        .rectangle(
          x: label.x - width / 2, y: label.y - 8, width: width, height: 14, fill: .paper,
          stroke: nil, isDashed: false))
      write([label.text], x: label.x, top: label.y - 7, size: 10, anchor: .middle)
    }
    for (index, node) in graph.nodes.enumerated() {
      shapes.append(
        .rectangle(
          x: left(index), y: tops[index], width: boxWidth, height: heights[index], fill: .paper,
          stroke: node.tone == .neutral ? .text : Ink(node.tone), isDashed: false))
      write([node.id.text], x: left(index) + 7, top: tops[index] + 5, size: 11, isBold: true)
      write(texts[index], x: left(index) + 7, top: tops[index] + 20, size: 11)
    }
  }
}
