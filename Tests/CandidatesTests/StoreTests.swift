import Classifications
import Credentials
import Diagnostics
import Foundation
import Ledgers
import Storage
import TestSupport
import Testing

@testable import Candidates

@Suite struct StoreTests {
  static func ledger() throws -> Ledger {
    try Ledger.inMemory(components: [CandidateSchema.component])
  }

  /// A candidate with something in every field.
  static func whole() throws -> Candidate {
    var candidate = Candidate(CandidateID(row: 2))
    candidate.reference = "MX-26/001"
    candidate.occupations = [OccupationCode(.sinco2019, "2436"), OccupationCode(.noc2021, "31301")]
    candidate.studies = [
      Study(.bachelor, field: "Enfermería", institution: "Universidad de Colima", year: 2015),
      Study(.unknown, field: "0914"),
    ]
    candidate.cedula = .yes
    candidate.experience = [
      Experience(
        code: OccupationCode(.sinco2019, "2436"), months: 48, lastYear: 2025, setting: .hospital),
      Experience(months: 5),
    ]
    candidate.languages = [
      LanguageSkill("es"),
      LanguageSkill(
        "en",
        LanguageSkill.Result(
          .celban, [.listening: "9", .speaking: "8"], date: try World.day("2026-02-01"))),
    ]
    candidate.targets = [.occupation("RN"), .code(OccupationCode(.noc2021, "32101"))]
    candidate.jurisdictions = ["CA-ON", "CA-BC"]
    candidate.consents = [
      Consent(
        for: [.matching, .statistics], to: [.sne, .esdc], on: try World.day("2026-03-01"),
        notice: "2026-1", language: "es")
    ]
    candidate.retainUntil = try World.day("2028-12-31")
    return candidate
  }

  static func added(_ candidate: Candidate, to ledger: Ledger) throws -> CandidateID {
    var random = SplitMix64(seed: 1)
    return try ledger.write {
      try CandidateStore(ledger).add(
        candidate, note: "fine", on: try World.day("2026-11-28"), by: .recruiter,
        try World.catalogue(), using: &random)
    }
  }

  @Test func whatIsKeptIsReadBackAsItWas() throws {
    let ledger = try Self.ledger()
    var candidate = try Self.whole()
    candidate.id = try Self.added(candidate, to: ledger)
    let entry = try CandidateStore(ledger).entry(candidate.id)
    #expect(entry.candidate == candidate)
    #expect(entry.addedOn == (try World.day("2026-11-28")))
    #expect(try CandidateStore(ledger).notes(of: entry).map(\.text) == ["fine"])
  }

  @Test func damagedRecordsAreRefused() throws {
    let id = CandidateID(row: 1)
    for text in ["shoe\tsize", "study\tfar", "retain\t2026-13-01", "occupation\tnoc2021"] {
      #expect(throws: CandidateRefusal.self) { try CandidateRecord.candidate(id, text) }
    }
  }

  @Test func aReferenceIsThereOnce() throws {
    let ledger = try Self.ledger()
    _ = try Self.added(try Self.whole(), to: ledger)
    #expect(throws: CandidateRefusal.self) { try Self.added(try Self.whole(), to: ledger) }
    #expect(try CandidateStore(ledger).count() == 1)
  }

  @Test func stepsAreRecordedWithTheirProof() throws {
    let ledger = try Self.ledger()
    let store = CandidateStore(ledger)
    let id = try Self.added(try Self.whole(), to: ledger)
    let day = try World.day("2026-11-29")
    let catalogue = try World.catalogue()
    func record(_ kind: StepEvent.Kind, _ step: String, _ proof: Evidence.Kind? = nil) throws {
      try ledger.write {
        _ = try store.record(
          StepEvent(kind, on: day, by: .officer), to: step, of: id, proof: proof, catalogue)
      }
    }
    // The cédula stands for the título, so that transcripts can be asked for.
    try record(.start, "MX-DOCS-05")
    #expect(throws: CandidateRefusal.self) { try record(.start, "MX-DOCS-08") }
    #expect(throws: CandidateRefusal.self) { try record(.submit, "MX-DOCS-05") }
    try record(.submit, "MX-DOCS-05", .receipt)
    #expect(throws: CandidateRefusal.self) { try record(.complete, "MX-DOCS-05") }
    try record(.complete, "MX-DOCS-05", .transcript)
    try record(.start, "MX-DOCS-08")
    let records = try store.records(of: try store.entry(id))
    #expect(records.steps["MX-DOCS-05"]?.state == .completed)
    #expect(records.steps["MX-DOCS-08"]?.state == .inProgress)
    #expect(records.evidence.map(\.kind) == [.receipt, .transcript])
    let audit = try store.audit(of: id)
    #expect(audit.map(\.action) == ["add"] + Array(repeating: "step", count: 4))
    for (one, next) in zip(audit, audit.dropFirst()) { #expect(one.after == next.before) }
    #expect(throws: DatabaseError.self) {
      try ledger.database.execute("DELETE FROM candidates_audit")
    }
  }

  @Test func filtersFindWhatTheySay() throws {
    let ledger = try Self.ledger()
    let store = CandidateStore(ledger)
    let catalogue = try World.catalogue()
    let day = try World.day("2026-11-28")
    var random = SplitMix64(seed: 7)
    var all: [Candidate] = []
    try ledger.write {
      var intake = try CandidateIntake(store, catalogue, on: day, by: .recruiter)
      for number in 0..<400 {
        var candidate = Candidate(CandidateID(row: number + 2))
        candidate.occupations = [
          OccupationCode(.noc2021, ["31301", "32101", "32120"][number % 3])
        ]
        candidate.cedula = CedulaStatus.allCases[Int.random(in: 0...2, using: &random)]
        candidate.jurisdictions = Bool.random(using: &random) ? ["CA-ON"] : []
        if Bool.random(using: &random) { candidate.languages = [LanguageSkill("en")] }
        if number.isMultiple(of: 7) { candidate.retainUntil = day.adding(days: number % 3 - 1) }
        candidate.id = try intake.add(candidate, using: &random)
        all.append(candidate)
      }
      try intake.finish()
    }
    var filters: [(CandidateFilter, (Candidate) -> Bool)] = [(CandidateFilter(), { _ in true })]
    var filter = CandidateFilter()
    filter.take(occupation: "RN")
    filters.append((filter, { $0.occupations[0].code == "31301" }))
    filter.take(cedula: .yes)
    filters.append((filter, { $0.occupations[0].code == "31301" && $0.cedula == .yes }))
    filter.take(jurisdiction: "CA-ON")
    filter.take(language: "en")
    filters.append(
      (
        filter,
        {
          $0.occupations[0].code == "31301" && $0.cedula == .yes && $0.jurisdictions == ["CA-ON"]
            && !$0.languages.isEmpty
        }
      ))
    filter = CandidateFilter()
    filter.take(overdueOn: day)
    filters.append((filter, { $0.isOverdue(on: day) }))
    filter.take(cedula: .no)
    filters.append((filter, { $0.isOverdue(on: day) && $0.cedula == .no }))
    filter = CandidateFilter()
    filter.take(occupation: "PHYS")
    filters.append((filter, { _ in false }))
    for (filter, holds) in filters {
      let expected = all.filter(holds)
      let found = try store.list(filter, limit: 1000)
      #expect(found.total == expected.count)
      #expect(found.entries.map(\.candidate) == expected)
      let part = try store.list(filter, limit: 5, offset: 3)
      #expect(part.total == expected.count)
      #expect(part.entries.map(\.candidate) == Array(expected.dropFirst(3).prefix(5)))
    }
  }

  @Test func changedRulesAreTold() throws {
    let ledger = try Self.ledger()
    let store = CandidateStore(ledger)
    let id = try Self.added(try Self.whole(), to: ledger)
    let catalogue = try World.catalogue()
    let entry = try store.entry(id)
    let steps = Set(catalogue.steps.keys)
    #expect(try store.changedRules(of: entry, among: steps, catalogue) == [])
    // As if the fee had been another one when the candidate began.
    try ledger.database.execute(
      "UPDATE candidates_rule SET text = replace(text, '750', '700') WHERE step = 'RN-NNAS-03'")
    try ledger.database.execute("UPDATE candidates_rules SET digest = zeroblob(32)")
    let changed = try store.changedRules(of: entry, among: steps, catalogue)
    #expect(changed.map(\.step) == ["RN-NNAS-03"])
    #expect(changed.first?.old?.contains("fee 700 CAD") == true)
    #expect(changed.first?.new?.contains("fee 750 CAD") == true)
    try ledger.write {
      try store.acknowledge(
        "RN-NNAS-03", of: id, on: try World.day("2026-11-29"), by: .officer, catalogue)
    }
    #expect(try store.changedRules(of: entry, among: steps, catalogue) == [])
  }
}

/// Erasure, down to the bytes of the files.
@Suite struct ErasureTests {
  static let planted = [
    "Quetzalli", "Xochiquetzal", "Nezahualcoyotl", "MX-77/4711", "f00dfeed", "Tlaxcaltecatl",
  ]

  static func bytes(_ path: String) -> [String: Data] {
    var found: [String: Data] = [:]
    for ending in ["", "-wal", "-shm", "-journal"] {
      if let data = FileManager.default.contents(atPath: path + ending) { found[ending] = data }
    }
    return found
  }

  static func places(of text: String, in path: String) -> [String] {
    bytes(path).filter { $0.value.range(of: Data(text.utf8)) != nil }.map { "file\($0.key)" }
  }

  @Test func leavesNoByteOfThePersonAndTheChainSound() throws {
    let path = "\(FileManager.default.temporaryDirectory.path)/erase-\(UUID().uuidString).ledger"
    defer {
      for ending in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: path + ending)
      }
    }
    let ledger = try Ledger.open(path, components: [CandidateSchema.component])
    let store = CandidateStore(ledger)
    let catalogue = try World.catalogue()
    let day = try World.day("2026-11-28")
    var random = SplitMix64(seed: 3)
    try ledger.write {
      try ledger.append(EventDraft("proposed", by: .mexico, on: day), to: "link/L1")
    }
    let head = try ledger.head()
    var others: [CandidateID] = []
    var id = CandidateID(row: 1)
    try ledger.write {
      var intake = try CandidateIntake(store, catalogue, on: day, by: .recruiter)
      for number in 0..<300 {
        var candidate = Candidate(CandidateID(row: 2))
        candidate.occupations = [OccupationCode(.noc2021, "31301")]
        candidate.targets = [.occupation("RN")]
        candidate.studies = [Study(.bachelor, institution: "Instituto \(number)")]
        if number == 150 {
          candidate.reference = Self.planted[3]
          candidate.studies = [
            Study(.bachelor, field: Self.planted[0], institution: Self.planted[1])
          ]
          id = try intake.add(candidate, note: Self.planted[2], using: &random)
        } else {
          others.append(try intake.add(candidate, note: "note \(number)", using: &random))
        }
      }
      try intake.finish()
    }
    try ledger.write {
      var evidence = Evidence(0, .letter, step: "MX-DOCS-01")
      evidence.title = Self.planted[2]
      evidence.location = Self.planted[0]
      evidence.fileHash = String(repeating: Self.planted[4], count: 8)
      _ = try store.add(evidence, to: id, on: day, by: .officer, catalogue)
      var event = StepEvent(.waive, on: day, by: .officer)
      event.reason = Self.planted[5]
      try store.record(event, to: "MX-DOCS-01", of: id, catalogue)
    }
    for text in Self.planted + [id.text] {
      #expect(!Self.places(of: text, in: path).isEmpty, "\(text) was not there at all")
    }
    try ledger.write { try store.erase(id, on: day, by: .officer, why: .request) }
    try ledger.database.purge()
    for text in Self.planted + [id.text] { #expect(Self.places(of: text, in: path) == []) }
    let check = try ledger.verify(expecting: head)
    #expect(check.faults == [])
    #expect(try store.count() == 299)
    #expect(try store.tombstone(of: id) == day)
    #expect(throws: CandidateRefusal.self) { try store.entry(id) }
    #expect(try store.audit(of: id).map(\.action).last == "erase")
    for other in others { #expect(try store.entry(other).candidate.studies.count == 1) }
    var filter = CandidateFilter()
    filter.take(occupation: "RN")
    #expect(try store.list(filter, limit: 1).total == 299)
  }
}
