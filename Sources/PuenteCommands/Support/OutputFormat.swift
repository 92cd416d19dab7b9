import CommandLineKit

/// The forms of output that a reading command has.
enum OutputFormat: String, CaseIterable, ArgumentValue {
  case text
  case json
  case csv
  case tsv
}
