import Classifications
import Correspondences
import Matching
import ReferenceData
import TestSupport
import Testing

@Suite struct SymmetryTests {
  struct PairCase: Sendable, CustomTestStringConvertible {
    let origin: ClassificationID
    let destination: ClassificationID

    init(_ origin: String, _ destination: String) {
      self.origin = ClassificationID(known: origin)
      self.destination = ClassificationID(known: destination)
    }

    var testDescription: String { "\(origin) and \(destination)" }
  }

  private static let pairs = [
    PairCase("sinco2011", "noc2016"), PairCase("sinco2019", "noc2021"),
    PairCase("noc2011", "isco08"), PairCase("sinco2011", "isco08"),
    PairCase("sinco2011", "noc2006"),
    PairCase("noc2016", "noc2021"), PairCase("isco08", "soc2018"), PairCase("sinco2011", "soc2018"),
    PairCase("isco88", "nocs2006"), PairCase("noc2021", "soc2010"),
  ]

  @Test(arguments: pairs) func theScoreIsTheSameWhicheverSideIsAsked(_ pair: PairCase) throws {
    let catalogue = try Repository.catalogue()
    let there = try scores(from: pair.origin, to: pair.destination, catalogue)
    let back = try scores(from: pair.destination, to: pair.origin, catalogue)
    #expect(there.count > 300)
    var faults: [String] = []
    for (codes, score) in there {
      if score <= 0 || score > 1 { faults.append("\(codes) has \(score)") }
      let other = back[[codes[1], codes[0]]]
      if abs((other ?? 0) - score) > 1e-12 {
        faults.append("\(codes) has \(score), and \(other ?? 0) from the other side")
      }
    }
    for (codes, score) in back where there[[codes[1], codes[0]]] == nil {
      faults.append("\(codes) has \(score), and nothing from the other side")
    }
    #expect(faults.count == 0, "\(faults.sorted().prefix(10).joined(separator: "\n"))")
  }

  private func scores(
    from origin: ClassificationID, to destination: ClassificationID, _ catalogue: Catalogue
  ) throws -> [[String]: Double] {
    let finder = try catalogue.finder(from: origin, to: destination)
    let unitGroups = try Set(catalogue.codeTable(destination).unitGroups.map(\.code))
    var scores: [[String]: Double] = [:]
    for item in try catalogue.codeTable(origin).unitGroups {
      for candidate in try finder.answer(for: item.code).candidates
      where unitGroups.contains(candidate.target.code) {
        scores[[item.code, candidate.target.code]] = candidate.score
      }
    }
    return scores
  }
}
