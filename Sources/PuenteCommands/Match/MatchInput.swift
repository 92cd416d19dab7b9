import Candidates
import Classifications
import CommandLineKit
import Correspondences
import Credentials
import Diagnostics
import Matching
import Placements
import ReferenceData

/// What `puente match` reads: openings and candidates, and what the data say of their codes.
struct MatchInput {
  let openings: [Opening]
  /// The groups of each opening.
  let groups: [[OccupationCode]]
  let pool: CandidatePool
  /// What has to be said of the input, in words.
  let notes: [String]

  /// What stands in the place of a file for the candidates of the ledger.
  static let ledgerWord = "ledger"

  private let catalogue: Catalogue
  private let credentials: CredentialCatalogue

  /// Reads the files, of which one may be `-`: of openings those that are open on the day, of candidates those
  /// who have agreed to matching unless all are taken.
  ///
  /// - Throws: `InvalidInput` with every fault, `FileError`, and what the catalogue throws.
  init(
    candidates: String, openings: String, on day: CalendarDate, withoutConsent: Bool,
    _ catalogue: Catalogue, _ ledger: LedgerOptions
  ) throws {
    self.catalogue = catalogue
    credentials = try CredentialCatalogue(
      folder: catalogue.directory.file("datasets/credentials"), isThere: fileExists)
    var notes: [String] = []
    let all = try OpeningFile.openings(
      path: openings, jurisdictions: credentials.provinces.map(\.id))
    let open = all.filter { $0.isOpen(on: day) }
    if open.count < all.count {
      notes.append("\(counted(all.count - open.count, "opening")) not open on \(day), left out")
    }
    var resolver = OpeningGroups(catalogue)
    groups = try resolver.groups(of: open)
    if resolver.titled > 0 {
      notes.append(
        "\(counted(resolver.titled, "opening")) named by a title, read as the likeliest groups")
    }
    self.openings = open
    var pool = CandidatePool()
    let intake: CandidatePool.Intake
    if candidates == Self.ledgerWord {
      guard let ledger = try ledger.openIfThere(catalogue) else {
        throw UsageError("there is no ledger; name one with '--ledger'")
      }
      intake = try pool.add(
        from: CandidateStore(ledger), on: day, withoutConsent: withoutConsent, credentials)
    } else {
      intake = try pool.add(
        fileAt: candidates, on: day, withoutConsent: withoutConsent, credentials)
    }
    if intake.warnings > 0 {
      notes.append(
        "\(counted(intake.warnings, "warning")) on the candidates; 'puente candidate import --dry-run' tells them"
      )
    }
    if intake.overdue > 0 {
      notes.append(
        "\(counted(intake.overdue, "candidate")) left out: their data may be kept no longer")
    }
    if intake.withoutConsent > 0 {
      notes.append(
        "\(counted(intake.withoutConsent, "candidate")) left out: no consent to matching holds on \(day)"
      )
    }
    self.pool = pool
    self.notes = notes
  }

  /// Makes ready for ranking.
  ///
  /// - Throws: What the catalogue throws.
  func index(on day: CalendarDate, anywhere: Bool, least: Double) throws -> PlacementIndex {
    var settings: [OccupationCode: OccupationSetting] = [:]
    for code in Set(groups.joined()).sorted() {
      settings[code] = try OpeningGroups.setting(of: code, catalogue, credentials)
    }
    let codes = Set(pool.occupations.joined()).sorted()
    let ties = try CandidateTies(codes, to: Set(settings.keys), catalogue)
    return PlacementIndex(
      openings: openings, groups: groups, settings: settings, pool: pool, ties: ties.ties,
      credentials: credentials, on: day, leastEquivalence: least, anywhere: anywhere)
  }
}

/// A number with what is counted: `1 opening`, `2 openings`.
private func counted(_ count: Int, _ noun: String) -> String {
  count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
}

/// The ties of candidates' codes to the groups of openings, by the engine.
struct CandidateTies {
  let ties: CodeTies

  init(
    _ codes: [OccupationCode], to groups: Set<OccupationCode>, _ catalogue: Catalogue
  ) throws {
    let destinations = Set(groups.map(\.classification)).sorted { $0.rawValue < $1.rawValue }
    var all: [OccupationCode: [OccupationCode: CodeTie]] = [:]
    for code in codes where try catalogue.codeTable(code.classification).contains(code.code) {
      for destination in destinations {
        if destination == code.classification {
          // A code above the unit groups stands for each of those below it.
          let units = try catalogue.codeTable(destination).unitGroups(under: code.code)
          for unit in units where unit.code != code.code {
            all[code, default: [:]][OccupationCode(destination, unit.code)] = CodeTie(
              score: 1 / Double(units.count), relation: .narrowMatch, isProbability: false)
          }
          continue
        }
        let answer = try catalogue.finder(from: code.classification, to: destination).answer(
          for: code.code, traced: 0)
        for candidate in answer.candidates where groups.contains(candidate.target) {
          all[code, default: [:]][candidate.target] = CodeTie(
            score: candidate.score, relation: candidate.relation,
            isProbability: answer.isCalibrated)
        }
      }
    }
    ties = CodeTies(all)
  }
}
