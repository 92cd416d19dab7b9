import Classifications
import CommandLineKit
import Credentials
import Diagnostics
import FactTables
import Rendering

/// The parts of the answer that have a table of their own.
enum CredentialTable: String, CaseIterable, ArgumentValue {
  case regulation
  case steps
  case requirements
  case bridging
  case streams
}

/// The facts of an answer by name, in an order that does not change; the same in JSON, CSV and Markdown.
typealias CredentialFacts = [(name: String, value: JSONValue)]

extension CredentialReport {
  /// The rows of a table, for one jurisdiction.
  func rows(_ table: CredentialTable, _ place: CredentialPlace) -> [CredentialFacts] {
    let head: CredentialFacts = [
      ("occupation", .string(match.id)), ("jurisdiction", .string(place.jurisdiction.id)),
      ("on", .string(day.description)),
    ]
    let rows =
      switch table {
      case .regulation: [regulation(place)]
      case .steps: place.plan.pathways.flatMap { way in way.steps.map { step($0, way, place) } }
      case .requirements: place.requirements.map(requirement)
      case .bridging: place.bridging.map(program)
      case .streams: place.verdicts.map(stream)
      }
    return rows.map { head + $0 }
  }

  func regulation(_ place: CredentialPlace) -> CredentialFacts {
    let answer = place.answer
    let rule = answer.rule
    let common: CredentialFacts = [
      ("regulated", .string(answer.regulated.rawValue)), ("kind", .text(rule?.kind)),
      ("regulator", .text(rule?.regulator)),
      ("regulator_name", .text(rule?.regulator.flatMap { credentials.bodies[$0]?.name })),
      ("assessment", .text(rule?.assessment)), ("assessors", .texts(rule?.assessors ?? [])),
      ("exam", .text(rule?.exam)), ("languages", .texts(rule?.languages ?? [])),
      ("previous", change(answer.previous, \.validTo, "until")),
      ("next", change(answer.next, \.validFrom, "from")), ("doubts", .texts(answer.doubts)),
      ("rules", .texts(answer.rules.map(\.id))), ("note", .text(rule?.note)),
    ]
    return common + provenance(rule?.source)
  }

  private func change(
    _ rule: Regulation?, _ day: KeyPath<FactSource, UncertainDay?>, _ word: String
  ) -> JSONValue {
    guard let rule else { return .null }
    return .object([
      "regulated": .string(rule.regulated.rawValue), "regulator": .text(rule.regulator),
      word: .text(rule.source[keyPath: day]?.description),
    ])
  }

  func step(_ step: Step, _ pathway: Pathway, _ place: CredentialPlace) -> CredentialFacts {
    let dependencies = step.dependencies.groups.map { $0.joined(separator: " or ") }
    let fee = step.fee
    let duration = step.duration
    return [
      ("pathway", .string(pathway.id)), ("stage", .string(pathway.stage.rawValue)),
      ("number", .int(step.number)), ("step", .string(step.id)), ("title", .string(step.title)),
      ("kind", .string(step.kind)), ("actor", .string(step.actor)), ("bodies", .texts(step.bodies)),
      ("condition", .string(step.condition.rawValue)),
      ("asked", .bool(!place.plan.notAsked.contains(step.id))),
      ("depends_on", .texts(dependencies)), ("from_mexico", .string(step.fromMexico.rawValue)),
      ("fee", .text(fee?.printed)), ("fee_min", number(fee?.amount?.lowerBound)),
      ("fee_max", number(fee?.amount?.upperBound)), ("currency", .text(fee?.currency)),
      ("fee_note", .text(fee?.note)), ("duration", .text(duration?.printed)),
      ("duration_min", number(duration?.amount?.lowerBound)),
      ("duration_max", number(duration?.amount?.upperBound)),
      ("duration_unit", .text(duration?.unit)), ("duration_basis", .text(duration?.basis)),
      ("duration_note", .text(duration?.note)), ("evidence", .texts(step.evidence)),
      ("note", .text(step.note)),
    ] + provenance(step.source)
  }

  func requirement(_ requirement: Requirement) -> CredentialFacts {
    let levels = requirement.levels.map { level in
      JSONValue.object([
        "language": .text(level.language), "test": .string(level.test),
        "skill": .string(level.skill), "minimum": .string(level.minimum),
      ])
    }
    return [
      ("requirement", .string(requirement.id)), ("asked_in", .string(requirement.jurisdiction)),
      ("kind", .string(requirement.kind)), ("title", .string(requirement.title)),
      ("detail", .text(requirement.detail)), ("threshold", .text(requirement.threshold)),
      ("levels", .array(levels)), ("validity", .text(requirement.validity)),
      ("validity_months", requirement.validityMonths.map { .int($0) } ?? .null),
    ] + provenance(requirement.source)
  }

  func program(_ program: BridgingProgram) -> CredentialFacts {
    [
      ("program", .string(program.id)), ("name", .string(program.program)),
      ("provider", .text(program.provider)), ("offered_in", .string(program.jurisdiction)),
      ("offered", .string(program.offered)), ("length", .text(program.length)),
      ("months_min", number(program.months?.lowerBound)),
      ("months_max", number(program.months?.upperBound)), ("cost", .text(program.cost)),
      ("note", .text(program.note)),
    ] + provenance(program.source)
  }

  func stream(_ verdict: StreamVerdict) -> CredentialFacts {
    let stream = verdict.stream
    let reasons = verdict.reasons.map { reason in
      JSONValue.object([
        "test": .string(reason.test.kind.rawValue), "outcome": .string(reason.outcome.rawValue),
        "words": .string(reason.words),
      ])
    }
    return [
      ("stream", .string(stream.id)), ("leads_to", .string(stream.kind.rawValue)),
      ("name", .string(stream.name)), ("state", .string(verdict.state.rawValue)),
      ("reasons", .array(reasons)), ("authority", .string(stream.authority)),
      ("who_can_use", .string(stream.users)), ("processing", .text(stream.processing)),
      ("note", .text(stream.note)),
    ] + provenance(stream.source)
  }

  /// Where a fact is from, when it holds, and what a reader has to be warned of.
  func provenance(_ source: FactSource?) -> CredentialFacts {
    [
      ("valid_from", .text(source?.validFrom?.description)),
      ("valid_to", .text(source?.validTo?.description)), ("source", .text(source?.id)),
      ("source_pages", .texts(source?.pages ?? [])),
      ("as_of", .text(source?.asOf?.description)), ("as_of_note", .text(source?.asOfNote)),
      ("confidence", .text(source?.confidence)),
      ("general_knowledge", .texts(source?.generalKnowledge ?? [])),
      ("marks", .texts(source.map(marks) ?? [])),
    ]
  }

  private func number(_ value: Double?) -> JSONValue {
    guard let value else { return .null }
    return Int(exactly: value).map { .int($0) } ?? .double(value)
  }

  /// The whole answer as JSON.
  func json(detailed: Bool) -> JSONValue {
    func object(_ facts: CredentialFacts) -> JSONValue {
      .object(Dictionary(facts.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }))
    }
    let codes = (match.occupation?.codes ?? []).map { code in
      JSONValue.object([
        "code": .string(code.code.description),
        "status": .string(code.isCandidate ? "candidate" : "given"), "remark": .text(code.remark),
      ])
    }
    let undescribed = match.codes.map { code in
      JSONValue.object([
        "code": .string(code.description), "status": .string("given"), "remark": .null,
      ])
    }
    return .object([
      "occupation": .text(match.occupation?.id), "name": .string(match.name),
      "codes": .array(match.occupation == nil ? undescribed : codes),
      "codes_note": .text(match.occupation?.codesNote), "found_by": .texts(match.reasons),
      "teer": teer.map { .int($0) } ?? .null, "cusma": .text(match.occupation?.cusma),
      "jurisdictions": .array(
        places.map { place in
          var facts: CredentialFacts = [
            ("jurisdiction", .string(place.jurisdiction.id)),
            ("name", .string(place.jurisdiction.name)),
            ("regulation", object(regulation(place))),
            ("regulated", .string(place.answer.regulated.rawValue)),
            ("pathways", .texts(place.plan.recognition.map(\.id))),
          ]
          if detailed {
            for table in [CredentialTable.steps, .requirements, .bridging, .streams] {
              facts.append((table.rawValue, .array(rows(table, place).map(object))))
            }
            facts.append(
              (
                "known_fees",
                .array(
                  place.plan.knownFees.map { fee in
                    .object([
                      "currency": .string(fee.currency), "min": number(fee.amount.lowerBound),
                      "max": number(fee.amount.upperBound),
                    ])
                  })
              ))
            facts.append(
              ("steps_without_fee", .int(place.plan.asked.count { $0.fee?.amount == nil })))
          }
          return object(facts)
        }),
      "streams": detailed ? .null : .array(anywhere.map { object(stream($0)) }),
    ])
  }
}
