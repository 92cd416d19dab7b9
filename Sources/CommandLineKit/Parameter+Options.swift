extension Parameter {
  /// A flag, which takes no value and sets its property to `true`.
  public static func flag(
    _ names: String...,
    to property: WritableKeyPath<Root, Bool>,
    help: String
  ) -> Self {
    Self(
      declaration: ParameterDeclaration(kind: .flag, names: names, help: help),
      store: { _, root in
        root[keyPath: property] = true
        return nil
      },
      defaultText: { _ in "" }
    )
  }

  /// An option, which takes a value and may be left out.
  ///
  /// Help shows the default of the property. `completion` is by default what the type allows.
  public static func option<Value: ArgumentValue>(
    _ names: String...,
    to property: WritableKeyPath<Root, Value>,
    placeholder: String,
    help: String,
    completion: ValueCompletion? = nil
  ) -> Self {
    Self(
      .option(names, placeholder, help), to: property, completion: completion)
  }

  /// An option whose value must lie in a range.
  public static func option<Value: ArgumentValue & Comparable>(
    _ names: String...,
    to property: WritableKeyPath<Root, Value>,
    placeholder: String,
    in range: ClosedRange<Value>,
    help: String
  ) -> Self {
    Self(
      .option(names, placeholder, help), to: property, reader: ValueReader(range),
      completion: nil)
  }

  /// An option whose property is `nil` when it is left out.
  public static func option<Value: ArgumentValue>(
    _ names: String...,
    to property: WritableKeyPath<Root, Value?>,
    placeholder: String,
    help: String,
    completion: ValueCompletion? = nil
  ) -> Self {
    Self(
      .option(names, placeholder, help), to: property, completion: completion)
  }

  /// An option whose value must lie in a range, and whose property is `nil` when it is left out.
  public static func option<Value: ArgumentValue & Comparable>(
    _ names: String...,
    to property: WritableKeyPath<Root, Value?>,
    placeholder: String,
    in range: ClosedRange<Value>,
    help: String
  ) -> Self {
    Self(
      .option(names, placeholder, help), to: property, reader: ValueReader(range),
      completion: nil)
  }

  /// An option that may be given many times; its values replace those of the default.
  public static func option<Value: ArgumentValue>(
    _ names: String...,
    to property: WritableKeyPath<Root, [Value]>,
    placeholder: String,
    help: String,
    completion: ValueCompletion? = nil
  ) -> Self {
    Self(
      .option(names, placeholder, help), toEach: property, completion: completion)
  }

  /// An option that must be given.
  public static func requiredOption<Value: ArgumentValue>(
    _ names: String...,
    to property: WritableKeyPath<Root, Value>,
    placeholder: String,
    help: String,
    completion: ValueCompletion? = nil
  ) -> Self {
    Self(
      .option(names, placeholder, help, isRequired: true), to: property,
      completion: completion)
  }

  /// An option that must be given, of a property that can be `nil` before it is.
  public static func requiredOption<Value: ArgumentValue>(
    _ names: String...,
    to property: WritableKeyPath<Root, Value?>,
    placeholder: String,
    help: String,
    completion: ValueCompletion? = nil
  ) -> Self {
    Self(
      .option(names, placeholder, help, isRequired: true), to: property,
      completion: completion)
  }

  /// An option that must be given once or more.
  public static func requiredOption<Value: ArgumentValue>(
    _ names: String...,
    to property: WritableKeyPath<Root, [Value]>,
    placeholder: String,
    help: String,
    completion: ValueCompletion? = nil
  ) -> Self {
    Self(
      .option(names, placeholder, help, isRequired: true), toEach: property,
      completion: completion)
  }
}

extension ParameterDeclaration {
  fileprivate static func option(
    _ names: [String],
    _ placeholder: String,
    _ help: String,
    isRequired: Bool = false
  ) -> Self {
    Self(
      kind: .option, names: names, placeholder: placeholder, help: help, isRequired: isRequired)
  }
}
