import Classifications
import ReferenceData
import Tabular
import TestSupport
import Testing

@testable import Correspondences

@Suite struct CompiledTests {
  private static let content = Array("what the table was read from".utf8)
  private static let table = Correspondence(
    smallDescription,
    links: [
      link("2426", "2221", .exactMatch, note: "Enfermería", line: 17),
      link("2811", "3221", .broadMatch, line: 200), link("2811", "3253", isNegated: true),
      link("29-1141.00-extra", "é", .relatedMatch, line: Int(Int32.max)),
    ],
    subjectsWithout: ["9999": "No tiene correspondencia"], objectsWithout: ["0110": ""]
  )
  private static let compiled = table.compiled(from: content)

  private func read(_ bytes: [UInt8], content: [UInt8] = content) -> Correspondence? {
    Correspondence(smallDescription, compiled: bytes, content: content)
  }

  private func expectSame(_ left: Correspondence, _ right: Correspondence) {
    #expect(left.links == right.links)
    for direction in [Direction.forward, .backward] {
      #expect(
        left.withoutCorrespondence(direction).map { [$0.code, $0.note] }
          == right.withoutCorrespondence(direction).map { [$0.code, $0.note] })
      for code in Set(left.links.map { $0.end(direction.opposite) }) {
        #expect(left.links(from: code, direction) == right.links(from: code, direction))
      }
    }
  }

  @Test func readsWhatItWrote() throws {
    expectSame(try #require(read(Self.compiled)), Self.table)
    let empty = Correspondence(smallDescription, links: [])
    expectSame(try #require(read(empty.compiled(from: []), content: [])), empty)
  }

  @Test func dependsOnTheTableAlone() {
    #expect(Self.table.compiled(from: Self.content) == Self.compiled)
  }

  @Test func refusesOtherContent() {
    for index in Self.content.indices {
      var other = Self.content
      other[index] ^= 1
      #expect(read(Self.compiled, content: other) == nil)
    }
    #expect(read(Self.compiled, content: []) == nil)
    #expect(read(Self.compiled, content: Self.content + [0]) == nil)
    #expect(read(Self.compiled, content: Self.content.dropLast()) == nil)
  }

  @Test func refusesAFormThatIsCutOffOrHasSomethingBehindIt() {
    for length in 0..<Self.compiled.count {
      #expect(read(Array(Self.compiled.prefix(length))) == nil, "\(length) bytes")
    }
    #expect(read(Self.compiled + [0]) == nil)
    #expect(read(Self.compiled + Self.compiled) == nil)
  }

  @Test func refusesAFormWithAnyBitTurned() {
    for index in Self.compiled.indices {
      for bit in 0..<8 {
        var damaged = Self.compiled
        damaged[index] ^= 1 << UInt8(bit)
        #expect(read(damaged) == nil, "byte \(index), bit \(bit)")
      }
    }
  }

  @Test func refusesRealFormsThatAreDamaged() throws {
    var random = SplitMix64(seed: 2_426)
    let catalogue = try Repository.catalogue()
    for description in catalogue.correspondences {
      let content = try WholeFile.read(Repository.data.file("crosswalks/\(description.file)"))
      let compiled = try catalogue.compiled(description).bytes
      for _ in 0..<20 {
        var damaged = compiled
        let index = Int.random(in: damaged.indices, using: &random)
        damaged[index] ^= UInt8.random(in: 1...255, using: &random)
        #expect(
          Correspondence(description, compiled: damaged, content: content) == nil,
          "\(description.id), byte \(index)")
        damaged = Array(compiled.prefix(Int.random(in: compiled.indices, using: &random)))
        #expect(Correspondence(description, compiled: damaged, content: content) == nil)
      }
    }
  }

  /// Somebody who makes the hashes right can say anything; it must not end the program.
  @Test func survivesFormsWhoseHashesAreRight() {
    var random = SplitMix64(seed: 31)
    for _ in 0..<5_000 {
      var body = Array(Self.compiled.dropLast(8))
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let index = Int.random(in: 16..<body.count, using: &random)
        body[index] = UInt8.random(in: 0...255, using: &random)
      }
      let sealed = Correspondence.sealed(body)
      if let table = read(sealed) {
        for link in table.links { _ = table.links(from: link.subject, .forward) }
      }
    }
    #expect(read(Correspondence.sealed(Array(Self.compiled.dropLast(8)))) != nil)
  }

  @Test func theFormsInTheRepositoryAreFresh() throws {
    let catalogue = try Repository.catalogue()
    for description in catalogue.correspondences {
      let (path, bytes) = try catalogue.compiled(description)
      #expect(
        try WholeFile.read(path) == bytes, "\(path) is out of date: run 'puente compile'")
      let content = try WholeFile.read(Repository.data.file("crosswalks/\(description.file)"))
      let read = try #require(Correspondence(description, compiled: bytes, content: content))
      try CopiedData.use(["crosswalks/\(description.file)"]) { copy in
        // Without a compiled form, the mapping set itself is read.
        expectSame(try Catalogue(copy.directory).correspondence(description), read)
      }
    }
  }
}
