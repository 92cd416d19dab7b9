import Candidates
import Classifications
import Credentials
import Diagnostics
import Rendering

/// A candidate for programs; `null` is unknown.
struct CandidateJSON {
  let facts: CandidateFacts
  let isFull: Bool

  init(_ facts: CandidateFacts, isFull: Bool) {
    self.facts = facts
    self.isFull = isFull
  }

  func value() throws -> [String: JSONValue] {
    var value = Self.profile(facts.candidate, isFull: isFull)
    value["added_on"] = .string(facts.entry.addedOn.description)
    value["evidence"] = .array(facts.records.evidence.map { Self.evidence($0, isFull: isFull) })
    value["on"] = .string(facts.desk.day.description)
    value["found"] = .texts(facts.reasons)
    value["places"] = .array(facts.standing.places.map(place))
    value["nearest"] =
      facts.standing.nearest.first.map {
        .object(["occupation": .string($0.occupation), "jurisdiction": .string($0.jurisdiction)])
      } ?? .null
    value["ends_first"] = facts.standing.firstExpiry.map(Self.expiry) ?? .null
    value["rules_changed"] = .array(
      facts.changed.map {
        .object(["step": .string($0.step), "was": .text($0.old), "is": .text($0.new)])
      })
    value["not_shown"] = .texts(isFull ? [] : facts.hidden)
    if isFull { value["notes"] = .array(facts.notes.map(Self.note)) }
    value["streams"] = .array(
      try facts.occupations.map { occupation in
        .object([
          "occupation": .string(occupation),
          "verdicts": .array(
            try facts.verdicts(for: occupation).map { verdict in
              .object([
                "stream": .string(verdict.stream.id), "state": .string(verdict.state.rawValue),
                "reasons": .texts(verdict.reasons.map(\.words)),
              ])
            }),
        ])
      })
    return value
  }

  // MARK: What is kept

  static func profile(_ candidate: Candidate, isFull: Bool) -> [String: JSONValue] {
    var value: [String: JSONValue] = [
      "candidate": .string(candidate.id.text),
      "occupations": .texts(candidate.occupations.map(\.description)),
      "studies": .array(candidate.studies.map { study($0, isFull: isFull) }),
      "cedula": candidate.cedula == .unknown ? .null : .string(candidate.cedula.rawValue),
      "experience": .array(candidate.experience.map(experience)),
      "languages": .array(candidate.languages.map(language)),
      "targets": .texts(candidate.targets.map(\.description)),
      "jurisdictions": .texts(candidate.jurisdictions),
      "consents": .array(candidate.consents.map(consent)),
      "retain_until": .text(candidate.retainUntil?.description),
    ]
    if isFull { value["reference"] = .text(candidate.reference) }
    return value
  }

  private static func study(_ study: Study, isFull: Bool) -> JSONValue {
    var value: [String: JSONValue] = [
      "level": study.level == .unknown ? .null : .string(study.level.rawValue),
      "field": .text(study.field?.code), "field_name": .text(study.field?.name),
      "field_printed": .text(study.field?.printed), "year": study.year.map { .int($0) } ?? .null,
    ]
    if isFull {
      value["field_text"] = .text(study.fieldText)
      value["institution"] = .text(study.institution)
    }
    return .object(value)
  }

  private static func experience(_ one: Experience) -> JSONValue {
    .object([
      "code": .text(one.code?.description), "months": one.months.map { .int($0) } ?? .null,
      "last_year": one.lastYear.map { .int($0) } ?? .null,
      "setting": .text(one.setting?.rawValue),
    ])
  }

  private static func language(_ skill: LanguageSkill) -> JSONValue {
    var scores: [String: JSONValue] = [:]
    for one in LanguageSkill.Skill.allCases {
      scores[one.rawValue] = .text(skill.result?.scores[one])
    }
    return .object([
      "language": .string(skill.language), "test": .text(skill.result?.test.rawValue),
      "date": .text(skill.result?.date?.description),
      "scores": skill.result == nil ? .null : .object(scores),
    ])
  }

  private static func consent(_ consent: Consent) -> JSONValue {
    .object([
      "purposes": .texts(consent.purposes.map(\.rawValue)),
      "recipients": .texts(consent.recipients.map(\.rawValue)),
      "given_on": .string(consent.givenOn.description),
      "withdrawn_on": .text(consent.withdrawnOn?.description),
      "notice": .string(consent.notice), "language": .string(consent.language),
    ])
  }

  static func evidence(_ one: Evidence, isFull: Bool) -> JSONValue {
    var value: [String: JSONValue] = [
      "number": .int(one.number), "kind": .string(one.kind.rawValue), "step": .text(one.step),
      "issued_on": .text(one.issuedOn?.description),
      "expires_on": .text(one.expiresOn?.description),
      "file_sha256": .text(one.fileHash), "verified_by": .text(one.verifiedBy?.rawValue),
      "verified_on": .text(one.verifiedOn?.description),
    ]
    if isFull {
      value["title"] = .text(one.title)
      value["issuer"] = .text(one.issuer)
      value["location"] = .text(one.location)
    }
    return .object(value)
  }

  static func note(_ note: CandidateStore.Note) -> JSONValue {
    .object([
      "number": .int(note.number), "on": .string(note.on.description),
      "by": .string(note.by.rawValue), "text": .string(note.text),
    ])
  }

  static func record(_ step: CandidateStep) -> JSONValue {
    .object([
      "step": .string(step.step), "state": .string(step.state.rawValue),
      "since": .string(step.since.description), "by": .string(step.by.rawValue),
      "due_on": .text(step.dueOn?.description), "expires_on": .text(step.expiresOn?.description),
      "attempt": .int(step.attempt),
      "attempt_limit": step.attemptLimit.map { .int($0) } ?? .null,
      "retry_from": .text(step.retryFrom?.description), "paid": .text(step.paid?.description),
      "reason": .text(step.reason),
    ])
  }

  // MARK: Where the candidate stands

  func place(_ place: JurisdictionStanding) -> JSONValue {
    let (yes, partly, no) = place.fromMexico
    let days = place.end.map { $0.days(from: facts.desk.day) }
    return .object([
      "occupation": .string(place.occupation), "jurisdiction": .string(place.jurisdiction),
      "regulated": .string(place.regulation.regulated.rawValue), "has_way": .bool(place.hasWay),
      "done": .bool(place.isDone), "open_steps": place.hasWay ? .int(place.open.count) : .null,
      "earliest": .text(days?.first.description), "latest": .text(days?.last?.description),
      "steps_of_unknown_time": .int(place.unknownTimes),
      "within_four_months": .string(place.withinFourMonths.rawValue),
      "remaining_cost": Self.cost(place.cost), "remaining_cost_beside": Self.cost(place.otherCost),
      "from_mexico": .object(["yes": .int(yes), "partly": .int(partly), "no": .int(no)]),
      "critical_path": .texts(place.criticalPath.map(\.step.id)),
      "ready": .texts(place.ready.map(\.step.id)),
      "ends": .array(place.expiries.map(Self.expiry)), "steps": .array(place.steps.map(step)),
      "beside": .array(place.others.map(step)),
      "languages": .array(
        facts.languages(place).map { one in
          .object([
            "requirement": .string(one.requirement.id), "test": .string(one.test),
            "enough": .string(one.isEnough.rawValue),
            "skills": .array(
              one.parts.map {
                .object([
                  "skill": .string($0.skill), "minimum": .string($0.minimum),
                  "result": .text($0.result), "enough": .string($0.isEnough.rawValue),
                ])
              }),
          ])
        }), "only_if_asked": .texts(place.optional.map(\.step.id)),
    ])
  }

  static func cost(_ cost: RemainingCost) -> JSONValue {
    .object([
      "known": .array(
        cost.known.map {
          .object([
            "currency": .string($0.currency), "min": .double($0.range.lowerBound),
            "max": .double($0.range.upperBound),
          ])
        }), "steps_with_fee": .int(cost.counted), "steps_of_unknown_fee": .int(cost.unknown),
    ])
  }

  static func expiry(_ expiry: Expiry) -> JSONValue {
    var value: [String: JSONValue] = [
      "on": .string(expiry.on.description), "needed_by": .text(expiry.neededBy),
      "before_needed": .string(expiry.endsBeforeNeeded.rawValue), "step": .null, "evidence": .null,
    ]
    switch expiry.subject {
    case .step(let name): value["step"] = .string(name)
    case .evidence(let number): value["evidence"] = .int(number)
    }
    return .object(value)
  }

  private func step(_ one: StepStanding) -> JSONValue {
    let days = one.end.map { $0.days(from: facts.desk.day) }
    var value: [String: JSONValue] = [
      "step": .string(one.step.id), "title": .string(one.step.title),
      "state": .string(one.state.rawValue), "implied_by_cedula": .bool(one.isImplied),
      "blocked_by": .array(one.blockedBy.map { .texts($0) }),
      "from_mexico": .string(one.step.fromMexico.rawValue),
      "fee": .text(one.step.fee.map { "\($0.printed) \($0.currency)" }),
      "time": .text(one.step.duration?.printed), "earliest": .text(days?.first.description),
      "latest": .text(days?.last?.description),
    ]
    value["since"] = .text(one.record?.since.description)
    value["due_on"] = .text(one.record?.dueOn?.description)
    value["expires_on"] = .text(one.record?.expiresOn?.description)
    value["attempt"] = one.record.map { .int($0.attempt) } ?? .null
    value["paid"] = .text(one.record?.paid?.description)
    if isFull { value["reason"] = .text(one.record?.reason) }
    return .object(value)
  }
}
