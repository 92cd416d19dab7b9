/// Parameters that several commands share, declared once.
///
/// ```swift
/// struct OutputOptions: ParameterGroup {
///   var format = Format.text
///   static var parameters: [Parameter<Self>] {
///     [.option("--format", to: \.format, placeholder: "format", help: "Form of the output.")]
///   }
/// }
///
/// struct Lookup: Command {
///   var output = OutputOptions()
///   static var parameters: [Parameter<Self>] {
///     [.argument("code", to: \.code, help: "The code.")] + OutputOptions.parameters(at: \.output)
///   }
/// }
/// ```
public protocol ParameterGroup: Sendable {
  /// What the group accepts, in the order of the help.
  static var parameters: [Parameter<Self>] { get }

  /// Creates the group with every property at its default.
  init()
}

extension ParameterGroup {
  /// The parameters of the group, for a type that has the group as a property.
  ///
  /// Help shows them after the parameters of the command itself.
  public static func parameters<Root>(
    at property: WritableKeyPath<Root, Self>
  ) -> [Parameter<Root>] {
    parameters.map { parameter in
      var mapped = parameter.mapped(to: property)
      mapped.declaration.isShared = true
      return mapped
    }
  }
}
