using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;
using static Myco.Engine.Pools.Clp2.Clp2Rounding;

namespace Myco.Engine.Pools.Clp2;

/// <summary>The invariant L of a 2-CLP and its virtual offsets, 18 decimals. Formulas: spec/04-onchain-math.md §1.4 (V3), §1.5 (V2).</summary>
/// <remarks>Refusals: a divisor of zero where √α = √β or √β = 0, <see cref="Revert.SubtractionOverflow"/> where √α &gt; √β, overflows as on chain. The
/// contract of Balancer V2 rounds down only: the rounding is for V3.</remarks>
internal static class Clp2Invariant
{
    /// <summary>L = (mb + √(b² + 4·mc·A))/(2A), every step but the root rounded as asked (calculateInvariant).</summary>
    public static UInt256 Compute(Clp2Parameters parameters, in UInt256 balance0, in UInt256 balance1, Rounding rounding, ref Fault fault)
    {
        Clp2QuadraticTerms terms = QuadraticTerms(parameters, balance0, balance1, rounding, ref fault);
        bool isV2 = parameters.Version == Clp2Version.BalancerV2;
        UInt256 fourfold = isV2
            ? Decimal18.MultiplyDown(terms.Mc, Decimal18.One << 2, ref fault)
            : UInt256.Multiply(terms.Mc, 4UL, ref fault);
        UInt256 radicand = UInt256.Add(terms.BSquare, Multiply(fourfold, terms.A, rounding, ref fault), ref fault);
        UInt256 root = isV2 ? NewtonSquareRoot.WrappingRoot(radicand, ref fault) : NewtonSquareRoot.Root(radicand, ref fault);
        UInt256 numerator = UInt256.Add(terms.Mb, root, ref fault);
        ref readonly Decimal18Divisor twiceA = ref parameters.Terms(rounding).TwiceA.Take(ref fault);
        return Divide(numerator, twiceA, parameters.Version, rounding, ref fault);
    }

    /// <summary>A, mb, b², mc (calculateQuadraticTerms).</summary>
    public static Clp2QuadraticTerms QuadraticTerms(
        Clp2Parameters parameters, in UInt256 balance0, in UInt256 balance1, Rounding rounding, ref Fault fault)
    {
        ref readonly UInt256 a = ref parameters.Terms(rounding).A.Take(ref fault);
        UInt256 overBeta = Divide(balance1, parameters.SqrtBetaDivisor, parameters.Version, rounding, ref fault);
        UInt256 byAlpha = Multiply(balance0, parameters.SqrtAlpha, rounding, ref fault);
        UInt256 mb = UInt256.Add(overBeta, byAlpha, ref fault);
        UInt256 mc = Multiply(balance0, balance1, rounding, ref fault);
        return new(a, mb, BSquare(parameters, balance0, balance1, mc, rounding, ref fault), mc);
    }

    /// <summary>L/√β: the offset of token 0 (calculateVirtualParameter0).</summary>
    public static UInt256 VirtualOffset0(Clp2Parameters parameters, in UInt256 invariant, Rounding rounding, ref Fault fault) =>
        Divide(invariant, parameters.SqrtBetaDivisor, parameters.Version, rounding, ref fault);

    /// <summary>L·√α: the offset of token 1 (calculateVirtualParameter1).</summary>
    public static UInt256 VirtualOffset1(Clp2Parameters parameters, in UInt256 invariant, Rounding rounding, ref Fault fault) =>
        Multiply(invariant, parameters.SqrtAlpha, rounding, ref fault);

    /// <summary>The offset of that token.</summary>
    internal static UInt256 VirtualOffset(Clp2Parameters parameters, int token, in UInt256 invariant, Rounding rounding, ref Fault fault) =>
        token == 0 ? VirtualOffset0(parameters, invariant, rounding, ref fault) : VirtualOffset1(parameters, invariant, rounding, ref fault);

    /// <summary>x²·α + 2·x·y·√α/√β + y²/β; the factor 2 is taken at another place in each version.</summary>
    private static UInt256 BSquare(
        Clp2Parameters parameters, in UInt256 x, in UInt256 y, in UInt256 xy, Rounding rounding, ref Fault fault)
    {
        UInt256 alpha = parameters.SqrtAlpha;
        UInt256 first = Multiply(Multiply(Multiply(x, x, rounding, ref fault), alpha, rounding, ref fault), alpha, rounding, ref fault);
        UInt256 twice = parameters.Version == Clp2Version.BalancerV2
            ? Multiply(Decimal18.MultiplyDown(xy, Decimal18.One << 1, ref fault), alpha, rounding, ref fault)
            : UInt256.Multiply(Multiply(xy, alpha, rounding, ref fault), 2UL, ref fault);
        UInt256 middle = Divide(twice, parameters.SqrtBetaDivisor, parameters.Version, rounding, ref fault);
        UInt256 yy = Multiply(y, y, rounding, ref fault);
        ref readonly Decimal18Divisor beta = ref parameters.Terms(rounding).BetaOfOtherRounding.Take(ref fault);
        UInt256 last = Divide(yy, beta, parameters.Version, rounding, ref fault);
        return UInt256.Add(UInt256.Add(first, middle, ref fault), last, ref fault);
    }
}
