/// What the reports of equivalences and unresolved occupations say.
public struct EquivalenceMessages: Sendable {
  package let unresolvedTitle = Message(
    "Occupations without a clear equivalence", "Ocupaciones sin equivalencia clara",
    "Professions sans équivalence claire")
  package let equivalencesTitle = Message(
    "Occupation equivalences", "Equivalencias de ocupaciones", "Équivalences des professions")
  package let direction = Message("{1} to {2}", "de {1} a {2}", "de {1} à {2}")
  package let purpose = Message("Purpose", "Finalidad", "Objet")
  package let purposeText = Message(
    "For the Labour Mobility Working Group of the Canada-Mexico Partnership. Puente suggests and decides nothing; the two governments decide.",
    "Para el Grupo de Trabajo sobre Movilidad Laboral (Labour Mobility Working Group) de la Alianza México-Canadá. Puente sugiere y no decide nada; deciden los dos gobiernos.",
    "Pour le groupe de travail sur la mobilité de la main-d’œuvre (Labour Mobility Working Group) du Partenariat Canada-Mexique. Puente propose et ne décide rien; les deux gouvernements décident."
  )
  package let scope = Message("Scope", "Alcance", "Portée")
  package let allGroups = Message(
    "all unit groups of {1}", "todos los grupos unitarios de {1}",
    "tous les groupes de base de {1}")
  package let sectorGroups = Message(
    "unit groups of {1} in the sector: {2}", "grupos unitarios de {1} en el sector: {2}",
    "groupes de base de {1} dans le secteur\u{A0}: {2}")
  package let someGroups = Message(
    "unit groups {2} of {1}", "grupos unitarios {2} de {1}", "groupes de base {2} de {1}")
  package let health = Message("health", "salud", "santé")
  package let agriculture = Message("agriculture", "agricultura", "agriculture")
  package let education = Message("education", "educación", "éducation")

  package let summary = Message("Summary", "Resumen", "Sommaire")
  package let summaryText = Message(
    one: (
      "Of 1 unit group, {2} has a clear equivalent, {3} is ambiguous, {4} contradictory, and {5} has none.",
      "De 1 grupo unitario, {2} tiene un equivalente claro, {3} es ambiguo, {4} contradictorio y {5} no tiene ninguno.",
      "Sur {1} groupe de base, {2} a un équivalent clair, {3} est ambigu, {4} contradictoire et {5} n’en a aucun."
    ),
    other: (
      "Of {1} unit groups, {2} have a clear equivalent, {3} are ambiguous, {4} are contradictory, and {5} have none.",
      "De {1} grupos unitarios, {2} tienen un equivalente claro, {3} son ambiguos, {4} son contradictorios y {5} no tienen ninguno.",
      "Sur {1} groupes de base, {2} ont un équivalent clair, {3} sont ambigus, {4} sont contradictoires et {5} n’en ont aucun."
    ))
  package let scoreText = Message(
    "A score is the estimated probability, from 0 to 1, that a pair would be accepted as equivalent: of a hundred pairs scored about 0.8, about eighty should be. It is an estimate from published tables and titles, not a finding of fact.",
    "La puntuación es la probabilidad estimada, de 0 a 1, de que un par se acepte como equivalente: de cien pares con una puntuación cercana a 0.8, unos ochenta deberían aceptarse. Es una estimación a partir de tablas publicadas y títulos, no un hecho comprobado.",
    "La cote est la probabilité estimée, de 0 à 1, qu’une paire soit acceptée comme équivalente\u{A0}: sur cent paires cotées environ 0,8, environ quatre-vingts devraient l’être. C’est une estimation à partir de tables publiées et de titres, non un fait établi."
  )
  package let tieText = Message(
    "Between these classifications a score says how strongly published tables tie two codes, from 0 to 1; it is not a probability.",
    "Entre estas clasificaciones la puntuación indica qué tan fuertemente unen las tablas publicadas dos códigos, de 0 a 1; no es una probabilidad.",
    "Entre ces classifications, la cote indique à quel point les tables publiées lient deux codes, de 0 à 1; ce n’est pas une probabilité."
  )

  package let coverage = Message(
    "Coverage by division", "Cobertura por división", "Couverture par division")
  package let coverageSummary = Message(
    "For each division of {1}, how many unit groups have a clear, an ambiguous, a contradictory or no equivalent in {2}. Highest share resolved: {3}. Lowest: {4}.",
    "Para cada división de {1}, cuántos grupos unitarios tienen un equivalente claro, ambiguo, contradictorio o ninguno en {2}. Mayor proporción resuelta: {3}. Menor: {4}.",
    "Pour chaque division de {1}, combien de groupes de base ont un équivalent clair, ambigu, contradictoire ou aucun dans {2}. Plus forte part réglée\u{A0}: {3}. Plus faible\u{A0}: {4}."
  )
  package let division = Message("Division", "División", "Division")
  package let unitGroups = Message("unit groups", "grupos unitarios", "groupes de base")
  package let sector = Message("Sector", "Sector", "Secteur")
  package let groups = Message("Groups", "Grupos", "Groupes")
  package let clear = Message("Clear", "Clara", "Claire")
  package let ambiguous = Message("Ambiguous", "Ambigua", "Ambiguë")
  package let contradictory = Message("Contradictory", "Contradictoria", "Contradictoire")
  package let none = Message("None", "Ninguna", "Aucune")

  package let list = Message("The groups", "Los grupos", "Les groupes")
  package let unresolvedList = Message(
    "Groups to settle", "Grupos por resolver", "Groupes à régler")
  package let code = Message("Code", "Código", "Code")
  package let title = Message("Title", "Título", "Titre")
  package let state = Message("State", "Estado", "État")
  package let why = Message("Why", "Motivo", "Motif")
  package let candidates = Message(
    "Candidates, with score", "Candidatos, con puntuación", "Candidats, avec cote")
  package let candidate = Message("Equivalent", "Equivalente", "Équivalent")
  package let rank = Message("Rank", "Lugar", "Rang")
  package let score = Message("Score", "Puntuación", "Cote")
  package let relation = Message("Relation", "Relación", "Relation")
  package let exact = Message("exact", "exacta", "exacte")
  package let close = Message("close", "cercana", "proche")
  package let broad = Message("broader", "más amplia", "plus large")
  package let narrow = Message("narrower", "más estrecha", "plus étroite")
  package let related = Message("related", "relacionada", "apparentée")
  package let notStated = Message("not stated", "no indicada", "non précisée")
  package let doubts = Message("Against it", "En contra", "À l’encontre")

  package let reasonUnlikely = Message(
    "no candidate is likelier than not; the nearest is {1}",
    "ningún candidato es más probable que improbable; el más cercano es {1}",
    "aucun candidat n’est plus probable qu’improbable; le plus proche est {1}")
  package let reasonNear = Message(
    "{1} are about as strong", "{1} tienen una fuerza similar", "{1} sont à peu près aussi forts")
  package let reasonContradictory = Message(
    "published tables lead to different groups, or all other evidence speaks against the one that is listed",
    "las tablas publicadas llevan a grupos distintos, o todo lo demás contradice el que figura en una de ellas",
    "les tables publiées mènent à des groupes différents, ou tout le reste contredit celui qui figure dans l’une d’elles"
  )
  package let reasonNone = Message(
    "no table leads to a likely candidate; the nearest is {1}",
    "ninguna tabla lleva a un candidato probable; el más cercano es {1}",
    "aucune table ne mène à un candidat probable; le plus proche est {1}")
  package let reasonNothing = Message(
    "no published table leads there", "ninguna tabla publicada lleva ahí",
    "aucune table publiée n’y mène")

  package let graph = Message(
    "Equivalents of {1}", "Equivalentes de {1}", "Équivalents de {1}")
  package let graphSummary = Message(
    "{1} is linked to {2} candidates; the strongest is {3} with a score of {4}.",
    "{1} está vinculado con {2} candidatos; el más fuerte es {3} con una puntuación de {4}.",
    "{1} est relié à {2} candidats; le plus fort est {3} avec une cote de {4}.")

  package let doubtsHeading = Message(
    "What is uncertain", "Lo que es incierto", "Ce qui est incertain")
  package let recordsCut = Message(
    "The list of records has the files that were used, and the single mappings behind the first candidate of each group where there are at most {1}.",
    "La lista de registros contiene los archivos utilizados y, si son a lo sumo {1}, cada correspondencia que respalda al primer candidato de cada grupo.",
    "La liste des enregistrements contient les fichiers utilisés et, s’il y en a au plus {1}, chaque correspondance à l’appui du premier candidat de chaque groupe."
  )
}
