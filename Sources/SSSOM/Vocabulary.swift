/// The closed lists of the SSSOM model.
enum Vocabulary {
  /// The prefixes that need no declaration and must not be declared as anything else.
  static let builtInPrefixes: [(prefix: String, expansion: String)] = [
    ("linkml", "https://w3id.org/linkml/"),
    ("owl", "http://www.w3.org/2002/07/owl#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("semapv", "https://w3id.org/semapv/vocab/"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("sssom", "https://w3id.org/sssom/"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
  ]

  static let entityTypes = [
    "owl class", "owl object property", "owl data property", "owl annotation property",
    "owl named individual", "skos concept", "rdfs resource", "rdfs class", "rdfs literal",
    "rdfs datatype", "rdf property", composedEntity,
  ]

  static let literal = "rdfs literal"
  static let composedEntity = "composed entity expression"

  static let cardinalities = ["1:1", "1:n", "n:1", "n:n", "1:0", "0:1", "0:0"]

  /// The terms of SEMAPV that SSSOM lists for `mapping_justification`.
  static let justifications = [
    "MappingReview", "ManualMappingCuration", "LogicalReasoning", "LexicalMatching",
    "CompositeMatching", "UnspecifiedMatching", "SemanticSimilarityThresholdMatching",
    "LexicalSimilarityThresholdMatching", "MappingChaining", "MappingInversion",
    "StructuralMatching", "InstanceBasedMatching", "BackgroundKnowledgeBasedMatching",
  ]

  static let noTermFound = "sssom:NoTermFound"
  static let negation = "Not"

  static let skos = "http://www.w3.org/2004/02/skos/core#"

  /// Predicates and their inverses, as CURIEs with built-in prefixes; those of ``symmetric`` are
  /// their own.
  static let inverses: [(String, String)] = [
    ("skos:narrowMatch", "skos:broadMatch"),
    ("skos:narrower", "skos:broader"),
    ("skos:narrowerTransitive", "skos:broaderTransitive"),
    ("rdfs:subClassOf", "sssom:superClassOf"),
    ("semapv:crossSpeciesNarrowMatch", "semapv:crossSpeciesBroadMatch"),
  ]

  static let symmetric = [
    "skos:exactMatch", "skos:closeMatch", "skos:relatedMatch", "skos:related",
    "skos:mappingRelation", "skos:semanticRelation", "owl:sameAs", "owl:equivalentClass",
    "owl:equivalentProperty", "owl:differentFrom", "owl:disjointWith",
    "semapv:crossSpeciesExactMatch", "semapv:crossSpeciesCloseMatch",
  ]
}
