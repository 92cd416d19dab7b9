import Classifications
import Correspondences
import Diagnostics
import Ledgers
import SSSOM

extension FeedbackForm {
  /// The columns that are extensions of a mapping set.
  static let extensions = FormColumn.allCases.filter {
    ![.noc, .nocTitle, .sinco, .sincoTitle].contains($0)
  }

  /// What stands in the column `decision` of a row that nobody has filled in: empty columns are not written.
  static let undecided = "undecided"

  /// The form as an SSSOM mapping set.
  ///
  /// Only agreed pairs are plain mappings. Rejected and withdrawn ones have the modifier `Not`; all others say
  /// in `comment` that they are not agreed. The columns of the form are extensions, `ext_decision` and so on;
  /// those that are empty have to be added by whoever fills them in.
  ///
  /// - Returns: The set in canonical SSSOM/TSV.
  public func sssom() -> [UInt8] {
    var columns: [Column] = [
      Column(.subjectID), Column(.subjectLabel), Column(.predicateID), Column(.predicateModifier),
      Column(.objectID), Column(.objectLabel), Column(.mappingJustification), Column(.comment),
    ]
    columns += Self.extensions.map { Column(name: "ext_\($0.rawValue)") }
    var builder = MappingSetBuilder(columns: columns)
    describe(&builder.metadata)
    for row in rows {
      let link = row.link
      let isNegated = link.state == .rejected
      let remark = link.state == .agreed ? "" : "\(link.state.words): not an agreed equivalence"
      var fields = [
        link.noc.description, link.nocTitle,
        link.relation?.rawValue ?? MapRelation.relatedMatch.rawValue, isNegated ? "Not" : "",
        link.sinco.description, link.sincoTitle, "semapv:ManualMappingCuration", remark,
      ]
      for column in Self.extensions {
        switch column {
        case .decision: fields.append(Self.undecided)
        case .events: fields.append(EventJSON.text(row.events))
        default: fields.append(row.fields[column] ?? "")
        }
      }
      builder.append(fields)
    }
    return builder.build().canonicalTSV(condensing: false)
  }

  private func describe(_ metadata: inout SetMetadata) {
    let namespace = "https://puente.example/"
    metadata.declare("puente", as: namespace)
    for version in Set(rows.flatMap { [$0.link.noc.classification, $0.link.sinco.classification] })
    {
      metadata.declare(version.rawValue, as: "\(namespace)\(version)/")
    }
    metadata[.mappingSetID] = "\(namespace)sets/review"
    metadata[.mappingSetTitle] = "Pairs under review, for \(side.name)"
    metadata[.mappingSetDescription] =
      "Pairs of occupations that Canada and Mexico are reviewing. A row is an equivalence only if ext_state is 'agreed'."
    metadata[.license] = "https://w3id.org/sssom/license/unspecified"
    metadata[.mappingTool] = "puente"
    metadata[.mappingDate] = on.description
    for column in Self.extensions {
      metadata.extensions.append(
        ExtensionDefinition(
          slotName: "ext_\(column.rawValue)", property: "puente:review_\(column.rawValue)"))
    }
  }
}
