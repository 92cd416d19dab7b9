import Classifications
import Correspondences
import FoundationEssentials
import Matching
import ReferenceData
import Tabular
import TestSupport
import Testing

@Suite struct AnswerBookTests {
  private func small() throws -> (SmallWorld, [UInt8], [CorrespondenceDescription]) {
    var world = SmallWorld()
    world.add("a", [("-", ["1", "2", "3"])])
    world.add("b", [("-", ["x", "y"])])
    world.add("a", "b", [("1", "x"), ("1", "y"), ("2", "y")], without: ["3": "ninguna, ñ"])
    let bytes = try AnswerBook.compiled(
      world.finder("a", "b"), ["1", "2", "3"], inputs: [.init(path: "a.csv", size: 7)])
    return (world, bytes, world.tableSource.descriptions)
  }

  private func book(_ bytes: [UInt8], _ tables: [CorrespondenceDescription]) -> AnswerBook? {
    guard let length = AnswerBook.lengthOfContents(bytes),
      AnswerBook.preface + length <= bytes.count
    else { return nil }
    return AnswerBook(
      contents: Array(bytes[AnswerBook.preface..<(AnswerBook.preface + length)]), tables: tables)
  }

  private func answer(_ code: String, _ book: AnswerBook, _ bytes: [UInt8]) -> EquivalenceAnswer? {
    guard let entry = book.entry(of: code), entry.start + entry.count <= bytes.count else {
      return nil
    }
    return book.answer(for: code, Array(bytes[entry.start..<(entry.start + entry.count)]))
  }

  private func same(_ left: EquivalenceAnswer?, _ right: EquivalenceAnswer) -> Bool {
    guard let left else { return false }
    return left.source == right.source && left.candidates == right.candidates
      && left.silences == right.silences && left.routes == right.routes
      && left.isCalibrated == right.isCalibrated && left.verdict == right.verdict
  }

  @Test func holdsWhatTheFinderAnswers() throws {
    let (world, bytes, tables) = try small()
    let book = try #require(self.book(bytes, tables))
    #expect(book.inputs == [.init(path: "a.csv", size: 7)])
    for code in ["1", "2", "3"] {
      #expect(same(answer(code, book, bytes), try world.answer("a", "b", code)), "\(code)")
    }
    #expect(book.entry(of: "4") == nil)
  }

  @Test func holdsWhatTheFinderAnswersOnTheRealTables() throws {
    let catalogue = try Repository.catalogue()
    let finder = try catalogue.finder(from: .noc2016, to: .sinco2011)
    let codes = try catalogue.unitGroups(.noc2016).codes.enumerated().filter { $0.offset % 7 == 0 }
      .map(\.element)
    let bytes = try AnswerBook.compiled(finder, codes, inputs: [])
    let book = try #require(self.book(bytes, catalogue.correspondences))
    for code in codes {
      #expect(same(answer(code, book, bytes), try finder.answer(for: code)), "\(code)")
    }
  }

  @Test func isNotReadWithOtherTables() throws {
    let (_, bytes, _) = try small()
    #expect(book(bytes, []) == nil)
    #expect(AnswerBook.lengthOfContents(Array("puente 3".utf8)) == nil)
  }

  @Test func damageIsNeverACrash() throws {
    let (_, bytes, tables) = try small()
    var random = SplitMix64(seed: 5)
    for _ in 0..<3_000 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        damaged[Int.random(in: 0..<damaged.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      if Bool.random(using: &random) {
        damaged.removeLast(Int.random(in: 0..<damaged.count, using: &random))
      }
      guard let read = self.book(damaged, tables) else { continue }
      for code in ["1", "2", "3"] { _ = answer(code, read, damaged) }
    }
  }

  /// A book is planted that lacks INEGI's table, so that one can see whether it is read.
  @Test func isReadOnlyWhileItIsNewerThanTheDataAndTheProgram() throws {
    let code = OccupationCode(.sinco2011, "2811")
    let manager = FileManager.default
    let folder = "\(manager.temporaryDirectory.path)/puente-\(UUID().uuidString)"
    defer { try? manager.removeItem(atPath: folder) }
    try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for name in ["datasets", "crosswalks"] {
      try manager.copyItem(atPath: "\(Repository.path)/\(name)", toPath: "\(folder)/\(name)")
    }
    let program = "\(folder)/program"
    try Data("old".utf8).write(to: URL(filePath: program))
    let directory = DataDirectory(path: folder)
    let planted = try Catalogue(directory, leavingOut: ["sinco2011-nocs2006"])
    let (path, bytes) = try planted.compiledAnswers(from: .sinco2011, to: .noc2016)
    try AtomicFile.write(bytes, to: path)
    func contradicted(_ program: String?) throws -> Bool {
      try Catalogue(directory, program: program).answer(for: code, in: .noc2016).verdict.word
        == "contradictory"
    }
    #expect(try !contradicted(program))
    #expect(try contradicted(nil))
    #expect(
      try Catalogue(directory, leavingOut: ["sinco2011-soc2010"], program: program)
        .answer(for: code, in: .noc2016).verdict.word == "contradictory")
    let model = "\(folder)/datasets/equivalence/model.csv"
    let kept = try Data(contentsOf: URL(filePath: model))
    try kept.write(to: URL(filePath: model))
    // Clocks of file systems tick slowly.
    let later = Date(timeIntervalSinceNow: 5)
    try manager.setAttributes([.modificationDate: later], ofItemAtPath: model)
    #expect(try contradicted(program), "the data is newer")
    try manager.setAttributes([.modificationDate: later], ofItemAtPath: path)
    #expect(try !contradicted(program))
    try Data("new".utf8).write(to: URL(filePath: program))
    try manager.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: 9)], ofItemAtPath: program)
    #expect(try contradicted(program), "the program is newer")
  }
}
