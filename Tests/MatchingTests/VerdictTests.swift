import Classifications
import Correspondences
import Matching
import Testing

@Suite struct VerdictTests {
  @Test func isClearWhereOneCandidateStandsOut() throws {
    var world = SmallWorld()
    world.add("a", [("-", ["1", "2", "3"])])
    world.add("b", [("-", ["x", "y"])])
    world.add("a", "b", [("1", "x"), ("1", "y"), ("2", "y"), ("3", "y")])
    // x has the root of 1/2, y the root of 1/2 x 1/3, which is 0.58 of that.
    let verdict = try world.answer("a", "b", "1").verdict
    #expect(verdict == .clear)
    #expect(verdict.word == "clear" && verdict.reason.isEmpty)
  }

  @Test func isAmbiguousWhereSeveralAreAboutAsStrong() throws {
    var world = SmallWorld()
    world.add("a", [("-", ["1", "2"])])
    world.add("b", [("-", ["p", "q", "r", "s", "t", "u", "v"])])
    world.add("a", "b", ["p", "q", "r", "s", "t", "u", "v"].map { ("1", $0) } + [("2", "v")])
    // v, which 2 has a share of, has the root of 1/2 = 0.71 of the score of the others.
    let verdict = try world.answer("a", "b", "1").verdict
    #expect(verdict == .ambiguous(reason: "p, q, r, s, t and 1 more are about as strong"))
    #expect(verdict.word == "ambiguous")
  }

  @Test func isContradictoryWhereTablesHaveNoCandidateInCommon() throws {
    var world = SmallWorld()
    world.add("a", [("-", ["1"])])
    for name in ["m", "n"] { world.add(name, [("-", ["1"])]) }
    world.add("b", [("-", ["x", "y"])])
    world.add("a", "m", [("1", "1")])
    world.add("a", "n", [("1", "1")])
    world.add("m", "b", [("1", "x")])
    world.add("n", "b", [("1", "y")])
    let verdict = try world.answer("a", "b", "1").verdict
    #expect(verdict == .contradictory(reason: "A-M leads to x; A-N leads to y"))
    #expect(verdict.word == "contradictory")
  }

  @Test func saysWhyThereIsNone() throws {
    var world = SmallWorld()
    world.add("a", [("-", ["1", "2", "3"])])
    world.add("b", [("-", ["x"])])
    world.add("c", [("-", ["x"])])
    world.add("a", "b", [("3", "x")], without: ["2": ""])
    #expect(try world.answer("a", "b", "1").verdict == .none(reason: "A-B does not list a:1"))
    let stated = try world.answer("a", "b", "2").verdict
    #expect(stated == .none(reason: "A-B states no correspondence for a:2"))
    #expect(stated.word == "none")
    #expect(
      try world.answer("a", "c", "1").verdict == .none(reason: "no published table leads there"))
  }
}
