using System.Numerics;
using Myco.Bench.Baselines;
using Myco.Kernels.Exact.Elementary;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;
using Myco.Kernels.Exact.Tests.Elementary;

namespace Myco.Bench.Workloads;

/// <summary>Powers as weighted swaps need them: ratios of balances from 0.7 to 1, exponents from 0.2 to 5.</summary>
internal sealed class Powers
{
    private const long One = 1_000_000_000_000_000_000;

    private readonly UInt256[] values = new UInt256[256];
    private readonly UInt256[] exponents = new UInt256[256];
    private readonly UInt256[] results = new UInt256[256];
    private readonly BigInteger[] bigValues;
    private readonly BigInteger[] bigExponents;
    private readonly BigInteger?[] bigResults = new BigInteger?[256];

    public Powers()
    {
        Random random = new(1);
        for (int i = 0; i < values.Length; i++)
        {
            (values[i], exponents[i]) = ((ulong)random.NextInt64(7 * (One / 10), One), (ulong)random.NextInt64(One / 5, 5 * One));
        }

        (bigValues, bigExponents) = (Array.ConvertAll(values, value => BigIntegers.FromUInt256(value)), Array.ConvertAll(exponents, value => BigIntegers.FromUInt256(value)));
    }

    public int Count => values.Length;

    public void Ours()
    {
        Fault fault = default;
        for (int i = 0; i < values.Length; i++)
        {
            results[i] = Power.Raise(values[i], exponents[i], ref fault);
        }
    }

    public void BigInteger()
    {
        for (int i = 0; i < bigValues.Length; i++)
        {
            bigResults[i] = ReferencePowers.Pow(bigValues[i], bigExponents[i]);
        }
    }

    /// <exception cref="InvalidOperationException">A power of ours is not that of the baseline.</exception>
    public void Require()
    {
        Ours();
        BigInteger();
        for (int i = 0; i < results.Length; i++)
        {
            if (BigIntegers.FromUInt256(results[i]) != bigResults[i])
            {
                throw new InvalidOperationException($"{values[i]}^{exponents[i]} is {results[i]}, BigInteger has {bigResults[i]}.");
            }
        }
    }
}
