import Classifications
import CommandLineKit
import ReferenceData
import Reviews

/// The two groups of a pair that a user names, which have to exist.
struct PairOptions: ParameterGroup {
  var noc: String?
  var sinco: String?
  var relation = ""

  static var parameters: [Parameter<Self>] {
    [
      .requiredOption(
        "--noc", to: \.noc, placeholder: "code", help: "The group of the NOC, such as noc2016:3012."
      ),
      .requiredOption(
        "--sinco", to: \.sinco, placeholder: "code",
        help: "The group of the SINCO, such as sinco2011:2426."),
      .option(
        "--relation", to: \.relation, placeholder: "relation",
        help:
          "How the SINCO group relates to the NOC group: exact, close, broad, narrow or related."),
    ]
  }

  /// The pair as a proposal, with the titles of the code tables.
  ///
  /// - Parameters:
  ///   - catalogue: The code tables.
  ///   - id: The identifier, if the user names one.
  ///   - versions: The classifications of codes without one, if they are known.
  /// - Returns: The proposal.
  /// - Throws: `UsageError` if a code is not of the right classification, ``NotFound`` if it does not exist.
  func proposal(
    in catalogue: Catalogue, id: String? = nil,
    versions: (noc: ClassificationID, sinco: ClassificationID)? = nil
  ) throws -> ReviewDesk.Proposal {
    let (noc, nocTitle) = try Self.group(noc ?? "", "noc", in: catalogue, versions?.noc)
    let (sinco, sincoTitle) = try Self.group(sinco ?? "", "sinco", in: catalogue, versions?.sinco)
    return ReviewDesk.Proposal(
      id: id, noc: noc, nocTitle: nocTitle, sinco: sinco, sincoTitle: sincoTitle,
      relation: ReviewLink.relation(try relationWord(relation)))
  }

  /// The unit group that a text names, with its title.
  static func group(
    _ text: String, _ family: String, in catalogue: Catalogue, _ version: ClassificationID?
  ) throws -> (OccupationCode, String) {
    let meaning = try OccupationQuery(text: text, classification: version).resolve(in: catalogue)
    guard case .code(let code) = meaning else {
      throw UsageError(
        "\(echoed(text)) is not a code; write it with its classification, as \(family)2021:…")
    }
    let classification = try catalogue.classification(code.classification)
    guard classification.family == family else {
      throw UsageError("'--\(family)' needs a code of a \(family.uppercased()), not \(code)")
    }
    let item = try catalogue.codeTable(code.classification)[code.code]
    guard item?.level == classification.unitGroupLevel else {
      throw UsageError("\(code) is not a unit group of \(classification.name)")
    }
    return (code, item?.title() ?? "")
  }
}
