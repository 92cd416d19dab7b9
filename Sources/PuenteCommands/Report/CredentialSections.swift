import Classifications
import Credentials
import Diagnostics
import FactTables
import ReferenceData
import Reports

/// What the paper says of the recognition of credentials: where occupations are regulated.
extension ReportDraft {
  /// The answers for all occupations of the data in all provinces and territories.
  struct ProvinceSurvey {
    let provinces: [Jurisdiction]
    let occupations: [CredentialOccupation]
    /// The answers, by occupation, then by province.
    let answers: [[RegulationAnswer]]

    init(_ data: CredentialCatalogue, on day: CalendarDate) {
      let places = data.provinces
      provinces = places
      occupations = data.occupations
      answers = data.occupations.map { occupation in
        places.map { data.regulation(of: occupation.id, in: $0.id, on: day) }
      }
    }

    /// How many occupations are regulated, partly so, not, and unknown, in a province.
    func counts(_ province: Int) -> [Int] {
      [Regulation.Answer.yes, .partial, .no, .unknown].map { answer in
        answers.count { $0[province].regulated == answer }
      }
    }
  }

  /// Reads the data and cites its files.
  mutating func provinceSurvey() throws -> ProvinceSurvey {
    let folder = catalogue.directory.file("datasets/credentials")
    let data = try CredentialCatalogue(folder: folder, isThere: fileExists)
    for name in ["regulations", "jurisdictions", "occupations", "occupation_codes"] {
      try cite(file: "datasets/credentials/\(name).csv")
    }
    return ProvinceSurvey(data, on: day)
  }

  /// The section with its chart, its table, and what is doubtful.
  mutating func credentialSection(_ survey: ProvinceSurvey) throws -> Reports.Section {
    var cites: Set<Int> = []
    var warned: [Int] = []
    var ofProvinces: [[Int]] = []
    for province in survey.provinces.indices {
      let rules = survey.answers.compactMap { $0[province].rule }
      let own = try Set(rules.map { try cite(fact: $0.source) })
      cites.formUnion(own)
      ofProvinces.append(own.sorted())
      warned.append(rules.count { !$0.source.marks(on: day).isEmpty })
    }
    let sources = cites.sorted()
    return Section(
      "credentials", title: wording.say(\.group.credentials),
      [
        .text(
          wording.say(
            \.group.credentialsText, wording.count(survey.occupations.count), wording.day(day)),
          cites: sources),
        credentialChart(survey, cites: sources),
        .table(try matrix(survey, cites: sources)),
        .table(provinceTable(survey, warned: warned, cites: ofProvinces)),
        .note(Paragraph(wording.say(\.group.doubtfulText)), .caution),
      ])
  }

  /// The number of the pages that a fact is from, with the time that they are true of.
  mutating func cite(fact: FactSource) throws -> Int {
    let source = try catalogue.source(fact.id)
    let isKnowledge = fact.generalKnowledge.contains("all")
    return cite(
      ReportSource(
        // The row stands for many pages, each known by its address.
        title: Phrase(
          fact.pages.isEmpty ? "\(source.publisher), \(source.title)" : source.publisher),
        address: fact.pages.joined(separator: " ; "), asOf: fact.asOf?.description ?? "",
        confidence: isKnowledge ? .generalKnowledge : .init(rawValue: fact.confidence) ?? .unstated)
    )
  }

  func name(_ province: Jurisdiction) -> String {
    province.names[wording.language.rawValue] ?? province.name
  }

  private func credentialChart(_ survey: ProvinceSurvey, cites: [Int]) -> Block {
    let counts = survey.provinces.indices.map { survey.counts($0) }
    let most = counts.indices.max { counts[$0][0] < counts[$1][0] }
    let summary = most.map {
      wording.say(
        \.group.credentialsSummary, name(survey.provinces[$0]), wording.count(counts[$0][0]),
        wording.count(survey.occupations.count))
    }
    return .chart(
      Chart(
        "regulation", title: wording.say(\.group.credentialsChart), summary: summary ?? "",
        content: .bars(
          Bars(
            unit: wording.say(\.group.occupations), subject: wording.say(\.group.province),
            series: [
              .init(wording.say(\.group.regulated), tone: .bad),
              .init(wording.say(\.group.partial), tone: .caution),
              .init(wording.say(\.group.unregulated), tone: .good),
              .init(wording.say(\.group.unknown), tone: .neutral),
            ],
            bars: survey.provinces.enumerated().map { index, province in
              .init(Phrase(name(province)), counts[index].map(Double.init))
            })), cites: cites))
  }

  /// Occupations by provinces; the provinces by the letters of ISO 3166-2.
  private func matrix(_ survey: ProvinceSurvey, cites: [Int]) throws -> ReportTable {
    ReportTable(
      "regulation-by-occupation", caption: wording.say(\.group.credentialsTable),
      columns: [.init(wording.say(\.group.occupation), weight: 4.5)]
        + survey.provinces.map { .init(String($0.id.dropFirst(3)), weight: 0.8) },
      rows: try survey.occupations.enumerated().map { index, occupation in
        let cells = survey.answers[index].map { answer -> Cell in
          switch answer.regulated {
          case .yes: .text(wording.say(\.group.yes))
          case .partial: .text(wording.say(\.group.part))
          case .no: .text(wording.say(\.group.no))
          case .unknown: .text("?")
          }
        }
        return .init([try name(occupation)] + cells)
      }, cites: cites)
  }

  /// An occupation: the title of its group in NOC 2021, beside Puente's name for it.
  func name(_ occupation: CredentialOccupation) throws -> Cell {
    let code = occupation.codes.first { !$0.isCandidate && $0.code.classification == .noc2021 }
    guard let code, wording.language != .en else {
      return .text([
        Phrase("\(occupation.id) "), wording.official(occupation.name, in: .en),
      ])
    }
    return .text([Phrase("\(occupation.id) "), try title(code.code)])
  }

  private func provinceTable(
    _ survey: ProvinceSurvey, warned: [Int], cites: [[Int]]
  ) -> ReportTable {
    ReportTable(
      "regulation-by-province", caption: wording.say(\.group.credentials),
      columns: [
        .init(wording.say(\.group.province), weight: 2.5),
        .init(wording.say(\.group.regulated), isNumeric: true),
        .init(wording.say(\.group.partial), isNumeric: true),
        .init(wording.say(\.group.unregulated), isNumeric: true),
        .init(wording.say(\.group.unknown), isNumeric: true),
        .init(wording.say(\.group.doubtful), isNumeric: true),
      ],
      rows: survey.provinces.enumerated().map { index, province in
        .init(
          [.text("\(name(province)) (\(province.id.dropFirst(3)))")]
            + survey.counts(index).map { .count($0) } + [.count(warned[index])],
          cites: cites[index])
      })
  }
}
