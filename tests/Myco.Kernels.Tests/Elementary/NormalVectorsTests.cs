using System.Globalization;
using System.Text.Json;
using Myco.Kernels.Elementary;
using Myco.TestSupport;

namespace Myco.Kernels.Tests.Elementary;

/// <summary>Logarithm, Exponential and NormalQuantile against fixtures/vectors/stress/normals.json, to the bit and on every width.</summary>
public class NormalVectorsTests
{
    private delegate void SpanFunction(ReadOnlySpan<double> x, Span<double> destination);

    private static readonly JsonElement Vectors =
        JsonDocument.Parse(File.ReadAllBytes(Repository.PathOf("fixtures", "vectors", "stress", "normals.json"))).RootElement;

    [Fact]
    public void Logarithms() => Check("log", "x", "log", Logarithm.Compute, 41);

    [Fact]
    public void Exponentials() => Check("exp", "x", "exp", Exponential.Compute, 33);

    [Fact]
    public void Normals() => Check("normals", "uniform", "normal", NormalQuantile.Compute, 72);

    [Fact]
    public void Uniforms_of_words()
    {
        foreach (JsonElement vector in Vectors.GetProperty("normals").EnumerateArray())
        {
            ulong word = ulong.Parse(vector.GetProperty("word").GetString()!, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            Bits.AssertSame(Number(vector.GetProperty("uniform")), Uniform(word));
        }
    }

    [Fact]
    public void Sequences_of_price_normals()
    {
        int count = 0;
        foreach (JsonElement sequence in Vectors.GetProperty("sequences").EnumerateArray())
        {
            ulong seed = ulong.Parse(sequence.GetProperty("seed").GetString()!, CultureInfo.InvariantCulture);
            ulong path = sequence.GetProperty("path").GetUInt64();
            uint step = sequence.GetProperty("step").GetUInt32();
            double[] expected = [.. sequence.GetProperty("normals").EnumerateArray().Select(Number)];
            double[] actual = [.. Enumerable.Range(0, expected.Length).Select(index => Uniform(Word(seed, step, path, (uint)index)))];
            NormalQuantile.Compute(actual, actual);
            Bits.AssertSame(expected, actual, $"seed {seed}, path {path}, step {step}");
            count += expected.Length;
        }

        Assert.Equal(96, count);
    }

    private static void Check(string list, string argument, string result, SpanFunction compute, int count)
    {
        JsonElement vectors = Vectors.GetProperty(list);
        double[] x = [.. vectors.EnumerateArray().Select(vector => Number(vector.GetProperty(argument)))];
        double[] expected = [.. vectors.EnumerateArray().Select(vector => Number(vector.GetProperty(result)))];
        Assert.Equal(count, x.Length);
        EveryWidth.Run(() =>
        {
            double[] actual = new double[x.Length];
            compute(x, actual);
            Bits.AssertSame(expected, actual, list);
        });
    }

    private static double Number(JsonElement bits) => BitConverter.UInt64BitsToDouble(
        ulong.Parse(bits.GetString()!.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    private static double Uniform(ulong word) => ((word >> 11) | 1) * Math.ScaleB(1, -53);

    /// <summary>Philox4x32-10 of spec 07-stress 3.1, purpose 1.</summary>
    private static ulong Word(ulong seed, uint step, ulong path, uint index)
    {
        (uint c0, uint c1, uint c2, uint c3) = (step, (uint)path, ((index >> 1) << 16) | (uint)(path >> 32), 1);
        (uint k0, uint k1) = ((uint)seed, (uint)(seed >> 32));
        for (int round = 0; round < 10; round++)
        {
            ulong first = (ulong)c0 * 0xD251_1F53, second = (ulong)c2 * 0xCD9E_8D57;
            (c0, c1, c2, c3) = ((uint)(second >> 32) ^ c1 ^ k0, (uint)second, (uint)(first >> 32) ^ c3 ^ k1, (uint)first);
            (k0, k1) = (k0 + 0x9E37_79B9, k1 + 0xBB67_AE85);
        }

        return (index & 1) == 0 ? ((ulong)c1 << 32) | c0 : ((ulong)c3 << 32) | c2;
    }
}
