/// What the rules of `puente check` find in a pair, in a sentence each.
public struct RuleMessages: Sendable {
  package let invalidCode = Message(
    "the code is not one of its classification", "el código no existe en su clasificación",
    "le code n’existe pas dans sa classification")
  package let titleIdentifiesCode = Message(
    "the printed title is that of another code: {1}",
    "el título impreso corresponde a otro código: {1}",
    "le titre imprimé est celui d’un autre code\u{A0}: {1}")
  package let titleDiffers = Message(
    "the printed title is not that of the code", "el título impreso no es el del código",
    "le titre imprimé n’est pas celui du code")
  package let probableSlip = Message(
    "probable slip: a neighbouring code fits where this one does not",
    "probable desliz: un código vecino corresponde donde este no",
    "erreur probable\u{A0}: un code voisin convient là où celui-ci ne convient pas")
  package let noIscoOverlap = Message(
    "no common ISCO-08 group on the two sides", "ningún grupo común de CIUO-08 en ambos lados",
    "aucun groupe commun de la CITP-08 des deux côtés")
  package let titleConflict = Message(
    "the titles speak of different fields", "los títulos hablan de campos distintos",
    "les titres parlent de domaines différents")
  package let levelGap = Message(
    "the skill levels differ", "los niveles de competencia difieren",
    "les niveaux de compétence diffèrent")
  package let partialScope = Message(
    "one side covers several occupations, of which only some match",
    "un lado abarca varias ocupaciones, de las que solo algunas corresponden",
    "un côté couvre plusieurs professions, dont certaines seulement correspondent")
  package let roleNotInTitle = Message(
    "a role, such as supervision or assistance, is in one title only",
    "una función, como supervisión o asistencia, figura en un solo título",
    "un rôle, comme la supervision ou l’assistance, ne figure que dans un titre")
  package let other = Message(
    "another finding: {1}", "otro hallazgo: {1}", "autre constat\u{A0}: {1}")
}
