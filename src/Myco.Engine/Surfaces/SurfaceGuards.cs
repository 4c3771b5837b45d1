using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Myco.Kernels.Rotations;

namespace Myco.Engine.Surfaces;

/// <summary>What the parameters of a surface must satisfy before anything is computed from them.</summary>
internal static class SurfaceGuards
{
    public const int LeastDimension = RotationAngles.SmallestDimension;
    public const int LargestDimension = RotationAngles.LargestDimension;
    public const double LargestStretch = 1e8;
    public const double LargestAngle = 1e6;
    public const double LargestPrice = 1e12;
    public const double LeastPrice = 1e-12;
    public const double UnitTolerance = 1e-9;

    public static SurfaceProblem? StretchProblem(ReadOnlySpan<double> stretch)
    {
        if (stretch.Length is < LeastDimension or > LargestDimension)
        {
            return new("stretch", $"{stretch.Length} stretch factors; a surface has {LeastDimension} to {LargestDimension} assets; give one factor per asset");
        }

        for (int i = 0; i < stretch.Length; i++)
        {
            if (!(stretch[i] >= 1 && stretch[i] <= LargestStretch))
            {
                return new("stretch", $"stretch[{i}] is {Text(stretch[i])}; the limits are 1 and {Text(LargestStretch)}; divide every factor by the least one if that is below 1");
            }
        }

        return null;
    }

    public static SurfaceProblem? AnglesProblem(ReadOnlySpan<double> angles, int dimension)
    {
        int wanted = dimension * (dimension - 1) / 2;
        if (angles.Length != wanted)
        {
            return new("angles", $"{angles.Length} angles; {dimension} assets need N(N-1)/2 = {wanted}; give them in the order (0,1),(0,2)…(1,2)…, zeros included");
        }

        for (int i = 0; i < angles.Length; i++)
        {
            if (!(Math.Abs(angles[i]) <= LargestAngle))
            {
                return new("angles", $"angles[{i}] is {Text(angles[i])}; the limit is ±{Text(LargestAngle)} radians; reduce it by multiples of 2π");
            }
        }

        return null;
    }

    public static SurfaceProblem? RotationProblem(ReadOnlySpan<double> rotation, int dimension)
    {
        if (rotation.Length != dimension * dimension)
        {
            return new("rotation", $"{rotation.Length} numbers; a rotation of {dimension} assets is {dimension}×{dimension}, row by row");
        }

        for (int i = 0; i < rotation.Length; i++)
        {
            if (!double.IsFinite(rotation[i]))
            {
                return new("rotation", $"rotation[{i / dimension},{i % dimension}] is {Text(rotation[i])}; every entry must be finite; orthogonalise the matrix first");
            }
        }

        return null;
    }

    public static SurfaceProblem? PricesProblem(ReadOnlySpan<double> priceLower, ReadOnlySpan<double> priceUpper, int dimension)
    {
        if (priceLower.Length != dimension || priceUpper.Length != dimension)
        {
            return new("priceLower", $"{priceLower.Length} lower and {priceUpper.Length} upper price bounds; {dimension} assets need {dimension} of each");
        }

        bool single = true;
        for (int i = 0; i < dimension; i++)
        {
            if (!(priceLower[i] >= LeastPrice && priceUpper[i] <= LargestPrice && priceLower[i] <= priceUpper[i]))
            {
                return new("priceLower", $"price bounds {Text(priceLower[i])} and {Text(priceUpper[i])} of asset {i}; lower must not exceed upper and both must lie in {Text(LeastPrice)}…{Text(LargestPrice)}; scale the reference price");
            }

            single &= priceLower[i] == priceUpper[i];
        }

        if (single)
        {
            return new("priceLower", "the lower price bound equals the upper one for every asset; a box that is a single price leaves nothing to trade; widen at least one");
        }

        return null;
    }

    public static SurfaceProblem? EclpProblem(EclpDefinition parameters)
    {
        if (!(parameters.Lambda >= 1 && parameters.Lambda <= LargestStretch))
        {
            return new("lambda", $"lambda is {Text(parameters.Lambda)}; the limits are 1 and {Text(LargestStretch)}; give the E-CLP's own stretch factor");
        }

        if (!(parameters.C is >= 0 and <= 1 && parameters.S is >= 0 and <= 1))
        {
            return new("c", $"c = {Text(parameters.C)}, s = {Text(parameters.S)}; both must lie in 0…1; they are the cosine and the sine of an angle from 0 to a right one");
        }

        double norm = (parameters.C * parameters.C) + (parameters.S * parameters.S);
        if (Math.Abs(norm - 1) > UnitTolerance)
        {
            return new("c", $"c² + s² is {Text(norm)}; it must be 1 within {Text(UnitTolerance)}; divide both by its square root");
        }

        if (!(parameters.Alpha < parameters.Beta))
        {
            return new("alpha", $"alpha = {Text(parameters.Alpha)} and beta = {Text(parameters.Beta)}; alpha must be below beta");
        }

        return null;
    }

    public static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    [DoesNotReturn]
    public static void Throw(string parameter, string message) => throw new ArgumentException(message + ".", parameter);
}
