public import CommandLineKit
import Ledgers
public import Reviews

/// What a reviewer thinks of a pair.
struct JudgementOptions: ParameterGroup {
  var reviewer = ""
  var verdict: Judgement.Verdict?
  var relation = ""
  var comment = ""

  static var parameters: [Parameter<Self>] {
    [
      .requiredOption(
        "--reviewer", to: \.reviewer, placeholder: "pseudonym",
        help: "Who judges, such as r1; not a person's name."),
      .requiredOption(
        "--verdict", to: \.verdict, placeholder: "verdict", help: "What the reviewer thinks."),
      .option(
        "--relation", to: \.relation, placeholder: "relation",
        help:
          "How the SINCO group relates to the NOC group: exact, close, broad, narrow or related."),
      .option("--comment", to: \.comment, placeholder: "text", help: "What is said with it."),
    ]
  }

  func judgement() throws -> Judgement {
    guard let verdict else { throw UsageError("'--verdict' is missing") }
    return Judgement(
      reviewer: reviewer, verdict: verdict, relation: try relationWord(relation), comment: comment)
  }
}

/// `puente review judge`: records what a reviewer thinks of a pair, sealed until another has judged.
struct ReviewJudge: Command {
  static let name = "review judge"
  static let abstract =
    "Record what a reviewer thinks of a pair, sealed until a second one has judged."
  static let discussion = """
    Two reviewers judge a pair blind to each other, in one ledger or in two that exchange files: what is recorded \
    at first is a digest that binds the reviewer and tells nothing. Once both have judged, both judgements are \
    opened. A judgement advises; it changes no government's state. 'puente review agreement' shows how far \
    reviewers agree, 'adjudicate' decides a difference.
    """

  var id: String?
  var judgement = JudgementOptions()
  var action = ActionOptions()
  var review = ReviewOptions()

  static var parameters: [Parameter<Self>] {
    [.argument("pair", to: \.id, help: "The pair, such as L2.")]
      + JudgementOptions.parameters(at: \.judgement) + ActionOptions.parameters(at: \.action)
      + ReviewOptions.parameters(at: \.review)
  }

  static var examples: [Example] {
    [
      Example(
        "puente review judge L1 --reviewer r1 --verdict accept --relation broad --side canada",
        "Record the judgement of a Canadian reviewer.")
    ]
  }

  func run(_ console: Console) throws -> ExitCode {
    let desk = try review.desk(try review.data.catalogue(), console)
    let judgement = try judgement.judgement()
    // Not to be guessed, so that trying the four verdicts does not open the seal.
    let nonce = (0..<4).map { _ in String(UInt64.random(in: 0 ... .max), radix: 36) }.joined()
    try action.perform(at: desk, console) {
      try desk.judge(judgement, of: id ?? "", nonce: nonce, action.action(on: review.day))
    }
    return .success
  }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Judgement.Verdict: ArgumentValue {}
