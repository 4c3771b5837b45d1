using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Clp2;

/// <summary>What the invariant of one rounding takes from the prices alone. Formulas: spec/04-onchain-math.md §1.4, §1.5.</summary>
internal sealed class Clp2RoundedTerms
{
    /// <summary>A = 1 − √α/√β, the quotient rounded as asked.</summary>
    public readonly Kept<UInt256> A;

    /// <summary>√β·√β, rounded the other way.</summary>
    public readonly Kept<Decimal18Divisor> BetaOfOtherRounding;

    /// <summary>2A, without the refusal of A.</summary>
    public readonly Kept<Decimal18Divisor> TwiceA;

    /// <summary>The terms of these prices.</summary>
    public Clp2RoundedTerms(in UInt256 sqrtAlpha, in UInt256 sqrtBeta, Clp2Version version, Rounding rounding)
    {
        Fault fault = default;
        UInt256 ratio = Clp2Rounding.Divide(sqrtAlpha, new Decimal18Divisor(sqrtBeta), version, rounding, ref fault);
        UInt256 a = UInt256.Subtract(Decimal18.One, ratio, ref fault);
        A = new(a, fault);

        fault = default;
        Rounding other = rounding == Rounding.Down ? Rounding.Up : Rounding.Down;
        BetaOfOtherRounding = new(new(Clp2Rounding.Multiply(sqrtBeta, sqrtBeta, other, ref fault)), fault);

        fault = default;
        UInt256 twice = version == Clp2Version.BalancerV2
            ? Decimal18.MultiplyUp(a, Decimal18.One << 1, ref fault)
            : UInt256.Multiply(a, 2UL, ref fault);
        TwiceA = new(new(twice), fault);
    }
}
