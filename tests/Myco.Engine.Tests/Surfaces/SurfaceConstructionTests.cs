using MathNet.Numerics.LinearAlgebra;
using Myco.Engine.Surfaces;
using Myco.Engine.Tests.Surfaces.Draws;
using Myco.Kernels.ExtendedPrecision;

namespace Myco.Engine.Tests.Surfaces;

/// <summary>The constants of moderate surfaces, SurfaceNumbers, against MathNet's linear algebra.</summary>
public sealed class SurfaceConstructionTests
{
    private static IEnumerable<DrawnSurface> Moderate => DrawnSurfaces.Moderate;

    [Fact]
    public void The_metric_is_the_inverse_of_the_inverse_metric_VsMathNet()
    {
        foreach (DrawnSurface drawn in Moderate)
        {
            Matrix<double> inverse = Matrix(drawn, numbers => Array.ConvertAll(numbers.InverseMetric, value => value.X0));
            Matrix<double> metric = Matrix(drawn, numbers => Array.ConvertAll(numbers.Metric, value => value.X0));
            AssertNear(metric, inverse.Inverse(), 1e-10, drawn);
        }
    }

    [Fact]
    public void The_metric_is_that_of_the_rotated_axes_VsMathNet()
    {
        foreach (DrawnSurface drawn in Moderate)
        {
            Matrix<double> scaled = Matrix<double>.Build.DenseOfDiagonalArray([.. drawn.Stretch.Select(factor => 1 / factor)]) * Rotation(drawn).Transpose();
            AssertNear(Matrix(drawn, numbers => Array.ConvertAll(numbers.Metric, value => value.X0)), scaled.Transpose() * scaled, 1e-13, drawn);
        }
    }

    [Fact]
    public void Kappa_the_image_the_cone_and_the_minors_follow_their_formulas_VsMathNet()
    {
        foreach (DrawnSurface drawn in Moderate)
        {
            int n = drawn.Dimension;
            Matrix<double> metric = Matrix(drawn, numbers => Array.ConvertAll(numbers.Metric, value => value.X0));
            Vector<double> offset = Vector<double>.Build.Dense(drawn.Surface.UnitOffset.ToArray());
            Vector<double> image = metric * offset;
            double reach = (Rotation(drawn).Transpose() * offset).PointwiseDivide(Vector<double>.Build.Dense(drawn.Stretch)).L2Norm();
            Assert.True(reach > 1, "|Ao| is above 1");
            Assert.Equal(drawn.Surface.Kappa, (reach * reach) - 1, 1e-12 * reach * reach);
            AssertNear(
                Matrix(drawn, numbers => Array.ConvertAll(numbers.Cone, value => value.X0)),
                image.OuterProduct(image) - (drawn.Surface.Kappa * metric), 1e-11, drawn);
            for (int i = 0; i < n; i++)
            {
                Assert.Equal(image[i], drawn.Surface.InQuadDouble.OffsetImage[i].X0, 1e-12 * image.L2Norm());
                for (int j = 0; j < n; j++)
                {
                    double minor = i == j ? 0 : (metric[i, i] * metric[j, j]) - (metric[i, j] * metric[j, i]);
                    Assert.Equal(minor, drawn.Surface.InQuadDouble.Minor[(i * n) + j].X0, 1e-12 * metric[i, i] * metric[j, j]);
                }
            }
        }
    }

    [Fact]
    public void The_cone_has_one_positive_direction_VsMathNet()
    {
        foreach (DrawnSurface drawn in Moderate)
        {
            Vector<double> values = Matrix(drawn, numbers => Array.ConvertAll(numbers.Cone, value => value.X0)).Evd(Symmetricity.Symmetric).EigenValues.Real();
            Assert.Equal(1, values.Count(value => value > 0));
        }
    }

    /// <summary>∏ G(i,j,θ), by MathNet's products.</summary>
    private static Matrix<double> Rotation(DrawnSurface drawn)
    {
        int n = drawn.Dimension, next = 0;
        Matrix<double> rotation = Matrix<double>.Build.DenseIdentity(n);
        for (int i = 0; i < n; i++)
        {
            for (int j = i + 1; j < n; j++)
            {
                (double sine, double cosine) = Math.SinCos(drawn.Angles[next++]);
                Matrix<double> factor = Matrix<double>.Build.DenseIdentity(n);
                (factor[i, i], factor[j, j], factor[i, j], factor[j, i]) = (cosine, cosine, sine, -sine);
                rotation *= factor;
            }
        }

        return rotation;
    }

    private static Matrix<double> Matrix(DrawnSurface drawn, Func<SurfaceNumbers<QuadDouble>, double[]> take) =>
        Matrix<double>.Build.Dense(drawn.Dimension, drawn.Dimension, take(drawn.Surface.InQuadDouble));

    private static void AssertNear(Matrix<double> expected, Matrix<double> actual, double relative, DrawnSurface drawn) =>
        Assert.True((expected - actual).FrobeniusNorm() <= relative * expected.FrobeniusNorm(), $"{(expected - actual).FrobeniusNorm() / expected.FrobeniusNorm():G3} on {drawn}");
}
