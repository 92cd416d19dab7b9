import PuenteCommands
import Testing

@Suite struct Empty {}
