import CommandLineKit
import Foundation
import Testing

/// `puente contradictions` as a user sees it.
@Suite struct ContradictionCommandTests {
  private static let header = """
    #curie_map:
    #  noc2016: https://puente.example/noc2016/
    #  sinco2011: https://puente.example/sinco2011/
    #mapping_set_id: https://example.org/ours
    #license: https://example.org/licence
    subject_id\tpredicate_id\tpredicate_modifier\tobject_id\tmapping_justification\tconfidence
    """

  private static func set(_ rows: String...) -> String {
    ([header]
      + rows.map { row in
        var cells = row.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        cells.insert("semapv:ManualMappingCuration", at: 4)
        return cells.joined(separator: "\t")
      }).joined(separator: "\n") + "\n"
  }

  /// A set with an exact match that is denied and beside a broad one, and a sound pair.
  private static let ours = set(
    "sinco2011:2426 skos:exactMatch  noc2016:3012 0.6",
    "noc2016:3012 skos:narrowMatch  sinco2011:2426 0.9",
    "noc2016:3012 skos:exactMatch Not sinco2011:2426 0.8",
    "sinco2011:2813 skos:closeMatch  noc2016:3211 0.9")

  private func run(
    _ text: String, _ arguments: String..., named name: String = "ours.sssom.tsv"
  ) throws -> Transcript {
    try withFolder { folder in
      let path = try write(text, name, in: folder)
      var run = Transcript(["contradictions", path] + arguments)
      run.output = run.output.replacing(path, with: name)
      run.diagnostics = run.diagnostics.replacing(path, with: name)
      return run
    }
  }

  @Test func tellsConflictsAndWhatResolvesThem() throws {
    let found = try run(Self.ours)
    #expect(found.code == .negative)
    #expect(
      found.diagnostics == "2 errors, 0 warnings in 1 knot; 1 record of 4 to remove or correct\n")
    try expectSnapshot(found.output, "contradictions.txt")
  }

  @Test func writesOneRowForEachRecordOfAConflict() throws {
    let found = try run(Self.ours, "--format", "csv")
    #expect(found.code == .negative)
    try expectSnapshot(found.output, "contradictions.csv")
  }

  @Test func keepsTheKeysOfItsJSON() throws {
    let found = try run(Self.ours, "--format", "json")
    #expect(found.code == .negative)
    #expect(found.diagnostics.isEmpty)
    try expectSnapshot(
      try keys(ofJSON: found.output).joined(separator: "\n") + "\n", "contradictions.keys")
  }

  @Test func succeedsWithoutContradictions() throws {
    let found = try run(Self.set("sinco2011:2813 skos:closeMatch  noc2016:3211 0.9"))
    #expect(found.code == .success)
    #expect(found.output.isEmpty)
    #expect(found.diagnostics == "no contradictions in 1 record\n")
  }

  @Test func looksForSomeKinds() throws {
    let found = try run(Self.ours, "--kind", "exact-and-broad", "--kind", "level-clash")
    #expect(found.output.contains("error[exact-and-broad]"))
    #expect(!found.output.contains("asserted-and-denied"))
    #expect(try run(Self.ours, "--kind", "nonsense").code == .usage)
  }

  @Test func holdsTheOfficialTableAgainstTheRest() {
    let found = Transcript(["contradictions", "--kind", "against-the-rest"])
    #expect(found.code == .negative)
    for pair in [
      "2814 broad nocs2006:J112", "2811 broad nocs2006:D111", "9661 broad nocs2006:J319",
    ] {
      #expect(found.output.contains("warning[against-the-rest]: sinco2011:\(pair), and all other"))
    }
    let without = Transcript([
      "contradictions", "--kind", "against-the-rest", "--without", "sinco2011-nocs2006",
    ])
    #expect(!without.output.contains("nocs2006"))
  }

  @Test func holdsAFileAgainstTheCrosswalks() throws {
    let text = Self.set("sinco2011:2426 skos:exactMatch  noc2016:3012 0.6")
      .replacing("noc2016", with: "sinco2019").replacing("3012", with: "2436")
    let alone = try run(text)
    #expect(alone.code == .success)
    let beside = try run(
      text.replacing("exactMatch\t", with: "exactMatch\tNot"), "--with-crosswalks")
    #expect(beside.code == .negative)
    #expect(beside.output.contains("crosswalks/sinco2011-sinco2019.sssom.tsv:"))
  }

  @Test func saysWhereAFileIsWrong() throws {
    let ragged = try run(Self.ours + "noc2016:3012\n")
    #expect(ragged.code == .failure)
    #expect(ragged.output.isEmpty)
    #expect(ragged.diagnostics.hasPrefix("ours.sssom.tsv:11:1: error[sssom-ragged-row]"))
    let other = try run("a,b\n1,2\n", named: "ours.csv")
    #expect(other.code == .failure)
    #expect(other.diagnostics.hasPrefix("ours.csv:1:1: error[unknown-table]"))
    let missing = Transcript(["contradictions", "/nowhere/ours.csv"])
    #expect(missing.code == .failure)
    #expect(missing.diagnostics.hasPrefix("error: cannot read '/nowhere/ours.csv'"))
  }

  @Test func readsAFolder() throws {
    try withFolder { folder in
      _ = try write(Self.ours, "ours.sssom.tsv", in: folder)
      _ = try write("a,b\n1,2\n", "other.csv", in: folder)
      let found = Transcript(["contradictions", folder])
      #expect(found.code == .negative)
      #expect(found.diagnostics.contains("other.csv: neither a mapping set nor a table of pairs"))
    }
  }
}
