using System.Runtime.InteropServices;
using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Rotations;
using Myco.TestSupport;

namespace Myco.Kernels.Tests.Rotations;

public class RotationAnglesTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(17)]
    [InlineData(64)]
    public void A_matrix_comes_back_from_its_angles(int dimension)
    {
        double[] matrix = Rounded(FromRandomAngles(dimension, seed: dimension));
        QuadDouble[] angles = new QuadDouble[RotationAngles.Count(dimension)];
        RotationAngles.FromMatrix(matrix, angles);
        QuadDouble[] again = new QuadDouble[matrix.Length];
        RotationAngles.ToMatrix(angles, again);
        AssertClose(matrix, again, 1e-14);
    }

    [Fact]
    public void A_matrix_that_is_barely_orthogonal_comes_back_as_far_as_it_is()
    {
        const int Dimension = 16;
        Random random = new(6);
        double[] matrix = [.. Rounded(FromRandomAngles(Dimension, seed: 6)).Select(element => element + (1e-13 * random.NextDouble()))];
        QuadDouble[] angles = new QuadDouble[RotationAngles.Count(Dimension)], again = new QuadDouble[matrix.Length];
        RotationAngles.FromMatrix(matrix, angles);
        RotationAngles.ToMatrix(angles, again);
        AssertClose(matrix, again, Dimension * 1e-12);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void The_matrix_is_the_product_of_its_factors_in_the_stated_order(int dimension)
    {
        double[] angles = RandomAngles(dimension, seed: 3);
        QuadDouble[] matrix = new QuadDouble[dimension * dimension];
        RotationAngles.ToMatrix(angles, matrix);
        double[,] product = Identity(dimension);
        int pair = 0;
        for (int i = 0; i < dimension; i++)
        {
            for (int j = i + 1; j < dimension; j++)
            {
                double[,] factor = Identity(dimension);
                (double sine, double cosine) = Math.SinCos(angles[pair++]);
                (factor[i, i], factor[j, j], factor[i, j], factor[j, i]) = (cosine, cosine, sine, -sine);
                product = Multiply(product, factor);
            }
        }

        AssertClose(product.Cast<double>().ToArray(), matrix, 1e-14);
    }

    [Fact]
    public void Rows_of_a_matrix_from_angles_are_orthonormal_to_the_last_bits()
    {
        const int Dimension = 24;
        QuadDouble[] matrix = FromRandomAngles(Dimension, seed: 11);
        for (int i = 0; i < Dimension; i++)
        {
            for (int j = 0; j < Dimension; j++)
            {
                QuadDouble product = ExtendedDot.Compute<QuadDouble>(matrix.AsSpan(i * Dimension, Dimension), matrix.AsSpan(j * Dimension, Dimension));
                Assert.True(Math.Abs((product - (i == j ? 1 : 0)).X0) <= 1e-60);
            }
        }
    }

    [Fact]
    public void Binary64_angles_quad_double_angles_and_pairs_give_the_same_bits()
    {
        double[] angles = RandomAngles(6, seed: 9);
        QuadDouble[] extended = [.. angles.Select(angle => (QuadDouble)angle)];
        QuadDouble[] cosines = new QuadDouble[angles.Length], sines = new QuadDouble[angles.Length];
        for (int i = 0; i < angles.Length; i++)
        {
            QuadDoubleTrigonometry.SinCos(angles[i], out sines[i], out cosines[i]);
        }

        QuadDouble[] first = new QuadDouble[36], second = new QuadDouble[36], third = new QuadDouble[36];
        RotationAngles.ToMatrix(angles, first);
        RotationAngles.ToMatrix(extended, second);
        RotationAngles.ToMatrix(cosines, sines, third);
        Assert.Equal(first, second);
        Assert.Equal(first, third);
    }

    [Fact]
    public void The_identity_has_angles_of_zero_and_they_give_it_exactly()
    {
        for (int dimension = 2; dimension <= 64; dimension += 31)
        {
            double[] identity = Identity(dimension).Cast<double>().ToArray();
            QuadDouble[] angles = new QuadDouble[RotationAngles.Count(dimension)];
            Array.Fill(angles, 7);
            RotationAngles.FromMatrix(identity, angles);
            Assert.All(angles, angle => Assert.Equal(QuadDouble.Zero, angle));
            QuadDouble[] again = new QuadDouble[identity.Length];
            RotationAngles.ToMatrix(angles, again);
            AssertClose(identity, again, 0);
        }
    }

    [Fact]
    public void Signed_permutations_of_determinant_one_come_back()
    {
        Random random = new(4);
        for (int round = 0; round < 200; round++)
        {
            int dimension = random.Next(2, 9);
            int[] order = [.. Enumerable.Range(0, dimension)];
            random.Shuffle(order);
            double[] matrix = new double[dimension * dimension];
            for (int i = 0; i < dimension; i++)
            {
                matrix[(i * dimension) + order[i]] = random.Next(2) == 0 ? 1 : -1;
            }

            QuadDouble[] angles = new QuadDouble[RotationAngles.Count(dimension)];
            if (MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(dimension, dimension, matrix).Determinant() < 0)
            {
                Assert.Contains("determinant", Assert.Throws<ArgumentException>(() => RotationAngles.FromMatrix(matrix, angles)).Message);
                continue;
            }

            RotationAngles.FromMatrix(matrix, angles);
            QuadDouble[] again = new QuadDouble[matrix.Length];
            RotationAngles.ToMatrix(angles, again);
            AssertClose(matrix, again, 1e-60);
        }
    }

    [Fact]
    public void Two_reversed_axes_are_half_a_turn()
    {
        double[] matrix = [-1, 0, 0, 0, -1, 0, 0, 0, 1];
        QuadDouble[] angles = new QuadDouble[3], again = new QuadDouble[9];
        RotationAngles.FromMatrix(matrix, angles);
        Assert.Equal(Math.PI, Math.Abs(angles[0].X0));
        RotationAngles.ToMatrix(angles, again);
        AssertClose(matrix, again, 1e-60);
    }

    [Fact]
    public void Matrices_that_are_no_rotations_are_refused_with_their_deviation()
    {
        QuadDouble[] one = new QuadDouble[1];
        Assert.Contains("not orthogonal", Refusal([1, 0, 0, 1.1], one));
        Assert.Contains("not orthogonal", Refusal([1, 0, 0, double.NaN], one));
        Assert.Contains("not orthogonal", Refusal([1, double.PositiveInfinity, 0, 1], one));
        Assert.Contains("not orthogonal", Refusal([1, 2e-12, 0, 1], one));
        Assert.Contains("determinant −1", Refusal([1, 0, 0, -1], one));
    }

    [Fact]
    public void Wrong_shapes_and_overlaps_are_refused()
    {
        Assert.Throws<ArgumentException>(() => RotationAngles.FromMatrix(new double[1], []));
        Assert.Throws<ArgumentException>(() => RotationAngles.FromMatrix(new double[65 * 65], new QuadDouble[2080]));
        Assert.Throws<ArgumentException>(() => RotationAngles.FromMatrix(new double[9], new QuadDouble[2]));
        Assert.Throws<ArgumentException>(() => RotationAngles.ToMatrix(new double[3], new QuadDouble[8]));
        Assert.Throws<ArgumentException>(() => RotationAngles.ToMatrix(new QuadDouble[1], new QuadDouble[2], new QuadDouble[4]));
        QuadDouble[] memory = new QuadDouble[4];
        Assert.Throws<ArgumentException>(() => RotationAngles.ToMatrix(memory.AsSpan(0, 1), memory));
        Assert.Throws<ArgumentException>(() => RotationAngles.ToMatrix(MemoryMarshal.Cast<QuadDouble, double>(memory.AsSpan())[..1], memory));
    }

    [Fact]
    public void Nothing_is_allocated_even_for_64_axes()
    {
        double[] matrix = Rounded(FromRandomAngles(64, seed: 1));
        QuadDouble[] angles = new QuadDouble[RotationAngles.Count(64)], again = new QuadDouble[64 * 64];
        AllocationAssert.None(() => RotationAngles.FromMatrix(matrix, angles), rounds: 2);
        AllocationAssert.None(() => RotationAngles.ToMatrix(angles, again), rounds: 2);
    }

    private static string Refusal(double[] matrix, QuadDouble[] angles) =>
        Assert.Throws<ArgumentException>(() => RotationAngles.FromMatrix(matrix, angles)).Message;

    private static QuadDouble[] FromRandomAngles(int dimension, int seed)
    {
        QuadDouble[] matrix = new QuadDouble[dimension * dimension];
        RotationAngles.ToMatrix(RandomAngles(dimension, seed), matrix);
        return matrix;
    }

    private static double[] RandomAngles(int dimension, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, RotationAngles.Count(dimension)).Select(_ => (random.NextDouble() - 0.5) * 2 * Math.PI)];
    }

    private static double[] Rounded(QuadDouble[] matrix) => [.. matrix.Select(QuadDouble.ToDouble)];

    private static double[,] Identity(int dimension)
    {
        double[,] identity = new double[dimension, dimension];
        for (int i = 0; i < dimension; i++)
        {
            identity[i, i] = 1;
        }

        return identity;
    }

    private static double[,] Multiply(double[,] x, double[,] y)
    {
        int dimension = x.GetLength(0);
        double[,] product = new double[dimension, dimension];
        for (int i = 0; i < dimension; i++)
        {
            for (int j = 0; j < dimension; j++)
            {
                product[i, j] = Enumerable.Range(0, dimension).Sum(k => x[i, k] * y[k, j]);
            }
        }

        return product;
    }

    private static void AssertClose(double[] expected, QuadDouble[] actual, double tolerance)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            double error = Math.Abs((actual[i] - expected[i]).X0);
            Assert.True(error <= tolerance, $"element {i}: {error}");
        }
    }
}
