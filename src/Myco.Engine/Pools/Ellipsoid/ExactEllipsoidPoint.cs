using System.Runtime.CompilerServices;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Ellipsoid;

/// <summary>Where balances lie on a surface: Mv exactly, the floor of √(vᵀMv), and the bits of the balances.</summary>
/// <remarks>The root is the only inexact step: s0 ≤ √(vᵀMv) &lt; s0 + 1. Source: spec/06-exact-ellipsoid.md §2.</remarks>
internal struct ExactEllipsoidPoint
{
    /// <summary>Balances and amounts are below 2¹¹³, which holds 10³⁴.</summary>
    public const int BalanceBits = 113;

    /// <summary>Mv.</summary>
    public EightSigned Gradient;

    /// <summary>s0.</summary>
    public UInt256 Root;

    /// <summary>L: 64, 96 or 113, the least that holds every balance.</summary>
    public int Length;

    /// <summary>The point of the balances. <see cref="Revert.InvalidArgument"/> unless there is one balance an asset, <see cref="Revert.BalanceTooLarge"/>
    /// from 2¹¹³ on, <see cref="Revert.OutsideSurface"/> for vᵀMv &lt; 0; then the point means nothing.</summary>
    [SkipLocalsInit]
    public static void Locate(ExactEllipsoidParameters parameters, ReadOnlySpan<UInt256> balances, out ExactEllipsoidPoint point, ref Fault fault)
    {
        Unsafe.SkipInit(out point);
        if (balances.Length != parameters.Count)
        {
            fault.Raise(Revert.InvalidArgument);
            return;
        }

        UInt256 all = default;
        for (int i = 0; i < balances.Length; i++)
        {
            all |= balances[i];
        }

        if (!IsBalance(all))
        {
            fault.Raise(Revert.BalanceTooLarge);
            return;
        }

        Span<Int256> gradient = ((Span<Int256>)point.Gradient)[..balances.Length];
        parameters.Digits.Multiply(balances, gradient);
        UInt512 square = DotProduct.Of(gradient, balances);
        if ((long)square.High.Limb3 < 0)
        {
            fault.Raise(Revert.OutsideSurface);
            return;
        }

        point.Root = SquareRoot.Floor(square);
        point.Length = LengthOf(all);
    }

    /// <summary>True below 2¹¹³.</summary>
    public static bool IsBalance(in UInt256 value) => value.FitsUInt128 && value.Limb1 >> (BalanceBits - 64) == 0;

    /// <summary>L: 64, 96 or 113, the least that holds the number.</summary>
    public static int LengthOf(in UInt256 all) => all.Limb1 == 0 ? 64 : all.Limb1 >> 32 == 0 ? 96 : BalanceBits;

    /// <summary>k = max(2x, L + 6): prices and curvatures are kept at the scale of H over 2ᵏ.</summary>
    public static int Scale(ExactEllipsoidParameters parameters, int length) => Math.Max(2 * parameters.Exponent, length + 6);

    /// <summary>Room for N numbers.</summary>
    [InlineArray(ExactEllipsoidParameters.LargestCount)]
    internal struct EightSigned
    {
        private Int256 _first;
    }
}
