using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Ellipsoid;

/// <summary>What the constructor of a surface checks: limits that keep every word of an operation from overflowing, and H_ii and H's minors of order two
/// above zero. Everything else about the integers is a definition.</summary>
/// <remarks>Source: spec/06-exact-ellipsoid.md §1, §3.6.</remarks>
internal static class ParameterLimits
{
    public const int LinearBits = 127;
    public const int ConeBits = 139;
    public const int CurvatureBits = 254;

    /// <summary>The parameter that breaks a limit, and how; null when none does. H comes along.</summary>
    public static (string Parameter, string Problem)? Problem(int exponent, ReadOnlySpan<Int256> linear, ReadOnlySpan<Int256> cone, out Int256[] curvature)
    {
        int n = linear.Length;
        curvature = [];
        if (n is < ExactEllipsoidParameters.LeastCount or > ExactEllipsoidParameters.LargestCount || cone.Length != n * n)
        {
            return ("linear", $"{n} numbers t and {cone.Length} numbers M; a surface has 2 to 8 assets, N numbers t and N·N numbers M");
        }

        if (exponent is < 0 or > ExactEllipsoidParameters.LargestExponent)
        {
            return ("exponent", $"x is {exponent}; the limits are 0 and {ExactEllipsoidParameters.LargestExponent}; choose other scales of t and M");
        }

        for (int i = 0; i < n; i++)
        {
            if (linear[i].Magnitude.BitLength > LinearBits)
            {
                return ("linear", $"t[{i}] is {linear[i]}; its size must be below 2^{LinearBits}; choose a smaller scale of t");
            }
        }

        curvature = new Int256[n * n];
        return Elements(exponent, linear, cone, curvature) ?? Minors(n, curvature);
    }

    private static (string, string)? Elements(int exponent, ReadOnlySpan<Int256> linear, ReadOnlySpan<Int256> cone, Span<Int256> curvature)
    {
        int n = linear.Length;
        for (int at = 0; at < cone.Length; at++)
        {
            (int i, int j) = Math.DivRem(at, n);
            if (cone[at] != cone[(j * n) + i])
            {
                return ("cone", $"M[{i},{j}] is {cone[at]} and M[{j},{i}] is {cone[(j * n) + i]}; M must be symmetric");
            }

            int bits = cone[at].Magnitude.BitLength;
            if (bits > ConeBits || bits + (2 * exponent) > CurvatureBits)
            {
                return ("cone", $"M[{i},{j}] is {cone[at]}; its size must be below 2^{ConeBits}, and times 4^x below 2^{CurvatureBits}; choose a smaller scale of M");
            }

            Int256 product = Product(linear[i], linear[j]);
            curvature[at] = Int256.WrappingSubtract(product, cone[at] << (2 * exponent));
            if (curvature[at].Magnitude.BitLength > CurvatureBits || (i == j && !curvature[at].IsPositive))
            {
                return ("cone", $"H[{i},{j}] = t_i·t_j - 4^x·M_ij is {curvature[at]}; its size must be below 2^{CurvatureBits}, and above 0 on the diagonal; check the scales of t and M");
            }
        }

        return null;
    }

    private static (string, string)? Minors(int n, ReadOnlySpan<Int256> curvature)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
            {
                UInt256 cross = curvature[(i * n) + j].Magnitude;
                UInt512 square = UInt512.Product(cross, cross);
                if (!(UInt512.Product(curvature[(i * n) + i].Bits, curvature[(j * n) + j].Bits) > square))
                {
                    return ("cone", $"H[{i},{i}]·H[{j},{j}] is not above H[{i},{j}]^2; H must be positive definite; check t and M");
                }
            }
        }

        return null;
    }

    private static Int256 Product(in Int256 left, in Int256 right)
    {
        UInt256 magnitude = UInt256.WrappingMultiply(left.Magnitude, right.Magnitude);
        Int256 product = new(magnitude);
        return left.IsNegative == right.IsNegative ? product : Int256.WrappingNegate(product);
    }
}
