import FactTables

extension FactTables {
  /// The names of the reports that are listed.
  var reportNames: Set<String> { Set(self["reports"].map { $0["report"] }) }
}
