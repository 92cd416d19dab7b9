/// The tables of one module in a database, with how they came about.
///
/// Several modules keep their tables in one file; each brings its component, and the file remembers which
/// migrations of each it has had.
///
/// The columns of a table `WITHOUT ROWID` must begin with those of its primary key: SQLite 3.40 takes others
/// for damaged.
public struct SchemaComponent: Hashable, Sendable {
  /// A change of tables, which is never edited once it has been published.
  public struct Migration: Hashable, Sendable {
    /// What it does, such as `create events`.
    public let name: String
    /// The statements.
    public let statements: [String]

    /// Creates a migration.
    public init(_ name: String, _ statements: [String]) {
      self.name = name
      self.statements = statements
    }
  }

  /// The name of the component, which begins the names of its tables.
  public let name: String

  /// Its migrations, in order; the version of a component is how many of them a file has had.
  public let migrations: [Migration]

  /// Creates a component.
  public init(_ name: String, migrations: [Migration]) {
    self.name = name
    self.migrations = migrations
  }
}

extension Database {
  static let createHistory = """
    CREATE TABLE IF NOT EXISTS schema_migration (
      component TEXT NOT NULL, version INTEGER NOT NULL, name TEXT NOT NULL,
      PRIMARY KEY (component, version)
    ) STRICT, WITHOUT ROWID
    """

  /// Brings the tables of components up to date, all or nothing.
  ///
  /// - Parameters:
  ///   - components: The components.
  ///   - path: The name of the database for errors.
  /// - Throws: ``DatabaseRefusal`` if the file is newer than the components, else ``DatabaseError``.
  public func migrate(_ components: [SchemaComponent], path: String = "") throws {
    func needed() throws -> Bool {
      try components.contains { component in
        let version = try version(of: component, path: path)
        return version < component.migrations.count
      }
    }
    if try number("SELECT count(*) FROM sqlite_schema WHERE name = 'schema_migration'") == 1,
      try !needed()
    {
      return
    }
    try write {
      try execute(Self.createHistory)
      for component in components {
        // Another process may have been quicker.
        let version = try version(of: component, path: path)
        for (index, migration) in component.migrations.enumerated().dropFirst(version) {
          for statement in migration.statements { try execute(statement) }
          try execute(
            "INSERT INTO schema_migration VALUES (?, ?, ?)",
            [.text(component.name), .integer(index + 1), .text(migration.name)])
        }
      }
    }
  }

  private func version(of component: SchemaComponent, path: String) throws -> Int {
    let had = try rows(
      "SELECT name FROM schema_migration WHERE component = ? ORDER BY version",
      [.text(component.name)]
    ) { $0.text(0) }
    guard had.count <= component.migrations.count else {
      throw DatabaseRefusal(
        path,
        .newer(
          component: component.name, version: had.count, known: component.migrations.count))
    }
    for (name, migration) in zip(had, component.migrations) where name != migration.name {
      throw DatabaseRefusal(
        path,
        .damaged("its tables of \(component.name) have had '\(name)', not '\(migration.name)'"))
    }
    return had.count
  }
}
