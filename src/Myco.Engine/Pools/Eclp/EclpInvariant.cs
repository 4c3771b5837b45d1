using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Eclp;

/// <summary>The invariant of an E-CLP, with the contract's own bound of its error.</summary>
/// <remarks>Source: spec/04-onchain-math.md §1.3. Sums and differences that leave the word are refused as on chain.</remarks>
internal static class EclpInvariant
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

        if (fault.IsRaised)
        {
            return default;
        }

        Fault narrow = default;
        EclpInvariantEstimate estimate = OfSigned(parameters.Side0.Narrow.Take(ref narrow), parameters.InvariantTerms, x, y, sum, ref narrow);
        return narrow.IsRaised ? OfSigned(parameters.Side0.Wide.Take(ref fault), parameters.InvariantTerms, x, y, sum, ref fault) : estimate;
    }

    /// <summary>At·Aχ, 18 decimals, rounded down (calcAtAChi).</summary>
    public static Int256 AtAChi(EclpParameters parameters, in Int256 x, in Int256 y, ref Fault fault) =>
        AtAChi(parameters.Side0.Wide.Take(ref fault), parameters.InvariantTerms, new(x), new(y), ref fault).ToInt256();

    /// <summary>The square root in the invariant, an underestimate, and the error of its argument (calcInvariantSqrt).</summary>
    public static Int256 SquareRoot(EclpParameters parameters, in Int256 x, in Int256 y, out Int256 argumentError, ref Fault fault) =>
        SquareRoot(parameters.Side0.Wide.Take(ref fault), parameters.InvariantTerms, new(x), new(y), out argumentError, ref fault).ToInt256();

    /// <summary>|Aχ|², 38 decimals, rounded up (calcAChiAChiInXp).</summary>
    public static Int256 AChiAChi(in EclpCurve curve, in EclpDerivedParameters derived, ref Fault fault)
    {
        Int256 u = derived.U, v = derived.V, lambda = curve.Lambda, dSq = derived.DSq;
        Int256 d3 = SignedDecimal38.Multiply(SignedDecimal38.Multiply(dSq, dSq, ref fault), dSq, ref fault);
        Int256 twiceU = Int256.Add(u, u, ref fault), aboveU = Int256.Add(u, Int256.One, ref fault);
        Int256 sum = SignedDecimal18.MultiplyUp(lambda, Over(twiceU, v, d3, ref fault), ref fault);
        Int256 ofU = SignedDecimal18.MultiplyUp(Over(aboveU, aboveU, d3, ref fault), lambda, ref fault);
        sum = Int256.Add(sum, SignedDecimal18.MultiplyUp(ofU, lambda, ref fault), ref fault);
        sum = Int256.Add(sum, Over(v, v, d3, ref fault), ref fault);
        Int256 t = Int256.Add(SignedDecimal18.DivideUp(derived.W, lambda, ref fault), derived.Z, ref fault);
        return Int256.Add(sum, Over(t, t, d3, ref fault), ref fault);
    }

    /// <summary>1/(|Aχ|² − 1), 38 decimals; <see cref="Revert.ZeroDivision"/> for |Aχ| = 1.</summary>
    internal static Int256 InverseDenominator(in EclpCurve curve, in EclpDerivedParameters derived, ref Fault fault)
    {
        Int256 one = SignedDecimal38.One;
        return SignedDecimal38.Divide(one, Int256.Subtract(AChiAChi(curve, derived, ref fault), one, ref fault), ref fault);
    }

    private static EclpInvariantEstimate OfSigned<TWord>(
        in EclpAxes<TWord> axes, EclpInvariantTerms terms, in Int256 x, in Int256 y, in Int256 sum, ref Fault fault)
        where TWord : struct, IDecimalWord<TWord>
    {
        TWord wordX = TWord.From(x, ref fault), wordY = TWord.From(y, ref fault);
        TWord numerator = AtAChi(axes, terms, wordX, wordY, ref fault);
        TWord root = SquareRoot(axes, terms, wordX, wordY, out Int256 argumentError, ref fault);
        numerator = TWord.Add(numerator, root, ref fault);

        Int256 error = RootError(root.ToInt256(), argumentError, ref fault);
        TWord stretchedSum = TWord.MultiplyUp(axes.Lambda, TWord.From(sum, ref fault), ref fault);
        Int256 ofProducts = new(Scale.By38.Divide(stretchedSum.ToInt256().Magnitude));
        error = Int256.Multiply(Int256.Add(Int256.Add(ofProducts, error, ref fault), Int256.One, ref fault), RootFactor, ref fault);

        TWord wordError = TWord.From(error, ref fault);
        TWord invariant = TWord.MultiplyDown(TWord.Subtract(numerator, wordError, ref fault), terms.InverseDenominator, ref fault);
        wordError = TWord.MultiplyUp(wordError, terms.InverseDenominator, ref fault);
        TWord scaled = TWord.MultiplyUp(invariant, terms.InverseDenominator, ref fault);
        error = Int256.Add(wordError.ToInt256(), DenominatorError(terms, scaled.ToInt256(), ref fault), ref fault);
        if (Int256.Add(invariant.ToInt256(), error, ref fault) > EclpLimits.MaxInvariant)
        {
            fault.Raise(Revert.MaxInvariantExceeded);
        }

        return new(invariant.ToInt256(), error);
    }

    private static TWord AtAChi<TWord>(in EclpAxes<TWord> axes, EclpInvariantTerms terms, TWord x, TWord y, ref Fault fault)
        where TWord : struct, IDecimalWord<TWord>
    {
        TWord across = TWord.Subtract(TWord.MultiplyDown(x, axes.C, ref fault), TWord.MultiplyDown(y, axes.S, ref fault), ref fault);
        TWord stretched = TWord.Add(
            TWord.MultiplyDown(TWord.MultiplyDown(x, axes.Lambda, ref fault), axes.S, ref fault),
            TWord.MultiplyDown(TWord.MultiplyDown(y, axes.Lambda, ref fault), axes.C, ref fault), ref fault);
        TWord along = TWord.Add(TWord.MultiplyDown(x, axes.S, ref fault), TWord.MultiplyDown(y, axes.C, ref fault), ref fault);
        TWord value = TWord.Add(
            TWord.MultiplyDown(across, terms.ChiOfStretched, ref fault), TWord.MultiplyDown(stretched, terms.ChiOfU, ref fault), ref fault);
        return TWord.Add(value, TWord.MultiplyDown(along, terms.ChiOfV, ref fault), ref fault);
    }

    private static TWord SquareRoot<TWord>(in EclpAxes<TWord> axes, EclpInvariantTerms terms, TWord x, TWord y, out Int256 argumentError, ref Fault fault)
        where TWord : struct, IDecimalWord<TWord>
    {
        TWord xx = TWord.MultiplyUp(x, x, ref fault), yy = TWord.MultiplyUp(y, y, ref fault);
        TWord argument = EclpRootArgument.Of(axes, terms, x, y, xx, yy, ref fault);
        argumentError = new(Scale.By38.Divide(TWord.Add(xx, yy, ref fault).ToInt256().Magnitude));
        return TWord.Root(argument, ref fault);
    }

    /// <summary>How far the root may be off: du(e₀ + 1, 2S), √e₀ where S = 0, 10⁻⁹ where both are.</summary>
    private static Int256 RootError(in Int256 root, in Int256 argumentError, ref Fault fault) =>
        root.IsPositive ? SignedDecimal18.DivideUp(Int256.Add(argumentError, Int256.One, ref fault), Int256.Add(root, root, ref fault), ref fault)
        : argumentError.IsPositive ? new(NewtonSquareRoot.Root(argumentError.Bits, ref fault))
        : LeastRootError;

    /// <summary>How far the denominator's rounding moves r: (scaled·(λ²/10³⁶)·40)/X + 1, scaled = n↑(r,M).</summary>
    private static Int256 DenominatorError(EclpInvariantTerms terms, in Int256 scaled, ref Fault fault)
    {
        Int256 product = Int256.Multiply(
            Int256.Multiply(scaled, terms.LambdaSquared.Take(ref fault), ref fault), DenominatorFactor, ref fault);
        Int256 magnitude = new(Scale.By38.Divide(product.Magnitude));
        return Int256.Add(product.IsNegative ? Int256.WrappingNegate(magnitude) : magnitude, Int256.One, ref fault);
    }

    private static Int256 Over(in Int256 left, in Int256 right, in Int256 d3, ref Fault fault) =>
        SignedDecimal38.Divide(SignedDecimal38.Multiply(left, right, ref fault), d3, ref fault);
}
