using System.Numerics;
using Myco.Engine.Pools;
using Myco.Engine.Pools.Ellipsoid;
using Myco.Engine.Tests.Pools.Ellipsoid.Oracle;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Tests.Pools.Ellipsoid;

/// <summary>One random operation on given balances, judged.</summary>
internal static class FuzzCase
{
    public static readonly string[] Operations = ["swap in", "swap out", "burn", "deposit", "mint"];

    public static void Run(StoredSurface surface, BigInteger[] balances, Random random, Tally tally)
    {
        UInt256[] words = Array.ConvertAll(balances, Big.Unsigned);
        int first = random.Next(balances.Length), second = (first + 1 + random.Next(balances.Length - 1)) % balances.Length;
        string operation = Operations[random.Next(Operations.Length)];
        Fault fault = default;
        string arguments;
        Verdict verdict;
        if (operation is "swap in" or "swap out")
        {
            BigInteger amount = Amounts.UpTo(random, operation == "swap in" ? (BigInteger.One << 113) - 1 - balances[first] : BigInteger.Max(balances[second], 1));
            arguments = $"{first} → {second}, {amount}";
            verdict = operation == "swap in"
                ? SwapIn(surface, balances, words, first, second, amount, ref fault)
                : SwapOut(surface, balances, words, first, second, amount, ref fault);
        }
        else if (operation == "mint")
        {
            BigInteger[] deposit = [.. balances.Select(_ => random.Next(3) == 0 ? 0 : Amounts.UpTo(random, BigInteger.Pow(10, 34)))];
            BigInteger supply = Amounts.UpTo(random, BigInteger.One << 113);
            arguments = $"{string.Join(' ', deposit)} of {supply}";
            verdict = Mint(surface, balances, words, deposit, supply, ref fault);
        }
        else
        {
            BigInteger supply = 1 + Amounts.UpTo(random, BigInteger.One << 113);
            BigInteger shares = Amounts.UpTo(random, operation == "burn" ? supply - 1 : supply * 4);
            arguments = $"{first}, {shares} of {supply}";
            verdict = operation == "burn"
                ? Burn(surface, balances, words, first, shares, supply, ref fault)
                : Deposit(surface, balances, words, first, shares, supply, ref fault);
        }

        Revert revert = fault.ToRevert();
        tally.Add(operation, verdict, () => $"{surface}: {string.Join(' ', balances)}; {arguments}: {revert}");
    }

    private static Verdict SwapIn(StoredSurface surface, BigInteger[] balances, UInt256[] words, int assetIn, int assetOut, BigInteger amount, ref Fault fault)
    {
        BigInteger answer = Big.Of(ExactEllipsoidSwap.ExactIn(surface.Parameters, words, assetIn, assetOut, Big.Unsigned(amount), ref fault));
        BigInteger[] received = Judge.Moved(balances, assetIn, amount);
        Judge.Question question = new(surface.Exact, balances, 1, 1);
        if (!fault.IsRaised)
        {
            return Judge.Out(question, received, assetOut, answer);
        }

        BigInteger? exact = surface.Exact.At(balances).Square.Sign < 0 ? null : ExactTrades.AmountOut(surface.Exact, balances, assetIn, assetOut, amount);
        return Judge.Refusal(question, exact is BigInteger y ? Judge.Moved(received, assetOut, -y) : null, assetOut, [assetIn, assetOut]);
    }

    private static Verdict SwapOut(StoredSurface surface, BigInteger[] balances, UInt256[] words, int assetIn, int assetOut, BigInteger amount, ref Fault fault)
    {
        BigInteger answer = Big.Of(ExactEllipsoidSwap.ExactOut(surface.Parameters, words, assetIn, assetOut, Big.Unsigned(amount), ref fault));
        BigInteger[] paid = Judge.Moved(balances, assetOut, -amount);
        Judge.Question question = new(surface.Exact, balances, 1, 1);
        if (!fault.IsRaised)
        {
            return Judge.In(question, paid, assetIn, answer);
        }

        BigInteger? exact = surface.Exact.At(balances).Square.Sign < 0 ? null : ExactTrades.AmountIn(surface.Exact, balances, assetIn, assetOut, amount);
        return Judge.Refusal(question, exact is BigInteger x ? Judge.Moved(paid, assetIn, x) : null, assetIn, [assetIn, assetOut]);
    }

    private static Verdict Burn(StoredSurface surface, BigInteger[] balances, UInt256[] words, int asset, BigInteger shares, BigInteger supply, ref Fault fault)
    {
        BigInteger answer = Big.Of(ExactEllipsoidSingle.Burn(surface.Parameters, words, asset, Big.Unsigned(shares), Big.Unsigned(supply), ref fault));
        Judge.Question question = new(surface.Exact, balances, supply, supply - shares);
        if (!fault.IsRaised)
        {
            Verdict verdict = Judge.Out(question, balances, asset, answer);
            return verdict == Verdict.Worse && (supply - shares) * 1_000_000_000 < supply ? Verdict.AtTheEnd : verdict;
        }

        BigInteger? exact = surface.Exact.At(balances).Square.Sign < 0 ? null : ExactTrades.Burnt(surface.Exact, balances, asset, shares, supply);
        return Judge.Refusal(question, exact is BigInteger y ? Judge.Moved(balances, asset, -y) : null, asset, [asset]);
    }

    private static Verdict Deposit(StoredSurface surface, BigInteger[] balances, UInt256[] words, int asset, BigInteger shares, BigInteger supply, ref Fault fault)
    {
        BigInteger answer = Big.Of(ExactEllipsoidSingle.Deposit(surface.Parameters, words, asset, Big.Unsigned(shares), Big.Unsigned(supply), ref fault));
        return fault.IsRaised
            ? Verdict.Refused
            : Judge.In(new(surface.Exact, balances, supply, supply + shares), balances, asset, answer);
    }

    private static Verdict Mint(StoredSurface surface, BigInteger[] balances, UInt256[] words, BigInteger[] deposit, BigInteger supply, ref Fault fault)
    {
        BigInteger answer = Big.Of(ExactEllipsoidMint.Dense(surface.Parameters, words, Array.ConvertAll(deposit, Big.Unsigned), Big.Unsigned(supply), ref fault));
        if (fault.IsRaised)
        {
            return Verdict.Refused;
        }

        BigInteger[] after = [.. balances.Select((balance, i) => balance + deposit[i])];
        if (surface.Exact.Compare(after, supply, balances, supply + answer) < 0)
        {
            return answer.IsZero ? Verdict.Exact : Verdict.WrongSide;
        }

        // The error is that of both roots, each within 2ˣ of R, and the floor.
        Fault none = default;
        BigInteger before = Big.Of(ExactEllipsoidInvariant.Bounds(surface.Parameters, words, out _, ref none));
        BigInteger ends = before + (before * answer / supply);
        BigInteger error = ((supply << surface.Parameters.Exponent) * (ends + before) / (before * before)) + 2;
        return surface.Exact.Compare(after, supply, balances, supply + answer + 1) < 0 ? Verdict.Exact
            : surface.Exact.Compare(after, supply, balances, supply + answer + error) < 0 ? Verdict.OneUnit
            : Verdict.Worse;
    }
}
