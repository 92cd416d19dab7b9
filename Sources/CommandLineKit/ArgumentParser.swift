/// Sorts arguments by the parameters they are for.
struct ArgumentParser {
  private let declarations: [ParameterDeclaration]

  /// The texts given so far for each declaration; a flag that is given has one empty text.
  private var given: [[String]]

  /// The positional declarations that can still take an argument.
  private var positional: ArraySlice<Int>

  init(_ declarations: [ParameterDeclaration]) {
    self.declarations = declarations
    given = Array(repeating: [], count: declarations.count)
    positional = declarations.indices.filter { declarations[$0].kind == .argument }[...]
  }

  /// Returns the texts for each declaration, in the order of the declarations.
  ///
  /// - Throws: ``UsageError`` if an option is unknown, misses its value, or is given twice, and if
  ///   arguments are missing or too many.
  consuming func parse(_ arguments: [String]) throws(UsageError) -> [[String]] {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        for argument in rest { try addPositional(argument) }
        break
      }
      if Self.isOption(argument) {
        try addOption(argument, &rest)
      } else {
        try addPositional(argument)
      }
    }
    for (declaration, texts) in zip(declarations, given)
    where declaration.isRequired && texts.isEmpty {
      let kind = declaration.kind == .argument ? "argument" : "option"
      throw UsageError("missing \(kind) '\(declaration.synopsis)'")
    }
    return given
  }

  /// Whether an argument before `--` is an option: not `-`, and not a negative number.
  static func isOption(_ argument: String) -> Bool {
    guard argument.hasPrefix("-"), argument != "-" else { return false }
    return Double(argument: argument) == nil
  }

  private mutating func addOption(
    _ argument: String,
    _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    let inline = parts.count == 2 ? String(parts[1]) : nil
    guard let index = declarations.firstIndex(where: { $0.names.contains(name) }) else {
      let names = declarations.flatMap(\.names) + ParameterDeclaration.help.names
      throw UsageError("unknown option \(quoted(name))\(suggestion(for: name, among: names))")
    }
    let declaration = declarations[index]
    guard declaration.kind != .flag else {
      guard inline == nil else { throw UsageError("'\(name)' takes no value") }
      given[index] = [""]
      return
    }
    let next = rest.first.flatMap { Self.isOption($0) ? nil : $0 }
    guard let text = inline ?? next else {
      throw UsageError("'\(declaration.synopsis)' needs a value")
    }
    if inline == nil { rest.removeFirst() }
    guard declaration.isRepeatable || given[index].isEmpty else {
      throw UsageError("'\(declaration.name)' is given more than once")
    }
    given[index].append(text)
  }

  private mutating func addPositional(_ argument: String) throws(UsageError) {
    guard let index = positional.first else {
      throw UsageError("unexpected argument \(quoted(argument))")
    }
    given[index].append(argument)
    if !declarations[index].isRepeatable { positional.removeFirst() }
  }
}

extension ParameterDeclaration {
  /// The error that a text is not a value of the parameter.
  func rejection(of text: String) -> UsageError {
    var message = "\(quoted(text)) is not a value of '\(synopsis)'"
    if !expectation.isEmpty {
      message += allowed.isEmpty ? ": expected \(expectation)" : " (\(expectation))"
    }
    return UsageError(message + suggestion(for: text, among: allowed))
  }
}
