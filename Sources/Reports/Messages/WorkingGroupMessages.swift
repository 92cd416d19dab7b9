/// What the paper for the working group and the brief say.
public struct WorkingGroupMessages: Sendable {
  package let paperTitle = Message(
    "Paper for the Labour Mobility Working Group",
    "Documento para el Labour Mobility Working Group",
    "Document pour le Labour Mobility Working Group")
  package let briefTitle = Message(
    "Brief for the Labour Mobility Working Group",
    "Nota informativa para el Labour Mobility Working Group",
    "Note d’information pour le Labour Mobility Working Group")
  package let partnership = Message(
    "Canada-Mexico Partnership", "Alianza México-Canadá", "Partenariat Canada-Mexique")

  package let pairs = Message(
    "Pairs under review", "Pares en revisión", "Paires à l’étude")
  package let pairsText = Message(
    one: (
      "{1} pair is recorded; {2} still has to be decided.",
      "Hay {1} par registrado; {2} está por decidirse.",
      "{1} paire est enregistrée; {2} reste à décider."
    ),
    other: (
      "{1} pairs are recorded; {2} still have to be decided.",
      "Hay {1} pares registrados; {2} están por decidirse.",
      "{1} paires sont enregistrées; {2} restent à décider."
    ))
  package let waiting = Message(
    one: (
      "{2} has owed an answer on the oldest one for {1} day, since {3}.",
      "{2} debe respuesta sobre el más antiguo desde hace {1} día, desde el {3}.",
      "{2} doit une réponse sur la plus ancienne depuis {1} jour, soit le {3}."
    ),
    other: (
      "{2} has owed an answer on the oldest one for {1} days, since {3}.",
      "{2} debe respuesta sobre el más antiguo desde hace {1} días, desde el {3}.",
      "{2} doit une réponse sur la plus ancienne depuis {1} jours, soit le {3}."
    ))
  package let flagged = Message(
    one: (
      "The checks find an error in {1} pair: {2}.",
      "Las verificaciones encuentran un error en {1} par: {2}.",
      "Les vérifications relèvent une erreur dans {1} paire\u{A0}: {2}."
    ),
    other: (
      "The checks find errors in {1} pairs: {2}.",
      "Las verificaciones encuentran errores en {1} pares: {2}.",
      "Les vérifications relèvent des erreurs dans {1} paires\u{A0}: {2}."
    ))
  package let noLedger = Message(
    "There is no ledger: the pairs are those of the 2017 report, as Mexico sent them.",
    "No hay registro (ledger): los pares son los del informe de 2017, tal como México los envió.",
    "Il n’y a pas de registre (ledger)\u{A0}: les paires sont celles du rapport de 2017, telles que le Mexique les a transmises."
  )
  package let pair = Message("Pair", "Par", "Paire")
  package let since = Message("Since", "Desde", "Depuis")
  package let days = Message("Days", "Días", "Jours")
  package let toAct = Message("To act", "Debe actuar", "Doit agir")
  package let canada = Message("Canada", "Canadá", "Canada")
  package let mexico = Message("Mexico", "México", "Mexique")
  package let findings = Message("Findings", "Hallazgos", "Constats")
  package let pairFindings = Message(
    "What the checks find", "Lo que encuentran las verificaciones",
    "Ce que relèvent les vérifications")
  package let finding = Message("Finding", "Hallazgo", "Constat")
  package let severity = Message("Weight", "Gravedad", "Gravité")
  package let error = Message("error", "error", "erreur")
  package let warning = Message("warning", "advertencia", "avertissement")
  package let note = Message("note", "nota", "note")
  package let errors = Message(
    one: ("{1}\u{A0}error", "{1}\u{A0}error", "{1}\u{A0}erreur"),
    other: ("{1}\u{A0}errors", "{1}\u{A0}errores", "{1}\u{A0}erreurs"))
  package let warnings = Message(
    one: ("{1}\u{A0}warning", "{1}\u{A0}advertencia", "{1}\u{A0}avertissement"),
    other: ("{1}\u{A0}warnings", "{1}\u{A0}advertencias", "{1}\u{A0}avertissements"))
  package let notes = Message(
    one: ("{1}\u{A0}note", "{1}\u{A0}nota", "{1}\u{A0}note"),
    other: ("{1}\u{A0}notes", "{1}\u{A0}notas", "{1}\u{A0}notes"))
  package let checksSource = Message(
    "Puente, rules of ‘puente check’ (docs/checks.md) and scores (docs/method.md), on the files listed as records",
    "Puente, reglas de ‘puente check’ (docs/checks.md) y puntuaciones (docs/method.md), sobre los archivos que figuran como registros",
    "Puente, règles de ‘puente check’ (docs/checks.md) et cotes (docs/method.md), sur les fichiers donnés comme enregistrements"
  )

  package let suggested = Message("suggested", "sugerido", "suggérée")
  package let proposed = Message("proposed", "propuesto", "proposée")
  package let awaitingFeedback = Message(
    "awaiting feedback", "en espera de comentarios", "en attente de commentaires")
  package let feedbackReceived = Message(
    "feedback received", "comentarios recibidos", "commentaires reçus")
  package let acceptedByCanada = Message(
    "accepted by Canada", "aceptado por Canadá", "acceptée par le Canada")
  package let acceptedByMexico = Message(
    "accepted by Mexico", "aceptado por México", "acceptée par le Mexique")
  package let counterProposed = Message(
    "counter-proposed", "con contrapropuesta", "contre-proposée")
  package let agreed = Message("agreed", "acordado", "convenue")
  package let rejected = Message("rejected", "rechazado", "rejetée")
  package let withdrawn = Message("withdrawn", "retirado", "retirée")
  package let needsRevision = Message(
    "needs revision", "requiere revisión", "à réviser")
  package let dismissed = Message("dismissed", "descartado", "écartée")

  package let unresolved = Message(
    "Unresolved occupations by sector", "Ocupaciones por resolver, por sector",
    "Professions à régler, par secteur")
  package let sectorTable = Message(
    "Unit groups of {1} by sector and state", "Grupos unitarios de {1} por sector y estado",
    "Groupes de base de {1} par secteur et état")
  package let sectorChart = Message(
    "State of the equivalences by sector", "Estado de las equivalencias por sector",
    "État des équivalences par secteur")
  package let sectorSummary = Message(
    "{1} of {2} unit groups in these sectors have a clear equivalent.",
    "{1} de {2} grupos unitarios de estos sectores tienen un equivalente claro.",
    "{1} des {2} groupes de base de ces secteurs ont un équivalent clair.")
  package let healthList = Message(
    "Health groups to settle", "Grupos de salud por resolver", "Groupes de la santé à régler")

  package let credentials = Message(
    "Credential obstacles by province", "Obstáculos de acreditación por provincia",
    "Obstacles de reconnaissance par province")
  package let credentialsText = Message(
    "For {1} occupations, most of them in health, the data say whether a licence or registration is asked for on {2}. A regulated occupation cannot be practised without its regulator’s licence; rules and fees change, and the regulator is the one to ask.",
    "Para {1} ocupaciones, la mayoría de salud, los datos indican si al {2} se exige una autorización para ejercer o un registro. Una ocupación regulada no puede ejercerse sin la autorización de su organismo regulador; las reglas y tarifas cambian, y hay que consultar al organismo.",
    "Pour {1} professions, la plupart en santé, les données indiquent si un permis ou une inscription est exigé le {2}. Une profession réglementée ne peut être exercée sans le permis de son organisme; les règles et les frais changent, et c’est l’organisme qu’il faut consulter."
  )
  package let credentialsChart = Message(
    "Regulated occupations by province", "Ocupaciones reguladas por provincia",
    "Professions réglementées par province")
  package let credentialsSummary = Message(
    "Most regulated occupations: {1} ({2} of {3}). Unknown entries are not counted as unregulated.",
    "Más ocupaciones reguladas: {1} ({2} de {3}). Lo desconocido no se cuenta como no regulado.",
    "Le plus de professions réglementées\u{A0}: {1} ({2} sur {3}). Ce qui est inconnu n’est pas compté comme non réglementé."
  )
  package let credentialsTable = Message(
    "Whether each occupation is regulated, by province",
    "Si cada ocupación está regulada, por provincia",
    "Réglementation de chaque profession, par province")
  package let province = Message(
    "Province or territory", "Provincia o territorio", "Province ou territoire")
  package let occupation = Message("Occupation", "Ocupación", "Profession")
  package let occupations = Message("occupations", "ocupaciones", "professions")
  package let regulated = Message("Regulated", "Regulada", "Réglementée")
  package let partial = Message("Partly", "En parte", "En partie")
  package let unregulated = Message("Not regulated", "No regulada", "Non réglementée")
  package let unknown = Message("Unknown", "Se desconoce", "Inconnu")
  package let yes = Message("yes", "sí", "oui")
  package let part = Message("part", "parte", "partie")
  package let no = Message("no", "no", "non")
  package let doubtful = Message(
    "Rules with a warning", "Reglas con advertencia", "Règles avec réserve")
  package let doubtfulText = Message(
    "Rules with a warning rest on general knowledge, an undated page, a source older than a year or one of low confidence: look them up again before anything is built on them.",
    "Las reglas con advertencia se basan en conocimiento general, una página sin fecha, una fuente de más de un año o de baja confiabilidad: verifíquelas antes de basarse en ellas.",
    "Les règles avec réserve reposent sur des connaissances générales, une page sans date, une source de plus d’un an ou peu fiable\u{A0}: vérifiez-les avant de vous y appuyer."
  )

  package let demand = Message("Demand in Canada", "Demanda en Canadá", "Demande au Canada")
  package let demandText = Message(
    one: (
      "In {2}, {1} position was approved for foreign workers in the health groups below.",
      "En {2} se aprobó {1} puesto para trabajadores extranjeros en los grupos de salud siguientes.",
      "En {2}, {1} poste a été approuvé pour des travailleurs étrangers dans les groupes de la santé ci-dessous."
    ),
    other: (
      "In {2}, {1} positions were approved for foreign workers in the health groups below.",
      "En {2} se aprobaron {1} puestos para trabajadores extranjeros en los grupos de salud siguientes.",
      "En {2}, {1} postes ont été approuvés pour des travailleurs étrangers dans les groupes de la santé ci-dessous."
    ))
  package let demandNote = Message(
    "Positive labour market impact assessments count what employers were allowed to fill with foreign workers in one quarter; they are not vacancies and no forecast. Occupational outlooks are not in the data.",
    "Las evaluaciones positivas del impacto en el mercado laboral (LMIA) cuentan los puestos que se permitió cubrir con trabajadores extranjeros en un trimestre; no son vacantes ni un pronóstico. Los datos no incluyen perspectivas de empleo.",
    "Les études d’impact sur le marché du travail favorables comptent les postes que des employeurs ont pu pourvoir avec des travailleurs étrangers en un trimestre; ce ne sont ni des postes vacants ni une prévision. Les données ne contiennent pas de perspectives d’emploi."
  )
  package let demandChart = Message(
    "Positions approved for foreign workers, {1}",
    "Puestos aprobados para trabajadores extranjeros, {1}",
    "Postes approuvés pour des travailleurs étrangers, {1}")
  package let demandSummary = Message(
    "Most positions: {1}, {2}.", "Más puestos: {1}, {2}.", "Le plus de postes\u{A0}: {1}, {2}.")
  package let demandTable = Message(
    "Positions and employers by health group, {1}",
    "Puestos y empleadores por grupo de salud, {1}",
    "Postes et employeurs par groupe de la santé, {1}")
  package let positions = Message("Positions", "Puestos", "Postes")
  package let employers = Message(
    "Employer records", "Registros de empleadores", "Dossiers d’employeurs")
  package let noDemand = Message(
    "The data have no table of demand.", "Los datos no tienen tabla de demanda.",
    "Les données n’ont pas de table de la demande.")

  package let indicators = Message(
    "Figures of the Partnership’s reports", "Cifras de los informes de la Alianza",
    "Chiffres des rapports du Partenariat")
  package let indicatorsText = Message(
    "Printed in the annual reports, with the words that qualify them; the names of the figures are in the language of the report.",
    "Impresas en los informes anuales, con las palabras que las matizan; los nombres de las cifras están en el idioma del informe.",
    "Imprimés dans les rapports annuels, avec les mots qui les nuancent; les noms des chiffres sont dans la langue du rapport."
  )
  package let indicator = Message("Figure", "Cifra", "Chiffre")
  package let value = Message("Value", "Valor", "Valeur")
  package let period = Message("Period", "Periodo", "Période")
  package let place = Message("Where printed", "Dónde está impresa", "Où imprimé")

  package let nextSteps = Message("To decide", "Por decidir", "À décider")

  package let candidates = Message(
    "Annex: candidates", "Anexo: personas candidatas", "Annexe\u{A0}: candidats et candidates")
  package let candidatesSource = Message(
    "Candidates in the ledger, counted by Puente",
    "Personas candidatas en el registro (ledger), contadas por Puente",
    "Candidats et candidates du registre (ledger), comptés par Puente")
  package let candidatesRecorded = Message(
    "Candidates recorded", "Personas candidatas registradas", "Candidats et candidates inscrits")
  package let suppressionText = Message(
    "Counts from 1 to 4 are not shown (x), nor others from which they could be calculated. A person who goes for several occupations counts in each.",
    "No se muestran (x) los conteos de 1 a 4, ni otros de los que podrían calcularse. Una persona que aspira a varias ocupaciones cuenta en cada una.",
    "Les nombres de 1 à 4 ne sont pas montrés (x), ni d’autres dont on pourrait les calculer. Une personne qui vise plusieurs professions compte dans chacune."
  )
  package let candidatesByStage = Message(
    "Candidates by occupation and stage", "Personas candidatas por ocupación y etapa",
    "Candidats et candidates par profession et étape")
  package let nothingRecorded = Message(
    "No step recorded", "Ningún paso registrado", "Aucune étape inscrite")
  package let underWay = Message("Under way", "En curso", "En cours")
  package let candidatesByCedula = Message(
    "Candidates by occupation and state of the cédula profesional",
    "Personas candidatas por ocupación y situación de la cédula profesional",
    "Candidats et candidates par profession et situation de la cédula profesional")
  package let candidatesByProvince = Message(
    "Candidates by occupation and province named; one person may name several",
    "Personas candidatas por ocupación y provincia indicada; una persona puede indicar varias",
    "Candidats et candidates par profession et province nommée; une personne peut en nommer plusieurs"
  )
  package let sum = Message("Sum", "Suma", "Somme")
}
