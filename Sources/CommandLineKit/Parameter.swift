/// A declaration of one flag, option, or positional argument of a command.
///
/// A parameter ties its spelling and its help to a property of the command:
///
/// ```swift
/// static var parameters: [Parameter<Self>] {
///   [
///     .argument("code", to: \.code, help: "The code to translate."),
///     .option("--limit", "-n", to: \.limit, placeholder: "count", in: 1...100, help: "At most."),
///     .flag("--all", to: \.all, help: "Show every match."),
///   ]
/// }
/// ```
///
/// The first name of an option is the one that messages use; write the long one first.
public struct Parameter<Root> {
  var declaration: ParameterDeclaration

  /// Stores the texts given for the parameter; returns the text that is not a value, if one is not.
  let store: (_ texts: [String], _ root: inout Root) -> String?

  /// The default of the parameter as text; empty when there is none.
  let defaultText: (_ root: Root) -> String
}

extension Parameter {
  /// The parameter for a type that has the parameter's own root as a property.
  func mapped<Outer>(to path: WritableKeyPath<Outer, Root>) -> Parameter<Outer> {
    Parameter<Outer>(
      declaration: declaration,
      store: { texts, root in store(texts, &root[keyPath: path]) },
      defaultText: { defaultText($0[keyPath: path]) }
    )
  }
}

/// How the texts of a parameter become values of a type.
struct ValueReader<Value: ArgumentValue> {
  /// Tells whether a value that was read is allowed.
  var accepts: (Value) -> Bool = { _ in true }
  var expectation = Value.argumentExpectation
  var range = ""

  init() {}

  init(_ range: ClosedRange<Value>) where Value: Comparable {
    let (low, high) = (range.lowerBound.argument, range.upperBound.argument)
    accepts = range.contains
    self.range = "\(low) to \(high)"
    let kind = Value.argumentExpectation.isEmpty ? "a value" : Value.argumentExpectation
    expectation = "\(kind) from \(low) to \(high)"
  }

  func callAsFunction(_ text: String) -> Value? {
    guard let value = Value(argument: text), accepts(value) else { return nil }
    return value
  }

  /// A declaration with what the type of its values tells.
  func completing(
    _ declaration: ParameterDeclaration,
    _ completion: ValueCompletion?
  ) -> ParameterDeclaration {
    var declaration = declaration
    let allowed = Value.allowedArguments
    declaration.allowed = allowed
    declaration.range = range
    declaration.expectation =
      allowed.isEmpty ? expectation : "one of: \(allowed.joined(separator: ", "))"
    declaration.completion = completion ?? (allowed.isEmpty ? .none : .values(allowed))
    return declaration
  }
}

extension Parameter {
  /// A parameter of one value.
  init<Value: ArgumentValue>(
    _ declaration: ParameterDeclaration,
    to property: WritableKeyPath<Root, Value>,
    reader: ValueReader<Value> = ValueReader(),
    completion: ValueCompletion?
  ) {
    self.declaration = reader.completing(declaration, completion)
    let showsDefault = !declaration.isRequired
    defaultText = { showsDefault ? $0[keyPath: property].argument : "" }
    store = { texts, root in
      for text in texts {
        guard let value = reader(text) else { return text }
        root[keyPath: property] = value
      }
      return nil
    }
  }

  /// A parameter of one value or none.
  init<Value: ArgumentValue>(
    _ declaration: ParameterDeclaration,
    to property: WritableKeyPath<Root, Value?>,
    reader: ValueReader<Value> = ValueReader(),
    completion: ValueCompletion?
  ) {
    self.declaration = reader.completing(declaration, completion)
    let showsDefault = !declaration.isRequired
    defaultText = { showsDefault ? $0[keyPath: property]?.argument ?? "" : "" }
    store = { texts, root in
      for text in texts {
        guard let value = reader(text) else { return text }
        root[keyPath: property] = value
      }
      return nil
    }
  }

  /// A parameter of many values, which replace those of the default.
  init<Value: ArgumentValue>(
    _ declaration: ParameterDeclaration,
    toEach property: WritableKeyPath<Root, [Value]>,
    reader: ValueReader<Value> = ValueReader(),
    completion: ValueCompletion?
  ) {
    self.declaration = reader.completing(declaration, completion)
    self.declaration.isRepeatable = true
    let showsDefault = !declaration.isRequired
    defaultText = { root in
      showsDefault ? root[keyPath: property].map(\.argument).joined(separator: ", ") : ""
    }
    store = { texts, root in
      var values: [Value] = []
      for text in texts {
        guard let value = reader(text) else { return text }
        values.append(value)
      }
      root[keyPath: property] = values
      return nil
    }
  }
}
