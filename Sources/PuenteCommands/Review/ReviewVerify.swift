import CommandLineKit
import Digests
import Ledgers
import Rendering
import Reviews

/// `puente review verify`: checks the ledger.
struct ReviewVerify: Command {
  static let name = "review verify"
  static let abstract =
    "Check the ledger: its structure, every event, the chain over them, every state."
  static let discussion = """
    Each event is named by the SHA-256 digest of its content, in which the names of the events before it are; \
    a second chain runs over all events of the file. The head is the end of that chain: note it, and \
    '--expect' later tells whether anything before it was changed or taken away. The content digest is the \
    same in all ledgers that hold the same events.
    """

  /// Text or JSON.
  enum Form: String, CaseIterable, ArgumentValue { case text, json }

  var expected: String?
  var format = Form.text
  var review = ReviewOptions()

  static var parameters: [Parameter<Self>] {
    [
      .option(
        "--expect", to: \.expected, placeholder: "head",
        help: "A head that the ledger is known to have had."),
      .option("--format", to: \.format, placeholder: "format", help: "Form of the output."),
    ] + ReviewOptions.parameters(at: \.review)
  }

  static var examples: [Example] {
    [Example("puente review verify", "Check the ledger.")]
  }

  private struct Output: Encodable {
    let events: Int
    let streams: Int
    let head: String?
    let content: String
    let faults: [String]
  }

  func run(_ console: Console) throws -> ExitCode {
    var head: SHA256Digest?
    if let expected {
      guard let digest = SHA256Digest(hex: expected.lowercased()) else {
        throw UsageError("\(echoed(expected)) is not a head: 64 hexadecimal digits are")
      }
      head = digest
    }
    let desk = try review.desk(try review.data.catalogue(), console)
    let result = try desk.ledger.verify(expecting: head)
    switch format {
    case .json:
      console.write(
        try jsonText(
          Output(
            events: result.events, streams: result.streams, head: result.head?.hex,
            content: result.content.hex, faults: result.faults)))
    case .text:
      for fault in result.faults { console.write("fault: \(printable(fault))\n") }
      console.write(
        """
        \(grouped(result.events)) events of \(grouped(result.streams)) subjects: \
        \(result.faults.isEmpty ? "all is well" : "the ledger is damaged or was altered")
        head     \(result.head?.hex ?? "none")
        content  \(result.content.hex)

        """)
    }
    return result.faults.isEmpty ? .success : .negative
  }
}
