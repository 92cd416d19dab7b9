import Classifications
import CommandLineKit
import Correspondences
import ReferenceData
import Rendering
import Tabular

/// `puente sources`: lists the publications the data comes from, and the tables that use them.
struct Sources: Command {
  static let name = "sources"
  static let abstract = "List the publications the data comes from, with their licences."

  var format = OutputFormat.text
  var data = DataOptions()

  static var parameters: [Parameter<Self>] {
    [.option("--format", to: \.format, placeholder: "format", help: "Form of the output.")]
      + DataOptions.parameters(at: \.data)
  }

  private struct Output: Encodable {
    let id: String
    let publisher: String
    let title: String
    let published: String?
    let licence: String
    // swift-format-ignore: AlwaysUseLowerCamelCase
    let licence_url: String?
    // swift-format-ignore: AlwaysUseLowerCamelCase
    let as_of: String
    let confidence: String
    let note: String?
    let tables: [String]
  }

  func run(_ console: Console) throws -> ExitCode {
    let catalogue = try data.catalogue()
    let licences = try catalogue.licences()
    let outputs = try catalogue.sources().map { source in
      let licence = licences.first { $0.id == source.licence }
      return Output(
        id: source.id, publisher: source.publisher, title: source.title,
        published: source.published.isEmpty ? nil : source.published,
        licence: licence?.name ?? source.licence,
        licence_url: licence.flatMap { $0.address.isEmpty ? nil : $0.address }, as_of: source.asOf,
        confidence: source.confidence, note: source.note.isEmpty ? nil : source.note,
        tables: catalogue.classifications.filter { $0.source == source.id }.map(\.id.rawValue)
          + catalogue.correspondences.filter { $0.source == source.id }.map(\.id)
      )
    }
    switch format {
    case .text:
      let texts = outputs.map { output in
        var lines = ["\(output.id)  \(output.publisher): \(output.title)"]
        lines.append(
          "  published \(output.published ?? "unknown"), copied \(output.as_of), confidence \(output.confidence)"
        )
        lines.append("  licence: \(output.licence)\(output.licence_url.map { " <\($0)>" } ?? "")")
        if !output.tables.isEmpty {
          lines.append("  tables: \(output.tables.joined(separator: ", "))")
        }
        if let note = output.note { lines.append("  note: \(note)") }
        return lines.joined(separator: "\n") + "\n"
      }
      console.write(texts.joined(separator: "\n"))
    case .json: console.write(try jsonText(outputs))
    case .csv, .tsv, .spreadsheet:
      var writer = CSVWriter(style: format.style())
      writer.write([
        "id", "publisher", "title", "published", "licence", "as_of", "confidence", "note", "tables",
      ])
      for output in outputs {
        writer.write([
          output.id, output.publisher, output.title, output.published ?? "", output.licence,
          output.as_of,
          output.confidence, output.note ?? "", output.tables.joined(separator: " "),
        ])
      }
      console.write(String(decoding: writer.bytes, as: UTF8.self))
    }
    return .success
  }
}
