using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Ellipsoid;

/// <summary>R(v) = t·v + 2ˣ·√(vᵀMv), between two integers.</summary>
/// <remarks>The unit of R is that of the stored t. Source: spec/06-exact-ellipsoid.md §2.</remarks>
internal static class ExactEllipsoidInvariant
{
    /// <summary>R_lo ≤ R(v) &lt; R_hi = R_lo + 2ˣ.</summary>
    /// <returns>R_lo, above zero.</returns>
    /// <remarks>Refused: <see cref="Revert.InvalidArgument"/> a balance too few or too many; <see cref="Revert.BalanceTooLarge"/>;
    /// <see cref="Revert.OutsideSurface"/> vᵀMv &lt; 0 or R_lo ≤ 0.</remarks>
    public static UInt256 Bounds(ExactEllipsoidParameters parameters, ReadOnlySpan<UInt256> balances, out UInt256 upper, ref Fault fault)
    {
        upper = default;
        ExactEllipsoidPoint.Locate(parameters, balances, out ExactEllipsoidPoint point, ref fault);
        if (fault.IsRaised)
        {
            return default;
        }

        UInt256 lower = Down(parameters, balances, point.Root, ref fault);
        upper = fault.IsRaised ? default : Up(parameters, lower);
        return lower;
    }

    /// <summary>R_lo = t·v + 2ˣ·s0; <see cref="Revert.OutsideSurface"/> unless positive.</summary>
    internal static UInt256 Down(ExactEllipsoidParameters parameters, ReadOnlySpan<UInt256> balances, in UInt256 root, ref Fault fault)
    {
        Int256 sum = new(root << parameters.Exponent);
        for (int i = 0; i < balances.Length; i++)
        {
            sum = Int256.WrappingAdd(sum, Times(parameters.Linear[i], balances[i].Low));
        }

        if (!sum.IsPositive)
        {
            fault.Raise(Revert.OutsideSurface);
            return default;
        }

        return sum.Bits;
    }

    /// <summary>R_hi.</summary>
    internal static UInt256 Up(ExactEllipsoidParameters parameters, in UInt256 lower) =>
        UInt256.WrappingAdd(lower, UInt256.One << parameters.Exponent);

    /// <summary>value · amount modulo 2²⁵⁶.</summary>
    internal static Int256 Times(in Int256 value, UInt128 amount) => new(ShiftedProduct.Wrapping(value.Bits, amount));
}
