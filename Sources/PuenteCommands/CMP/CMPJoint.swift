import CommandLineKit
import FactTables
import Partnership
import Rendering

/// `puente cmp joint`: shows which groups meet, and on what.
struct CMPJoint: Command {
  static let name = "cmp joint"
  static let abstract = "Show which working groups meet or share a subject, and on what."
  static let discussion = """
    'met' and 'agreed' are what the report says: a joint session, and work that groups agreed to do \
    together. 'aim' is an aim of one group towards all others. 'same subject' is a reading of Puente's: both \
    groups speak of it, but the report does not say that they do so together.
    """

  /// How groups are together.
  enum KindChoice: String, CaseIterable, ArgumentValue {
    case met
    case agreed
    case aim
    case sharedSubject = "shared_subject"
  }

  var kinds: [KindChoice] = []
  var groups = GroupOptions()
  var options = CMPOptions()

  static var parameters: [Parameter<Self>] {
    GroupOptions.parameters(at: \.groups) + [
      .option(
        "--kind", to: \.kinds, placeholder: "kind", help: "Only where groups are together so.")
    ] + CMPOptions.parameters(at: \.options)
  }

  static var examples: [Example] {
    [
      Example("puente cmp joint --group LM", "What the labour group shares with the others."),
      Example("puente cmp joint --kind met", "Which groups met."),
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    let partnership = try options.partnership()
    let wanted = try groups.identifiers(in: partnership, console)
    let rows = partnership.jointWork.filter { work in
      options.takes(work.provenance)
        && (kinds.isEmpty || kinds.contains { $0.rawValue == work.kind.rawValue })
        && (wanted.map { wanted in wanted.contains(where: work.concerns) } ?? true)
    }
    func statements(_ work: JointWork) -> [ReportItem] {
      partnership.items.filter {
        $0.provenance.report == work.provenance.report && work.concerns($0.group)
          && $0.provenance.lines.overlaps(work.provenance.lines)
      }
    }
    let columns: [Listing<JointWork>.Column] = [
      .init("id") { .string($0.id) },
      .init("group_a") { .string($0.groups[0]) },
      .init("group_b") { .string($0.groups[1]) },
      .init("kind") { .string($0.kind.rawValue) },
      .init("subject") { .string($0.subject) },
      .init("items") { .texts(statements($0).map(\.id)) },
    ]
    let listing = Listing(
      name: "joint_work", columns: columns + provenanceColumns(\.provenance), rows: rows)
    return try listing.write(options.format, to: console) { rows in
      rows.flatMap { work in
        let names = work.groups.map { $0 == "CMP" ? "every group" : partnership.name(ofGroup: $0) }
        return [
          "\(work.groups.joined(separator: " + "))  \(names.joined(separator: " and ")): \(work.kind.title)  [\(place(work.provenance))]",
          "      \(work.subject)",
        ]
          + statements(work).map { "      \($0.id)  \($0.gist)" }
      }
    }
  }
}
