// swift-tools-version: 6.2

import PackageDescription

/// Settings that every Swift target shares, tests included.
///
/// Unsafe code must say `unsafe`, so `grep -rl unsafe Sources` lists the wrappers of C libraries.
let swiftSettings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A module of the product and the modules it may import.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: swiftSettings)
}

/// The tests of a module, in the folder of its name with `Tests` behind it.
func tests(
  _ name: String,
  _ dependencies: [Target.Dependency] = [],
  excluding: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.target(name: name)] + dependencies,
    exclude: excluding,
    swiftSettings: swiftSettings
  )
}

let package = Package(
  name: "puente",
  products: [
    .executable(name: "puente", targets: ["puente"])
  ],
  targets: [
    // C libraries of the system.
    .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CHaru", providers: [.apt(["libhpdf-dev"])]),
    .systemLibrary(name: "CExchange"),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),

    // The library, each module above those it imports.
    module("CommandLineKit"),
    module("Diagnostics"),
    module("Tabular", ["Diagnostics", "CExchange", "CLibCSV"]),
    module("YAML", ["Diagnostics", "CLibYAML"]),
    module("SSSOM", ["Diagnostics", "Tabular", "YAML"]),
    module("Storage", ["CSQLite"]),
    module("Digests", ["CNettle"]),
    module("Spreadsheets", ["CExpat", "CLibZip", "CXLSXWriter"]),
    module("Ledgers", ["Diagnostics", "Digests", "Storage"]),
    module("Classifications", ["Diagnostics"]),
    module("Correspondences", ["Classifications"]),
    module("Titles", ["Classifications"]),
    module("Matching", ["Classifications", "Correspondences"]),
    module("Fitting", ["Matching"]),
    module(
      "ReferenceData",
      [
        "Classifications", "Correspondences", "Diagnostics", "Fitting", "Matching", "Tabular",
        "Titles",
      ]),
    module(
      "Checks",
      [
        "Classifications", "Correspondences", "Credentials", "Diagnostics", "FactTables",
        "Matching", "ReferenceData", "SSSOM", "Tabular",
      ]),
    module(
      "Contradictions",
      [
        "Checks", "Classifications", "Correspondences", "Diagnostics", "Matching", "ReferenceData",
        "SSSOM", "Tabular",
      ]),
    module(
      "Importing",
      ["Classifications", "Correspondences", "Diagnostics", "ReferenceData", "SSSOM", "Tabular"]),
    module(
      "Evaluating",
      [
        "Classifications", "Correspondences", "Diagnostics", "Fitting", "Matching", "ReferenceData",
        "Storage", "Tabular", "Titles",
      ]),
    module(
      "Similarity",
      [
        "Classifications", "Correspondences", "Diagnostics", "Matching", "ReferenceData", "SSSOM",
      ]),
    module("FollowUps", ["Diagnostics", "Ledgers", "Storage"]),
    module("FactTables", ["Diagnostics", "Tabular"]),
    module("Partnership", ["Diagnostics", "FactTables", "Tabular"]),
    module("Credentials", ["Classifications", "Diagnostics", "FactTables"]),
    module(
      "Candidates",
      [
        "Classifications", "Credentials", "Diagnostics", "Digests", "FactTables", "Ledgers",
        "Storage", "Tabular",
      ]),
    module(
      "Placements",
      [
        "Candidates", "Classifications", "Correspondences", "Credentials", "Diagnostics", "Tabular",
      ]),
    module(
      "Reviews",
      [
        "Checks", "Classifications", "Correspondences", "Credentials", "Diagnostics", "Digests",
        "Ledgers", "Matching", "ReferenceData", "SSSOM", "Spreadsheets", "Storage", "Tabular",
      ]),
    module("Rendering"),
    module("PDF", ["CHaru"]),
    module(
      "Reports",
      ["Classifications", "Diagnostics", "Digests", "PDF", "Rendering", "Spreadsheets", "Tabular"]),
    module(
      "PuenteCommands",
      [
        "Candidates", "Checks", "Classifications", "CommandLineKit", "Contradictions",
        "Correspondences", "Credentials", "Diagnostics", "Digests", "Evaluating", "FactTables",
        "Fitting", "FollowUps", "Importing", "Ledgers", "Matching", "PDF", "Partnership",
        "Placements", "ReferenceData", "Rendering", "Reports", "Reviews", "SSSOM", "Similarity",
        "Spreadsheets", "Storage", "Tabular", "Titles",
      ]),

    // The command line.
    .executableTarget(
      name: "puente", dependencies: ["CommandLineKit", "PuenteCommands"],
      swiftSettings: swiftSettings),

    // Tests.
    .target(
      name: "TestSupport", dependencies: ["ReferenceData"], path: "Tests/TestSupport",
      swiftSettings: swiftSettings),
    tests("CommandLineKit", excluding: ["Snapshots"]),
    tests("Diagnostics"),
    tests("Tabular", ["Diagnostics"]),
    tests("YAML", ["Diagnostics"]),
    tests("SSSOM", ["Diagnostics", "Tabular"]),
    tests("Classifications", ["ReferenceData", "TestSupport"]),
    tests("Correspondences", ["Classifications", "ReferenceData", "Tabular", "TestSupport"]),
    tests(
      "ReferenceData",
      ["Classifications", "Correspondences", "Diagnostics", "TestSupport"]),
    tests("Matching", ["Classifications", "Correspondences", "ReferenceData", "TestSupport"]),
    tests("Titles", ["Classifications"]),
    tests("FactTables", ["Diagnostics"]),
    tests(
      "Credentials",
      ["Classifications", "Diagnostics", "FactTables", "ReferenceData", "Tabular", "TestSupport"]),
    tests(
      "Candidates",
      [
        "Classifications", "Credentials", "Diagnostics", "FactTables", "Ledgers", "Storage",
        "Tabular", "TestSupport",
      ]),
    tests(
      "Placements",
      [
        "Candidates", "Classifications", "Correspondences", "Credentials", "Diagnostics",
        "ReferenceData", "Tabular", "TestSupport",
      ]),
    tests("FollowUps", ["Diagnostics", "Ledgers", "TestSupport"]),
    tests(
      "Partnership",
      ["Classifications", "Diagnostics", "FactTables", "ReferenceData", "Tabular", "TestSupport"],
      excluding: ["Fixtures"]),
    tests("Rendering"),
    tests(
      "Reports",
      ["Classifications", "Diagnostics", "PDF", "Spreadsheets", "Tabular", "TestSupport"],
      excluding: ["Snapshots"]),
    tests("Storage"),
    tests("Digests"),
    tests("Spreadsheets"),
    tests(
      "Reviews",
      [
        "Classifications", "Correspondences", "Diagnostics", "Digests", "Ledgers", "ReferenceData",
        "Spreadsheets", "Storage", "Tabular", "TestSupport",
      ]),
    tests("Ledgers", ["Diagnostics", "Digests", "Storage"]),
    tests(
      "Importing",
      ["Classifications", "Correspondences", "Diagnostics", "ReferenceData", "Tabular"]
    ),
    tests(
      "Checks",
      [
        "Classifications", "Correspondences", "Diagnostics", "Matching", "ReferenceData", "SSSOM",
        "Tabular",
      ], excluding: ["Snapshots"]),
    tests(
      "Contradictions",
      [
        "Classifications", "Correspondences", "Diagnostics", "ReferenceData", "Tabular",
        "TestSupport",
      ]),
    tests(
      "PuenteCommands", ["CommandLineKit"],
      excluding: ["Snapshots"]),
  ],
  swiftLanguageModes: [.v6]
)
