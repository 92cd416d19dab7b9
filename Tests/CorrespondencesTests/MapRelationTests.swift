import Correspondences
import Testing

@Suite struct MapRelationTests {
  struct Chain: Sendable, CustomTestStringConvertible {
    let first: MapRelation
    let next: MapRelation
    let result: MapRelation

    init(_ first: MapRelation, _ next: MapRelation, _ result: MapRelation) {
      self.first = first
      self.next = next
      self.result = result
    }

    var testDescription: String { "\(first.word), then \(next.word)" }
  }

  private static let chains = [
    Chain(.exactMatch, .exactMatch, .exactMatch), Chain(.exactMatch, .closeMatch, .closeMatch),
    Chain(.exactMatch, .broadMatch, .broadMatch), Chain(.exactMatch, .narrowMatch, .narrowMatch),
    Chain(.exactMatch, .relatedMatch, .relatedMatch),
    Chain(.closeMatch, .exactMatch, .closeMatch), Chain(.closeMatch, .closeMatch, .relatedMatch),
    Chain(.closeMatch, .broadMatch, .relatedMatch), Chain(.closeMatch, .narrowMatch, .relatedMatch),
    Chain(.closeMatch, .relatedMatch, .relatedMatch),
    Chain(.broadMatch, .exactMatch, .broadMatch), Chain(.broadMatch, .closeMatch, .relatedMatch),
    Chain(.broadMatch, .broadMatch, .broadMatch), Chain(.broadMatch, .narrowMatch, .relatedMatch),
    Chain(.broadMatch, .relatedMatch, .relatedMatch),
    Chain(.narrowMatch, .exactMatch, .narrowMatch), Chain(.narrowMatch, .closeMatch, .relatedMatch),
    Chain(.narrowMatch, .broadMatch, .relatedMatch),
    Chain(.narrowMatch, .narrowMatch, .narrowMatch),
    Chain(.narrowMatch, .relatedMatch, .relatedMatch),
    Chain(.relatedMatch, .exactMatch, .relatedMatch),
    Chain(.relatedMatch, .closeMatch, .relatedMatch),
    Chain(.relatedMatch, .broadMatch, .relatedMatch),
    Chain(.relatedMatch, .narrowMatch, .relatedMatch),
    Chain(.relatedMatch, .relatedMatch, .relatedMatch),
  ]

  @Test(arguments: chains) func chainsTwoRelations(_ chain: Chain) {
    #expect(chain.first.chained(with: chain.next) == chain.result)
  }

  @Test func theTableOfChainsIsWhole() {
    let count = MapRelation.allCases.count
    #expect(Set(Self.chains.map { [$0.first, $0.next] }).count == count * count)
  }

  @Test func theInverseOfTheInverseIsTheRelation() {
    for relation in MapRelation.allCases { #expect(relation.inverse.inverse == relation) }
    #expect(MapRelation.broadMatch.inverse == .narrowMatch)
    #expect(MapRelation.allCases.filter { $0.inverse != $0 } == [.broadMatch, .narrowMatch])
  }

  @Test func theInverseOfAChainIsTheChainOfTheInverses() {
    for a in MapRelation.allCases {
      for b in MapRelation.allCases {
        #expect(a.chained(with: b).inverse == b.inverse.chained(with: a.inverse))
      }
    }
  }

  @Test func chainsTheSameHoweverTheyAreGrouped() {
    for a in MapRelation.allCases {
      for b in MapRelation.allCases {
        for c in MapRelation.allCases {
          #expect(a.chained(with: b).chained(with: c) == a.chained(with: b.chained(with: c)))
        }
      }
    }
  }

  struct Suggestion: Sendable, CustomTestStringConvertible {
    let targets: Int
    let sources: Int
    let isPartial: Bool
    let relation: MapRelation

    init(_ targets: Int, _ sources: Int, _ isPartial: Bool, _ relation: MapRelation) {
      self.targets = targets
      self.sources = sources
      self.isPartial = isPartial
      self.relation = relation
    }

    var testDescription: String {
      "\(targets) targets, \(sources) sources\(isPartial ? ", partial" : "")"
    }
  }

  private static let suggestions = [
    Suggestion(1, 1, false, .exactMatch), Suggestion(1, 1, true, .closeMatch),
    Suggestion(2, 1, false, .narrowMatch), Suggestion(3, 1, true, .narrowMatch),
    Suggestion(1, 2, false, .broadMatch), Suggestion(1, 3, true, .broadMatch),
    Suggestion(2, 2, false, .closeMatch), Suggestion(9, 9, true, .closeMatch),
  ]

  @Test(arguments: suggestions) func suggestsARelation(_ suggestion: Suggestion) {
    func suggested(_ targets: Int, _ sources: Int) -> MapRelation {
      .suggested(
        targetsOfSource: targets, sourcesOfTarget: sources, isPartial: suggestion.isPartial)
    }
    #expect(suggested(suggestion.targets, suggestion.sources) == suggestion.relation)
    // Read from the other side, the counts change places and the relation is inverted.
    #expect(suggested(suggestion.sources, suggestion.targets) == suggestion.relation.inverse)
  }
}
