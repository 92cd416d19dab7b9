/// What a parameter is, without the property it is tied to.
///
/// Parsing, help, completions, and reference pages are all made from declarations.
struct ParameterDeclaration: Hashable, Sendable {
  /// How a parameter appears on the command line.
  enum Kind: Hashable {
    case flag
    case option
    case argument
  }

  let kind: Kind

  /// The spellings of a flag or an option, such as `--output` and `-o`; empty for an argument.
  var names: [String] = []

  /// What a value is called; empty for a flag.
  var placeholder = ""
  var help: String
  var isRequired = false
  var isRepeatable = false
  var allowed: [String] = []

  /// What a value must be, such as `a whole number from 1 to 10`; may be empty.
  var expectation = ""

  /// The range of a value as help shows it, such as `1 to 10`; may be empty.
  var range = ""
  var completion = ValueCompletion.none
  var defaultText = ""

  /// Whether the parameter is of a ``ParameterGroup``: help shows it after the command's own.
  var isShared = false
}

extension ParameterDeclaration {
  /// The flag that every command has.
  static let help = Self(kind: .flag, names: ["--help", "-h"], help: "Show this help.")

  /// The flag that the tool has.
  static let version = Self(kind: .flag, names: ["--version"], help: "Show the version.")

  /// The name that messages use: the first, which is the long one by convention.
  var name: String { names.first ?? "" }

  /// The short spellings first, as help shows them.
  var namesForHelp: [String] {
    names.filter { !$0.hasPrefix("--") } + names.filter { $0.hasPrefix("--") }
  }

  /// The parameter as messages and usage lines show it, such as `--to <code>` or `<code>`.
  var synopsis: String {
    switch kind {
    case .flag: name
    case .option: "\(name) <\(placeholder)>"
    case .argument: "<\(placeholder)>"
    }
  }

  /// The parameter as the head of its entry in a help, such as `-o, --output <file>`.
  var heading: String {
    switch kind {
    case .flag: namesForHelp.joined(separator: ", ")
    case .option: "\(namesForHelp.joined(separator: ", ")) <\(placeholder)>"
    case .argument: usage
    }
  }

  /// The parameter as the usage line shows it, such as `[<file>]` or `<code>...`.
  var usage: String {
    let repeats = isRepeatable ? "..." : ""
    return isRequired ? synopsis + repeats : "[\(synopsis)]\(repeats)"
  }

  /// The help with what it does not say itself: allowed values, range, default, repetition.
  var fullHelp: String {
    var notes: [String] = []
    if !allowed.isEmpty { notes.append("one of: \(allowed.joined(separator: ", "))") }
    if !range.isEmpty { notes.append(range) }
    if !defaultText.isEmpty { notes.append("default: \(defaultText)") }
    if kind == .option, isRequired { notes.append("required") }
    if kind == .option, isRepeatable { notes.append("may be repeated") }
    return oneLine(help) + (notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))")
  }
}
