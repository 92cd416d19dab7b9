/// What the profile of a candidate says.
public struct CandidateMessages: Sendable {
  package let title = Message(
    "Candidate profile", "Perfil de la persona candidata", "Profil de la personne candidate")
  package let reportID = Message("Report", "Informe", "Rapport")
  package let template = Message("Template", "Plantilla", "Modèle")
  package let profile = Message("Profile", "Versión", "Version")
  package let profilePublic = Message(
    "public: nothing that singles a person out", "pública: nada que distinga a una persona",
    "publique\u{A0}: rien qui distingue une personne")
  package let profileRecruiter = Message("recruiter", "reclutamiento", "recrutement")
  package let profileOfficer = Message(
    "officer", "personal del ministerio", "personnel du ministère")
  package let purpose = Message("Purpose", "Finalidad", "Objet")
  package let purposeText = Message(
    "To show what stands between a candidate and work in Canada. Puente suggests and decides nothing.",
    "Mostrar qué falta entre la persona candidata y el trabajo en Canadá. Puente sugiere y no decide nada.",
    "Montrer ce qui sépare la personne candidate du travail au Canada. Puente propose et ne décide rien."
  )

  // MARK: Sections

  package let summary = Message("Summary", "Resumen", "Sommaire")
  package let match = Message(
    "Occupation match", "Correspondencia de la ocupación", "Correspondance de la profession")
  package let education = Message(
    "Education and Mexican credentials", "Estudios y credenciales mexicanas",
    "Études et titres mexicains")
  package let experience = Message("Experience", "Experiencia", "Expérience")
  package let languages = Message("Languages", "Idiomas", "Langues")
  package let regulation = Message(
    "Regulation in Canada", "Reglamentación en Canadá", "Réglementation au Canada")
  package let steps = Message("Steps", "Pasos", "Étapes")
  package let cost = Message("Cost and time", "Costo y tiempo", "Coût et durée")
  package let streams = Message(
    "Immigration streams", "Vías migratorias", "Voies d’immigration")
  package let bridging = Message(
    "Gaps and bridging", "Brechas y nivelación", "Lacunes et mise à niveau")
  package let doubts = Message("Flags and doubts", "Alertas y dudas", "Réserves et doutes")
  package let declarations = Message("Declarations", "Declaraciones", "Déclarations")

  // MARK: Labels

  package let candidate = Message("Candidate", "Persona candidata", "Personne candidate")
  package let occupation = Message(
    "Target occupation", "Ocupación deseada", "Profession visée")
  package let codes = Message("Codes", "Códigos", "Codes")
  package let places = Message("Target places", "Lugares deseados", "Lieux visés")
  package let anywhere = Message(
    "anywhere in Canada", "cualquier lugar de Canadá", "partout au Canada")
  package let readiness = Message(
    "Readiness (share of steps done)", "Avance (proporción de pasos concluidos)",
    "Avancement (part des étapes faites)")
  package let doneOf = Message("{1} of {2}", "{1} de {2}", "{1} sur {2}")
  package let obstacle = Message("Main obstacle", "Obstáculo principal", "Principal obstacle")
  package let next = Message("Next step", "Paso siguiente", "Étape suivante")
  package let window = Message(
    "Earliest licence", "Autorización para ejercer más temprana", "Permis au plus tôt")
  package let between = Message("{1} to {2}", "{1} a {2}", "{1} au {2}")
  package let notBefore = Message(
    "not before {1}, the latest day is unknown", "no antes del {1}; el último día se desconoce",
    "pas avant le {1}, dernier jour inconnu")
  package let never = Message(
    "never, as things stand", "nunca, en la situación actual", "jamais, en l’état")
  package let none = Message("none", "ninguno", "aucun")
  package let from = Message("Code of the candidate", "Código de la persona", "Code de la personne")
  package let to = Message("Group in Canada", "Grupo en Canadá", "Groupe au Canada")
  package let titleColumn = Message("Title", "Título", "Titre")
  package let relation = Message("Relation", "Relación", "Relation")
  package let score = Message("Score", "Puntuación", "Score")
  package let parts = Message("Evidence", "Indicios", "Indices")
  package let flags = Message("Flags", "Alertas", "Réserves")
  package let review = Message("Review", "Revisión", "Examen")
  package let noReview = Message("no proposal", "sin propuesta", "aucune proposition")
  package let graph = Message(
    "Equivalents of {1}", "Equivalentes de {1}", "Équivalents de {1}")
  package let graphSummary = Message(
    "{1} leads to {2} groups; the first is {3} with a score of {4}.",
    "{1} lleva a {2} grupos; el primero es {3} con una puntuación de {4}.",
    "{1} mène à {2} groupes; le premier est {3} avec un score de {4}.")
  package let level = Message("Level", "Nivel", "Niveau")
  package let field = Message("Field", "Campo", "Domaine")
  package let year = Message("Year", "Año", "Année")
  package let cedula = Message(
    "Cédula profesional [es]", "Cédula profesional", "Cédula profesional [es]")
  package let yes = Message("yes", "sí", "oui")
  package let no = Message("no", "no", "non")
  package let partial = Message("partly", "en parte", "en partie")
  package let months = Message("Months", "Meses", "Mois")
  package let lastYear = Message("Last year", "Último año", "Dernière année")
  package let setting = Message("Setting", "Entorno", "Milieu")
  package let language = Message("Language", "Idioma", "Langue")
  package let test = Message("Test", "Examen", "Test")
  package let listening = Message("Listening", "Comprensión auditiva", "Compréhension orale")
  package let reading = Message("Reading", "Lectura", "Lecture")
  package let writing = Message("Writing", "Escritura", "Écriture")
  package let speaking = Message("Speaking", "Expresión oral", "Expression orale")
  package let date = Message("Date", "Fecha", "Date")
  package let asked = Message(
    "What regulators ask for", "Lo que piden los organismos reguladores",
    "Ce que demandent les organismes de réglementation")
  package let threshold = Message("Threshold", "Umbral", "Seuil")
  package let standing = Message("Standing", "Situación", "Situation")
  package let reached = Message("reached", "alcanzado", "atteint")
  package let notReached = Message("not reached", "no alcanzado", "non atteint")
  package let place = Message("Place", "Lugar", "Lieu")
  package let regulated = Message("Regulated", "Reglamentada", "Réglementée")
  package let kind = Message("Kind", "Tipo", "Type")
  package let regulator = Message("Regulator", "Organismo regulador", "Organisme de réglementation")
  package let since = Message("Since", "Desde", "Depuis")
  package let assessors = Message("Assessment", "Evaluación", "Évaluation")
  package let step = Message("Step", "Paso", "Étape")
  package let state = Message("State", "Estado", "État")
  package let dependsOn = Message("Waits for", "Espera a", "Attend")
  package let evidence = Message("Evidence", "Evidencia", "Preuve")
  package let fromMexico = Message("From Mexico", "Desde México", "Depuis le Mexique")
  package let fee = Message("Fee", "Tarifa", "Frais")
  package let time = Message("Time", "Tiempo", "Durée")
  package let days = Message(
    one: ("{1} day", "{1} día", "{1} jour"), other: ("{1} days", "{1} días", "{1} jours"))
  package let daysRange = Message(
    "{1} to {2} days", "{1} a {2} días", "{1} à {2} jours")
  package let timeline = Message(
    "Path of steps in {1}, from {2}", "Camino de pasos en {1}, desde el {2}",
    "Parcours des étapes en {1}, à partir du {2}")
  package let timelineSummary = Message(
    one: (
      "{1} open step to the licence.", "{1} paso abierto hasta la autorización.",
      "{1} étape ouverte jusqu’au permis."
    ),
    other: (
      "{1} open steps to the licence; a bar without an end has a time that is not known.",
      "{1} pasos abiertos hasta la autorización; una barra sin fin tiene un tiempo que se desconoce.",
      "{1} étapes ouvertes jusqu’au permis; une barre sans fin a une durée inconnue."
    ))
  package let weeks = Message("weeks", "semanas", "semaines")
  package let stepsNote = Message(
    "Shown for the nearest places; the data have {1} in all.",
    "Se muestran los lugares más próximos; en total hay {1}.",
    "Les lieux les plus proches sont montrés; il y en a {1} en tout.")
  package let noWay = Message(
    "The data have no way to a licence for these occupations and places.",
    "Los datos no tienen un camino a la autorización para estas ocupaciones y lugares.",
    "Les données n’ont pas de parcours vers le permis pour ces professions et lieux.")
  package let left = Message("Left to pay", "Por pagar", "Reste à payer")
  package let unknownFees = Message(
    "Steps without a known fee", "Pasos sin tarifa conocida", "Étapes sans frais connus")
  package let critical = Message("Longest chain", "Cadena más larga", "Chaîne la plus longue")
  package let stream = Message("Stream", "Vía", "Voie")
  package let reasons = Message("Reasons", "Razones", "Raisons")
  package let open = Message("open", "abierta", "ouverte")
  package let conditional = Message("conditional", "condicionada", "sous conditions")
  package let closed = Message("closed", "cerrada", "fermée")
  package let program = Message("Program", "Programa", "Programme")
  package let provider = Message("Provider", "Institución", "Établissement")
  package let length = Message("Length", "Duración", "Durée")
  package let offered = Message("Offered", "Se ofrece", "Offert")
  package let oldFacts = Message(
    one: (
      "{1} step rests on a source older than a year.",
      "{1} paso se basa en una fuente de más de un año.",
      "{1} étape repose sur une source de plus d’un an."
    ),
    other: (
      "{1} steps rest on sources older than a year.",
      "{1} pasos se basan en fuentes de más de un año.",
      "{1} étapes reposent sur des sources de plus d’un an."
    ))
  package let undatedFacts = Message(
    one: (
      "{1} step rests on a source without a date.", "{1} paso se basa en una fuente sin fecha.",
      "{1} étape repose sur une source sans date."
    ),
    other: (
      "{1} steps rest on sources without a date.", "{1} pasos se basan en fuentes sin fecha.",
      "{1} étapes reposent sur des sources sans date."
    ))
  package let generalFacts = Message(
    one: (
      "{1} step is stated by no document (general knowledge).",
      "Ningún documento respalda {1} paso (conocimiento general).",
      "Aucun document n’atteste {1} étape (connaissance générale)."
    ),
    other: (
      "{1} steps are stated by no document (general knowledge).",
      "Ningún documento respalda {1} pasos (conocimiento general).",
      "Aucun document n’atteste {1} étapes (connaissance générale)."
    ))
  package let unresolvedMatch = Message(
    "The equivalence of {1} is not settled: {2}.", "La equivalencia de {1} no está resuelta: {2}.",
    "L’équivalence de {1} n’est pas réglée\u{A0}: {2}.")
  package let noDoubts = Message(
    "Nothing is marked.", "No hay nada señalado.", "Rien n’est signalé.")
  package let englishData = Message(
    "Steps, programs and reasons are given in the language of the data, marked [en].",
    "Los pasos, programas y razones figuran en el idioma de los datos, con la marca [en].",
    "Les étapes, programmes et raisons sont donnés dans la langue des données, avec la marque [en]."
  )
  package let free = Message(
    "Recruitment is free of charge for the candidate.",
    "El reclutamiento es gratuito para la persona candidata.",
    "Le recrutement est gratuit pour la personne candidate.")
  package let noGuarantee = Message(
    "Nothing here guarantees a licence, a permit or a job; the bodies named decide.",
    "Nada de esto garantiza una autorización para ejercer, un permiso o un empleo; deciden los organismos nombrados.",
    "Rien ici ne garantit un permis d’exercice, un permis de travail ou un emploi; les organismes nommés décident."
  )
  package let consent = Message(
    "Consent of {1} after notice {2}: {3}; to {4}.",
    "Consentimiento del {1} tras el aviso de privacidad {2}: {3}; a {4}.",
    "Consentement du {1} après l’avis {2}\u{A0}: {3}; à {4}.")
  package let noConsent = Message(
    "No consent is recorded that holds on this day.",
    "No hay registrado un consentimiento vigente en esta fecha.",
    "Aucun consentement en vigueur à cette date n’est enregistré.")

  // MARK: States of steps

  package let stateNotStarted = Message("not started", "sin iniciar", "non commencée")
  package let stateBlocked = Message("blocked", "en espera", "bloquée")
  package let stateReady = Message("ready", "lista para iniciar", "prête")
  package let stateInProgress = Message("in progress", "en curso", "en cours")
  package let stateSubmitted = Message("submitted", "presentado", "déposée")
  package let stateMoreInformation = Message(
    "more information needed", "se pide más información", "information demandée")
  package let stateConditional = Message("conditional", "condicionado", "sous conditions")
  package let stateCompleted = Message("completed", "concluido", "terminée")
  package let stateFailed = Message("failed", "no aprobado", "échouée")
  package let stateExpired = Message("expired", "vencido", "expirée")
  package let stateWaived = Message("waived", "dispensado", "dispensée")
  package let stateWithdrawn = Message("withdrawn", "retirado", "retirée")
}
