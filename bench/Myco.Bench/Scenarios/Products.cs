using Myco.Bench.Baselines;
using Myco.Kernels.Matrices;
using Matrix = MathNet.Numerics.LinearAlgebra.Matrix<double>;

namespace Myco.Bench.Scenarios;

/// <summary>N×N times N×M, both row-major, M columns in cache.</summary>
internal sealed class Products
{
    private readonly double[] a;
    private readonly double[] x;
    private readonly double[] y;
    private readonly Matrix left;
    private readonly Matrix right;
    private readonly Matrix result;

    public Products(int dimension, int columns)
    {
        Random random = new(dimension);
        (Dimension, Columns) = (dimension, columns);
        a = [.. Enumerable.Range(0, dimension * dimension).Select(_ => random.NextDouble())];
        x = [.. Enumerable.Range(0, dimension * columns).Select(_ => random.NextDouble())];
        y = new double[x.Length];
        left = Matrix.Build.Dense(dimension, dimension, (i, j) => a[(i * dimension) + j]);
        right = Matrix.Build.Dense(dimension, columns, (i, j) => x[(i * columns) + j]);
        result = Matrix.Build.Dense(dimension, columns);
        Ours();
        double[] expected = [.. y];
        Scalar();
        Agreement.Require("scalar product", expected, y);
        MathNet();
        Agreement.Require("MathNet's product", expected, result.ToRowMajorArray());
    }

    public int Dimension { get; }

    public int Columns { get; }

    /// <summary>Floating-point operations of one product.</summary>
    public double Operations => 2.0 * Dimension * Dimension * Columns;

    public void Ours() => BatchedProduct.Multiply(new(a, Dimension, Dimension), new(x, Dimension, Columns), new(y, Dimension, Columns));

    public void Scalar() => ScalarProduct.Multiply(a, x, y, Dimension, Columns);

    public void MathNet() => left.Multiply(right, result);

    public void OpenBlas(Action<double[], double[], double[], int, int> multiply) => multiply(a, x, y, Dimension, Columns);
}
