#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The probability that log odds stand for.
public func logistic(_ logOdds: Double) -> Double { 1 / (1 + exponential(-logOdds)) }

/// e to a power, within what can be divided by.
func exponential(_ power: Double) -> Double { exp(min(700, max(-700, power))) }

/// The natural logarithm.
public func logarithm(_ number: Double) -> Double { log(number) }
