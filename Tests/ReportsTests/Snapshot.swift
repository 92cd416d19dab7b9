import Foundation
import Testing

/// Expects a text to be what a file of `Snapshots` holds.
///
/// Set `RECORD_SNAPSHOTS=1` to write the files anew; a run that writes one fails.
func expectSnapshot(
  _ actual: String,
  _ name: String,
  filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let url = URL(filePath: filePath).deletingLastPathComponent()
    .appending(components: "Snapshots", name)
  guard ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == nil else {
    try Data(actual.utf8).write(to: url)
    Issue.record("recorded \(name)", sourceLocation: sourceLocation)
    return
  }
  // By bytes: reading a file as text would drop a byte-order mark.
  let expected = String(decoding: try Data(contentsOf: url), as: UTF8.self)
  #expect(actual == expected, sourceLocation: sourceLocation)
}
