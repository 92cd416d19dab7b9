import Classifications
import CommandLineKit
import Matching
import ReferenceData
import Rendering

/// `puente explain`: takes the score of a pair apart.
struct Explain: Command {
  static let name = "explain"
  static let abstract = "Take the score of a pair apart, with what each part rests on."
  static let discussion = """
    Each part is shown with what it adds to the log odds of the score, the tables and paths it comes by, and where \
    they are from; then what speaks against the pair, the alternatives on both sides, and the reason of the \
    relation. docs/method.md says how the parts come about.
    """

  /// The form of an explanation.
  enum Format: String, CaseIterable, ArgumentValue {
    case text
    case json
    case markdown
  }

  var code = ""
  var other = ""
  var format = Format.text
  var engine = EngineOptions()

  static var parameters: [Parameter<Self>] {
    [
      .argument("code", to: \.code, help: "A unit group, such as sinco2011:2814."),
      .argument("other", to: \.other, help: "A unit group of another classification."),
      .option("--format", to: \.format, placeholder: "format", help: "Form of the output."),
    ] + EngineOptions.parameters(at: \.engine)
  }

  static var examples: [Example] {
    [
      Example(
        "puente explain sinco2011:2814 noc2016:3212",
        "Say why pharmacy technicians are not laboratory technicians."),
      Example(
        "puente explain sinco2011:2426 noc2016:3012 --without sinco2011-nocs2006",
        "Say what speaks for a pair besides INEGI's table."),
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    let catalogue = try engine.catalogue()
    let codes = try [code, other].map { text in
      switch try OccupationQuery(text: text, classification: nil).resolve(in: catalogue) {
      case .code(let code): return code
      case .titled(let groups):
        guard groups.count == 1, let only = groups.first else {
          throw UsageError(
            "\(echoed(text)) is no code; name one, such as \(groups.first?.code.description ?? "sinco2011:2814")"
          )
        }
        return only.code
      }
    }
    guard codes[0].classification != codes[1].classification else {
      throw UsageError(
        "\(codes[0]) and \(codes[1]) are of one classification; scores are between two")
    }
    let explanation = try Explanation(codes[0], codes[1], catalogue)
    switch format {
    case .text: console.write(ExplanationText(explanation).text)
    case .json: console.write(try jsonText(explanation))
    case .markdown: console.write(ExplanationText(explanation).markdown)
    }
    return .success
  }
}
