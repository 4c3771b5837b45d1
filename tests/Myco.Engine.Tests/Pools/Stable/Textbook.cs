using System.Numerics;
using Myco.Engine.Pools;

namespace Myco.Engine.Tests.Pools.Stable;

/// <summary>The iterations of the specification in big integers: an overflow is a number above the word, seen after the fact.</summary>
internal static class Textbook
{
    private static readonly BigInteger Top = BigInteger.One << 256;

    public static (BigInteger Value, Revert Revert) Invariant(BigInteger amplification, BigInteger[] balances)
    {
        try
        {
            BigInteger n = balances.Length, sum = balances.Aggregate(BigInteger.Zero, (a, b) => Word(a + b));
            if (sum.IsZero)
            {
                return (0, Revert.None);
            }

            BigInteger ann = Word(amplification * n), d = sum;
            for (int round = 0; round < 255; round++)
            {
                BigInteger p = balances.Aggregate(d, (a, b) => Quotient(Word(a * d), Word(b * n)));
                BigInteger numerator = Word(Word((Word(ann * sum) / 1000) + Word(p * n)) * d);
                BigInteger next = Quotient(numerator, Word((Word(Word(ann - 1000) * d) / 1000) + Word((n + 1) * p)));
                if (BigInteger.Abs(next - d) <= 1)
                {
                    return (next, Revert.None);
                }

                d = next;
            }

            return (0, Revert.StableInvariantDidNotConverge);
        }
        catch (Refusal refusal)
        {
            return (0, refusal.Revert);
        }
    }

    public static (BigInteger Value, Revert Revert) Balance(BigInteger amplification, BigInteger[] balances, int token, BigInteger d)
    {
        try
        {
            BigInteger n = balances.Length, ann = Word(amplification * n), sum = balances[0], p = Word(balances[0] * n);
            foreach (BigInteger b in balances[1..])
            {
                p = Quotient(Word(Word(p * b) * n), d);
                sum = Word(sum + b);
            }

            BigInteger c = Word(QuotientUp(Word(Word(d * d) * 1000), Word(ann * p)) * balances[token]);
            BigInteger beta = Word(sum - balances[token] + Quotient(Word(d * 1000), ann));
            BigInteger y = QuotientUp(Word((d * d) + c), Word(d + beta));
            for (int round = 0; round < 255; round++)
            {
                BigInteger next = QuotientUp(Word(Word(y * y) + c), Word(Word((2 * y) + beta) - d));
                if (BigInteger.Abs(next - y) <= 1)
                {
                    return (next, Revert.None);
                }

                y = next;
            }

            return (0, Revert.StableComputeBalanceDidNotConverge);
        }
        catch (Refusal refusal)
        {
            return (0, refusal.Revert);
        }
    }

    /// <summary>All overflows are one to the chain: Panic 17.</summary>
    public static Revert Plain(Revert revert) => revert is Revert.SubtractionOverflow or Revert.MultiplicationOverflow or Revert.DivisionOverflow
        ? Revert.AdditionOverflow
        : revert;

    private static BigInteger Word(BigInteger value) => value.Sign >= 0 && value < Top ? value : throw new Refusal(Revert.AdditionOverflow);

    private static BigInteger Quotient(BigInteger a, BigInteger b) => b.IsZero ? throw new Refusal(Revert.DivisionByZero) : a / b;

    private static BigInteger QuotientUp(BigInteger a, BigInteger b) => b.IsZero ? throw new Refusal(Revert.ZeroDivision) : (a + b - 1) / b;

    private sealed class Refusal(Revert revert) : Exception
    {
        public Revert Revert { get; } = revert;
    }
}
