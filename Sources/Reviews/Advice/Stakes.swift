public import Classifications
import Credentials
public import Diagnostics
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
  /// - Parameters:
  ///   - catalogue: What is in the data folder.
  ///   - day: The day whose rules count.
  /// - Throws: `InvalidInput` or `FileError` if a table that is there cannot be read.
  public init(_ catalogue: Catalogue, on day: CalendarDate) throws {
    let folder = "\(catalogue.directory.path)/datasets"
    try readPeople("\(folder)/demand/lmia-noc2016.csv")
    try readRegulations("\(folder)/credentials", on: day)
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

  /// A group is regulated where any of its occupations is: its title names several of them.
  private mutating func readRegulations(_ folder: String, on day: CalendarDate) throws {
    guard fileExists("\(folder)/regulations.csv") else { return }
    let data = try CredentialCatalogue(folder: folder, isThere: fileExists)
    let given = data.occupations.flatMap { occupation in
      occupation.codes.filter { !$0.isCandidate }.map { (code: $0.code, occupation: occupation.id) }
    }
    for (code, occupations) in Dictionary(grouping: given, by: \.code) {
      let answers = data.provinces.compactMap { province -> Bool? in
        let known = occupations.map {
          data.regulation(of: $0.occupation, in: province.id, on: day).regulated
        }.filter { $0 != .unknown }
        return known.isEmpty ? nil : known.contains { $0 != .no }
      }
      guard !answers.isEmpty else { continue }
      regulations[code] = Regulation(regulated: answers.count { $0 }, known: answers.count)
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
