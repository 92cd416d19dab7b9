import Candidates
import CommandLineKit
import Credentials
import Diagnostics
import Rendering

/// `puente candidate what-if`: what changes if one step is done first.
struct CandidateWhatIf: Command {
  static let name = "candidate what-if"
  static let abstract = "Say what changes for a candidate if one step is done first."
  static let discussion = """
    Without a step, every step that can be begun now is tried. Nothing is recorded. Times and fees are those of the \
    data: where they are not known, what would be won is not known either, and it says so.
    """

  var id = ""
  var step: String?
  var places: [String] = []
  var format = DocumentFormat.text
  var options = CandidateOptions()

  static var parameters: [Parameter<Self>] {
    [
      .argument("candidate", to: \.id, help: "The candidate, such as C-7K2M9QXD4T."),
      .optionalArgument("step", to: \.step, help: "The step, such as RN-NNAS-03."),
      .option(
        "--in", to: \.places, placeholder: "province",
        help: "There, such as CA-ON, instead of where the candidate wants to go."),
      .option("--format", to: \.format, placeholder: "format", help: "Form of the output."),
    ] + CandidateOptions.parameters(at: \.options)
  }

  static var examples: [Example] {
    [
      Example("puente candidate what-if C-7K2M9QXD4T", "Which step to take first."),
      Example("puente candidate what-if C-7K2M9QXD4T RN-BC-04", "What the language test changes."),
    ]
  }

  /// What a step changes in a place.
  private struct Row {
    let change: WhatIf
    let before: JurisdictionStanding
    let after: JurisdictionStanding
    let title: String
  }

  func run(_ console: Console) throws -> ExitCode {
    let desk = try options.reader()
    let facts = try CandidateFacts(
      try CandidateDesk.id(id), desk, in: try desk.provinces(places))
    var candidate = facts.candidate
    if !places.isEmpty { candidate.jurisdictions = try desk.provinces(places) }
    let steps = step.map { [$0.uppercased()] } ?? facts.standing.ready.map(\.step.id)
    let changes = try steps.map { name in
      try WhatIf(
        completing: name, for: candidate, facts.records, in: desk.credentials, on: desk.day,
        as: facts.occupations)
    }
    let rows = changes.flatMap { change in
      zip(change.before, change.after).map { before, after in
        Row(
          change: change, before: before, after: after,
          title: desk.credentials.steps[change.step]?.title ?? "")
      }
    }
    let listing = Listing(
      name: "changes", columns: columns(desk.day), rows: rows,
      notes: rows.isEmpty ? ["no step can be begun now"] : [])
    return try listing.write(format, to: console) { _ in
      changes.flatMap { text($0, desk, candidate) }
    }
  }

  private func columns(_ day: CalendarDate) -> [Listing<Row>.Column] {
    [
      .init("step") { .string($0.change.step) }, .init("title") { .string($0.title) },
      .init("state") { .string($0.change.state.rawValue) },
      .init("occupation") { .string($0.before.occupation) },
      .init("jurisdiction") { .string($0.before.jurisdiction) },
      .init("open_before") { .int($0.before.open.count) },
      .init("open_after") { .int($0.after.open.count) },
      .init("earliest_before") { .text(Self.first($0.before, day)) },
      .init("earliest_after") { .text(Self.first($0.after, day)) },
      .init("latest_before") { row in
        .text(row.before.end?.days(from: day).last?.description)
      },
      .init("latest_after") { row in .text(row.after.end?.days(from: day).last?.description) },
      .init(
        "cost_before", cell: { CandidateWording.cell($0.before.cost) },
        value: { CandidateJSON.cost($0.before.cost) }),
      .init(
        "cost_after", cell: { CandidateWording.cell($0.after.cost) },
        value: { CandidateJSON.cost($0.after.cost) }),
      .init("opened") { .texts($0.change.opened.map(\.step.id)) },
      .init("on_longest_way") { row in
        .bool(row.before.criticalPath.contains { $0.step.id == row.change.step })
      },
      .init("nearest_before") { .text($0.change.nearestBefore?.jurisdiction) },
      .init("nearest_after") { .text($0.change.nearestAfter?.jurisdiction) },
    ]
  }

  private static func first(_ place: JurisdictionStanding, _ day: CalendarDate) -> String? {
    place.end.map { $0.days(from: day).first.description }
  }

  private func text(
    _ change: WhatIf, _ desk: CandidateDesk, _ candidate: Candidate
  ) -> [String] {
    let title = desk.credentials.steps[change.step]?.title ?? ""
    var lines = ["if \(change.step) were completed on \(desk.day): \(title)"]
    if !change.blockedBy.isEmpty {
      lines.append(
        "  it cannot be begun yet: it waits for \(CandidateWording.blockers(change.blockedBy))")
    }
    for (before, after) in zip(change.before, change.after).prefix(step == nil ? 3 : 13) {
      lines += compared(before, after, change.step, desk.day)
    }
    if step == nil, change.before.count > 3 {
      lines.append("  and in \(change.before.count - 3) more places")
    }
    let opened = change.opened.map(\.step.id).joined(separator: ", ")
    lines.append("  could be begun then: \(opened.isEmpty ? "nothing new" : opened)")
    if let old = change.nearestBefore, let new = change.nearestAfter,
      candidate.jurisdictions.count != 1
    {
      let one = "\(old.occupation) in \(old.jurisdiction)"
      let other = "\(new.occupation) in \(new.jurisdiction)"
      lines.append("  nearest: \(one)\(one == other ? ", as now" : " -> \(other)")")
    }
    return lines
  }

  private func compared(
    _ before: JurisdictionStanding, _ after: JurisdictionStanding, _ step: String,
    _ day: CalendarDate
  ) -> [String] {
    func change(_ old: String, _ new: String) -> String {
      old == new ? "\(old), as now" : "\(old) -> \(new)"
    }
    var lines = ["  \(before.occupation) in \(before.jurisdiction)"]
    lines.append("    open steps: \(change("\(before.open.count)", "\(after.open.count)"))")
    let days = change(
      CandidateWording.cell(before.end, from: day), CandidateWording.cell(after.end, from: day))
    lines.append("    done on: \(days)")
    lines.append(
      "    left to pay: \(change(CandidateWording.cell(before.cost), CandidateWording.cell(after.cost)))"
    )
    let onWay = before.criticalPath.contains { $0.step.id == step }
    let own = before.steps.first { $0.step.id == step }?.own
    if !(before.steps.contains { $0.step.id == step }) {
      lines.append("    it is beside the way to the licence, which it does not shorten")
    } else if !onWay {
      lines.append(
        "    it is not on the longest way, so the licence comes no sooner as far as is known")
    } else if own?.atMost == nil {
      lines.append("    it is on the longest way; how much time it takes off is not known")
    } else if let own {
      lines.append("    it is on the longest way and takes \(CandidateWording.own(own)) off it")
    }
    return lines
  }
}
