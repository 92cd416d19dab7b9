public import FactTables

/// Which group a name is of.
public enum GroupMatch: Hashable, Sendable {
  /// One group, by its identifier.
  case one(String)
  /// Several groups, each with where the name stands for it.
  case several([WorkingGroup], places: [ReportLines])
  /// No group.
  case none
}

extension PartnershipReports {
  /// Finds the group a name, an abbreviation or an identifier is of.
  ///
  /// Identifiers are Puente's own, so they come first and name one group; an abbreviation that reports
  /// use for several groups, as the one of 2017 does with `EWG`, is not decided.
  ///
  /// - Parameters:
  ///   - name: What a user wrote.
  ///   - folding: Brings names to the form in which they are compared.
  /// - Returns: The group or groups.
  public func group(_ name: String, folding: (String) -> String) -> GroupMatch {
    let folded = folding(name)
    guard !folded.isEmpty else { return .none }
    if let group = groups.first(where: { folding($0.id) == folded }) { return .one(group.id) }
    var found: [(id: String, lines: ReportLines)] = []
    func add(_ id: String, _ lines: ReportLines) {
      if !found.contains(where: { $0.id == id }) { found.append((id, lines)) }
    }
    // Aliases first: they have the lines of the name itself.
    for alias in aliases where folding(alias.alias) == folded {
      add(alias.group, alias.provenance.lines)
    }
    for group in groups
    where folding(group.name) == folded || group.abbreviation.map(folding) == folded {
      add(group.id, group.provenance.lines)
    }
    if found.isEmpty {
      for group in groups where folding(group.name).hasPrefix(folded) {
        add(group.id, group.provenance.lines)
      }
    }
    guard let first = found.first else { return .none }
    guard found.count > 1 else { return .one(first.id) }
    return .several(
      found.compactMap { candidate in groups.first { $0.id == candidate.id } },
      places: found.map(\.lines))
  }

  /// A group of a report.
  public func group(_ id: String, in report: String) -> WorkingGroup? {
    groups.first { $0.id == id && $0.provenance.report == report }
  }

  /// The name of a group: that of the newest report that has it.
  public func name(ofGroup id: String) -> String { groups.last { $0.id == id }?.name ?? id }

  /// The groups in whose part of its report an institution is named, in the order of the report.
  public func groups(naming institution: Institution) -> [WorkingGroup] {
    groups.filter {
      $0.provenance.report == institution.provenance.report
        && $0.provenance.lines.overlaps(institution.provenance.lines)
    }
  }

  /// The institutions that the lines of a row name.
  public func institutions(namedIn provenance: Provenance) -> [Institution] {
    institutions.filter { $0.isNamed(in: provenance) }
  }

  /// The institutions whose identifier, abbreviation or name a user wrote.
  ///
  /// - Parameters:
  ///   - name: What a user wrote.
  ///   - folding: Brings names to the form in which they are compared.
  /// - Returns: Those that are called so; if none is, those whose name has the words in it.
  public func institutions(called name: String, folding: (String) -> String) -> [Institution] {
    let folded = folding(name)
    guard !folded.isEmpty else { return [] }
    let same = institutions.filter { institution in
      ([institution.id, institution.name, institution.abbreviation ?? ""]
        + institution.namesPrinted).contains { folding($0) == folded }
    }
    return same.isEmpty
      ? institutions.filter { folding($0.name).contains(folded) } : same
  }

  /// A figure with its report, to be cited.
  ///
  /// - Parameters:
  ///   - id: The name of the figure, such as `IND-02`.
  ///   - report: The report; by default the newest that has the figure.
  /// - Returns: The figure; `nil` if there is none of that name.
  public func citation(ofIndicator id: String, in report: String? = nil) -> IndicatorCitation? {
    for candidate in reports.reversed() where report == nil || candidate.id == report {
      let indicator = indicators.first { $0.id == id && $0.provenance.report == candidate.id }
      if let indicator { return IndicatorCitation(indicator: indicator, report: candidate) }
    }
    return nil
  }
}
