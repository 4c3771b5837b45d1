using System.Numerics;
using Myco.Bench.Baselines;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Bench.Workloads;

/// <summary>Pairs of wide integers of given sizes: products over 10¹⁸ and 10³⁸, quotients, square roots.</summary>
internal sealed class WideIntegers
{
    private readonly BigInteger[] bigLeft;
    private readonly BigInteger[] bigRight;
    private readonly BigInteger[] bigResults;
    private readonly UInt256[] left;
    private readonly UInt256[] right;
    private readonly UInt256[] results;
    private readonly Int256[] signedLeft;
    private readonly Int256[] signedRight;
    private readonly Int256[] signedResults;
    private readonly ArithmeticFault[] faults;

    public WideIntegers(int count, int leftBits, int rightBits)
    {
        Random random = new(leftBits);
        bigLeft = [.. Enumerable.Range(0, count).Select(_ => BigIntegers.Draw(random, leftBits))];
        bigRight = [.. Enumerable.Range(0, count).Select(_ => BigIntegers.Draw(random, rightBits))];
        (left, right) = ([.. bigLeft.Select(BigIntegers.ToUInt256)], [.. bigRight.Select(BigIntegers.ToUInt256)]);
        (signedLeft, signedRight) = ([.. left.Select(value => new Int256(value))], [.. right.Select(value => new Int256(value))]);
        (bigResults, results, signedResults, faults) = (new BigInteger[count], new UInt256[count], new Int256[count], new ArithmeticFault[count]);
    }

    public int Count => left.Length;

    /// <exception cref="InvalidOperationException">Some results of ours are not those of the baseline.</exception>
    public void Require(string what, Action ours, Action baseline)
    {
        Array.Clear(results);
        Array.Clear(signedResults);
        ours();
        baseline();
        for (int i = 0; i < Count; i++)
        {
            UInt256 got = results[i] | signedResults[i].Bits;
            if (BigIntegers.FromUInt256(got) != bigResults[i])
            {
                throw new InvalidOperationException($"{what}: element {i} is {got}, BigInteger has {bigResults[i]}.");
            }
        }
    }

    public void MultiplyDown18()
    {
        Fault fault = default;
        for (int i = 0; i < left.Length; i++)
        {
            results[i] = Decimal18.MultiplyDown(left[i], right[i], ref fault);
        }
    }

    public void MultiplyDown18InLanes() => Decimal18.MultiplyDown(left, right, results, faults);

    public void BigMultiply18() => BigMultiply(BigIntegers.Ten18);

    public void Multiply38()
    {
        Fault fault = default;
        for (int i = 0; i < signedLeft.Length; i++)
        {
            signedResults[i] = SignedDecimal38.Multiply(signedLeft[i], signedRight[i], ref fault);
        }
    }

    public void BigMultiply38() => BigMultiply(BigIntegers.Ten38);

    public void MultiplyDivide()
    {
        Fault fault = default;
        for (int i = 0; i < left.Length; i++)
        {
            results[i] = Myco.Kernels.Exact.Integers.MultiplyDivide.Down(left[i], right[^(i + 1)], right[i], ref fault);
        }
    }

    public void BigMultiplyDivide()
    {
        for (int i = 0; i < bigLeft.Length; i++)
        {
            bigResults[i] = bigLeft[i] * bigRight[^(i + 1)] / bigRight[i];
        }
    }

    public void Root()
    {
        for (int i = 0; i < left.Length; i++)
        {
            results[i] = SquareRoot.Floor(left[i]);
        }
    }

    public void BigRoot()
    {
        for (int i = 0; i < bigLeft.Length; i++)
        {
            bigResults[i] = BigIntegers.SquareRoot(bigLeft[i]);
        }
    }

    public void WideRoot()
    {
        for (int i = 0; i < left.Length; i++)
        {
            results[i] = SquareRoot.Floor(new UInt512(right[i], left[i]));
        }
    }

    public void BigWideRoot()
    {
        for (int i = 0; i < bigLeft.Length; i++)
        {
            bigResults[i] = BigIntegers.SquareRoot((bigLeft[i] << 256) | bigRight[i]);
        }
    }

    private void BigMultiply(BigInteger divisor)
    {
        for (int i = 0; i < bigLeft.Length; i++)
        {
            bigResults[i] = bigLeft[i] * bigRight[i] / divisor;
        }
    }
}
