using Myco.Bench.Baselines;
using Myco.Engine.Batch;
using Myco.Kernels.Matrices;
using Matrix = MathNet.Numerics.LinearAlgebra.Matrix<double>;

namespace Myco.Bench.Workloads;

/// <summary>N×N times N×M, both row-major, M columns in cache.</summary>
internal sealed class Products
{
    private readonly AlignedNumbers a;
    private readonly AlignedNumbers x;
    private readonly AlignedNumbers y;
    private readonly Matrix left;
    private readonly Matrix right;
    private readonly Matrix result;

    public Products(int dimension, int columns)
    {
        Random random = new(dimension);
        (Dimension, Columns) = (dimension, columns);
        (a, x, y) = (Draw(dimension * dimension, random), Draw(dimension * columns, random), new(dimension * columns));
        left = Matrix.Build.Dense(dimension, dimension, (i, j) => a.Span[(i * dimension) + j]);
        right = Matrix.Build.Dense(dimension, columns, (i, j) => x.Span[(i * columns) + j]);
        result = Matrix.Build.Dense(dimension, columns);
        Require("scalar product", Scalar);
        double[] expected = y.Span.ToArray();
        MathNet();
        Agreement.Require("MathNet's product", expected, result.ToRowMajorArray());
    }

    public int Dimension { get; }

    public int Columns { get; }

    /// <summary>Floating-point operations of one product.</summary>
    public double Operations => 2.0 * Dimension * Dimension * Columns;

    /// <summary>Compares another product with ours.</summary>
    public void Require(string what, Action product)
    {
        Ours();
        double[] expected = y.Span.ToArray();
        y.Span.Clear();
        product();
        Agreement.Require(what, expected, y.Span);
    }

    public void Ours() => BatchedProduct.Multiply(new(a.Span, Dimension, Dimension), new(x.Span, Dimension, Columns), new(y.Span, Dimension, Columns));

    public void Scalar() => ScalarProduct.Multiply(a.Span, x.Span, y.Span, Dimension, Columns);

    public void MathNet() => left.Multiply(right, result);

    public unsafe void Native(NativeProduct library)
    {
        fixed (double* left = a.Span, right = x.Span, product = y.Span)
        {
            library.Multiply(left, right, product, Dimension, Columns);
        }
    }

    public unsafe void OpenBlas(OpenBlas library)
    {
        fixed (double* left = a.Span, right = x.Span, product = y.Span)
        {
            library.Multiply(left, right, product, Dimension, Columns);
        }
    }

    private static AlignedNumbers Draw(int count, Random random)
    {
        AlignedNumbers numbers = new(count);
        foreach (ref double number in numbers.Span)
        {
            number = random.NextDouble();
        }

        return numbers;
    }
}
