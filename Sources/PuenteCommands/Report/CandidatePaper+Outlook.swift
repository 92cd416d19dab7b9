import Candidates
import Classifications
import Credentials
import Diagnostics
import Matching
import ReferenceData
import Reports

/// Sections 9 to 12: streams, bridging, doubts, declarations.
extension CandidatePaper {
  mutating func streams() throws -> Reports.Section {
    var rows: [ReportTable.Row] = []
    for occupation in facts.occupations {
      for verdict in try facts.verdicts(for: occupation) {
        let reasons = verdict.reasons.map { data($0.words) }
        rows.append(
          .init(
            [
              .code(occupation), .text([data(verdict.stream.name)]), cell(verdict.state),
              .text(
                reasons.enumerated().flatMap { index, phrase in
                  index == 0 ? [phrase] : [Phrase("; "), phrase]
                }),
            ], cites: [try cite(verdict.stream.source)]))
      }
    }
    let table = ReportTable(
      "streams", caption: say(\.streams),
      columns: [
        .init(say(\.occupation), weight: 1), .init(say(\.stream), weight: 2),
        .init(say(\.state), weight: 1.1), .init(say(\.reasons), weight: 3.4),
      ], rows: rows)
    return Section("streams", title: heading(9, \.streams), [.table(table)])
  }

  mutating func bridging() throws -> Reports.Section {
    var rows: [ReportTable.Row] = []
    for standing in detailed {
      for program in credentials.bridging(for: standing.occupation, in: standing.jurisdiction) {
        let length: Cell = program.length.map { .text([data($0)]) } ?? .unknown
        let offered = Cell.text([data(program.offered)])
        let cells: [Cell] = [
          .text(heading(standing)), .text([data(program.program)]),
          (program.provider).map { .text([Phrase($0)]) } ?? .unknown, length, offered,
        ]
        rows.append(.init(cells, cites: [try cite(program.source)]))
      }
    }
    let table = ReportTable(
      "bridging", caption: say(\.bridging),
      columns: [
        .init(say(\.place), weight: 1.4), .init(say(\.program), weight: 2.4),
        .init(say(\.provider), weight: 2), .init(say(\.length)), .init(say(\.offered)),
      ], rows: rows)
    return Section("bridging", title: heading(10, \.bridging), [.table(table)])
  }

  mutating func doubts() throws -> Reports.Section {
    var known: Set<String> = []
    let steps = detailed.flatMap(\.steps).filter { known.insert($0.step.id).inserted }
    func count(_ mark: FactSource.Mark) -> Int {
      steps.count { $0.step.source.marks(on: day).contains(mark) }
    }
    let counted: [(KeyPath<Messages, Message>, Int)] = [
      (\.candidate.oldFacts, count(.old)), (\.candidate.undatedFacts, count(.undated)),
      (\.candidate.generalFacts, count(.generalKnowledge)),
    ]
    var points = counted.filter { $0.1 > 0 }.map {
      Paragraph(draft.wording.say($0.0, count: $0.1))
    }
    for code in candidate.occupations where code.classification != .noc2021 {
      guard try draft.catalogue.codeTable(code.classification).contains(code.code) else { continue }
      let verdict = try draft.catalogue.finder(from: code.classification, to: .noc2021)
        .answer(for: code.code, traced: 0).verdict
      if verdict != .clear {
        let words = say(
          \.unresolvedMatch, code.description, draft.wording.text(draft.state(verdict)))
        points.append(Paragraph(words))
      }
    }
    if points.isEmpty { points.append(Paragraph(say(\.noDoubts))) }
    var blocks: [Block] = [.list(points, isOrdered: false)]
    if draft.wording.language != .en { blocks.append(.text(say(\.englishData))) }
    blocks.append(.text(draft.wording.say(\.common.languageMarks)))
    return Section("doubts", title: heading(11, \.doubts), blocks)
  }

  mutating func declarations() -> Reports.Section {
    var points = [Paragraph(say(\.free)), Paragraph(say(\.noGuarantee))]
    if !isPublic {
      let holding = candidate.consents.filter { $0.holds(on: day) }
      for consent in holding {
        points.append(
          Paragraph(
            say(
              \.consent, consent.givenOn.description, consent.notice,
              consent.purposes.map(\.rawValue).joined(separator: ", "),
              consent.recipients.map(\.rawValue).joined(separator: ", "))))
      }
      if holding.isEmpty { points.append(Paragraph(say(\.noConsent))) }
    }
    return Section(
      "declarations", title: heading(12, \.declarations), [.list(points, isOrdered: false)])
  }
}
