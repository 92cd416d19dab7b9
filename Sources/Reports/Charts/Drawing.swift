/// A picture as shapes, which HTML shows as SVG and PDF draws itself.
struct Drawing: Hashable, Sendable {
  /// A colour by its purpose.
  enum Ink: String, Hashable, Sendable, CaseIterable {
    case text
    case faint
    case neutral
    case good
    case caution
    case bad
    case paper

    init(_ tone: Tone) {
      self =
        switch tone {
        case .neutral: .neutral
        case .good: .good
        case .caution: .caution
        case .bad: .bad
        }
    }

    /// Red, green and blue, 0...255; Okabe and Ito's colours, which colour-blind readers tell apart
    /// (<https://jfly.uni-koeln.de/color/>).
    var rgb: (red: Int, green: Int, blue: Int) {
      switch self {
      case .text: (0x22, 0x22, 0x22)
      case .faint: (0xB5, 0xBC, 0xC4)
      case .neutral: (0x56, 0xB4, 0xE9)
      case .good: (0x00, 0x9E, 0x73)
      case .caution: (0xE6, 0x9F, 0x00)
      case .bad: (0xD5, 0x5E, 0x00)
      case .paper: (0xFF, 0xFF, 0xFF)
      }
    }

    /// The colour as HTML writes it.
    var hex: String {
      let digits = Array("0123456789abcdef")
      let parts = [rgb.red, rgb.green, rgb.blue]
      return "#" + parts.map { "\(digits[$0 / 16])\(digits[$0 % 16])" }.joined()
    }
  }

  /// Which point of a text stands at its place.
  enum Anchor: String, Hashable, Sendable {
    case start
    case middle
    case end
  }

  /// A shape; lengths are in points, from the upper left corner.
  enum Shape: Hashable, Sendable {
    case rectangle(
      x: Double, y: Double, width: Double, height: Double, fill: Ink, stroke: Ink?, isDashed: Bool)
    case line(x1: Double, y1: Double, x2: Double, y2: Double, ink: Ink, width: Double)
    case text(String, x: Double, y: Double, size: Double, anchor: Anchor, isBold: Bool)
  }

  /// The width.
  static let width = 680.0

  /// The height.
  var height = 0.0
  /// The shapes, from the back to the front.
  var shapes: [Shape] = []

  /// The picture of a chart.
  init(_ chart: Chart, _ wording: Wording) {
    switch chart.content {
    case .timeline(let timeline): draw(timeline, wording)
    case .bars(let bars): draw(bars, wording)
    case .graph(let graph): draw(graph)
    }
  }

  /// Writes lines of text below one another.
  mutating func write(
    _ lines: [String], x: Double, top: Double, size: Double = 12, anchor: Anchor = .start,
    isBold: Bool = false
  ) {
    for (index, line) in lines.enumerated() {
      shapes.append(
        .text(
          line, x: x, y: top + Double(index) * size * 1.25 + size * 0.85, size: size,
          anchor: anchor, isBold: isBold))
    }
  }

  /// Draws an axis with its grid.
  mutating func axis(
    from left: Double, to right: Double, top: Double, bottom: Double, maximum: Double,
    unit: String, _ wording: Wording
  ) {
    let step = Self.step(maximum)
    var index = 0.0
    while index * step <= maximum * 1.0001 {
      let value = index * step
      let x = left + (right - left) * value / maximum
      shapes.append(.line(x1: x, y1: top, x2: x, y2: bottom, ink: .faint, width: 0.5))
      let label = wording.number(value, decimals: step < 1 ? 1 : 0)
      write([label], x: x, top: bottom + 4, size: 10, anchor: .middle)
      index += 1
    }
    write([unit], x: right, top: bottom + 18, size: 10, anchor: .end)
  }

  /// A round distance of about a sixth of an axis.
  static func step(_ maximum: Double) -> Double {
    guard maximum > 0 else { return 1 }
    var unit = 0.1
    while unit * 60 < maximum { unit *= 10 }
    return [1.0, 2, 5, 10].map { $0 * unit }.first { $0 * 7 >= maximum } ?? unit * 10
  }
}
