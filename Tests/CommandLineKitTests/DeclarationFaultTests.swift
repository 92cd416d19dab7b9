import CommandLineKit
import Testing

@Suite struct DeclarationFaultTests {
  @Test func findsNothingInATidyTool() {
    #expect(ferry.declarationFaults.isEmpty)
  }

  @Test func findsWhatIsWrong() {
    let tool = Tool(
      name: "odd",
      abstract: "Odd.",
      version: "0",
      groups: [CommandGroup("empty", abstract: "Empty")],
      commands: [Odd.self, Odd.self]
    )
    #expect(
      tool.declarationFaults == [
        "'Odd one' is declared more than once",
        "'Odd one' is not made of lower-case words",
        "'Odd one' is not made of lower-case words",
        "group 'empty' has no commands",
        "'Odd one' is of no declared group",
        "'Odd one' is of no declared group",
        "the abstract of 'empty' is not a sentence",
      ] + faultsOfOdd + faultsOfOdd)
  }

  private let faultsOfOdd = [
    "'Odd one' has '-h' more than once",
    "'Odd one' has '-long', which is neither '-x' nor '--words'",
    "'Odd one' has '<last>' where it cannot be reached",
    "the help of '-long' of 'Odd one' is not a sentence",
  ]
}

private struct Odd: Command {
  static let name = "Odd one"
  static let abstract = "Odd."

  var first = ""
  var last = ""
  var flag = false

  static var parameters: [Parameter<Self>] {
    [
      .optionalArgument("first", to: \.first, help: "First."),
      .argument("last", to: \.last, help: "Last."),
      .flag("-long", "-h", to: \.flag, help: "no sentence"),
    ]
  }

  func run(_ console: Console) -> ExitCode { .success }
}
