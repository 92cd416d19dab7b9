import Testing
import PuenteCommands
@Suite struct Empty {}
