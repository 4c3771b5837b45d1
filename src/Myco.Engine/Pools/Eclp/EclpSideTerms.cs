using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;
using static Myco.Kernels.Exact.FixedPoint.SignedDecimal18;

namespace Myco.Engine.Pools.Eclp;

/// <summary>What swaps multiply by and the parameters alone decide, seen from one token; from the other, c and s change places and τ becomes its mirror
/// image. Formulas: spec/04-onchain-math.md §1.3, offsets, bounds, Y given X.</summary>
internal sealed class EclpSideTerms
{
    /// <summary>c, s, λ in either word.</summary>
    public readonly Kept<EclpAxes<DecimalWord128>> Narrow;

    /// <inheritdoc cref="Narrow"/>
    public readonly Kept<EclpAxes<DecimalWord256>> Wide;

    /// <summary>λ as a divisor.</summary>
    public readonly Decimal18Divisor Lambda;

    /// <summary>τx &gt; 0, τx &lt; 0, xd(xm(τx,τy),d2) &gt; 0, the bound's T2 &gt; 0: which rounding a formula takes.</summary>
    public readonly bool IsTauXPositive, IsTauXNegative, IsCrossPositive, IsHeightPositive;

    /// <summary>Offset: xd(τx,dSq) and xd(τy,dSq).</summary>
    public readonly Decimal38Factor TauX, TauY;

    /// <summary>Bound: T1 and T2.</summary>
    public readonly Decimal38Factor Width, Height;

    /// <summary>B: xd(Ly,dSq), and xd(Lx,dSq) + 1.</summary>
    public readonly Decimal38Factor LinearDown, LinearUp;

    /// <summary>Q: σy. Result: xd(X,σy) + 1, and xd(X,σx).</summary>
    public readonly Decimal38Factor Sigma, InverseUp, InverseDown;

    /// <summary>K: the factors of 2sc·R², of 2c·R·x, of s²·R², and of c²·R².</summary>
    public readonly Decimal38Factor Cross, LinearInX, SquareOfTauY, SquareOfTauX;

    /// <summary>The terms seen from one token; what a term's computing refuses is raised where the term is used.</summary>
    public EclpSideTerms(in EclpSideInputs inputs)
    {
        Fault fault = default;
        Int256 dSq = inputs.DSq;
        (Narrow, Wide, Lambda) = (EclpAxes<DecimalWord128>.Keep(inputs), EclpAxes<DecimalWord256>.Keep(inputs), inputs.Lambda);
        (IsTauXPositive, IsTauXNegative) = (inputs.TauX.IsPositive, inputs.TauX.IsNegative);

        Int256 tauX = SignedDecimal38.Divide(inputs.TauX, dSq, ref fault);
        TauX = new(tauX, fault);
        TauY = new(SignedDecimal38.Divide(inputs.TauY, dSq, ref fault), fault);
        LinearInX = new(IsTauXNegative ? Int256.Add(Int256.Negate(tauX, ref fault), 3L, ref fault) : tauX, fault);

        Width = new(SignedDecimal38.Divide(Int256.Add(inputs.TauX, inputs.OtherTauX, ref fault), dSq, ref fault), fault);
        Int256 height = SignedDecimal38.Divide(Int256.Subtract(inputs.TauY, inputs.OtherTauY, ref fault), dSq, ref fault);
        Height = new(height, fault);
        IsHeightPositive = height.IsPositive;

        Int256 d2 = SignedDecimal38.Multiply(dSq, dSq, ref fault);
        Int256 cross = OverSquare(inputs.TauX, inputs.TauY, d2, ref fault);
        IsCrossPositive = cross.IsPositive;
        Cross = new(IsCrossPositive ? Int256.Add(cross, 7L, ref fault) : cross, fault);
        SquareOfTauX = new(Int256.Add(OverSquare(inputs.TauX, inputs.TauX, d2, ref fault), 7L, ref fault), fault);
        SquareOfTauY = new(Int256.Add(OverSquare(inputs.TauY, inputs.TauY, d2, ref fault), 7L, ref fault), fault);

        Int256 lx = inputs.StretchX(ref fault), ly = inputs.StretchY(ref fault);
        LinearDown = new(SignedDecimal38.Divide(ly, dSq, ref fault), fault);
        LinearUp = new(Int256.Add(SignedDecimal38.Divide(lx, dSq, ref fault), Int256.One, ref fault), fault);
        (Sigma, InverseUp, InverseDown) = Sigmas(inputs.S, lx, ly, dSq, fault);
    }

    /// <summary>σy = X − (xd(mu(mu(Lx,s),s), dSq+1) + 1); xd(X,σy) + 1; xd(X,σx) with σx = X − xd(md(md(Ly,s),s),dSq).</summary>
    private static (Decimal38Factor Sigma, Decimal38Factor InverseUp, Decimal38Factor InverseDown) Sigmas(
        in Int256 s, in Int256 lx, in Int256 ly, in Int256 dSq, Fault refusal)
    {
        Int256 one = SignedDecimal38.One;
        Fault fault = refusal;
        Int256 x = SignedDecimal38.Divide(MultiplyDown(MultiplyDown(ly, s, ref fault), s, ref fault), dSq, ref fault);
        Decimal38Factor inverseDown = new(SignedDecimal38.Divide(one, Int256.Subtract(one, x, ref fault), ref fault), fault);

        fault = refusal;
        Int256 above = Int256.Add(dSq, Int256.One, ref fault);
        Int256 y = SignedDecimal38.Divide(MultiplyUp(MultiplyUp(lx, s, ref fault), s, ref fault), above, ref fault);
        Int256 sigma = Int256.Subtract(one, Int256.Add(y, Int256.One, ref fault), ref fault);
        Decimal38Factor kept = new(sigma, fault);
        return (kept, new(Int256.Add(SignedDecimal38.Divide(one, sigma, ref fault), Int256.One, ref fault), fault), inverseDown);
    }

    private static Int256 OverSquare(in Int256 left, in Int256 right, in Int256 d2, ref Fault fault) =>
        SignedDecimal38.Divide(SignedDecimal38.Multiply(left, right, ref fault), d2, ref fault);
}
