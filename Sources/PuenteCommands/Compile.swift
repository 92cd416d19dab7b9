import CommandLineKit
import Correspondences
import ReferenceData
import Tabular

/// `puente compile`: writes the quick-to-read form of the correspondences.
struct Compile: Command {
  static let name = "compile"
  static let abstract =
    "Write the quick-to-read form of correspondences and titles, after a change."
  static let discussion = """
    Look-ups read 'crosswalks/compiled' in place of the mapping sets, which are longer, and searches for \
    titles 'datasets/coding/compiled' in place of the indexes. A compiled file counts only as long as \
    what it was made from has not changed, so an old one is never wrong, just not used.
    """

  var checks = false
  var answers = false
  var data = DataOptions()

  static var parameters: [Parameter<Self>] {
    [
      .flag(
        "--check", to: \.checks,
        help: "Write nothing; exit with 1 if a compiled file is missing or old."),
      .flag(
        "--answers", to: \.answers,
        help: """
          Write down all answers between Mexico's and Canada's classifications as well, for look-ups of one \
          code. They count until the data or the program changes; 'make build' and 'make install' do this.
          """),
    ] + DataOptions.parameters(at: \.data)
  }

  func run(_ console: Console) throws -> ExitCode {
    let catalogue = try data.catalogue()
    var old: [String] = []
    for description in catalogue.correspondences {
      let (path, bytes) = try catalogue.compiled(description)
      guard (try? WholeFile.read(path)) != bytes else { continue }
      old.append(description.id)
      if !checks { try AtomicFile.write(bytes, to: path) }
    }
    let count = catalogue.correspondences.count + 1
    var isOld = false
    for (path, bytes) in try TitleLibrary.compiled(catalogue) {
      if (try? WholeFile.read(path)) != bytes { isOld = true }
      // One that is newer than what it was made from need not be compared with it.
      if !checks { try AtomicFile.write(bytes, to: path) }
    }
    if isOld { old.append("titles") }
    let done = checks ? "missing or old" : "compiled"
    console.writeDiagnostic(
      "\(old.count) of \(count) \(done)\(old.isEmpty ? "" : ": \(old.joined(separator: ", "))")\n"
    )
    if answers {
      guard !checks else { throw UsageError("'--check' does not check '--answers'") }
      for (origin, destination) in catalogue.bookedPairs {
        let (path, bytes) = try catalogue.compiledAnswers(from: origin, to: destination)
        try AtomicFile.write(bytes, to: path)
      }
      console.writeDiagnostic("\(catalogue.bookedPairs.count) books of answers written\n")
    }
    return checks && !old.isEmpty ? .negative : .success
  }
}
