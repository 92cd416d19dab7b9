import CommandLineKit
import Ledgers
import Rendering
import Reviews
import Tabular

/// `puente review agreement`: shows how far reviewers agree.
struct ReviewAgreement: Command {
  static let name = "review agreement"
  static let abstract =
    "Show how far reviewers agree (Cohen's kappa), and the pairs on which they differ."
  static let discussion = """
    Kappa is 1 if two reviewers always agree and 0 if they agree as often as by chance. It is left out where both \
    have only ever given the same one verdict.
    """

  var format = OutputFormat.text
  var review = ReviewOptions()

  static var parameters: [Parameter<Self>] {
    [.option("--format", to: \.format, placeholder: "format", help: "Form of the output.")]
      + ReviewOptions.parameters(at: \.review)
  }

  static var examples: [Example] {
    [Example("puente review agreement", "Show agreement and differences.")]
  }

  private struct Output: Encodable {
    struct Two: Encodable {
      let reviewers: [String]
      let pairs: Int
      let observed: Double
      let expected: Double
      let kappa: Double?
    }
    struct Pair: Encodable {
      let link: String
      let reviewers: [String]
      let verdicts: [String]
      let state: String
    }
    let agreements: [Two]
    let pairs: [Pair]
  }

  func run(_ console: Console) throws -> ExitCode {
    let desk = try review.desk(try review.data.catalogue(), console)
    let reviews = try desk.doubleReviews()
    let output = Output(
      agreements: ReviewerAgreement.all(reviews.map(\.review)).map {
        Output.Two(
          reviewers: $0.reviewers, pairs: $0.count, observed: rounded($0.observed),
          expected: rounded($0.expected), kappa: $0.kappa.map(rounded))
      },
      pairs: reviews.map { link, review in
        Output.Pair(
          link: link.id, reviewers: review.sealed.map(\.reviewer),
          verdicts: review.opened.map {
            $0.relation.isEmpty ? $0.verdict.rawValue : "\($0.verdict.rawValue) (\($0.relation))"
          }, state: Self.state(review))
      })
    switch format {
    case .text: console.write(text(output))
    case .json: console.write(try jsonText(output))
    case .csv, .tsv, .spreadsheet: console.write(csv(output))
    }
    return reviews.contains { $0.review.needsAdjudication } ? .negative : .success
  }

  private static func state(_ review: DoubleReview) -> String {
    if let decided = review.adjudication { return "adjudicated: \(decided.verdict.rawValue)" }
    if review.needsAdjudication { return "to adjudicate" }
    return review.opened.count >= DoubleReview.reviewers ? "agree" : "sealed"
  }

  private func text(_ output: Output) -> String {
    var lines = output.agreements.map { two in
      let kappa = two.kappa.map { "kappa \(fixed($0, decimals: 2))" } ?? "kappa not defined"
      return
        "\(two.reviewers.joined(separator: ", ")): \(kappa) on \(two.pairs) pairs "
        + "(observed \(fixed(two.observed, decimals: 2)), by chance \(fixed(two.expected, decimals: 2)))"
    }
    var table = TextTable([.left, .left, .left, .left])
    for pair in output.pairs {
      table.add([
        pair.link, pair.reviewers.joined(separator: ", "), pair.verdicts.joined(separator: " / "),
        pair.state,
      ])
    }
    lines += table.lines()
    return lines.isEmpty ? "no pair has been judged\n" : lines.joined(separator: "\n") + "\n"
  }

  private func csv(_ output: Output) -> String {
    var writer = CSVWriter(style: format.style(guardsFormulas: true))
    writer.write(["link", "reviewers", "verdicts", "state"])
    for pair in output.pairs {
      writer.write([
        pair.link, pair.reviewers.joined(separator: " "), pair.verdicts.joined(separator: " / "),
        pair.state,
      ])
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
