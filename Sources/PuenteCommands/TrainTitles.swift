import Classifications
import CommandLineKit
import Evaluating
import ReferenceData
import Rendering
import Tabular
import Titles

/// `puente train-titles`: fits the ranking of titles.
struct TrainTitles: Command {
  static let name = "train-titles"
  static let abstract = "Fit the ranking of titles to the indexes, after a change of one."
  static let discussion = """
    Titles are looked for as if they were somebody's answers, with noise, and often as if they were not in \
    the index; some are those of another classification, coded by the published tables. The weights go to 'datasets/coding/ranking.csv', the certainty of each score \
    to 'calibration.csv', and how many people work in each group, carried through the published tables, to \
    'workforce.csv'. The same data gives the same files. Run 'puente compile' before and after.
    """

  var data = DataOptions()

  static var parameters: [Parameter<Self>] { DataOptions.parameters(at: \.data) }

  func run(_ console: Console) throws -> ExitCode {
    let catalogue = try data.catalogue()
    let workforce = try TitleLibrary.workforce(catalogue)
    try write(
      workforce.map {
        [$0.code.classification.rawValue, $0.code.code, fixed($0.openings, decimals: 1)]
      },
      ["classification", "code", "openings"], "workforce", catalogue)
    let library = try TitleLibrary(catalogue)
    let training = TitleTraining(library)
    var fitting: [TitleTrainer.Sample] = []
    var calibrating: [TitleTrainer.Sample] = []
    var heldOut: [(task: TitleTraining.Task, samples: [TitleTrainer.Sample])] = []
    for (number, task) in TitleTraining.tasks.enumerated() {
      let samples = try training.samples(task, seed: UInt64(number + 1))
      for (place, sample) in samples.enumerated() {
        if place % 5 == 0 { calibrating.append(sample) } else { fitting.append(sample) }
      }
      heldOut.append((task, samples.enumerated().filter { $0.offset % 5 == 0 }.map(\.element)))
      let answerable = samples.count { $0.isAnswerable }
      console.writeDiagnostic(
        "\(task.source) in \(task.target), \(task.language.rawValue): \(samples.count) titles, \(answerable) with the right group among the candidates\n"
      )
    }
    let weights = TitleTrainer.fit(fitting)
    let ranking = TitleRanking(weights: weights, calibration: [:])
    let steps = TitleTrainer.calibrate(calibrating, ranking)
    try write(
      ranking.namedWeights.map { [$0.name] + $0.weights.map { fixed($0, decimals: 4) } },
      ["evidence"] + Language.allCases.map(\.rawValue),
      "ranking", catalogue)
    try write(
      Language.allCases.flatMap { language in
        (steps[language] ?? []).map {
          [language.rawValue, fixed($0.raw, decimals: 4), fixed($0.certainty, decimals: 4)]
        }
      }, ["lang", "raw", "certainty"], "calibration", catalogue)
    for (task, samples) in heldOut {
      let share = TitleTrainer.accuracy(samples, ranking)
      console.writeDiagnostic(
        "\(task.source) in \(task.target), \(task.language.rawValue): right first \(fixed(share, decimals: 3)) of \(samples.count) held out\n"
      )
    }
    console.writeDiagnostic(
      "right first: \(fixed(TitleTrainer.accuracy(fitting, ranking), decimals: 3)) of \(fitting.count) fitted, \(fixed(TitleTrainer.accuracy(calibrating, ranking), decimals: 3)) of \(calibrating.count) held out\n"
    )
    return .success
  }

  private func write(
    _ rows: [[String]], _ columns: [String], _ name: String, _ catalogue: Catalogue
  ) throws {
    var writer = CSVWriter()
    writer.write(columns)
    for row in rows { writer.write(row) }
    try AtomicFile.write(writer.bytes, to: catalogue.directory.file("datasets/coding/\(name).csv"))
  }
}
