extension MappingSet {
  /// The set in the canonical form of SSSOM/TSV.
  ///
  /// Slots stand in the order of the model, extensions behind them; mappings are sorted on all their
  /// slots; columns without values and prefixes that are not used are left out; numbers have at most
  /// three decimals; the version is stated where it is needed. Writing what was read from a
  /// canonical file gives the same file.
  ///
  /// - Parameter condensing: Whether a value that all mappings share is written once for the set,
  ///   where SSSOM allows that. Otherwise values stay where they are.
  /// - Returns: The text in UTF-8.
  /// - Complexity: O(*n* log *n*), where *n* is the number of mappings.
  public func canonicalTSV(condensing: Bool = true) -> [UInt8] {
    var form = CanonicalForm(table)
    if condensing { form.condense() }
    form.sortRows()
    return form.text()
  }
}
