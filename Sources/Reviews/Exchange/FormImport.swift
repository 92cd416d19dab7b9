public import Classifications
public import Diagnostics
import Digests
public import Ledgers

/// Takes what a form brings into a ledger: the events that it carries, and the feedback that was filled in.
///
/// It finds out row by row what the form and the ledger have each had since the form was written. Where both have,
/// a person has to say what holds; nothing is overwritten. All is taken or nothing.
public struct FormImport {
  /// What is to hold for a pair that has changed on both sides.
  public enum Resolution: String, Hashable, Sendable, CaseIterable {
    /// Both histories stand beside one another; where both decided, it has to be settled later.
    case both
    /// What the file says.
    case file
    /// What the ledger says; what the file says is kept in the history.
    case ledger
  }

  /// What became of a row.
  public struct Result: Hashable, Sendable {
    /// What there was to do.
    public enum Outcome: String, Hashable, Sendable {
      /// Nothing new.
      case unchanged
      /// Recorded.
      case recorded
      /// Recorded, and settled as a person had said.
      case resolved
      /// Not recorded: both sides have changed, and nobody has said what holds.
      case conflict
    }

    /// The pair.
    public let link: String
    /// Where the row is.
    public let location: SourceLocation
    /// What became of it.
    public let outcome: Outcome
    /// The state in the ledger before; `nil` if the pair was not there.
    public let before: ReviewState?
    /// The state after.
    public let after: ReviewState?
    /// The events that the file has and the ledger had not.
    public let fromFile: [Event]
    /// The events that the ledger has had since the form was written.
    public let sinceExport: [Event]
  }

  let desk: ReviewDesk
  let form: ReturnedForm
  let today: CalendarDate
  let role: String
  let resolutions: [String: Resolution]
  let otherwise: Resolution?
  let code: (String, ClassificationID, _ family: String) throws -> ReviewDesk.NamedCode

  /// Prepares an import.
  ///
  /// - Parameters:
  ///   - form: The form.
  ///   - desk: The desk.
  ///   - today: The day of decisions whose date was left out.
  ///   - role: The role of decisions whose role was left out.
  ///   - resolutions: What holds for pairs that have changed on both sides.
  ///   - otherwise: What holds for all others of them; `nil` to refuse.
  ///   - code: Finds the code that somebody wrote, in a classification if none is written.
  public init(
    _ form: ReturnedForm, at desk: ReviewDesk, today: CalendarDate, role: String = "",
    resolutions: [String: Resolution] = [:], otherwise: Resolution? = nil,
    code: @escaping (String, ClassificationID, _ family: String) throws -> ReviewDesk.NamedCode
  ) {
    self.desk = desk
    self.form = form
    self.today = today
    self.role = role
    self.resolutions = resolutions
    self.otherwise = otherwise
    self.code = code
  }

  /// Takes the form into the ledger; call within a writing transaction or a rehearsal.
  ///
  /// - Returns: What became of each row, in the order of the file.
  /// - Throws: `InvalidInput` with every fault, by row.
  public func run() throws -> [Result] {
    try checkTwins()
    var findings: [Finding] = []
    let known = try form.rows.map { row in Set(try desk.ledger.events(of: stream(row)).map(\.id)) }
    let before = try form.rows.map { row in try desk.find(row[.link])?.state }
    try mergeHistories()
    var results: [Result] = []
    for (index, row) in form.rows.enumerated() {
      do {
        results.append(try take(row, known: known[index], before: before[index]))
      } catch let fault as InvalidInput {
        findings += fault.findings
      } catch let refusal as ReviewRefusal {
        findings.append(row.fault("impossible-step", .decision, "\(row[.link]): \(refusal)"))
      } catch let fault as EventFault {
        findings.append(row.fault("malformed-text", .comment, "\(row[.link]): \(fault)"))
      }
    }
    if !findings.isEmpty { throw InvalidInput(findings.sortedByLocation()) }
    return results
  }

  func stream(_ row: FormRow) -> String { ReviewLink.stream(row[.link]) }

  /// A pair may stand in a form once.
  private func checkTwins() throws {
    var seen: Set<String> = []
    let twins = form.rows.filter { !seen.insert($0[.link]).inserted }
    guard twins.isEmpty else {
      throw InvalidInput(
        twins.map { $0.fault("duplicate-row", .link, "'\($0[.link])' stands in the form twice") })
    }
  }

  /// Records the events that the form carries.
  private func mergeHistories() throws {
    var findings: [Finding] = []
    for row in form.rows where !row.events.isEmpty {
      let heads = row.events.heads.map(\.hex).joined(separator: " ")
      if row.events.contains(where: { $0.stream != stream(row) }) || heads != row[.base] {
        findings.append(
          row.fault(
            "malformed-history", .base, "the history of \(row[.link]) is not the one it had",
            help: "the row was altered or mixed up with another; ask for the file again"))
      }
    }
    if !findings.isEmpty { throw InvalidInput(findings) }
    do {
      _ = try desk.ledger.merge(form.rows.flatMap(\.events))
    } catch let missing as MissingParent {
      let row = form.rows.first { stream($0) == missing.stream }
      throw InvalidInput([
        Finding("malformed-history", .error, at: row?.location, missing.description)
      ])
    }
    try desk.ledger.project()
    for row in form.rows where !row.events.isEmpty {
      guard
        try desk.find(row[.link]) == nil || row.events.filter({ $0.parents.isEmpty }).count > 1
          || desk.ledger.events(of: stream(row)).filter({ $0.parents.isEmpty }).count > 1
      else { continue }
      findings.append(
        row.fault(
          "other-pair", .link, "'\(row[.link])' is the name of another pair in this ledger"))
    }
    if !findings.isEmpty { throw InvalidInput(findings) }
  }
}

extension ReviewDesk {
  /// A code that exists, with its title.
  public struct NamedCode: Hashable, Sendable {
    /// The code.
    public let code: OccupationCode
    /// Its title.
    public let title: String

    /// Creates a named code.
    public init(_ code: OccupationCode, title: String) {
      self.code = code
      self.title = title
    }
  }
}
