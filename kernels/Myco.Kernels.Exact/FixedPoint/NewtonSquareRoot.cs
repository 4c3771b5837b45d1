using System.Runtime.CompilerServices;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Kernels.Exact.FixedPoint;

/// <summary>The square root of a number of 18 decimals by seven Newton steps, as the concentrated-liquidity pools take it: nearly always ⌊√(n·10¹⁸)⌋.</summary>
/// <remarks>A fixed count of steps, so not always the floor. Where seven steps provably end at the floor, it is computed directly.
/// Source: spec/04-onchain-math.md §1.2.</remarks>
internal static class NewtonSquareRoot
{
    private const int Steps = 7;

    /// <summary>The tolerance that all pools ask for, in units of 10⁻¹⁸.</summary>
    private const ulong PoolTolerance = 5;

    /// <summary>A value of so many bits has a root below 2⁹⁹, and value·10¹⁸ fits 256 bits.</summary>
    private const int LargestBitLength = 138;

    /// <summary>⌊√10^(j+18)⌋ for j = 1 to 17: the first guess for a number of at most 10^j units.</summary>
    private static readonly ulong[] DecadeRoots =
    [
        3_162_277_660, 10_000_000_000, 31_622_776_601, 100_000_000_000, 316_227_766_016, 1_000_000_000_000, 3_162_277_660_168,
        10_000_000_000_000, 31_622_776_601_683, 100_000_000_000_000, 316_227_766_016_837, 1_000_000_000_000_000, 3_162_277_660_168_379,
        10_000_000_000_000_000, 31_622_776_601_683_793, 100_000_000_000_000_000, 316_227_766_016_837_933,
    ];

    /// <summary>√value, all with 18 decimals.</summary>
    /// <remarks><see cref="ArithmeticFault.MultiplicationOverflow"/> where value·10¹⁸ leaves 256 bits; <see cref="ArithmeticFault.SquareRootFailed"/>
    /// where root² is not value within ⌈root·5·10⁻¹⁸⌉.</remarks>
    public static UInt256 Root(in UInt256 value, ref Fault fault)
    {
        UInt256 scaled = UInt256.Multiply(value, Decimal18.One, ref fault);
        return fault.IsRaised || value.IsZero ? default : OfScaled(value, scaled, ref fault);
    }

    /// <summary>√value where root² is value within ⌈root·tolerance⌉: by the seven steps always.</summary>
    /// <remarks>Refusals as <see cref="Root(in UInt256, ref Fault)"/>.</remarks>
    public static UInt256 Root(in UInt256 value, in UInt256 tolerance, ref Fault fault)
    {
        UInt256 scaled = UInt256.Multiply(value, Decimal18.One, ref fault);
        return fault.IsRaised || value.IsZero ? default : BySteps(value, scaled, tolerance, ref fault);
    }

    /// <summary>As <see cref="Root(in UInt256, ref Fault)"/>, for a value below 2¹²⁸.</summary>
    public static UInt128 Root(UInt128 value, ref Fault fault)
    {
        UInt256 scaled = UInt256.Product((ulong)value, (ulong)(value >> 64), Decimal18.One.Limb0, 0);
        return value >= Decimal18.One.Limb0 && TryFloor(scaled, out UInt128 root) ? root : Root((UInt256)value, ref fault).Low;
    }

    /// <summary>As <see cref="Root(in UInt256, ref Fault)"/>, but value·10¹⁸ is taken modulo 2²⁵⁶, as compilers before 0.8 did: the last check then fails.</summary>
    public static UInt256 WrappingRoot(in UInt256 value, ref Fault fault) =>
        fault.IsRaised || value.IsZero ? default : OfScaled(value, UInt256.WrappingMultiply(value, Decimal18.One), ref fault);

    private static UInt256 OfScaled(in UInt256 value, in UInt256 scaled, ref Fault fault) =>
        value >= Decimal18.One && value.BitLength <= LargestBitLength && TryFloor(scaled, out UInt128 root) ? root : BySteps(value, scaled, PoolTolerance, ref fault);

    /// <summary>⌊√scaled⌋, below 2⁹⁹, where that is what seven steps give.</summary>
    /// <remarks>From 10¹⁸ on the first guess is between half the root and the root: relative errors are at most ½, ¼, 0.025, 3.1·10⁻⁴, 4.7·10⁻⁸, 1.1·10⁻¹⁵,
    /// 5.9·10⁻³¹. With a root below 2⁹⁹ the sixth step is thus off by less than one unit, from above: it is s or s + 1, s the floor. The seventh gives s from either,
    /// unless scaled = s² + 2s, between whose two candidates the steps alternate. Then s²·10⁻¹⁸ is within the tolerance, as s ≥ 10¹⁸.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryFloor(in UInt256 scaled, out UInt128 root)
    {
        root = SquareRoot.Floor(scaled);
        UInt128 rest = scaled.Low - (root * root);
        return rest != root + root;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static UInt256 BySteps(in UInt256 value, in UInt256 scaled, in UInt256 relativeTolerance, ref Fault fault)
    {
        UInt256 root = FirstGuess(value);
        for (int step = 0; step < Steps; step++)
        {
            root = UInt256.WrappingAdd(root, UInt256.Divide(scaled, root, ref fault)) >> 1;
        }

        UInt256 square = Decimal18.MultiplyDown(root, root, ref fault);
        UInt256 tolerance = Decimal18.MultiplyUp(root, relativeTolerance, ref fault);
        bool isHigh = square > UInt256.Add(value, tolerance, ref fault);
        if (!fault.IsRaised && (isHigh || square < UInt256.Subtract(value, tolerance, ref fault)))
        {
            fault.Raise(ArithmeticFault.SquareRootFailed);
        }

        return root;
    }

    private static UInt256 FirstGuess(in UInt256 value)
    {
        if (value >= Decimal18.One)
        {
            int binaryOrder = Scale.By18.Divide(value).BitLength - 1;
            return Decimal18.One << (binaryOrder >> 1);
        }

        UInt256 decade = 10;
        foreach (ulong root in DecadeRoots)
        {
            if (value <= decade)
            {
                return root;
            }

            decade = UInt256.WrappingMultiply(decade, 10UL);
        }

        return value;
    }
}
