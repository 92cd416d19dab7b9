import CommandLineKit
import ReferenceData
import Rendering

/// `puente version`: says which version this is, and where its data are.
struct Version: Command {
  enum Format: String, CaseIterable, ArgumentValue {
    case text
    case json
  }

  static let name = "version"
  static let abstract = "Say which version this is, and where its data are."

  var format = Format.text
  var data = DataOptions()

  static var parameters: [Parameter<Self>] {
    [.option("--format", to: \.format, placeholder: "format", help: "Form of the output.")]
      + DataOptions.parameters(at: \.data)
  }

  private struct Output: Encodable {
    let name: String
    let version: String
    let data: String
    let classifications: Int
    let correspondences: Int
  }

  func run(_ console: Console) throws -> ExitCode {
    let catalogue = try data.catalogue()
    let output = Output(
      name: "puente", version: puenteVersion, data: catalogue.directory.path,
      classifications: catalogue.classifications.count,
      correspondences: catalogue.correspondences.count
    )
    switch format {
    case .text:
      console.write(
        """
        puente \(output.version)
        data: \(output.data) (\(output.classifications) classifications, \(output.correspondences) correspondences)

        """
      )
    case .json: console.write(try jsonText(output))
    }
    return .success
  }
}

/// `puente completions`: writes a completion script for a shell.
struct Completions: Command {
  static let name = "completions"
  static let abstract = "Write the completion script for a shell."
  static let discussion = """
    For bash: puente completions bash > /etc/bash_completion.d/puente. For zsh: into a file '_puente' in a \
    folder of $fpath. For fish: into ~/.config/fish/completions/puente.fish. 'make install' does it for all.
    """

  var shell = Shell.bash

  static var parameters: [Parameter<Self>] {
    [.argument("shell", to: \.shell, help: "The shell.")]
  }

  func run(_ console: Console) throws -> ExitCode {
    console.write(puente.completionScript(for: shell))
    return .success
  }
}

/// `puente man`: writes the manual page.
struct Man: Command {
  static let name = "man"
  static let abstract = "Write the manual page, in roff."

  static var examples: [Example] {
    [Example("puente man | man -l -", "Read it.")]
  }

  func run(_ console: Console) throws -> ExitCode {
    console.write(puente.manPage(date: puenteReleaseDate))
    return .success
  }
}
