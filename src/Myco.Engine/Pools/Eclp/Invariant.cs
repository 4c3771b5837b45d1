using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;
using static Myco.Kernels.Exact.FixedPoint.SignedDecimal18;

namespace Myco.Engine.Pools.Eclp;

/// <summary>The invariant of an E-CLP, with the contract's own bound of its error.</summary>
/// <remarks>Source: spec/04-onchain-math.md §1.3. Sums and differences that leave the word are refused as on chain.</remarks>
public static class EclpInvariant
{
    private static readonly Int256 RootFactor = 20L;
    private static readonly Int256 DenominatorFactor = 40L;
    private static readonly Int256 LeastRootError = 1_000_000_000L;

    /// <summary>r and err of the balances (calculateInvariantWithError).</summary>
    /// <remarks><see cref="Revert.CastToSignedOverflow"/>, <see cref="Revert.MaxAssetsExceeded"/> for x + y above 10³⁴,
    /// <see cref="Revert.MaxInvariantExceeded"/> for r + err above 3·10³⁷.</remarks>
    public static EclpInvariantEstimate Compute(EclpParameters parameters, in UInt256 balance0, in UInt256 balance1, ref Fault fault)
    {
        Int256 x = Int256.FromUnsigned(balance0, ref fault), y = Int256.FromUnsigned(balance1, ref fault);
        Int256 sum = Int256.Add(x, y, ref fault);
        if (sum > EclpLimits.MaxBalances)
        {
            fault.Raise(Revert.MaxAssetsExceeded);
        }

        return fault.IsRaised ? default : OfSigned(parameters, x, y, sum, ref fault);
    }

    /// <summary>At·Aχ, 18 decimals, rounded down (calcAtAChi).</summary>
    public static Int256 AtAChi(EclpParameters parameters, in Int256 x, in Int256 y, ref Fault fault)
    {
        EclpInvariantTerms terms = parameters.InvariantTerms;
        Int256 c = parameters.Curve.C, s = parameters.Curve.S, lambda = parameters.Curve.Lambda;
        Int256 across = Int256.Subtract(MultiplyDown(x, c, ref fault), MultiplyDown(y, s, ref fault), ref fault);
        Int256 stretched = Int256.Add(
            MultiplyDown(MultiplyDown(x, lambda, ref fault), s, ref fault),
            MultiplyDown(MultiplyDown(y, lambda, ref fault), c, ref fault), ref fault);
        Int256 along = Int256.Add(MultiplyDown(x, s, ref fault), MultiplyDown(y, c, ref fault), ref fault);
        Int256 value = Int256.Add(
            terms.ChiOfStretched.MultiplyDown(across, ref fault), terms.ChiOfU.MultiplyDown(stretched, ref fault), ref fault);
        return Int256.Add(value, terms.ChiOfV.MultiplyDown(along, ref fault), ref fault);
    }

    /// <summary>The square root in the invariant, an underestimate, and the error of its argument (calcInvariantSqrt).</summary>
    public static Int256 SquareRoot(EclpParameters parameters, in Int256 x, in Int256 y, out Int256 argumentError, ref Fault fault)
    {
        Int256 xx = MultiplyUp(x, x, ref fault), yy = MultiplyUp(y, y, ref fault);
        Int256 argument = EclpRootArgument.Of(parameters, x, y, xx, yy, ref fault);
        argumentError = new(Scale.By38.Divide(Int256.Add(xx, yy, ref fault).Bits));
        return argument.IsPositive ? new(NewtonSquareRoot.Root(argument.Bits, ref fault)) : default;
    }

    /// <summary>|Aχ|², 38 decimals, rounded up (calcAChiAChiInXp).</summary>
    public static Int256 AChiAChi(in EclpCurve curve, in EclpDerivedParameters derived, ref Fault fault)
    {
        Int256 u = derived.U, v = derived.V, lambda = curve.Lambda, dSq = derived.DSq;
        Int256 d3 = SignedDecimal38.Multiply(SignedDecimal38.Multiply(dSq, dSq, ref fault), dSq, ref fault);
        Int256 twiceU = Int256.Add(u, u, ref fault), aboveU = Int256.Add(u, Int256.One, ref fault);
        Int256 sum = MultiplyUp(lambda, Over(twiceU, v, d3, ref fault), ref fault);
        sum = Int256.Add(sum, MultiplyUp(MultiplyUp(Over(aboveU, aboveU, d3, ref fault), lambda, ref fault), lambda, ref fault), ref fault);
        sum = Int256.Add(sum, Over(v, v, d3, ref fault), ref fault);
        Int256 t = Int256.Add(DivideUp(derived.W, lambda, ref fault), derived.Z, ref fault);
        return Int256.Add(sum, Over(t, t, d3, ref fault), ref fault);
    }

    /// <summary>1/(|Aχ|² − 1), 38 decimals; <see cref="Revert.ZeroDivision"/> for |Aχ| = 1.</summary>
    internal static Int256 InverseDenominator(in EclpCurve curve, in EclpDerivedParameters derived, ref Fault fault)
    {
        Int256 one = SignedDecimal38.One;
        return SignedDecimal38.Divide(one, Int256.Subtract(AChiAChi(curve, derived, ref fault), one, ref fault), ref fault);
    }

    private static EclpInvariantEstimate OfSigned(EclpParameters parameters, in Int256 x, in Int256 y, in Int256 sum, ref Fault fault)
    {
        EclpInvariantTerms terms = parameters.InvariantTerms;
        Int256 atAChi = AtAChi(parameters, x, y, ref fault);
        Int256 root = SquareRoot(parameters, x, y, out Int256 argumentError, ref fault);
        Int256 error = RootError(root, argumentError, ref fault);
        Int256 ofProducts = new(Scale.By38.Divide(MultiplyUp(parameters.Curve.Lambda, sum, ref fault).Bits));
        error = Int256.Multiply(Int256.Add(Int256.Add(ofProducts, error, ref fault), Int256.One, ref fault), RootFactor, ref fault);

        Int256 numerator = Int256.Subtract(Int256.Add(atAChi, root, ref fault), error, ref fault);
        Int256 invariant = terms.InverseDenominator.MultiplyDown(numerator, ref fault);
        error = terms.InverseDenominator.MultiplyUp(error, ref fault);
        error = Int256.Add(error, DenominatorError(terms, invariant, ref fault), ref fault);
        if (Int256.Add(invariant, error, ref fault) > EclpLimits.MaxInvariant)
        {
            fault.Raise(Revert.MaxInvariantExceeded);
        }

        return new(invariant, error);
    }

    /// <summary>How far the root may be off: du(e₀ + 1, 2S), √e₀ where S = 0, 10⁻⁹ where both are.</summary>
    private static Int256 RootError(in Int256 root, in Int256 argumentError, ref Fault fault) =>
        root.IsPositive ? DivideUp(Int256.Add(argumentError, Int256.One, ref fault), Int256.Add(root, root, ref fault), ref fault)
        : argumentError.IsPositive ? new(NewtonSquareRoot.Root(argumentError.Bits, ref fault))
        : LeastRootError;

    /// <summary>How far the denominator's rounding moves r: ((n↑(r,M)·(λ²/10³⁶))·40)/X + 1.</summary>
    private static Int256 DenominatorError(EclpInvariantTerms terms, in Int256 invariant, ref Fault fault)
    {
        Int256 scaled = terms.InverseDenominator.MultiplyUp(invariant, ref fault);
        Int256 product = Int256.Multiply(
            Int256.Multiply(scaled, terms.LambdaSquared.Take(ref fault), ref fault), DenominatorFactor, ref fault);
        Int256 magnitude = new(Scale.By38.Divide(product.Magnitude));
        return Int256.Add(product.IsNegative ? Int256.WrappingNegate(magnitude) : magnitude, Int256.One, ref fault);
    }

    private static Int256 Over(in Int256 left, in Int256 right, in Int256 d3, ref Fault fault) =>
        SignedDecimal38.Divide(SignedDecimal38.Multiply(left, right, ref fault), d3, ref fault);
}
