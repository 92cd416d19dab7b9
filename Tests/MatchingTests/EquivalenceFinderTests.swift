import Classifications
import Correspondences
import Matching
import Testing

@Suite struct EquivalenceFinderTests {
  @Test func aSingleLinkFromOneToOneGivesTheTrustInATable() throws {
    var world = SmallWorld()
    world.add("a", [("-", ["1"])])
    world.add("b", [("-", ["1"])])
    world.add("a", "b", [("1", "1")])
    let answer = try world.answer("a", "b", "1")
    #expect(answer.source.description == "a:1")
    #expect(answer.candidates.map(\.target.description) == ["b:1"])
    #expect(isNear(answer.score(of: "1"), PairScoring.trust))
    #expect(answer.candidates.first?.relation == .exactMatch)
    #expect(!answer.isCalibrated)
    #expect(answer.silences.isEmpty)
  }

  @Test func sharesAreEqualAmongTheLinksOfACode() throws {
    var world = SmallWorld()
    world.add("a", [("-", ["1", "2"])])
    world.add("b", [("-", ["x", "y"])])
    world.add("a", "b", [("1", "x"), ("1", "y"), ("2", "y")], relation: .closeMatch)
    // 1/2 of 1 arrives at x, and all of x at 1: the root of 1/2. Of 1 and y, 1/2 each way.
    let answer = try world.answer("a", "b", "1")
    #expect(isNear(answer.score(of: "x"), 0.9 * 0.5.squareRoot()))
    #expect(isNear(answer.score(of: "y"), 0.9 * 0.5))
    #expect(answer.codes == ["x", "y"])
    #expect(isNear(try world.answer("b", "a", "x").score(of: "1"), 0.9 * 0.5.squareRoot()))
  }

  @Test func aTableThatTwoRoutesUseCountsOnce() throws {
    var world = SmallWorld()
    for name in ["a", "m", "n", "b"] { world.add(name, [("-", ["1"])]) }
    world.add("a", "m", [("1", "1")])
    world.add("m", "b", [("1", "1")])
    world.add("m", "n", [("1", "1")])
    world.add("n", "b", [("1", "1")])
    // The route a m b ties with 0.9 x 0.9 = 0.81. The route a m n b ties with 0.729, but its first step is
    // used up: 2/3 of that, 0.486. Together 1 - 0.19 x 0.514 = 0.90234.
    let answer = try world.answer("a", "b", "1")
    #expect(answer.candidates.first?.paths.map(\.tables.count) == [2, 3])
    #expect(isNear(answer.score(of: "1"), 0.902_34))
    #expect(isNear(try world.answer("b", "a", "1").score(of: "1"), 0.902_34))
  }

  @Test func independentRoutesAddUp() throws {
    var world = SmallWorld()
    for name in ["a", "m", "n", "b"] { world.add(name, [("-", ["1"])]) }
    world.add("a", "m", [("1", "1")])
    world.add("m", "b", [("1", "1")])
    world.add("n", "a", [("1", "1")])
    world.add("b", "n", [("1", "1")])
    // 1 - (1 - 0.81)(1 - 0.81)
    #expect(isNear(try world.answer("a", "b", "1").score(of: "1"), 0.963_9))
  }

  @Test func equalDigitsOfTwoClassificationsNeverMeet() throws {
    var world = SmallWorld()
    world.add("a", [("-", ["2431", "2"])])
    world.add("b", [("-", ["2431", "3"])])
    world.add("c", [("-", ["2431", "4"])])
    world.add("a", "b", [("2431", "3")])
    world.add("b", "c", [("2431", "2431"), ("3", "4")])
    #expect(try world.answer("a", "c", "2431").codes == ["4"])
    #expect(try world.answer("c", "a", "2431").codes == [])
  }

  @Test func aBroadCodeMeetsTheDetailedOnesAndBack() throws {
    var world = SmallWorld()
    world.add("a", [("-", ["1", "2"])])
    world.add("soc", [("29-1140", ["29-1141", "29-1142"]), ("29-2010", ["29-2011"])])
    world.add("b", [("-", ["x", "y", "z"])])
    world.add("a", "soc", [("1", "29-1140"), ("2", "29-2010")])
    world.add("soc", "b", [("29-1141", "x"), ("29-1142", "y"), ("29-2011", "z")])
    // Two details: 1/2 of 1 arrives at x and all of x at 1, over two steps.
    let answer = try world.answer("a", "b", "1")
    #expect(answer.codes == ["x", "y"])
    #expect(isNear(answer.score(of: "x"), 0.81 * 0.5.squareRoot()))
    #expect(
      answer.candidates.first?.paths.first?.codes.map(\.description)
        == ["a:1", "soc:29-1140", "soc:29-1141", "b:x"])
    #expect(answer.candidates.first?.relation == .narrowMatch)
    let back = try world.answer("b", "a", "x")
    #expect(isNear(back.score(of: "1"), 0.81 * 0.5.squareRoot()))
    #expect(back.candidates.first?.relation == .broadMatch)
    // A broad code with one detail alone loses nothing.
    #expect(isNear(try world.answer("a", "b", "2").score(of: "z"), 0.81))
  }

  @Test func aDetailThatATableListsBesideItsBroadCodeIsBoth() throws {
    var world = SmallWorld()
    world.add("a", [("-", ["1", "2"])])
    world.add("soc", [("29-1140", ["29-1141", "29-1142"])])
    world.add("b", [("-", ["x", "y"])])
    world.add("a", "soc", [("1", "29-1140"), ("2", "29-1141")])
    world.add("soc", "b", [("29-1141", "x"), ("29-1142", "y")])
    #expect(try world.answer("a", "b", "1").codes == ["y", "x"])
    #expect(try world.answer("a", "b", "2").codes == ["x"])
    // x arrives at 29-1141, half of which is listed as such and half within 29-1140.
    #expect(isNear(try world.answer("b", "a", "x").score(of: "2"), 0.81 * 0.5.squareRoot()))
    #expect(isNear(try world.answer("a", "b", "2").score(of: "x"), 0.81 * 0.5.squareRoot()))
    #expect(isNear(try world.answer("b", "a", "x").score(of: "1"), 0.81 * 0.5))
    #expect(isNear(try world.answer("a", "b", "1").score(of: "x"), 0.81 * 0.5))
  }

  @Test func aStatedSilenceIsNotGoneAround() throws {
    var world = SmallWorld()
    world.add("a", [("-", ["1"])])
    world.add("m", [("g", ["g1", "g2"])])
    world.add("b", [("-", ["x"])])
    world.add("a", "m", [("1", "g1")])
    world.add("m", "b", [("g", "x")], without: ["g1": "No tiene correspondencia"])
    let answer = try world.answer("a", "b", "1")
    #expect(answer.candidates.isEmpty)
    #expect(answer.silences.map(\.code.description) == ["m:g1"])
    #expect(answer.silences.map(\.isStated) == [true])
    #expect(answer.silences.map(\.note) == ["No tiene correspondencia"])
    #expect(
      answer.verdict == .none(reason: "M-B states no correspondence for m:g1"))
  }

  @Test func aGroupIsAnsweredByTheMeanOverItsUnitGroups() throws {
    var world = SmallWorld()
    world.add("a", [("1", ["11", "12"])])
    world.add("b", [("-", ["x", "y"])])
    world.add("a", "b", [("11", "x"), ("12", "x"), ("12", "y")])
    // 11 and x: the root of 1 x 1/2. 12 and x: the root of 1/2 x 1/2. 12 and y: the root of 1/2 x 1.
    let answer = try world.answer("a", "b", "1")
    #expect(answer.source.code == "1")
    #expect(answer.codes == ["x", "y"])
    #expect(isNear(answer.score(of: "x"), 0.9 * (0.5.squareRoot() + 0.5) / 2))
    #expect(isNear(answer.score(of: "y"), 0.9 * 0.5.squareRoot() / 2))
  }

  @Test func aCodeThatDoesNotExistHasNoAnswer() throws {
    var world = SmallWorld()
    world.add("a", [("-", ["1"])])
    world.add("b", [("-", ["1"])])
    world.add("a", "b", [("1", "1")])
    for code in ["9", "", "b:1", String(repeating: "1", count: 100)] {
      let answer = try world.answer("a", "b", code)
      #expect(answer.candidates.isEmpty)
      #expect(answer.verdict.word == "none")
    }
  }
}
