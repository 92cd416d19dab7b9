import Classifications
import CommandLineKit
import Correspondences
import Diagnostics
import Digests
import Glibc
import Ledgers
import ReferenceData
import Rendering
import Reports
import Reviews
import Tabular

/// `puente verify`: checks the records that a report cites against the data there are now.
struct Verify: Command {
  static let name = "verify"
  static let abstract = "Tell which of the records that a report cites have changed."
  static let discussion = """
    A report in any format carries the hashes of the mappings, pairs and files it rests on. They are compared \
    with the data folder and the ledger; nothing is asked of a network.
    """

  var path: String?
  var format = OutputFormat.text
  var engine = EngineOptions()

  static var parameters: [Parameter<Self>] {
    [
      .argument("report", to: \.path, help: "The file of the report."),
      .option("--format", to: \.format, placeholder: "format", help: "Form of the output."),
    ] + EngineOptions.parameters(at: \.engine)
  }

  static var examples: [Example] {
    [Example("puente verify unresolved.pdf", "See if a report still holds.")]
  }

  func run(_ console: Console) throws -> ExitCode {
    guard let path else { return .usage }
    let records = try RecordReader.records(in: try WholeFile.read(path), name: path)
    guard !records.isEmpty else {
      throw FileError("verify", path, reason: "it cites no records; is it a report of Puente's?")
    }
    let catalogue = try engine.data.catalogue()
    var check = RecordCheck(catalogue, ledger: try engine.ledger.openIfThere(catalogue))
    let results = try records.map { (record: $0, standing: try check.standing($0)) }
    let changed = results.filter { $0.standing != .unchanged }
    switch format {
    case .text:
      var lines = changed.map { "\($0.standing.rawValue)  \(line($0.record))" }
      lines.append(
        "\(grouped(records.count)) records: \(grouped(records.count - changed.count)) unchanged, \(count(.changed, results)) changed, \(count(.gone, results)) gone"
      )
      console.write(lines.map { printable($0) + "\n" }.joined())
    case .json:
      let objects = results.map { record, standing in
        JSONValue.object([
          "kind": .string(record.kind.rawValue), "place": .string(record.place.text),
          "statement": .string(record.statement.text), "hash": .string(record.hash.text),
          "standing": .string(standing.rawValue),
        ])
      }
      console.write(try jsonText(JSONValue.object(["records": .array(objects)])))
    case .csv, .tsv, .spreadsheet:
      var writer = CSVWriter(style: format.style(guardsFormulas: true))
      writer.write(["standing", "kind", "place", "statement", "hash"])
      for (record, standing) in results {
        writer.write([
          standing.rawValue, record.kind.rawValue, record.place.text, record.statement.text,
          record.hash.text,
        ])
      }
      console.write(String(decoding: writer.bytes, as: UTF8.self))
    }
    return changed.isEmpty ? .success : .negative
  }

  private func count(
    _ standing: RecordCheck.Standing, _ results: [(CitedRecord, RecordCheck.Standing)]
  ) -> String { grouped(results.count { $0.1 == standing }) }

  private func line(_ record: CitedRecord) -> String {
    "\(record.kind.rawValue)  \(record.place.text)  \(record.statement.text)"
  }
}

/// Compares cited records with the data there are now.
struct RecordCheck {
  /// How a record stands.
  enum Standing: String, Hashable {
    /// It is as the report cites it.
    case unchanged
    /// There is another one in its place.
    case changed
    /// There is none in its place.
    case gone
  }

  private let catalogue: Catalogue
  private let ledger: Ledger?
  private var sets: [String: MappingHashes] = [:]
  private var pairs: [String: CitedRecord]?

  init(_ catalogue: Catalogue, ledger: Ledger?) {
    self.catalogue = catalogue
    self.ledger = ledger
  }

  mutating func standing(_ record: CitedRecord) throws -> Standing {
    let place = record.place.text
    switch record.kind {
    case .file:
      // Only what is in the data folder: a report must not make Puente read other files.
      guard place.hasPrefix("datasets/") || place.hasPrefix("crosswalks/"),
        !place.split(separator: "/").contains(".."), !place.utf8.contains(0)
      else { return .gone }
      let path = catalogue.directory.file(place)
      guard fileExists(path) else { return .gone }
      let hash = SHA256Digest(of: try WholeFile.read(path)).hex
      return hash == record.hash.text ? .unchanged : .changed
    case .mapping:
      guard let table = catalogue.correspondences.first(where: { $0.id == place }) else {
        return .gone
      }
      if sets[place] == nil {
        sets[place] = try MappingHashes(path: catalogue.directory.file("crosswalks/\(table.file)"))
      }
      guard let set = sets[place] else { return .gone }
      if set.hashes.contains(record.hash.text) { return .unchanged }
      let ends = record.statement.text.split(separator: " ")
      guard let subject = ends.first, let object = ends.last else { return .gone }
      return set.links(String(subject), String(object)) ? .changed : .gone
    case .pair:
      if pairs == nil {
        let desk = try PairDesk.desk(catalogue, ledger)
        pairs = Dictionary(
          try desk.links().map { ($0.id, PairDesk.record($0)) }, uniquingKeysWith: { $1 })
      }
      guard let now = pairs?[place] else { return .gone }
      return now.hash == record.hash ? .unchanged : .changed
    }
  }
}

/// The pairs under review as reports see them: those of the ledger, or of 2017 where there is none.
enum PairDesk {
  static func desk(_ catalogue: Catalogue, _ ledger: Ledger?) throws -> ReviewDesk {
    if let ledger { return ReviewDesk(ledger) }
    return ReviewDesk(try .inMemory(components: LedgerOptions.components(catalogue)))
  }

  /// A pair as a record: its hash is over all that a report says of it.
  static func record(_ link: ReviewLink) -> CitedRecord {
    let relation = link.relation?.rawValue ?? ""
    let lines = [
      "puente-pair-1", link.id, link.noc.description, link.nocTitle, link.sinco.description,
      link.sincoTitle, relation, link.state.rawValue, link.since.description,
    ]
    return CitedRecord(
      .pair, place: link.id, statement: "\(link.noc) \(link.sinco) \(link.state.rawValue)",
      hash: SHA256Digest(of: Array(lines.joined(separator: "\n").utf8)).hex)
  }
}
