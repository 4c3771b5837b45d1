using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Eclp;

/// <summary>The parameters as one token sees them.</summary>
internal readonly struct EclpSideInputs
{
    public Int256 C { get; init; }

    public Int256 S { get; init; }

    public Int256 LambdaValue { get; init; }

    public Decimal18Divisor Lambda { get; init; }

    /// <summary>τ of this token's end of the curve: τ(β) from token 0, (−τ(α)_x, τ(α)_y) from token 1.</summary>
    public Int256 TauX { get; init; }

    public Int256 TauY { get; init; }

    /// <summary>τ of the other end, as the other token sees it.</summary>
    public Int256 OtherTauX { get; init; }

    public Int256 OtherTauY { get; init; }

    public Int256 DSq { get; init; }

    /// <summary>Lx = X − dd(dd(X,λ),λ).</summary>
    public Int256 StretchX(ref Fault fault) => Int256.Subtract(
        SignedDecimal38.One, Lambda.DivideDown(Lambda.DivideDown(SignedDecimal38.One, ref fault), ref fault), ref fault);

    /// <summary>Ly = X − du(du(X,λ),λ).</summary>
    public Int256 StretchY(ref Fault fault) => Int256.Subtract(
        SignedDecimal38.One, Lambda.DivideUp(Lambda.DivideUp(SignedDecimal38.One, ref fault), ref fault), ref fault);
}
