import CommandLineKit
import Foundation
import Testing

/// Look-ups as tables, which researchers join with their own.
@Suite struct LookupTableTests {
  private func lines(_ run: Transcript) -> [String] {
    run.output.split(separator: "\n").map { $0.trimmingCharacters(in: ["\r"]) }
  }

  @Test func writesTheWholeCrosswalkAsCSV() throws {
    let run = Transcript(
      "lookup", "--all", "--from", "sinco2011", "--to", "noc2016", "--format", "csv")
    let lines = run.output.split(separator: "\n").map { $0.trimmingCharacters(in: ["\r"]) }
    #expect(run.code == .success)
    #expect(lines.first == "source_id,rank,target_id,score,predicate,path")
    let sources = Set(lines.dropFirst().compactMap { $0.split(separator: ",").first })
    #expect(sources.count == 468)
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("sinco2011:") && $0.contains(",noc2016:") })
    #expect(run.diagnostics.isEmpty)
  }

  @Test func losesNoGroup() {
    let run = Transcript(
      "lookup", "--all", "--from", "sinco2011", "--to", "isco08", "--format", "csv", "--limit", "1")
    let rows = lines(run).dropFirst()
    #expect(rows.count == 468)
    let silent = rows.filter { !$0.contains(",isco08:") }
    let codes = ["2334", "2391", "2992", "9733", "9999"]
    #expect(silent.count == codes.count)
    for (row, code) in zip(silent, codes) {
      let start =
        "sinco2011:\(code),,,,none-stated,none in isco08: SINCO 2011 - ISCO-08 states no correspondence"
      #expect(row.hasPrefix(start))
    }
    #expect(
      run.diagnostics == "5 of 468 groups have no equivalent; 'puente unresolved' says why\n")
  }

  @Test func tellsNotListedFromStated() {
    let run = Transcript(
      "lookup", "nocs2006:A011", "--to", "soc2018", "--without", "noc2016-nocs2006", "--without",
      "nocs2006-noc2011", "--without", "sinco2011-nocs2006", "--format", "tsv")
    #expect(run.code == .negative)
    #expect(
      lines(run).last
        == "nocs2006:A011\t\t\t\tnone-found\tnone in soc2018: no published table leads there")
  }

  @Test func namesEachPathOnceAndAsFarAsTheLimit() {
    let run = Transcript(
      "lookup", "sinco2011:2814", "--to", "noc2016", "--limit", "15", "--format", "tsv")
    let paths = lines(run).dropFirst().compactMap { $0.split(separator: "\t").last }
    #expect(paths.count > 10)
    for path in paths {
      let chains = path.components(separatedBy: " | ")
      #expect(Set(chains).count == chains.count)
      #expect(chains.allSatisfy { $0.hasPrefix("sinco2011:2814 > ") })
    }
  }

  @Test func writesForSpreadsheetsWhereAsked() {
    for command in [
      ["lookup", "sinco2011:2426", "--to", "noc2016"], ["tree", "sinco2011:24"], ["tables"],
      ["sources"], ["cmp", "actions"], ["search", "enfermera"],
    ] {
      let run = Transcript(command + ["--format", "spreadsheet"])
      #expect(run.output.unicodeScalars.first == "\u{FEFF}", "\(command)")
      let ends = run.output.utf8.split(separator: 0x0A).map(\.last)
      #expect(ends.allSatisfy { $0 == 0x0D }, "\(command)")
      #expect(!Transcript(command + ["--format", "csv"]).output.utf8.contains(0x0D), "\(command)")
    }
  }
}
