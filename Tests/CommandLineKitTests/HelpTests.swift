import CommandLineKit
import Testing

@Suite struct HelpTests {
  @Test func toolHelp() throws {
    try expectSnapshot(ferry.help(), "help.txt")
  }

  @Test(arguments: ferry.helpNames)
  func helpOfEachName(_ name: String) throws {
    let file = name.split(separator: " ").joined(separator: "-")
    try expectSnapshot(try #require(ferry.help(for: name)), "help-\(file).txt")
  }

  @Test func keepsToEightyColumns() {
    for name in [""] + ferry.helpNames {
      for line in (ferry.help(for: name) ?? "").split(separator: "\n") {
        #expect(line.count <= 80, "\(line)")
      }
    }
  }

  @Test func hostileTexts() throws {
    try expectSnapshot(hostile.help() + (hostile.help(for: "strange") ?? ""), "hostile-help.txt")
  }

  @Test(arguments: Shell.allCases)
  func completionScript(_ shell: Shell) throws {
    try expectSnapshot(ferry.completionScript(for: shell), "completion.\(shell)")
    try expectSnapshot(hostile.completionScript(for: shell), "hostile-completion.\(shell)")
  }

  @Test func manualPage() throws {
    try expectSnapshot(ferry.manPage(date: "2026-11-24"), "ferry.1")
    try expectSnapshot(hostile.manPage(date: "2026-11-24"), "hostile.1")
  }

  @Test func markdownReference() throws {
    try expectSnapshot(ferry.markdownReference(), "reference.md")
    try expectSnapshot(hostile.markdownReference(), "hostile-reference.md")
  }
}

/// Text that means something to each shell, to roff, and to Markdown.
private let trouble = #"""
  It's "so" `id` $(id) $HOME [a] (b): <c> {d} \n \fB *e* _f_ | & ; # ~ ! % ñ.
  .SH A line that begins with a dot
  'and one that begins with a quote.
  """#

/// A tool whose texts are made to break what is generated from them.
let hostile = Tool(
  name: "hostile",
  abstract: trouble,
  version: "0.1.0",
  discussion: trouble + "\n\n  .verbatim \\fB\n  'quote",
  examples: [Example(#"hostile 'a b' "$x" \ `id`"#, trouble)],
  commands: [Strange.self],
  topics: [HelpTopic("odd", abstract: trouble, discussion: trouble)]
)

private struct Strange: Command {
  static let name = "strange"
  static let abstract = trouble
  static let discussion = trouble

  var value = #"it's \ "$(id)" [x]:"#
  var file = ""
  var rest = ""

  static var parameters: [Parameter<Self>] {
    [
      .option(
        "--value", to: \.value, placeholder: "it's: [x]", help: trouble,
        completion: .values(["it's", "a b", "$(id)", "`id`", #"back\slash"#, "c:d", "[e]", "~"])),
      .argument("a:[b]'$(id)", to: \.file, help: trouble, completion: .file),
      .optionalArgument("x:[y] '$(id) z", to: \.rest, help: trouble),
    ]
  }

  func run(_ console: Console) -> ExitCode { .success }
}
