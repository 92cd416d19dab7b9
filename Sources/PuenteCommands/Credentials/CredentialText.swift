import Classifications
import Credentials
import Diagnostics
import FactTables
import Rendering

/// The answer for people.
struct CredentialText {
  let report: CredentialReport
  private var sources = SourceList()

  init(_ report: CredentialReport) { self.report = report }

  /// The sources in the order in which they are named, each with its number.
  struct SourceList {
    private(set) var lines: [String] = []
    private var numbers: [String: Int] = [:]

    /// The number of a source.
    mutating func number(_ source: FactSource) -> Int {
      let pages = source.pages.isEmpty ? source.id : source.pages.joined(separator: " ; ")
      let date = source.asOf?.description ?? source.asOfNote ?? "no date"
      let line = "\(pages), as of \(date), confidence \(source.confidence)"
      if let known = numbers[line] { return known }
      lines.append(line)
      numbers[line] = lines.count
      return lines.count
    }
  }

  /// The overview of all jurisdictions.
  mutating func overview() -> [String] {
    var lines = heading() + ["  on \(report.day):"]
    if report.places.allSatisfy({ $0.answer.rules.isEmpty && $0.answer.next == nil }) {
      lines.append("    unknown in every province: the data have no rule for it")
    } else {
      lines += rules()
    }
    lines.append("  ways to recognition:")
    var seen: Set<String> = []
    for place in report.places {
      for way in place.plan.recognition where seen.insert(way.id).inserted {
        let places = report.places.filter { $0.plan.recognition.contains(way) }
        lines.append(
          "    \(way.id)  \(way.title): \(way.steps.count) steps; \(places.map(\.jurisdiction.id).joined(separator: ", "))"
        )
      }
    }
    let without = report.places.filter { $0.plan.recognition.isEmpty }.map(\.jurisdiction.id)
    if !without.isEmpty {
      lines.append(
        "    unknown, the data have no way: \(without.joined(separator: ", "))")
    }
    lines.append("  streams, for a citizen of Mexico:")
    lines += streams(report.anywhere, indent: "    ")
    lines.append(
      "  '--in CA-ON' shows the steps, what is asked, fees, times and sources of a province")
    return lines
  }

  /// All that is known, jurisdiction by jurisdiction.
  mutating func details() -> [String] {
    var lines = heading()
    for place in report.places { lines += [""] + details(of: place) }
    lines += ["", "sources"]
    lines += sources.lines.enumerated().map { "  [\($0.offset + 1)] \($0.element)" }
    return lines
  }

  /// Who regulates in each jurisdiction, then who assesses and which exams there are, each once.
  private func rules() -> [String] {
    var table = TextTable(Array(repeating: .left, count: 5))
    for place in report.places {
      let rule = place.answer.rule
      let next = place.answer.next.map { next in
        "; '\(next.regulated.rawValue)' from \(next.source.validFrom?.words ?? "later")"
      }
      table.add([
        place.jurisdiction.id, place.answer.regulated.rawValue,
        rule?.regulator.map(acronym) ?? "-", rule?.kind ?? "-",
        ([since(place.answer)] + place.answer.doubts + (rule.map { report.marks($0.source) } ?? []))
          .joined(separator: "; ") + (next ?? ""),
      ])
    }
    return table.lines(indent: 4)
      + grouped("assessed by", \.assessment) + grouped("exam", \.exam)
  }

  private func grouped(_ name: String, _ fact: KeyPath<Regulation, String?>) -> [String] {
    var order: [String] = []
    var places: [String: [String]] = [:]
    for place in report.places {
      let value = place.answer.rule?[keyPath: fact] ?? "unknown"
      if places[value] == nil { order.append(value) }
      places[value, default: []].append(place.jurisdiction.id)
    }
    return ["  \(name):"] + order.map { "    \($0): \(places[$0]?.joined(separator: ", ") ?? "")" }
  }

  private func heading() -> [String] {
    let match = report.match
    var lines = ["\(match.id)  \(match.name)"]
    if let occupation = match.occupation {
      let given = occupation.codes.filter { !$0.isCandidate }.map(\.code.description)
      let candidates = occupation.codes.filter(\.isCandidate).map { code in
        code.remark.map { "\(code.code) (\($0))" } ?? code.code.description
      }
      lines.append("  codes: \(given.joined(separator: ", "))")
      if !candidates.isEmpty {
        lines.append(
          "  candidates, for a person to judge: \(candidates.joined(separator: ", "))")
      }
      if let note = occupation.codesNote { lines.append("  note on codes: \(note)") }
    }
    lines.append("  TEER: \(report.teer.map(String.init) ?? "unknown")")
    lines += match.reasons.map { "  found: \($0)" }
    return lines
  }

  private func acronym(_ id: String) -> String { report.credentials.bodies[id]?.acronym ?? id }

  private func since(_ answer: RegulationAnswer) -> String {
    guard let rule = answer.rule else { return "since: unknown" }
    var words = "since: \(rule.source.validFrom?.words ?? "unknown")"
    if let to = rule.source.validTo { words += ", until \(to.words)" }
    return words
  }

  private mutating func cite(_ source: FactSource) -> String {
    let marks = report.marks(source)
    let number = sources.number(source)
    return "[\((["\(number)"] + marks).joined(separator: "; "))]"
  }

  private mutating func details(of place: CredentialPlace) -> [String] {
    let answer = place.answer
    var lines = ["\(place.jurisdiction.id)  \(place.jurisdiction.name), on \(report.day)"]
    let rule = answer.rule
    let kind = rule?.kind.map { ", \($0)" } ?? ""
    let by = rule?.regulator.map { ", by \(report.body($0))" } ?? ""
    let source = rule.map { "  \(cite($0.source))" } ?? ""
    lines.append("  regulated: \(answer.regulated.rawValue)\(kind)\(by)\(source)")
    lines.append("  \(since(answer))")
    if answer.rules.count > 1 {
      for other in answer.rules.dropFirst() {
        lines.append(
          "  or: \(other.regulated.rawValue), by \(other.regulator.map(report.body) ?? "unknown")  \(cite(other.source))"
        )
      }
    }
    lines += answer.doubts.map { "  doubt: \($0)" }
    if let previous = answer.previous {
      lines.append(
        "  before: \(previous.regulated.rawValue)\(previous.regulator.map { ", by \(report.body($0))" } ?? ""), until \(previous.source.validTo?.words ?? "unknown")  \(cite(previous.source))"
      )
    }
    if let next = answer.next {
      lines.append(
        "  later: \(next.regulated.rawValue)\(next.regulator.map { ", by \(report.body($0))" } ?? ""), from \(next.source.validFrom?.words ?? "unknown")  \(cite(next.source))"
      )
    }
    lines.append("  assessed by: \(rule?.assessment ?? "unknown")")
    lines.append("  exam: \(rule?.exam ?? "unknown")")
    let languages = rule?.languages ?? []
    lines.append(
      "  language of practice: \(languages.isEmpty ? "unknown" : languages.joined(separator: " or "))"
    )
    if let note = rule?.note { lines.append("  note: \(note)") }
    lines += asked(place) + steps(place) + programs(place)
    lines.append("  streams, for a citizen of Mexico")
    return lines + streams(place.verdicts, indent: "    ")
  }

  private mutating func asked(_ place: CredentialPlace) -> [String] {
    guard !place.requirements.isEmpty else { return ["  asked for: unknown"] }
    var lines = ["  asked for"]
    for one in place.requirements {
      let levels = one.levels.map { "\($0.skill) \($0.minimum)" }.joined(separator: ", ")
      let test = one.levels.first.map { "\($0.test): \(levels)" }
      let parts = [one.detail, test ?? one.threshold, one.validity.map { "valid: \($0)" }]
      lines.append(
        "    \(one.kind)  \(one.title): \(parts.compactMap { $0 }.joined(separator: "; "))  \(cite(one.source))"
      )
    }
    if !place.requirements.contains(where: { $0.kind == "language" }) {
      lines.append("    language  unknown, the data have no level for it here")
    }
    return lines
  }

  private mutating func steps(_ place: CredentialPlace) -> [String] {
    var lines: [String] = []
    for way in place.plan.pathways {
      lines.append("  \(way.stage.rawValue): \(way.title) (\(way.id))")
      for step in way.steps { lines += text(of: step, place) }
      if way.stage == .documents, place.plan.recognition.isEmpty {
        lines.append("  recognition: unknown, the data have no way for it here")
      }
    }
    let plan = place.plan
    let fees = plan.knownFees.map { "\(span($0.amount)) \($0.currency)" }
    let without = plan.asked.count { $0.fee?.amount == nil }
    lines.append(
      "  known fees of the steps that everybody takes: \(fees.isEmpty ? "none" : fees.joined(separator: " and ")); \(without) of \(plan.asked.count) steps have no fee in the data"
    )
    let abroad = Step.FromMexico.allCases.map { kind in
      "\(kind.rawValue) \(plan.asked.count { $0.fromMexico == kind })"
    }
    lines.append("  steps that can be done from Mexico: \(abroad.joined(separator: ", "))")
    return lines
  }

  private mutating func text(of step: Step, _ place: CredentialPlace) -> [String] {
    let condition =
      switch step.condition {
      case .always: ""
      case .ifRequired: ", if gaps are found"
      case .ifAsked: ", if it is asked for"
      }
    let notAsked =
      place.plan.notAsked.contains(step.id) ? ", not asked for: not regulated on this day" : ""
    var lines = [
      "    \(step.number) \(step.id)  \(step.title)\(condition)\(notAsked)  \(cite(step.source))"
    ]
    var facts = [
      step.bodies.isEmpty ? step.actor : step.bodies.map(acronym).joined(separator: ", ")
    ]
    let before = step.dependencies.groups.map { $0.joined(separator: " or ") }
    if !before.isEmpty { facts.append("after \(before.joined(separator: " and "))") }
    facts.append("from Mexico: \(step.fromMexico.rawValue)")
    facts.append("fee: \(step.fee.map(money) ?? "unknown")")
    facts.append("time: \(step.duration.map(time) ?? "unknown")")
    if !step.evidence.isEmpty { facts.append("gives: \(step.evidence.joined(separator: ", "))") }
    lines.append("        \(facts.joined(separator: "; "))")
    if let note = step.note { lines.append("        \(note)") }
    return lines
  }

  private mutating func programs(_ place: CredentialPlace) -> [String] {
    guard !place.bridging.isEmpty else { return ["  bridging: unknown, the data have no program"] }
    var lines = ["  bridging"]
    for one in place.bridging {
      let offered =
        switch one.offered {
        case "no": "no longer offered"
        case "unclear": "check whether it is still offered"
        default: nil as String?
        }
      let parts = [
        one.provider, one.length.map { "length: \($0)" } ?? "length: unknown",
        one.cost.map { "cost: \($0)" } ?? "cost: unknown", offered, one.note,
      ]
      lines.append(
        "    \(one.id)  \(one.program): \(parts.compactMap { $0 }.joined(separator: "; "))  \(cite(one.source))"
      )
    }
    return lines
  }

  private mutating func streams(_ verdicts: [StreamVerdict], indent: String) -> [String] {
    verdicts.flatMap { verdict -> [String] in
      let stream = verdict.stream
      let time = stream.processing.map { "; processing: \($0)" } ?? ""
      let first =
        "\(indent)\(stream.id)  \(verdict.state.rawValue): \(stream.name) (\(stream.kind.rawValue)\(time))  \(cite(stream.source))"
      return [first]
        + verdict.reasons.map { reason in
          "\(indent)    \(reason.outcome.rawValue): \(reason.words)"
        }
    }
  }
}
