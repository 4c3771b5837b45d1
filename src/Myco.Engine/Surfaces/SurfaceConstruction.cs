using Myco.Kernels.ExtendedPrecision;

namespace Myco.Engine.Surfaces;

/// <summary>From a rotation, stretch factors and a price box to the constants of the surface, in quad-double.</summary>
/// <remarks>M and κ cancel by λ², so 106 bits fail from λ = 1e4 on. Source: spec 01-surface, sections 1 to 3.</remarks>
internal static class SurfaceConstruction
{
    /// <summary>The constants; null where an offset is not proved, or the box is too narrow.</summary>
    public static SurfaceNumbers<QuadDouble>? Build(
        ReadOnlySpan<double> stretch, ReadOnlySpan<QuadDouble> rotation, ReadOnlySpan<double> priceLower, ReadOnlySpan<double> priceUpper,
        out SurfaceProblem? problem)
    {
        int n = stretch.Length;
        QuadDouble[] squares = new QuadDouble[n];
        QuadDouble[] inverseSquares = new QuadDouble[n];
        for (int i = 0; i < n; i++)
        {
            squares[i] = DoubleDouble.Product(stretch[i], stretch[i]);
            inverseSquares[i] = QuadDouble.One / squares[i];
        }

        QuadDouble[] inverseMetric = Congruence(rotation, squares);
        QuadDouble[] metric = Congruence(rotation, inverseSquares);
        if (!UnitOffsets.TryFind(inverseMetric, priceLower, priceUpper, out QuadDouble[]? offset, out problem))
        {
            return null;
        }

        QuadDouble[] image = new QuadDouble[n];
        ExtendedSymmetricProduct.Multiply<QuadDouble>(metric, offset, image);
        QuadDouble kappa = ExtendedDot.Compute<QuadDouble>(offset, image) - QuadDouble.One;
        if (!(kappa.X0 > 0))
        {
            problem = new("priceLower", $"kappa is {SurfaceGuards.Text(kappa.X0)}; it must be above 0; the price box is too narrow to hold a surface: widen it");
            return null;
        }

        return new()
        {
            Metric = metric,
            InverseMetric = inverseMetric,
            UnitOffset = offset,
            OffsetImage = image,
            Cone = Cone(metric, image, kappa),
            Minor = Minor(metric, n),
            Kappa = kappa,
        };
    }

    /// <summary>Q · diag(d) · Qᵀ.</summary>
    private static QuadDouble[] Congruence(ReadOnlySpan<QuadDouble> rotation, ReadOnlySpan<QuadDouble> diagonal)
    {
        int n = diagonal.Length;
        QuadDouble[] result = new QuadDouble[n * n];
        QuadDouble[] scaled = new QuadDouble[n];
        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<QuadDouble> row = rotation.Slice(i * n, n);
            for (int m = 0; m < n; m++)
            {
                scaled[m] = row[m] * diagonal[m];
            }

            for (int j = i; j < n; j++)
            {
                result[(i * n) + j] = result[(j * n) + i] = ExtendedDot.Compute<QuadDouble>(scaled, rotation.Slice(j * n, n));
            }
        }

        return result;
    }

    /// <summary>M = ttᵀ − κG.</summary>
    private static QuadDouble[] Cone(QuadDouble[] metric, QuadDouble[] image, QuadDouble kappa)
    {
        int n = image.Length;
        QuadDouble[] result = new QuadDouble[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = i; j < n; j++)
            {
                result[(i * n) + j] = result[(j * n) + i] = (image[i] * image[j]) - (kappa * metric[(i * n) + j]);
            }
        }

        return result;
    }

    /// <summary>D_jk = G_jj·G_kk − G_jk².</summary>
    private static QuadDouble[] Minor(QuadDouble[] metric, int n)
    {
        QuadDouble[] result = new QuadDouble[n * n];
        for (int j = 0; j < n; j++)
        {
            for (int k = j + 1; k < n; k++)
            {
                QuadDouble cross = metric[(j * n) + k];
                result[(j * n) + k] = result[(k * n) + j] = (metric[(j * n) + j] * metric[(k * n) + k]) - (cross * cross);
            }
        }

        return result;
    }
}
