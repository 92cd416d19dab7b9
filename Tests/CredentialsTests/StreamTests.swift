import Classifications
import Credentials
import ReferenceData
import TestSupport
import Testing

/// Which streams are open to a citizen of Mexico, and why.
@Suite struct StreamTests {
  /// The states of the streams for a group of NOC 2021.
  private func states(
    _ noc: String, _ occupation: String?, regulated: Regulation.Answer?
  ) throws -> [String: StreamVerdict] {
    let data = try World.catalogue()
    let table = try Repository.catalogue().codeTable(.noc2021)
    let described = try occupation.map { try #require(data.occupation($0)) }
    let above = Set(table.ancestors(of: noc).map { OccupationCode(.noc2021, $0.code) })
    let subject = StreamSubject(
      occupation: described,
      groups: [StreamSubject.Group(OccupationCode(.noc2021, noc), above: above)],
      teer: table[noc]?.teer.flatMap { Int($0) }, regulated: regulated)
    return Dictionary(
      uniqueKeysWithValues: data.verdicts(for: subject).map { ($0.stream.id, $0) })
  }

  @Test func opensPriorityToNursesAndNotToTechnologists() throws {
    let nurse = try states("31301", "RN", regulated: .yes)
    #expect(nurse["GSS-EXEMPT"]?.state == .conditional)
    #expect(nurse["GSS-EXEMPT"]?.reasons.first?.words == "TEER 1, 0 or 1 is asked for")
    #expect(nurse["CUSMA"]?.state == .conditional)
    #expect(nurse["CPTPP"]?.state == .closed)
    let technologist = try states("32120", "MLT", regulated: .yes)
    #expect(technologist["GSS-EXEMPT"]?.state == .closed)
    #expect(technologist["CUSMA"]?.state == .conditional)
    #expect(try states("33102", "AIDE", regulated: .no)["CUSMA"]?.state == .closed)
  }

  @Test func saysWhatIsNotKnown() throws {
    let psychiatric = try states("31301", "RPSYCH", regulated: .yes)
    #expect(psychiatric["CUSMA"]?.state == .unknown)
    let welder = try states("72106", "WELD", regulated: .unknown)
    #expect(welder["TFWP-LMIA"]?.state == .unknown)
    #expect(welder["PNP"]?.state == .unknown)
    #expect(try states("32124", "PTECH", regulated: .no)["EE-HEALTH"]?.state == .unknown)
  }

  @Test func asksForNoLicenceWhereThereIsNoRegulation() throws {
    let aide = try states("33102", "AIDE", regulated: .no)
    let licence = aide["TFWP-LMIA"]?.reasons.first { $0.test.kind == .licence }
    #expect(licence?.outcome == .passes)
    // Where the province is not chosen, it depends.
    let anywhere = try states("33102", "AIDE", regulated: nil)
    #expect(
      anywhere["TFWP-LMIA"]?.reasons.first { $0.test.kind == .licence }?.outcome == .depends)
  }

  /// An occupation that the data do not describe is judged by its group alone.
  @Test func judgesOtherOccupationsByTheirGroup() throws {
    let architect = try states("21200", nil, regulated: .unknown)
    #expect(architect["CUSMA"]?.reasons[1].outcome == .passes)
    #expect(architect["CPTPP"]?.reasons[1].outcome == .passes)
    #expect(architect["EE-HEALTH"]?.state == .unknown)
    #expect(try states("72200", nil, regulated: .unknown)["CPTPP"]?.reasons[1].outcome == .passes)
    #expect(try states("31103", nil, regulated: .unknown)["CPTPP"]?.state == .closed)
    #expect(try states("65200", nil, regulated: .unknown)["CUSMA"]?.reasons[1].outcome == .unknown)
  }

  @Test func tellsThePaperForEntryApart() throws {
    let entry = try states("31301", "RN", regulated: .yes)["VISA-MX"]
    #expect(entry?.stream.kind == .entry)
    #expect(entry?.state == .open)
  }
}
