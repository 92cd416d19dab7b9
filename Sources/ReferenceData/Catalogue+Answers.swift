public import Classifications
import Correspondences
public import Matching
import Tabular

/// Answers that were written down when the product was built, so that a look-up of one code need not score
/// every pair of two classifications.
extension Catalogue {
  /// What is known of the equivalents of a code: read where it was written down since the data last changed,
  /// and computed otherwise.
  ///
  /// - Parameters:
  ///   - code: The code.
  ///   - destination: The classification of the answers.
  /// - Returns: The answer.
  /// - Throws: ``UnknownName``, ``FileError`` or ``InvalidInput``.
  public func answer(
    for code: OccupationCode, in destination: ClassificationID
  ) throws -> EquivalenceAnswer {
    if let book = answerBook(code.classification, destination),
      let entry = book.entry(of: code.code),
      let bytes = try? WholeFile.read(
        bookFile(code.classification, destination), from: entry.start, count: entry.count),
      let answer = book.answer(for: code.code, bytes)
    {
      return answer
    }
    return try finder(from: code.classification, to: destination).answer(for: code.code)
  }

  /// The pairs of classifications for which answers are written down: those for which there is every kind of
  /// evidence, either way.
  ///
  /// - Returns: The pairs, in the order of the tables.
  public var bookedPairs: [(origin: ClassificationID, destination: ClassificationID)] {
    var pairs: [(origin: ClassificationID, destination: ClassificationID)] = []
    for set in correspondences where set.isSimilarity {
      for (origin, destination) in [(set.subject, set.object), (set.object, set.subject)]
      where !pairs.contains(where: { $0 == (origin, destination) }) {
        pairs.append((origin, destination))
      }
    }
    return pairs
  }

  /// Writes the answers of two classifications down.
  ///
  /// - Parameters:
  ///   - origin: The classification of the codes asked about.
  ///   - destination: The classification of the answers.
  /// - Returns: The path the book belongs at, and its bytes.
  /// - Throws: ``UnknownName``, ``FileError`` or ``InvalidInput``.
  public func compiledAnswers(
    from origin: ClassificationID, to destination: ClassificationID
  ) throws -> (path: String, bytes: [UInt8]) {
    let finder = try finder(from: origin, to: destination)
    var paths = [
      "datasets/classifications.csv", "datasets/levels.csv", "datasets/title_fields.csv",
      "datasets/equivalence/model.csv", "crosswalks/index.csv",
    ]
    var passed: [ClassificationID] = [origin, destination]
    for route in finder.routes {
      for step in route.steps {
        paths.append("crosswalks/\(step.correspondence.file)")
        passed += [step.origin, step.destination]
      }
    }
    paths += passed.map { "datasets/classifications/\($0).csv" }
    let inputs = Set(paths).sorted().map { path in
      AnswerBook.Input(path: path, size: FileState(directory.file(path))?.size ?? 0)
    }
    return (
      bookFile(origin, destination),
      try AnswerBook.compiled(finder, try unitGroups(origin).codes, inputs: inputs)
    )
  }

  private func bookFile(_ origin: ClassificationID, _ destination: ClassificationID) -> String {
    directory.file("crosswalks/compiled/answers-\(origin)-\(destination).bin")
  }

  /// The book of two classifications, if there is one that is newer than all it rests on.
  private func answerBook(
    _ origin: ClassificationID, _ destination: ClassificationID
  ) -> AnswerBook? {
    let key = [origin.rawValue, destination.rawValue]
    if let known = answerBooks[key] { return known }
    let book = readAnswerBook(origin, destination)
    answerBooks[key] = .some(book)
    return book
  }

  private func readAnswerBook(
    _ origin: ClassificationID, _ destination: ClassificationID
  ) -> AnswerBook? {
    let path = bookFile(origin, destination)
    let isDecided = decisions.contains { decision in
      Set([decision.code.classification, decision.other.classification]) == [origin, destination]
    }
    guard leftOut.isEmpty, !isDecided, let program, let state = FileState(path),
      let programState = FileState(program), programState.changed <= state.changed,
      let preface = try? WholeFile.read(path, from: 0, count: AnswerBook.preface),
      let length = AnswerBook.lengthOfContents(preface),
      let contents = try? WholeFile.read(path, from: AnswerBook.preface, count: length),
      let book = AnswerBook(contents: contents, tables: correspondences)
    else { return nil }
    for input in book.inputs {
      guard let now = FileState(directory.file(input.path)), now.size == input.size,
        now.changed <= state.changed
      else { return nil }
    }
    return book
  }
}
