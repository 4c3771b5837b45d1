namespace Myco.Kernels.Exact.Faults;

/// <summary>What integer and fixed-point arithmetic can refuse, by the operation that refused.</summary>
/// <remarks>Solidity 0.8 reports the first five as Panic 17 and <see cref="DivisionByZero"/> as Panic 18; the others are errors with names.
/// Codes from 32 on belong to the callers of this library. Source: spec/04-onchain-math.md §1.1, §1.2, §1.7.</remarks>
public enum ArithmeticFault : byte
{
    /// <summary>Nothing was refused.</summary>
    None = 0,

    /// <summary>A sum outside the range.</summary>
    AdditionOverflow,

    /// <summary>A difference outside the range.</summary>
    SubtractionOverflow,

    /// <summary>A product outside the range.</summary>
    MultiplicationOverflow,

    /// <summary>A dividend, scaled before the division, outside the range, or a quotient outside it.</summary>
    DivisionOverflow,

    /// <summary>The negative of the least signed number.</summary>
    NegationOverflow,

    /// <summary>A plain division by zero.</summary>
    DivisionByZero,

    /// <summary>A divisor of zero, tested before anything else was computed.</summary>
    ZeroDivision,

    /// <summary>A signed number above 2²⁵⁵ − 1 asked for.</summary>
    CastToSignedOverflow,

    /// <summary>An unsigned number below zero asked for.</summary>
    CastToUnsignedOverflow,

    /// <summary>The base of a power is 2²⁵⁵ or more.</summary>
    BaseOutOfBounds,

    /// <summary>The exponent of a power is ⌊2²⁵⁴/10²⁰⌋ or more.</summary>
    ExponentOutOfBounds,

    /// <summary>y·ln x lies outside [−41, 130].</summary>
    ProductOutOfBounds,

    /// <summary>The argument of an exponential lies outside [−41, 130].</summary>
    InvalidExponent,

    /// <summary>Newton's square root ended outside its tolerance.</summary>
    SquareRootFailed,

    /// <summary>The argument of a logarithm is not positive.</summary>
    LogarithmOutOfBounds,
}
