using Myco.Engine.Deployment;
using Myco.Engine.Pools.Eclp;
using Myco.Engine.Pools.Ellipsoid;
using Myco.Engine.Tests.Pools.Ellipsoid.Oracle;
using Myco.Engine.Tests.Surfaces.Oracle;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Tests.Pools.Ellipsoid;

/// <summary>The ellipsoid of an E-CLP's own numbers, stored and real.</summary>
internal static class EllipsoidsOfEclps
{
    public static ExactEllipsoidParameters Derive(this EclpCurve curve) =>
        EllipsoidDerivation.FromEclp(curve.Alpha.Bits, curve.Beta.Bits, curve.C.Bits, curve.S.Bits, curve.Lambda.Bits, out _);

    public static RealOracle Oracle(this EclpCurve curve) =>
        RealOracle.OfEclp(Decimal(curve.Alpha), Decimal(curve.Beta), Decimal(curve.C), Decimal(curve.S), Decimal(curve.Lambda));

    public static double Stretch(this EclpCurve curve) => (double)Big.Of(curve.Lambda) / 1e18;

    private static BigReal Decimal(Int256 value) => RealOracle.Real(Big.Of(value)) / 1e18;
}
