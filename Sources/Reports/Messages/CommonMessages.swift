/// What all reports say.
public struct CommonMessages: Sendable {
  /// The name of the table of contents.
  public let contents = Message("Contents", "Contenido", "Table des matières")
  /// The heading of the list of sources.
  public let sources = Message("Sources", "Fuentes", "Sources")
  /// The heading of the records that a report rests on.
  public let records = Message(
    "Records this report rests on", "Registros en que se basa este informe",
    "Enregistrements sur lesquels repose ce rapport")
  /// What the records are for.
  public let recordsUse = Message(
    "‘puente verify’ with the file of this report tells, without a network, which of these records have changed since.",
    "‘puente verify’ con el archivo de este informe indica, sin conexión a la red, cuáles de estos registros han cambiado desde entonces.",
    "‘puente verify’ avec le fichier de ce rapport indique, sans réseau, lesquels de ces enregistrements ont changé depuis."
  )
  /// The label of the day of a report.
  public let day = Message("Date of this report", "Fecha de este informe", "Date de ce rapport")
  /// The label of the program.
  public let generator = Message("Made by", "Elaborado con", "Produit par")
  /// The column of sources.
  public let source = Message("Source", "Fuente", "Source")
  /// The number of a source.
  public let number = Message("No.", "Núm.", "N°")
  /// The title of a source.
  public let title = Message("Title", "Título", "Titre")
  /// The address of a source.
  public let address = Message("Where", "Dónde", "Où")
  /// What time a source is true of.
  public let asOf = Message("As of", "Vigente al", "En date du")
  /// How sure a source is.
  public let confidence = Message("Confidence", "Confiabilidad", "Fiabilité")
  /// A confidence: printed.
  public let confidenceHigh = Message("high", "alta", "élevée")
  /// A confidence: read out of the source.
  public let confidenceMedium = Message("medium", "media", "moyenne")
  /// A confidence: uncertain.
  public let confidenceLow = Message("low", "baja", "faible")
  /// A confidence: no document.
  public let confidenceGeneral = Message(
    "general knowledge, no document", "conocimiento general, sin documento",
    "connaissance générale, sans document")
  /// A confidence: not in the data.
  public let confidenceUnstated = Message("not stated", "no indicada", "non indiquée")
  /// A source without a date.
  public let undated = Message("undated", "sin fecha", "sans date")
  /// A note on a source.
  public let remark = Message("Note", "Nota", "Note")
  /// The kind of a record.
  public let kind = Message("Kind", "Tipo", "Type")
  /// The place of a record.
  public let place = Message("Place", "Lugar", "Emplacement")
  /// What a record states.
  public let statement = Message("Statement", "Contenido", "Énoncé")
  /// The hash of a record.
  public let hash = Message("Hash", "Huella digital", "Empreinte")
  /// A value that nobody here knows.
  public let unknown = Message("unknown", "se desconoce", "inconnu")
  /// A count that is not shown.
  public let suppressed = Message("x", "x", "x")
  /// The page number of a page.
  public let page = Message("Page {1} of {2}", "Página {1} de {2}", "Page {1} sur {2}")
  /// A tone: settled.
  public let good = Message("settled", "resuelto", "réglé")
  /// The label of a note that must not be overlooked.
  public let notice = Message("Note", "Nota", "Remarque")
  /// The label of a note of something wrong.
  public let warning = Message("Warning", "Advertencia", "Avertissement")
  /// A table without rows.
  public let noRows = Message(
    "There is nothing to list.", "No hay nada que mostrar.", "Il n’y a rien à afficher.")
  /// The column of steps of a timeline.
  public let step = Message("Step", "Paso", "Étape")
  /// The beginning of a step.
  public let begins = Message("Earliest start", "Inicio más temprano", "Début au plus tôt")
  /// The end of a step.
  public let ends = Message("Earliest end", "Fin más temprano", "Fin au plus tôt")
  /// The latest end of a step.
  public let endsLatest = Message("Latest end", "Fin más tardío", "Fin au plus tard")
  /// Where a link begins.
  public let from = Message("From", "De", "De")
  /// Where a link ends.
  public let to = Message("To", "A", "À")
  /// What a link says.
  public let link = Message("Link", "Vínculo", "Lien")
  /// Marks of the languages of official titles.
  public let languageMarks = Message(
    "Official titles stand in the language that they are published in; [en], [es] and [fr] mark those in another language than this report. Names of bodies are not translated.",
    "Los títulos oficiales figuran en el idioma en que se publican; [en], [es] y [fr] señalan los que están en un idioma distinto al de este informe. Los nombres de las instituciones no se traducen.",
    "Les titres officiels figurent dans la langue où ils sont publiés; [en], [es] et [fr] signalent ceux qui sont dans une autre langue que celle de ce rapport. Les noms des organismes ne sont pas traduits."
  )
}
