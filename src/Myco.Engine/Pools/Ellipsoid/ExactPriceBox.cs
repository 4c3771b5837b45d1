using System.Diagnostics.CodeAnalysis;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Ellipsoid;

/// <summary>The stored price bounds of a pool: integers in units of 2⁻⁹⁶ of the last asset's reference price, of which only ratios matter.</summary>
/// <remarks>Immutable; share it freely. Source: fixtures/solidity/README.md.</remarks>
public sealed class ExactPriceBox
{
    /// <summary>Bits of the unit: a bound of 1 is 2⁹⁶.</summary>
    public const int UnitBits = 96;

    private readonly UInt256[] _lower;
    private readonly UInt256[] _upper;

    private ExactPriceBox(UInt256[] lower, UInt256[] upper) => (_lower, _upper) = (lower, upper);

    /// <summary>N, the number of assets.</summary>
    public int Count => _lower.Length;

    /// <summary>The lower bound of each asset, above 0.</summary>
    public ReadOnlySpan<UInt256> Lower => _lower;

    /// <summary>The upper bound of each asset, below 2¹²⁸.</summary>
    public ReadOnlySpan<UInt256> Upper => _upper;

    /// <summary>The bounds, when they pass what the contract's constructor checks.</summary>
    /// <returns><see cref="Revert.InvalidParameters"/> unless there are 2 to 8 of each, 0 &lt; lower ≤ upper &lt; 2¹²⁸, and lower &lt; upper for one asset.</returns>
    public static Revert TryCreate(ReadOnlySpan<UInt256> lower, ReadOnlySpan<UInt256> upper, out ExactPriceBox? box)
    {
        box = Problem(lower, upper) is null ? new(lower.ToArray(), upper.ToArray()) : null;
        return box is null ? Revert.InvalidParameters : Revert.None;
    }

    /// <summary>As <see cref="TryCreate"/>, for embedders.</summary>
    /// <exception cref="ArgumentException">A limit is broken: the message says which.</exception>
    public static ExactPriceBox Create(ReadOnlySpan<UInt256> lower, ReadOnlySpan<UInt256> upper)
    {
        if (Problem(lower, upper) is string problem)
        {
            Throw(nameof(lower), problem);
        }

        return new(lower.ToArray(), upper.ToArray());
    }

    private static string? Problem(ReadOnlySpan<UInt256> lower, ReadOnlySpan<UInt256> upper)
    {
        if (lower.Length is < ExactEllipsoidParameters.LeastCount or > ExactEllipsoidParameters.LargestCount || upper.Length != lower.Length)
        {
            return $"{lower.Length} lower and {upper.Length} upper bounds; a surface has 2 to 8 assets, with one of each";
        }

        bool wide = false;
        for (int i = 0; i < lower.Length; i++)
        {
            if (lower[i].IsZero || upper[i] < lower[i] || !upper[i].FitsUInt128)
            {
                return $"bounds {lower[i]} and {upper[i]} of asset {i}; they must be 0 < lower <= upper < 2^128; scale the reference price";
            }

            wide |= lower[i] < upper[i];
        }

        return wide ? null : "the lower bound equals the upper one for every asset; widen at least one";
    }

    [DoesNotReturn]
    private static void Throw(string name, string problem) => throw new ArgumentException(problem + ".", name);
}
