using System.Runtime.CompilerServices;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Clp2;

/// <summary>Products and quotients of 18 decimals, rounded as asked.</summary>
internal static class Clp2Rounding
{
    /// <summary>left·right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UInt256 Multiply(in UInt256 left, in UInt256 right, Rounding rounding, ref Fault fault) =>
        rounding == Rounding.Down ? Decimal18.MultiplyDown(left, right, ref fault) : Decimal18.MultiplyUp(left, right, ref fault);

    /// <summary>left/right; the contracts of Balancer V2 test the divisor before the product, those of V3 only when they round up.</summary>
    public static UInt256 Divide(in UInt256 left, in Decimal18Divisor right, Clp2Version version, Rounding rounding, ref Fault fault)
    {
        if (version == Clp2Version.BalancerV2 && right.Value.IsZero)
        {
            fault.Raise(ArithmeticFault.ZeroDivision);
        }

        return rounding == Rounding.Down ? right.DivideDown(left, ref fault) : right.DivideUp(left, ref fault);
    }

    /// <summary>How the offset of token in is rounded before a swap's own margin.</summary>
    public static Rounding OfOffsetIn(Clp2Version version) => version == Clp2Version.BalancerV2 ? Rounding.Down : Rounding.Up;
}
