import Classifications
import CommandLineKit
import ReferenceData
import Rendering
import Tabular

/// `puente tables`: lists the code tables and checks their quality.
struct Tables: Command {
  static let name = "tables"
  static let abstract = "List the code tables, and check them by the eight rules of code lists."
  static let discussion = """
    The rules are those of Eurostat's classificationQC; docs/checks.md says what each is for. A breach is \
    not always a fault: publishers leave numbers free on purpose. Name a table to see its breaches one by one.
    """

  var names: [ClassificationID] = []
  var format = OutputFormat.text
  var data = DataOptions()

  static var parameters: [Parameter<Self>] {
    [
      .arguments("classification", to: \.names, help: "Tables to show, instead of all."),
      .option("--format", to: \.format, placeholder: "format", help: "Form of the output."),
    ] + DataOptions.parameters(at: \.data)
  }

  static var examples: [Example] {
    [
      Example("puente tables", "List all tables with their counts."),
      Example("puente tables sinco2011", "Show what the rules find in one table."),
    ]
  }

  private struct Output: Encodable {
    struct Level: Encodable {
      let level: Int
      let name: String
      let groups: Int
      let published: Int?
    }
    struct Breach: Encodable {
      let rule: String
      let code: String
      let message: String
    }

    let id: String
    let name: String
    let publisher: String
    let complete: Bool
    let source: String
    let levels: [Level]
    let rules: [String: Int]
    let breaches: [Breach]

    var differsFromPublished: Bool {
      levels.contains { $0.published != nil && $0.published != $0.groups }
    }
  }

  func run(_ console: Console) throws -> ExitCode {
    let catalogue = try data.catalogue()
    let ids = names.isEmpty ? catalogue.classifications.map(\.id) : names
    let outputs = try ids.map { try output($0, catalogue) }
    switch format {
    case .text:
      console.write(
        names.isEmpty ? overview(outputs) : outputs.map(details).joined(separator: "\n"))
    case .json: console.write(try jsonText(outputs))
    case .csv, .tsv, .spreadsheet: console.write(csv(outputs))
    }
    return outputs.contains(where: \.differsFromPublished) ? .negative : .success
  }

  private func output(_ id: ClassificationID, _ catalogue: Catalogue) throws -> Output {
    let table = try catalogue.codeTable(id)
    let quality = CodeListQuality(of: table, forms: try catalogue.codeForms(id))
    let counts = table.countByLevel
    return Output(
      id: id.rawValue, name: table.classification.name, publisher: table.classification.publisher,
      complete: table.classification.isComplete, source: table.classification.source,
      levels: table.classification.levels.map {
        Output.Level(
          level: $0.number, name: $0.nameEN, groups: counts[$0.number] ?? 0, published: $0.count)
      },
      rules: Dictionary(
        uniqueKeysWithValues: CodeListQuality.Rule.allCases.map {
          ($0.rawValue, quality.count(of: $0))
        }),
      breaches: quality.breaches.map {
        Output.Breach(rule: $0.rule.rawValue, code: $0.code, message: $0.message)
      }
    )
  }

  private func overview(_ outputs: [Output]) -> String {
    var table = TextTable([.left, .left, .left, .right, .left])
    table.add(["table", "name", "groups by level", "breaches", "publisher"])
    for output in outputs {
      let counts = output.levels.map { String($0.groups) }.joined(separator: "/")
      table.add([
        output.id, output.name + (output.complete ? "" : " (part)"), counts,
        String(output.breaches.count),
        output.publisher,
      ])
    }
    return table.lines().joined(separator: "\n") + "\n"
  }

  private func details(_ output: Output) -> String {
    var lines = ["\(output.id)  \(output.name), \(output.publisher)"]
    var levels = TextTable([.right, .left, .right, .left])
    for level in output.levels {
      let published = level.published.map {
        $0 == level.groups ? "as published" : "published: \($0)"
      }
      levels.add([
        String(level.level), level.name, String(level.groups), published ?? "no count published",
      ])
    }
    lines += levels.lines(indent: 2)
    for rule in CodeListQuality.Rule.allCases {
      let breaches = output.breaches.filter { $0.rule == rule.rawValue }
      lines.append("  \(rule.rawValue): \(breaches.isEmpty ? "none" : String(breaches.count))")
      lines += breaches.map { "    \($0.message)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func csv(_ outputs: [Output]) -> String {
    var writer = CSVWriter(style: format.style())
    writer.write(["table", "rule", "code", "message"])
    for output in outputs {
      for breach in output.breaches {
        writer.write([output.id, breach.rule, breach.code, breach.message])
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
