/// A PDF that cannot be written.
public struct PDFError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, without a full stop.
  public let problem: String

  /// Creates an error.
  public init(_ problem: String) { self.problem = problem }

  /// The message.
  public var description: String { "the PDF cannot be written: \(problem)" }
}

/// The files of the fonts that a PDF is set in.
public struct PDFFonts: Hashable, Sendable {
  /// A font in two weights.
  public struct Family: Hashable, Sendable {
    /// The path of the regular weight.
    public let regular: String
    /// The path of the bold weight.
    public let bold: String

    /// Creates a family.
    public init(regular: String, bold: String) {
      self.regular = regular
      self.bold = bold
    }
  }

  /// The families, in the first of which that has a character it is set.
  ///
  /// Without any, the reader's Helvetica is used, which has the characters of Windows-1252 only.
  public let families: [Family]

  /// Creates a choice of fonts.
  public init(families: [Family]) { self.families = families }

  /// Debian's Liberation Sans, and DejaVu Sans for what it does not have, as far as they are installed.
  ///
  /// - Parameter isThere: Whether there is a file at a path.
  /// - Returns: The fonts; none where neither is installed.
  public static func ofDebian(isThere: (String) -> Bool) -> Self {
    let folder = "/usr/share/fonts/truetype"
    let known = [
      Family(
        regular: "\(folder)/liberation/LiberationSans-Regular.ttf",
        bold: "\(folder)/liberation/LiberationSans-Bold.ttf"),
      Family(
        regular: "\(folder)/liberation2/LiberationSans-Regular.ttf",
        bold: "\(folder)/liberation2/LiberationSans-Bold.ttf"),
      Family(
        regular: "\(folder)/dejavu/DejaVuSans.ttf", bold: "\(folder)/dejavu/DejaVuSans-Bold.ttf"),
    ]
    return Self(families: known.filter { isThere($0.regular) && isThere($0.bold) })
  }
}
