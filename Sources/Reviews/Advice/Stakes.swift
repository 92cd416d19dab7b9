public import Classifications
import Diagnostics
public import ReferenceData
import Tabular

/// What hangs on a pair besides the pair itself, as far as it is known: people, and whether work in the occupation is
/// regulated.
public struct Stakes {
  /// How many people a group concerns, and where the figure is from.
  public struct People: Hashable, Sendable {
    /// The figure.
    public let count: Int
    /// What it counts.
    public let label: String
  }

  /// In how many jurisdictions an occupation is regulated, of those that are known.
  public struct Regulation: Hashable, Sendable {
    /// How many regulate it.
    public let regulated: Int
    /// How many are known.
    public let known: Int

    /// The share that regulates it, 0...1.
    public var share: Double { known == 0 ? 0 : Double(regulated) / Double(known) }
  }

  private var people: [OccupationCode: People] = [:]
  private var regulations: [OccupationCode: Regulation] = [:]

  /// Reads what there is in the data folder; a table that is not there is not known.
  ///
  /// - Throws: `InvalidInput` or `FileError` if a table that is there cannot be read.
  public init(_ catalogue: Catalogue) throws {
    let folder = "\(catalogue.directory.path)/datasets"
    try readPeople("\(folder)/demand/lmia-noc2016.csv")
    try readRegulations("\(folder)/credentials/regulated_occupations.csv")
  }

  /// How many people a NOC group concerns; `nil` if that is not known.
  public func people(_ noc: OccupationCode) -> People? { people[noc] }

  /// Where an occupation is regulated; `nil` if that is not known.
  public func regulation(_ noc: OccupationCode) -> Regulation? { regulations[noc] }

  private mutating func readPeople(_ path: String) throws {
    guard let table = try Self.table(path, ["code", "approved_positions", "period"]) else { return }
    for row in table.rows {
      guard let count = Int(row["approved_positions"]) else { continue }
      people[OccupationCode(.noc2016, row["code"])] = People(
        count: count, label: "positions approved for foreign workers in Canada, \(row["period"])")
    }
  }

  private mutating func readRegulations(_ path: String) throws {
    guard let table = try Self.table(path, []) else { return }
    let sources: [(ClassificationID, [String])] = [
      (.noc2016, ["noc2016", "noc_2016"]), (.noc2021, ["noc2021", "noc_2021"]),
    ]
    for (version, names) in sources {
      guard let column = names.first(where: table.columns.contains),
        table.columns.contains("regulated")
      else { continue }
      for row in table.rows where ["yes", "no", "partial"].contains(row["regulated"]) {
        for code in row[column].split(whereSeparator: { "; |".contains($0) }) {
          let key = OccupationCode(version, String(code))
          let known = regulations[key] ?? Regulation(regulated: 0, known: 0)
          regulations[key] = Regulation(
            regulated: known.regulated + (row["regulated"] == "no" ? 0 : 1), known: known.known + 1)
        }
      }
    }
  }

  private static func table(_ path: String, _ columns: [String]) throws -> Table? {
    let schema = TableSchema(columns: columns.map { .required($0) })
    do {
      return try Table.load(path: path, schema: schema)
    } catch let error as FileError where error.isMissing {
      return nil
    }
  }
}

extension FileError {
  /// Whether there is no such file.
  fileprivate var isMissing: Bool { reason == "No such file or directory" }
}
