using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Kernels.Exact.FixedPoint;

/// <summary>A signed number of 18 decimals in a word of some width: a formula is written once and compiled for each width.</summary>
/// <remarks>A computation in a narrow word either ends without a fault, with the result of the wide word, or has to be done again in the wide one, whose
/// refusals are the chain's. Implemented by structs, so that calls are direct. Rounding as in <see cref="SignedDecimal18"/> and
/// <see cref="SignedDecimal38"/>.</remarks>
/// <typeparam name="TWord">The word itself.</typeparam>
internal interface IDecimalWord<TWord>
    where TWord : struct, IDecimalWord<TWord>
{
    /// <summary>True above 0.</summary>
    bool IsPositive { get; }

    /// <summary>True below 0.</summary>
    bool IsNegative { get; }

    /// <summary>The number in this word; a fault where it does not fit.</summary>
    static abstract TWord From(in Int256 value, ref Fault fault);

    /// <summary>The number in 256 bits.</summary>
    Int256 ToInt256();

    /// <summary>left + right.</summary>
    static abstract TWord Add(TWord left, TWord right, ref Fault fault);

    /// <summary>left − right.</summary>
    static abstract TWord Subtract(TWord left, TWord right, ref Fault fault);

    /// <summary>−value.</summary>
    static abstract TWord Negate(TWord value, ref Fault fault);

    /// <summary>left·right, cut toward zero.</summary>
    static abstract TWord MultiplyDown(TWord left, TWord right, ref Fault fault);

    /// <summary>left·right, rounded away from zero.</summary>
    static abstract TWord MultiplyUp(TWord left, TWord right, ref Fault fault);

    /// <summary>value·factor, rounded toward −∞.</summary>
    static abstract TWord MultiplyDown(TWord value, in Decimal38Factor factor, ref Fault fault);

    /// <summary>value·factor, rounded toward +∞.</summary>
    static abstract TWord MultiplyUp(TWord value, in Decimal38Factor factor, ref Fault fault);

    /// <summary>value/divisor, cut toward zero.</summary>
    static abstract TWord DivideDown(TWord value, in Decimal18Divisor divisor, ref Fault fault);

    /// <summary>value/divisor, rounded away from zero.</summary>
    static abstract TWord DivideUp(TWord value, in Decimal18Divisor divisor, ref Fault fault);

    /// <summary>√value by <see cref="NewtonSquareRoot.Root(in UInt256, ref Fault)"/>; 0 for a value below 0.</summary>
    static abstract TWord Root(TWord value, ref Fault fault);
}
