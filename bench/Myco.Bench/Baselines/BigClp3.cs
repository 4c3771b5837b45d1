using System.Numerics;
using Myco.Engine;
using Myco.Engine.Pools;

namespace Myco.Bench.Baselines;

/// <summary>A whole 3-CLP swap as one writes it with <see cref="BigInteger"/>: ρ, a, mb, mc, md, L, f, δ, v as in spec/04-onchain-math.md §1.6, for L up to 2·10³¹
/// and without the refusals.</summary>
internal sealed class BigClp3(BigInteger root3Alpha)
{
    private const int MostRounds = 255;
    private const int RoundsBeforeStalling = 5;

    public BigInteger Swap(BigInteger[] balances, ExactOrder order, BigInteger given)
    {
        BigInteger v = Down(Invariant(balances), root3Alpha);
        BigInteger balanceIn = balances[order.TokenIn] + Up(v, BigIntegers.Ten18 + 2), balanceOut = balances[order.TokenOut] + Down(v, BigIntegers.Ten18 - 1);
        return order.Kind == SwapKind.ExactIn
            ? Down(balanceOut, given) * BigIntegers.Ten18 / (balanceIn + given)
            : DivideUp(Up(balanceIn, given), balanceOut - given);
    }

    private BigInteger Invariant(BigInteger[] balances)
    {
        (BigInteger x, BigInteger y, BigInteger z) = (balances[0], balances[1], balances[2]);
        BigInteger a = BigIntegers.Ten18 - Down(Down(root3Alpha, root3Alpha), root3Alpha);
        BigInteger mb = Down(Down(x + y + z, root3Alpha), root3Alpha), mc = Down(Down(x, y) + Down(y, z) + Down(z, x), root3Alpha), md = Down(Down(x, y), z);
        BigInteger start = DivideUp(mb + SquareRoot(Up(mb, mb) + Up(a, 3 * mc)), 3 * a);
        BigInteger L = Up(start, BigIntegers.Ten18 - a >= BigIntegers.Ten18 / 2 ? BigIntegers.Ten18 * 3 / 2 : BigIntegers.Ten18 * 2);
        BigInteger last = 0;
        for (int round = 0; round < MostRounds; round++)
        {
            BigInteger change = Step(L, mb, mc, md), size = BigInteger.Abs(change);
            if (size <= 1 || (round >= RoundsBeforeStalling && (change.Sign > 0 || size >= last / 8)))
            {
                return L;
            }

            (L, last) = (L + change, size);
        }

        throw new InvalidOperationException("The sample's invariant does not converge; draw other balances.");
    }

    private BigInteger Step(BigInteger L, BigInteger mb, BigInteger mc, BigInteger md)
    {
        BigInteger square = Down(L, L), slope = Down(3 * L, L), cube = Down(square, L);
        slope = slope - Cubed(slope) - (2 * Down(L, mb)) - mc;
        BigInteger minus = (cube - Cubed(cube)) * BigIntegers.Ten18 / slope;
        BigInteger plus = ((Down(square, mb) + Down(L, mc)) * BigIntegers.Ten18 / slope) + (md * BigIntegers.Ten18 / slope);
        return plus - minus;
    }

    private BigInteger Cubed(BigInteger value) => Down(Down(Down(value, root3Alpha), root3Alpha), root3Alpha);

    /// <summary>Seven rounds of Newton from a power of two, spec/04-onchain-math.md §1.2, for 1 and more.</summary>
    private static BigInteger SquareRoot(BigInteger value)
    {
        BigInteger wide = value * BigIntegers.Ten18, root = BigIntegers.Ten18 << (int)(((value / BigIntegers.Ten18).GetBitLength() - 1) / 2);
        for (int round = 0; round < 7; round++)
        {
            root = (root + (wide / root)) / 2;
        }

        return root;
    }

    private static BigInteger Down(BigInteger left, BigInteger right) => left * right / BigIntegers.Ten18;

    private static BigInteger Up(BigInteger left, BigInteger right) => ((left * right) + BigIntegers.Ten18 - 1) / BigIntegers.Ten18;

    private static BigInteger DivideUp(BigInteger left, BigInteger right) => ((left * BigIntegers.Ten18) + right - 1) / right;
}
