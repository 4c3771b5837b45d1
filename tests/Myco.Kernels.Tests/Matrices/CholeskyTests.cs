using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Lanes;
using Myco.Kernels.Matrices;
using Myco.Kernels.Tests.ExtendedPrecision;
using Myco.TestSupport;

namespace Myco.Kernels.Tests.Matrices;

public class CholeskyTests
{
    [Fact]
    public void The_factor_times_its_transpose_is_the_matrix()
    {
        for (int n = 1; n <= 8; n++)
        {
            DoubleDouble[] matrix = Random(n, n), factor = [.. matrix];
            Assert.True(Cholesky.Factorize(factor.AsSpan(), n));
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j <= i; j++)
                {
                    Dyadic sum = Dyadic.Zero;
                    for (int m = 0; m <= j; m++)
                    {
                        sum += (Dyadic)factor[(i * n) + m] * factor[(j * n) + m];
                    }

                    Assert.True(sum.ErrorBits(matrix[(i * n) + j], matrix[i * (n + 1)]) < -98);
                }

                Assert.Equal(matrix.AsSpan((i * n) + i + 1, n - i - 1), factor.AsSpan((i * n) + i + 1, n - i - 1));
            }
        }
    }

    [Fact]
    public void The_solution_leaves_no_residual()
    {
        for (int n = 1; n <= 8; n++)
        {
            QuadDouble[] matrix = [.. Random(n, 10 + n).Select(value => (QuadDouble)value)], factor = [.. matrix];
            double[] right = Numbers.Uniform(n, n);
            QuadDouble[] x = [.. right.Select(value => (QuadDouble)value)];
            Assert.True(Cholesky.Factorize(factor.AsSpan(), n));
            Cholesky.Solve<QuadDouble>(factor, x);
            for (int i = 0; i < n; i++)
            {
                Dyadic sum = Dyadic.Zero;
                for (int m = 0; m < n; m++)
                {
                    sum += (Dyadic)matrix[(i * n) + m] * x[m];
                }

                Assert.True(sum.ErrorBits(right[i], 1.0) < -185);
            }
        }
    }

    [Fact]
    public void A_pack_is_a_system_in_every_element()
    {
        const int N = 4;
        double[][] systems = [.. Enumerable.Range(0, 8).Select(seed => Array.ConvertAll(Random(N, seed), value => value.High))];
        double[] expected = [.. systems.SelectMany(system =>
        {
            Lane1[] factor = Array.ConvertAll(system, value => (Lane1)value), x = [1, 2, 3, 4];
            Assert.True(Cholesky.Factorize(factor.AsSpan(), N));
            Cholesky.Solve<Lane1>(factor, x);
            return x.Select(value => value.Value);
        })];
        EveryWidth.Run(() =>
        {
            Packs packs = new() { Systems = systems, Solutions = new double[8 * N] };
            LaneDispatch.Invoke<PackedSystems, Packs>(ref packs);
            Bits.AssertSame(expected.AsSpan(0, N * LaneWidth.Current), packs.Solutions.AsSpan(0, N * LaneWidth.Current));
        });
    }

    [Fact]
    public void What_is_not_positive_definite_is_told_and_yields_no_number()
    {
        foreach (double[] matrix in new double[][] { [0], [-1], [double.NaN], [1, 2, 2, 4], [1, 2, 2, 3], [4, 2, 2, double.NaN] })
        {
            int n = matrix.Length == 1 ? 1 : 2;
            DoubleDouble[] factor = Array.ConvertAll(matrix, value => (DoubleDouble)value), x = new DoubleDouble[n];
            x.AsSpan().Fill(DoubleDouble.One);
            Assert.False(Cholesky.Factorize(factor.AsSpan(), n));
            Cholesky.Solve<DoubleDouble>(factor, x);
            Assert.All(x, value => Assert.False(double.IsFinite(value.High)));
        }
    }

    [Fact]
    public void Another_number_of_elements_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Cholesky.Factorize(new Lane1[5].AsSpan(), 2));
        Assert.Throws<ArgumentException>(() => Cholesky.Solve<Lane1>(new Lane1[5], new Lane1[2]));
    }

    /// <summary>B·Bᵀ + 1 of a random B.</summary>
    private static DoubleDouble[] Random(int n, int seed)
    {
        double[] b = Numbers.Uniform(n * n, seed);
        DoubleDouble[] result = new DoubleDouble[n * n];
        for (int i = 0; i < n * n; i++)
        {
            result[i] = ExtendedDot.Compute<DoubleDouble>([.. b.Skip(i / n * n).Take(n).Select(value => (DoubleDouble)value)], b.AsSpan(i % n * n, n));
            result[i] += i / n == i % n ? 1 : 0;
        }

        return result;
    }

    private struct Packs
    {
        public double[][] Systems;
        public double[] Solutions;
    }

    private readonly struct PackedSystems : ILaneOperation<Packs>
    {
        public static void Invoke<TLane>(ref Packs packs)
            where TLane : struct, ILane<TLane>
        {
            double[][] systems = packs.Systems;
            TLane[] factor = new TLane[systems[0].Length], x = [1, 2, 3, 4];
            for (int i = 0; i < factor.Length; i++)
            {
                double[] elements = [.. systems.Select(system => system[i])];
                factor[i] = TLane.Load(in elements[0], 0);
            }

            Assert.True(Cholesky.Factorize(factor.AsSpan(), x.Length));
            Cholesky.Solve<TLane>(factor, x);
            double[] element = new double[8];
            for (int i = 0; i < x.Length; i++)
            {
                TLane.Store(x[i], ref element[0], 0);
                for (int e = 0; e < TLane.Count; e++)
                {
                    packs.Solutions[(e * x.Length) + i] = element[e];
                }
            }
        }
    }
}
