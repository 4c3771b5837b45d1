using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;
using static Myco.Kernels.Exact.FixedPoint.SignedDecimal18;

namespace Myco.Engine.Pools.Eclp;

/// <summary>Prices of an E-CLP before any trade, 18 decimals. Formulas: spec/04-onchain-math.md §1.3, calcSpotPrice0in1 and computePrice.</summary>
internal static class EclpMarginalPayout
{
    /// <summary>The price of token 0 in token 1 at an invariant r, with R = (r, r) (calcSpotPrice0in1).</summary>
    /// <remarks>v = (x − a, y − b); p = first/second of A·v; price = ((p, 1)·A·e0)/((p, 1)·A·e1). <see cref="Revert.ZeroDivision"/>,
    /// <see cref="Revert.CastToUnsignedOverflow"/> for a negative price.</remarks>
    public static UInt256 Token0InToken1(
        EclpParameters parameters, in UInt256 balance0, in UInt256 balance1, in Int256 invariant, ref Fault fault)
    {
        EclpVector vector = new(invariant, invariant);
        Int256 x = Int256.FromUnsigned(balance0, ref fault), y = Int256.FromUnsigned(balance1, ref fault);
        x = Int256.Subtract(x, EclpOffsets.Of(parameters, 0, vector, ref fault), ref fault);
        y = Int256.Subtract(y, EclpOffsets.Of(parameters, 1, vector, ref fault), ref fault);
        EclpVector onCircle = Apply(parameters, x, y, ref fault);
        Int256 p = DivideDown(onCircle.X, onCircle.Y, ref fault);
        Int256 numerator = AlongTangent(Apply(parameters, One, Int256.Zero, ref fault), p, ref fault);
        Int256 denominator = AlongTangent(Apply(parameters, Int256.Zero, One, ref fault), p, ref fault);
        return DivideDown(numerator, denominator, ref fault).ToUnsigned(ref fault);
    }

    /// <summary>The price of token 0 in token 1 at given offsets, held within α and β (computePrice).</summary>
    /// <remarks>x₂ = (x'c − y's)/λ, y₂ = x's + y'c; price = (y₂s + x₂c/λ)/(y₂c − x₂s/λ). <see cref="Revert.ZeroDivision"/>.</remarks>
    public static UInt256 FromOffsets(
        EclpParameters parameters, in UInt256 balance0, in UInt256 balance1, in Int256 offset0, in Int256 offset1, ref Fault fault)
    {
        Int256 c = parameters.Curve.C, s = parameters.Curve.S, lambda = parameters.Curve.Lambda;
        Int256 x = Int256.Subtract(Int256.FromUnsigned(balance0, ref fault), offset0, ref fault);
        Int256 y = Int256.Subtract(Int256.FromUnsigned(balance1, ref fault), offset1, ref fault);
        Int256 across = Int256.Subtract(Int256.Multiply(x, c, ref fault), Int256.Multiply(y, s, ref fault), ref fault);
        Int256 along = Int256.Add(Int256.Multiply(x, s, ref fault), Int256.Multiply(y, c, ref fault), ref fault);
        Int256 x2 = Int256.Divide(across, lambda, ref fault), y2 = Int256.Divide(along, One, ref fault);
        Int256 numerator = Int256.Add(
            MultiplyDown(y2, s, ref fault), Int256.Divide(Int256.Multiply(x2, c, ref fault), lambda, ref fault), ref fault);
        Int256 denominator = Int256.Subtract(
            MultiplyDown(y2, c, ref fault), Int256.Divide(Int256.Multiply(x2, s, ref fault), lambda, ref fault), ref fault);
        UInt256 price = DivideDown(numerator, denominator, ref fault).ToUnsigned(ref fault);
        return UInt256.Min(UInt256.Max(price, parameters.Curve.Alpha.ToUnsigned(ref fault)), parameters.Curve.Beta.ToUnsigned(ref fault));
    }

    /// <summary>A·v = (dd(md(c,vx),λ) − dd(md(s,vy),λ), md(s,vx) + md(c,vy)).</summary>
    private static EclpVector Apply(EclpParameters parameters, in Int256 x, in Int256 y, ref Fault fault)
    {
        Int256 c = parameters.Curve.C, s = parameters.Curve.S;
        Int256 first = Int256.Subtract(
            parameters.Lambda.DivideDown(MultiplyDown(c, x, ref fault), ref fault),
            parameters.Lambda.DivideDown(MultiplyDown(s, y, ref fault), ref fault), ref fault);
        return new(first, Int256.Add(MultiplyDown(s, x, ref fault), MultiplyDown(c, y, ref fault), ref fault));
    }

    /// <summary>(p, 1)·direction.</summary>
    private static Int256 AlongTangent(in EclpVector direction, in Int256 p, ref Fault fault) =>
        Int256.Add(MultiplyDown(direction.X, p, ref fault), MultiplyDown(direction.Y, One, ref fault), ref fault);
}
