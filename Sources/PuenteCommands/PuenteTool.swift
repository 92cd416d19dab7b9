public import CommandLineKit

/// The `puente` tool.
public let puente = Tool(
  name: "puente",
  abstract: "Look up, check and score occupation equivalences between Canada and Mexico.",
  version: "0.1.0",
  groups: [
    CommandGroup("import", abstract: "Turn publishers' files into Puente's tables.")
  ],
  commands: [
    Lookup.self, Check.self, ImportCodes.self, ImportTitles.self, ImportCorrespondence.self, ImportTable.self,
  ]
)
