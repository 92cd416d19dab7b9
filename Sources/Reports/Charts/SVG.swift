import Rendering

/// Writes a picture as SVG inside HTML, with its title and what it shows in words.
enum SVG {
  static func text(_ chart: Chart, _ wording: Wording) -> String {
    let drawing = Drawing(chart, wording)
    let id = "chart-\(escaped(chart.id))"
    var lines = [
      "<svg viewBox=\"0 0 \(length(Drawing.width)) \(length(drawing.height))\" role=\"img\" aria-labelledby=\"\(id)-title \(id)-desc\" xmlns=\"http://www.w3.org/2000/svg\">",
      "<title id=\"\(id)-title\">\(escaped(chart.title.text))</title>",
      "<desc id=\"\(id)-desc\">\(escaped(chart.summary.text))</desc>",
    ]
    lines += drawing.shapes.map(element)
    lines.append("</svg>")
    return lines.joined(separator: "\n")
  }

  private static func element(_ shape: Drawing.Shape) -> String {
    switch shape {
    case .rectangle(let x, let y, let width, let height, let fill, let stroke, let isDashed):
      let place =
        "x=\"\(length(x))\" y=\"\(length(y))\" width=\"\(length(width))\" height=\"\(length(height))\""
      let line = stroke.map { " stroke=\"\($0.hex)\"" } ?? ""
      return
        "<rect \(place) fill=\"\(fill.hex)\"\(line)\(isDashed ? " stroke-dasharray=\"4 3\"" : "")/>"
    case .line(let x1, let y1, let x2, let y2, let ink, let width):
      return
        "<line x1=\"\(length(x1))\" y1=\"\(length(y1))\" x2=\"\(length(x2))\" y2=\"\(length(y2))\" stroke=\"\(ink.hex)\" stroke-width=\"\(length(width))\"/>"
    case .text(let text, let x, let y, let size, let anchor, let isBold):
      let place = "x=\"\(length(x))\" y=\"\(length(y))\" font-size=\"\(length(size))\""
      let more =
        (anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\"")
        + (isBold ? " font-weight=\"bold\"" : "")
      return "<text \(place)\(more)>\(escaped(text))</text>"
    }
  }

  private static func length(_ length: Double) -> String {
    let text = fixed(length, decimals: 1)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

/// A text as HTML and SVG have it, in elements and in attributes in double quotes.
func escaped(_ text: String) -> String {
  guard text.utf8.contains(where: { "&<>\"'".utf8.contains($0) }) else { return text }
  var result = ""
  for character in text.unicodeScalars {
    switch character {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    default: result.unicodeScalars.append(character)
    }
  }
  return result
}
