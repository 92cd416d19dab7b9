import CommandLineKit
import Matching
import ReferenceData
import Reviews

/// Where a command that scores pairs finds the data, and the decisions that people have recorded.
struct EngineOptions: ParameterGroup {
  var data = DataOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    DataOptions.parameters(at: \.data) + LedgerOptions.parameters(at: \.ledger)
  }

  /// The reference data, with what was decided in the ledger, if there is one.
  ///
  /// - Throws: What opening the data or the ledger throws.
  func catalogue() throws -> Catalogue {
    let catalogue = try data.catalogue()
    guard !catalogue.leftOut.contains(Decision.evidenceName),
      let ledger = try ledger.openIfThere(catalogue)
    else { return catalogue }
    catalogue.decisions = try ReviewDesk(ledger).decisions().map(Decision.init)
    return catalogue
  }
}

extension Decision {
  /// A recorded decision as evidence: what one government accepts counts half.
  init(_ recorded: RecordedDecision) {
    let value =
      switch recorded.verdict {
      case .agreed: 1.0
      case .accepted: 0.5
      case .rejected: -1.0
      }
    self.init(recorded.sinco, recorded.noc, value: value)
  }
}
