using System.Diagnostics.CodeAnalysis;
using Myco.Kernels.Exact.Integers;
using Myco.Kernels.Exact.Lanes;

namespace Myco.Engine.Pools.Ellipsoid;

/// <summary>The stored integers (t, M, x) of a surface of N assets: R(v) = t·v + 2ˣ·√(vᵀMv), with H = ttᵀ − 4ˣ·M.</summary>
/// <remarks><para>They define the surface, and any common power of two in t (and its square in M) is the same surface. Immutable; share it freely.</para>
/// <para>Source: spec/06-exact-ellipsoid.md §1; refusals: fixtures/solidity/README.md.</para></remarks>
public sealed class ExactEllipsoidParameters
{
    /// <summary>The fewest assets.</summary>
    public const int LeastCount = 2;

    /// <summary>The most assets.</summary>
    public const int LargestCount = 8;

    /// <summary>The largest x.</summary>
    public const int LargestExponent = 59;

    private readonly Int256[] _linear;
    private readonly Int256[] _cone;
    private readonly Int256[] _curvature;

    private ExactEllipsoidParameters(int exponent, Int256[] linear, Int256[] cone, Int256[] curvature)
    {
        (Exponent, _linear, _cone, _curvature) = (exponent, linear, cone, curvature);
        Digits = new(linear.Length, cone);
        Signs = new(exponent, linear, cone);
        foreach (Int256 value in linear)
        {
            LinearBits = Math.Max(LinearBits, value.Magnitude.BitLength);
        }
    }

    /// <summary>N, the number of assets, 2 to 8.</summary>
    public int Count => _linear.Length;

    /// <summary>x, half the exponent between the scale of ttᵀ and that of M, 0 to 59.</summary>
    public int Exponent { get; }

    /// <summary>t, N numbers, each below 2¹²⁷ in size.</summary>
    public ReadOnlySpan<Int256> Linear => _linear;

    /// <summary>M, symmetric, row-major N×N, each below 2¹³⁹ in size.</summary>
    public ReadOnlySpan<Int256> Cone => _cone;

    /// <summary>H = ttᵀ − 4ˣ·M, row-major N×N, each below 2²⁵⁴ in size.</summary>
    public ReadOnlySpan<Int256> Curvature => _curvature;

    internal DigitMatrix Digits { get; }

    internal PriceSigns Signs { get; }

    /// <summary>The least b with |t| &lt; 2ᵇ.</summary>
    internal int LinearBits { get; }

    /// <summary>The parameters, when they pass what the contract's constructor checks.</summary>
    /// <param name="exponent">x.</param>
    /// <param name="linear">t, N numbers.</param>
    /// <param name="cone">M, row by row, N·N numbers.</param>
    /// <param name="parameters">The parameters; null when refused.</param>
    /// <returns><see cref="Revert.InvalidParameters"/> unless 2 ≤ N ≤ 8, 0 ≤ x ≤ 59, |t| &lt; 2¹²⁷, M symmetric, |M| &lt; 2¹³⁹, 4ˣ|M| &lt; 2²⁵⁴,
    /// |H| &lt; 2²⁵⁴, H_ii &gt; 0 and H_ii·H_jj &gt; H_ij².</returns>
    public static Revert TryCreate(int exponent, ReadOnlySpan<Int256> linear, ReadOnlySpan<Int256> cone, out ExactEllipsoidParameters? parameters)
    {
        parameters = ParameterLimits.Problem(exponent, linear, cone, out Int256[] curvature) is null
            ? new(exponent, linear.ToArray(), cone.ToArray(), curvature)
            : null;
        return parameters is null ? Revert.InvalidParameters : Revert.None;
    }

    /// <summary>As <see cref="TryCreate"/>, for embedders.</summary>
    /// <exception cref="ArgumentException">A limit is broken: the message says which.</exception>
    public static ExactEllipsoidParameters Create(int exponent, ReadOnlySpan<Int256> linear, ReadOnlySpan<Int256> cone)
    {
        if (ParameterLimits.Problem(exponent, linear, cone, out Int256[] curvature) is (string name, string problem))
        {
            Throw(name, problem);
        }

        return new(exponent, linear.ToArray(), cone.ToArray(), curvature);
    }

    [DoesNotReturn]
    private static void Throw(string name, string problem) => throw new ArgumentException(problem + ".", name);
}
