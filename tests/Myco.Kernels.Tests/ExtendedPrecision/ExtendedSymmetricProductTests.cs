using System.Runtime.InteropServices;
using Myco.Kernels.ExtendedPrecision;

namespace Myco.Kernels.Tests.ExtendedPrecision;

public class ExtendedSymmetricProductTests
{
    private readonly RandomReals reals = new(9);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(64)]
    public void Each_element_is_the_dot_product_of_its_row(int dimension)
    {
        QuadDouble[] matrix = [.. Enumerable.Range(0, dimension * dimension).Select(_ => reals.Quad(5))];
        double[] vector = [.. Enumerable.Range(0, dimension).Select(_ => reals.Double(5))];
        QuadDouble[] extended = [.. vector.Select(value => (QuadDouble)value)];
        QuadDouble[] result = new QuadDouble[dimension], second = new QuadDouble[dimension];
        ExtendedSymmetricProduct.Multiply<QuadDouble>(matrix, vector, result);
        ExtendedSymmetricProduct.Multiply<QuadDouble>(matrix, extended, second);
        for (int i = 0; i < dimension; i++)
        {
            ReadOnlySpan<QuadDouble> row = matrix.AsSpan(i * dimension, dimension);
            Assert.Equal(ExtendedDot.Compute(row, vector), result[i]);
            Assert.Equal(ExtendedDot.Compute(row, extended), second[i]);
        }
    }

    [Fact]
    public void A_symmetric_matrix_gives_the_same_form_from_either_side()
    {
        const int Dimension = 12;
        DoubleDouble[] matrix = new DoubleDouble[Dimension * Dimension];
        for (int i = 0; i < Dimension; i++)
        {
            for (int j = i; j < Dimension; j++)
            {
                matrix[(i * Dimension) + j] = matrix[(j * Dimension) + i] = reals.Pair(2);
            }
        }

        double[] x = [.. Enumerable.Range(0, Dimension).Select(_ => reals.Double(2))];
        double[] y = [.. Enumerable.Range(0, Dimension).Select(_ => reals.Double(2))];
        DoubleDouble[] product = new DoubleDouble[Dimension];
        ExtendedSymmetricProduct.Multiply<DoubleDouble>(matrix, x, product);
        DoubleDouble left = ExtendedDot.Compute<DoubleDouble>(product, y);
        ExtendedSymmetricProduct.Multiply<DoubleDouble>(matrix, y, product);
        DoubleDouble right = ExtendedDot.Compute<DoubleDouble>(product, x);
        Assert.True(Math.Abs((left - right).High) <= 1e-27);
    }

    [Fact]
    public void Wrong_shapes_and_overlaps_are_refused()
    {
        QuadDouble[] memory = new QuadDouble[20];
        Assert.Throws<ArgumentException>(() => ExtendedSymmetricProduct.Multiply<QuadDouble>(memory.AsSpan(0, 8), new double[3], new QuadDouble[3]));
        Assert.Throws<ArgumentException>(() => ExtendedSymmetricProduct.Multiply<QuadDouble>(memory.AsSpan(0, 9), new double[3], new QuadDouble[2]));
        Assert.Throws<ArgumentException>(() => ExtendedSymmetricProduct.Multiply<QuadDouble>(memory.AsSpan(0, 9), new double[3], memory.AsSpan(8, 3)));
        Assert.Throws<ArgumentException>(() => ExtendedSymmetricProduct.Multiply<QuadDouble>(memory.AsSpan(0, 9), memory.AsSpan(9, 3), memory.AsSpan(11, 3)));
        Assert.Throws<ArgumentException>(() => ExtendedSymmetricProduct.Multiply<QuadDouble>(
            memory.AsSpan(0, 9), MemoryMarshal.Cast<QuadDouble, double>(memory.AsSpan(15, 1))[..3], memory.AsSpan(15, 3)));
    }
}
