extension Parameter {
  /// A positional argument that must be given.
  public static func argument<Value: ArgumentValue>(
    _ placeholder: String,
    to property: WritableKeyPath<Root, Value>,
    help: String,
    completion: ValueCompletion? = nil
  ) -> Self {
    Self(.argument(placeholder, help, isRequired: true), to: property, completion: completion)
  }

  /// A positional argument that must be given, of a property that can be `nil` before it is.
  public static func argument<Value: ArgumentValue>(
    _ placeholder: String,
    to property: WritableKeyPath<Root, Value?>,
    help: String,
    completion: ValueCompletion? = nil
  ) -> Self {
    Self(.argument(placeholder, help, isRequired: true), to: property, completion: completion)
  }

  /// A positional argument that must be given, and whose value must lie in a range.
  public static func argument<Value: ArgumentValue & Comparable>(
    _ placeholder: String,
    to property: WritableKeyPath<Root, Value>,
    in range: ClosedRange<Value>,
    help: String
  ) -> Self {
    Self(
      .argument(placeholder, help, isRequired: true), to: property, reader: ValueReader(range),
      completion: nil)
  }

  /// A positional argument that may be left out; help shows the default of the property.
  public static func optionalArgument<Value: ArgumentValue>(
    _ placeholder: String,
    to property: WritableKeyPath<Root, Value>,
    help: String,
    completion: ValueCompletion? = nil
  ) -> Self {
    Self(.argument(placeholder, help, isRequired: false), to: property, completion: completion)
  }

  /// A positional argument whose property is `nil` when it is left out.
  public static func optionalArgument<Value: ArgumentValue>(
    _ placeholder: String,
    to property: WritableKeyPath<Root, Value?>,
    help: String,
    completion: ValueCompletion? = nil
  ) -> Self {
    Self(.argument(placeholder, help, isRequired: false), to: property, completion: completion)
  }

  /// Positional arguments, which take all that earlier ones leave.
  ///
  /// - Parameters:
  ///   - placeholder: What one of them is called.
  ///   - property: Where they go.
  ///   - minimum: How many there must be: 0 or 1.
  ///   - help: One sentence about them.
  ///   - completion: What a shell offers for them; by default what the type allows.
  /// - Returns: The parameter.
  public static func arguments<Value: ArgumentValue>(
    _ placeholder: String,
    to property: WritableKeyPath<Root, [Value]>,
    minimum: Int = 0,
    help: String,
    completion: ValueCompletion? = nil
  ) -> Self {
    precondition(minimum == 0 || minimum == 1, "the minimum is 0 or 1")
    return Self(
      .argument(placeholder, help, isRequired: minimum == 1), toEach: property,
      completion: completion)
  }
}

extension ParameterDeclaration {
  fileprivate static func argument(_ placeholder: String, _ help: String, isRequired: Bool) -> Self
  {
    Self(kind: .argument, placeholder: placeholder, help: help, isRequired: isRequired)
  }
}
