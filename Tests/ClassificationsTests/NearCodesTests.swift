import Classifications
import ReferenceData
import TestSupport
import Testing

@Suite struct NearCodesTests {
  struct SlipCase: Sendable, CustomTestStringConvertible {
    let meant: String
    let written: String
    let slip: NearCodes.Slip?

    init(_ meant: String, _ written: String, _ slip: NearCodes.Slip?) {
      self.meant = meant
      self.written = written
      self.slip = slip
    }

    var testDescription: String { "\(meant) written \(written)" }
  }

  private static let cases = [
    SlipCase("0011", "11", .lostZeros), SlipCase("00010", "10", .lostZeros),
    SlipCase("0112", "112", .lostZeros), SlipCase("3012", "3021", .transposed),
    SlipCase("3012", "2013", .exchanged), SlipCase("3012", "3013", .substituted),
    SlipCase("3012", "312", .missing), SlipCase("3012", "302", .missing),
    SlipCase("3012", "301", .missing), SlipCase("3012", "33012", .added),
    SlipCase("3012", "30512", .added), SlipCase("3012", "30129", .added),
    SlipCase("29-1141", "291141", .missing), SlipCase("A111", "Á111", nil),
    SlipCase("3012", "3012", nil), SlipCase("3012", "2103", nil), SlipCase("3012", "30", nil),
    SlipCase("3012", "301234", nil), SlipCase("3012", "1203", nil), SlipCase("3012", "3344", nil),
    SlipCase("3012", "", nil), SlipCase("3012", "30123012301230123012", nil),
  ]

  @Test(arguments: cases) func tellsTheSlip(_ slip: SlipCase) {
    let table = smallTable(levels: 1, [group(slip.meant, 1)])
    let found = NearCodes.of(slip.written, in: table)
    #expect(found.map(\.1) == (slip.slip.map { [$0] } ?? []))
  }

  @Test func putsTheMoreUsualSlipFirstAndThenTheOrderOfTheTable() {
    let table = smallTable(
      levels: 1,
      ["1299", "1235", "1243", "4231", "1233", "123", "12345", "01234"].map { group($0, 1) })
    let found = NearCodes.of("1234", in: table)
    #expect(found.map(\.0.code) == ["01234", "1243", "4231", "1235", "1233", "12345", "123"])
    #expect(
      found.map(\.1) == [
        .lostZeros, .transposed, .exchanged, .substituted, .substituted, .missing, .added,
      ])
  }

  @Test func findsTheNurseCodeThatTheReportOf2017MeantBy2013() throws {
    let table = try Repository.catalogue().codeTable(.noc2016)
    #expect(table["2013"] == nil)
    let exchanged = NearCodes.of("2013", in: table).filter { $0.1 == .exchanged }
    #expect(exchanged.map(\.0.code) == ["3012"])
    #expect(exchanged.first?.0.titleEN == "Registered nurses and registered psychiatric nurses")
  }

  @Test func explainsEverySlipDifferently() {
    let slips: [NearCodes.Slip] = [
      .lostZeros, .transposed, .exchanged, .substituted, .missing, .added,
    ]
    #expect(slips.sorted() == slips)
    #expect(Set(slips.map(\.explanation)).count == slips.count)
  }
}
