import Candidates
import Classifications
import Credentials
import Diagnostics
import FactTables
import Rendering

/// A candidate for people; free texts are shown only where that was asked for.
struct CandidateText {
  let facts: CandidateFacts
  let isFull: Bool
  private var day: CalendarDate { facts.desk.day }

  init(_ facts: CandidateFacts, isFull: Bool) {
    self.facts = facts
    self.isFull = isFull
  }

  // MARK: What is kept

  func profile() -> [String] {
    let candidate = facts.candidate
    var lines = ["\(candidate.id)  added \(facts.entry.addedOn)"]
    func add(_ name: String, _ values: [String]) {
      lines.append("  \(name): \(values.isEmpty ? "unknown" : values.joined(separator: "; "))")
    }
    if isFull, let reference = candidate.reference { add("reference", [reference]) }
    add("occupations", candidate.occupations.map(facts.titled))
    add("studies", candidate.studies.map(study))
    add("cédula profesional", [candidate.cedula.rawValue])
    add("experience", candidate.experience.map(experience))
    add("languages", candidate.languages.map(language))
    let places = candidate.jurisdictions
    add("targets", candidate.targets.map(\.description))
    add("provinces", places.isEmpty ? ["any"] : [places.joined(separator: ", ")])
    lines +=
      candidate.consents.isEmpty
      ? ["  consent: none recorded; no data may be handed on"] : candidate.consents.map(consent)
    if let last = candidate.retainUntil {
      let over = candidate.isOverdue(on: day) ? "; THAT DAY HAS PASSED: erase the data" : ""
      lines.append("  to be kept until: \(last)\(over)")
    } else {
      lines.append("  to be kept until: no day is set")
    }
    for evidence in facts.records.evidence {
      lines.append("  evidence \(self.evidence(evidence))")
    }
    if isFull {
      for note in facts.notes {
        lines.append("  note \(note.number), \(note.on), by \(note.by.rawValue): \(note.text)")
      }
    } else if !facts.hidden.isEmpty {
      lines.append("  not shown without '--full': \(facts.hidden.joined(separator: ", "))")
    }
    return lines
  }

  private func study(_ study: Study) -> String {
    var parts = [study.level.rawValue.replacing("_", with: " ")]
    if let field = study.field {
      parts.append("\(field.printed) (ISCED-F \(field.code) \(field.name))")
    } else if let text = study.fieldText {
      parts.append(isFull ? text : "a field that is of no list")
    }
    if isFull, let school = study.institution { parts.append(school) }
    if let year = study.year { parts.append("\(year)") }
    return parts.joined(separator: ", ")
  }

  private func experience(_ one: Experience) -> String {
    let months = one.months.map { "\($0) months" } ?? "months unknown"
    let code = one.code.map { " in \(facts.titled($0))" } ?? ""
    let setting = one.setting.map { ", \($0.rawValue.replacing("_", with: " "))" } ?? ""
    let year = one.lastYear.map { ", last in \($0)" } ?? ", last year unknown"
    return months + code + setting + year
  }

  private func language(_ skill: LanguageSkill) -> String {
    guard let result = skill.result else { return "\(skill.language) (no test)" }
    let scores = LanguageSkill.Skill.allCases.map { one in
      "\(one.rawValue) \(result.scores[one] ?? "unknown")"
    }
    let date = result.date.map { " of \($0)" } ?? ", day unknown"
    return
      "\(skill.language) \(result.test.rawValue)\(date): \(scores.joined(separator: ", "))"
  }

  private func consent(_ consent: Consent) -> String {
    let state =
      consent.withdrawnOn.map { "withdrawn on \($0)" }
      ?? (consent.holds(on: day) ? "holds" : "not yet")
    let purposes = consent.purposes.map(\.rawValue).joined(separator: ", ")
    let recipients = consent.recipients.map { $0.rawValue.uppercased() }.joined(separator: ", ")
    return
      "  consent: \(purposes), to \(recipients), given \(consent.givenOn), notice \(consent.notice) (\(consent.language)); \(state)"
  }

  private func evidence(_ one: Evidence) -> String {
    var parts = ["\(one.number): \(one.kind.rawValue.replacing("_", with: " "))"]
    if let step = one.step { parts[0] += " of \(step)" }
    if let day = one.issuedOn { parts.append("issued \(day)") }
    if let end = one.expiresOn {
      parts.append(one.holds(on: day) ? "holds up to \(end)" : "ENDED on \(end)")
    }
    if let by = one.verifiedBy {
      parts.append("seen by \(by.rawValue)\(one.verifiedOn.map { " on \($0)" } ?? "")")
    } else {
      parts.append("not verified")
    }
    if let hash = one.fileHash { parts.append("file \(hash.prefix(12))") }
    if isFull { parts += [one.title, one.issuer, one.location].compactMap { $0 } }
    return parts.joined(separator: ", ")
  }

  // MARK: Where the candidate stands

  func overview() -> [String] {
    guard !facts.occupations.isEmpty else {
      return ["", "the credentials describe none of the targets, so no way can be shown"]
    }
    var lines = [""] + facts.reasons.map { "found: \($0)" }
    lines.append(
      "on \(day), the nearest first: open steps up to the licence, and what they take as far as the data say"
    )
    var table = TextTable([.left, .left, .left, .right, .left, .left, .left, .left])
    table.add([
      "", "", "regulated", "open", "licence", "within 4 months", "left to pay", "from Mexico",
    ])
    let ranked = facts.standing.nearest
    let others = facts.standing.places.filter { !ranked.contains($0) }
    for place in ranked + others { table.add(row(place)) }
    lines += table.lines(indent: 2)
    if let nearest = ranked.first, ranked.count > 1 {
      lines.append(
        "nearest: \(nearest.occupation) in \(nearest.jurisdiction), by the number of open steps")
    }
    if let first = facts.standing.firstExpiry {
      lines.append("ends first: \(CandidateWording.expiry(first))")
    }
    return lines
  }

  private func row(_ place: JurisdictionStanding) -> [String] {
    let head = [place.occupation, place.jurisdiction, place.regulation.regulated.rawValue]
    guard place.hasWay else { return head + ["?", "the data have no way here"] }
    let (yes, partly, no) = place.fromMexico
    return head + [
      "\(place.open.count)",
      place.isDone
        ? (place.endsInLicence ? "licensed" : "done") : CandidateWording.cell(place.end, from: day),
      place.withinFourMonths.rawValue, CandidateWording.cell(place.cost),
      "\(yes) yes, \(partly) partly, \(no) no",
    ]
  }

  /// A place in full.
  ///
  /// - Parameters:
  ///   - place: The place.
  ///   - twin: A place that was shown before, whose steps are not shown again where they are the same.
  /// - Returns: The lines.
  func details(of place: JurisdictionStanding, after twin: JurisdictionStanding?) -> [String] {
    let credentials = facts.desk.credentials
    let name = credentials.jurisdictions.first { $0.id == place.jurisdiction }?.name ?? ""
    let body = place.regulation.rule?.regulator.map { id in
      ", by \(credentials.bodies[id]?.acronym ?? id)"
    }
    var lines = [
      "", "\(place.occupation) in \(place.jurisdiction)  \(name)",
      "  regulated: \(place.regulation.regulated.rawValue)\(body ?? "")",
    ]
    guard place.hasWay else {
      return lines + ["  steps: unknown, the data have no way here"]
    }
    let done = place.steps.count - place.open.count
    let (yes, partly, no) = place.fromMexico
    lines.append("  steps to the licence: \(done) of \(place.steps.count) done")
    lines.append(
      "  open: \(place.open.count), of which \(yes) can be done from Mexico, \(partly) partly, \(no) not"
    )
    lines.append(
      place.isDone
        ? (place.endsInLicence ? "  LICENSED" : "  nothing is left: no licence is asked for")
        : "  done: \(CandidateWording.days(place.end, from: day))\(times(place))")
    lines.append("  licence within four months: \(place.withinFourMonths.rawValue)")
    lines.append("  left to pay: \(CandidateWording.cost(place.cost))")
    if !place.criticalPath.isEmpty {
      let chain = place.criticalPath.map(\.step.id).joined(separator: " > ")
      lines.append("  longest way: \(chain)")
    }
    lines += languages(place)
    lines.append("  next")
    let ready = place.ready
    if ready.isEmpty { lines.append("    nothing can be begun now") }
    for step in ready { lines.append("    \(step.step.id)  \(step.step.title)") }
    if let twin, twin.steps == place.steps {
      lines.append("  steps: those of \(twin.jurisdiction)")
    } else {
      lines.append("  steps to the licence")
      lines += steps(place.steps)
    }
    if !place.others.isEmpty, twin?.others != place.others {
      lines.append(
        "  beside it: other papers, work permit, entry; left to pay: \(CandidateWording.cost(place.otherCost))"
      )
      lines += steps(place.others)
    }
    if !place.optional.isEmpty, twin?.optional != place.optional {
      lines.append(
        "  only if asked for: \(place.optional.map(\.step.id).joined(separator: ", "))")
    }
    for expiry in place.expiries { lines.append("  ends \(CandidateWording.expiry(expiry))") }
    return lines
  }

  /// The results in language tests that are asked for, beside the candidate's.
  private func languages(_ place: JurisdictionStanding) -> [String] {
    let all = facts.languages(place)
    guard !all.isEmpty else { return ["  language: the data have no level for it here"] }
    return all.map { one in
      let parts = one.parts.map { "\($0.skill) \($0.minimum) (has \($0.result ?? "unknown"))" }
      let answer =
        switch one.isEnough {
        case .yes: "enough"
        case .no: "NOT ENOUGH"
        case .unknown: "not known whether it is enough"
        }
      return
        "  language: \(one.requirement.title), \(one.test) \(parts.joined(separator: ", ")): \(answer)"
    }
  }

  private func times(_ place: JurisdictionStanding) -> String {
    place.unknownTimes == 0
      ? "" : "; the times of \(place.unknownTimes) of \(place.open.count) open steps are not known"
  }

  private func steps(_ steps: [StepStanding]) -> [String] {
    var table = TextTable([.left, .left, .left, .left, .left, .left])
    for one in steps {
      let record = one.record
      var state = CandidateWording.state(one.state)
      if one.isImplied { state += " (by the cédula)" }
      if let record, record.state != .notStarted { state += " \(record.since)" }
      if let due = record?.dueOn { state += ", due \(due)" }
      if let end = record?.expiresOn { state += ", \(end < day ? "ended" : "holds up to") \(end)" }
      if let record, record.attempt > 1 { state += ", attempt \(record.attempt)" }
      if let paid = record?.paid { state += ", paid \(paid.description)" }
      if isFull, let reason = record?.reason { state += " (\(reason))" }
      let open = one.isOpen
      table.add([
        one.step.id, state,
        one.blockedBy.isEmpty ? "" : "after \(CandidateWording.blockers(one.blockedBy))",
        open ? "Mexico: \(one.step.fromMexico.rawValue)" : "",
        open && record?.paid == nil ? "fee \(CandidateWording.fee(one.step))" : "",
        open ? "time \(CandidateWording.own(one.own))" : "",
      ])
    }
    return zip(table.lines(indent: 4), steps).flatMap { line, step in
      [line, "      \(step.step.title)"]
    }
  }

  // MARK: What changed, and streams

  func changes() -> [String] {
    guard !facts.changed.isEmpty else { return [] }
    var lines = ["", "to be looked at again: rules that have changed since the candidate began"]
    for one in facts.changed {
      lines.append("  \(one.step)")
      lines.append("    was: \(one.old ?? "no such step")")
      lines.append("    is:  \(one.new ?? "no such step")")
    }
    lines.append(
      "  'puente candidate step \(facts.candidate.id) STEP --review' says it was looked at")
    return lines
  }

  func streams() throws -> [String] {
    var lines: [String] = []
    for occupation in facts.occupations {
      lines += ["", "streams for a citizen of Mexico as \(occupation)"]
      for verdict in try facts.verdicts(for: occupation) {
        let telling = verdict.reasons.filter { reason in
          switch verdict.state {
          case .closed: reason.outcome == .fails
          case .unknown: reason.outcome == .unknown
          default: reason.outcome == .depends
          }
        }
        let why = telling.map(\.words).joined(separator: "; ")
        lines.append(
          "  \(verdict.state.rawValue)  \(verdict.stream.name)\(why.isEmpty ? "" : ": \(why)")")
      }
    }
    return lines
  }
}
