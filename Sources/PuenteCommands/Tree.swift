import Classifications
import CommandLineKit
import ReferenceData
import Rendering
import Tabular

/// `puente tree`: draws the groups of a classification below one another.
struct Tree: Command {
  static let name = "tree"
  static let abstract = "Draw a classification, or a part of it, as a tree."

  var root = ""
  var depth: Int?
  var language: Language?
  var format = OutputFormat.text
  var data = DataOptions()

  static var parameters: [Parameter<Self>] {
    [
      .argument(
        "classification-or-code", to: \.root,
        help: "What to draw, such as sinco2011 or sinco2011:24."),
      .option(
        "--depth", to: \.depth, placeholder: "levels", in: 1...9,
        help: "Draw at most so many levels."),
      .option(
        "--language", to: \.language, placeholder: "language",
        help: "Language of the titles, where there are any in it."),
      .option("--format", to: \.format, placeholder: "format", help: "Form of the output."),
    ] + DataOptions.parameters(at: \.data)
  }

  static var examples: [Example] {
    [Example("puente tree sinco2011:28", "Draw the technical health occupations.")]
  }

  private struct Node: Encodable {
    let id: String
    let level: Int
    let title: String
    let below: [Node]
  }

  func run(_ console: Console) throws -> ExitCode {
    let catalogue = try data.catalogue()
    let table: CodeTable
    let tops: [ClassificationItem]
    if let id = ClassificationID(rawValue: root.lowercased()),
      catalogue.classifications.contains(where: { $0.id == id })
    {
      table = try catalogue.codeTable(id)
      tops = table.items.filter { $0.parent == nil }
    } else {
      guard
        case .code(let code) = try OccupationQuery(text: root, classification: nil).resolve(
          in: catalogue)
      else {
        throw UsageError("\(echoed(root)) is neither a classification nor a code")
      }
      table = try catalogue.codeTable(code.classification)
      tops = table[code.code].map { [$0] } ?? []
    }
    let nodes = tops.map { node($0, table, left: depth ?? 9) }
    switch format {
    case .text:
      console.write(nodes.map { lines($0, indent: 0).joined(separator: "\n") + "\n" }.joined())
    case .json: console.write(try jsonText(nodes))
    case .csv, .tsv, .spreadsheet:
      var writer = CSVWriter(style: format.style())
      writer.write(["id", "level", "title"])
      func add(_ node: Node) {
        writer.write([node.id, String(node.level), node.title])
        for child in node.below { add(child) }
      }
      for node in nodes { add(node) }
      console.write(String(decoding: writer.bytes, as: UTF8.self))
    }
    return nodes.isEmpty ? .negative : .success
  }

  private func node(_ item: ClassificationItem, _ table: CodeTable, left: Int) -> Node {
    Node(
      id: "\(table.id):\(item.code)", level: item.level,
      title: item.title(preferring: language.map { [$0] } ?? []),
      below: left > 1 ? table.children(of: item.code).map { node($0, table, left: left - 1) } : []
    )
  }

  private func lines(_ node: Node, indent: Int) -> [String] {
    let code = node.id.split(separator: ":").last.map(String.init) ?? node.id
    return ["\(String(repeating: "  ", count: indent))\(code)  \(node.title)"]
      + node.below.flatMap { lines($0, indent: indent + 1) }
  }
}
