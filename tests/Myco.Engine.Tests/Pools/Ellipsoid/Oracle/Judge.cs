using System.Numerics;

namespace Myco.Engine.Tests.Pools.Ellipsoid.Oracle;

/// <summary>Judges answers by comparing R of integer states exactly.</summary>
internal static class Judge
{
    /// <summary>A trade that moves assets and shares: (supply after)·R(before) against supply·R(after).</summary>
    /// <param name="Surface">The surface.</param>
    /// <param name="Before">The balances before.</param>
    /// <param name="Factor">What R after is multiplied by.</param>
    /// <param name="Share">What R before is multiplied by.</param>
    internal sealed record Question(ExactSurface Surface, BigInteger[] Before, BigInteger Factor, BigInteger Share)
    {
        public bool Holds(BigInteger[] after) => Surface.At(after).Square.Sign >= 0 && Surface.Compare(after, Factor, Before, Share) >= 0;
    }

    /// <summary>An amount out of one asset: the largest with R high enough and the asset's price positive.</summary>
    public static Verdict Out(Question question, BigInteger[] received, int asset, BigInteger amount)
    {
        if (!question.Holds(Moved(received, asset, -amount)))
        {
            return Verdict.WrongSide;
        }

        for (int units = 1; units <= 2; units++)
        {
            BigInteger[] more = Moved(received, asset, -amount - units);
            if (more[asset].Sign < 0 || !question.Surface.IsOnBranch(more, asset) || !question.Holds(more))
            {
                return units == 1 ? Verdict.Exact : Verdict.OneUnit;
            }
        }

        return Verdict.Worse;
    }

    /// <summary>An amount in of one asset: the least with R high enough.</summary>
    public static Verdict In(Question question, BigInteger[] paid, int asset, BigInteger amount)
    {
        if (!question.Holds(Moved(paid, asset, amount)))
        {
            return Verdict.WrongSide;
        }

        for (int units = 1; units <= 2; units++)
        {
            if (!question.Holds(Moved(paid, asset, amount - units)))
            {
                return units == 1 ? Verdict.Exact : Verdict.OneUnit;
            }
        }

        return Verdict.Worse;
    }

    /// <summary>A refusal: a false one where the exact trade ends on the surface (R crosses what it must be there, and not on the far side of the cone) and the
    /// balances before and after are states whichever way each amount moves by a unit.</summary>
    public static Verdict Refusal(Question question, BigInteger[]? after, int asset, ReadOnlySpan<int> assets)
    {
        if (after is null || !IsStateAllRound(question, after, assets)
            || question.Holds(Moved(after, asset, -2)) || !question.Holds(Moved(after, asset, 2)))
        {
            return Verdict.Refused;
        }

        for (int i = 0; i < question.Before.Length; i++)
        {
            if (!IsStateAllRound(question with { Factor = 1, Share = 1 }, question.Before, [i]))
            {
                return Verdict.Refused;
            }
        }

        return Verdict.FalseRefusal;
    }

    public static BigInteger[] Moved(BigInteger[] balances, int asset, BigInteger amount)
    {
        BigInteger[] moved = [.. balances];
        moved[asset] += amount;
        return moved;
    }

    /// <summary>A state both by its own R and by the one that the trade leaves, which a unit of a balance does not change.</summary>
    private static bool IsStateAllRound(Question question, BigInteger[] balances, ReadOnlySpan<int> assets)
    {
        if (assets.IsEmpty)
        {
            return question.Surface.IsState(balances) && question.Surface.IsState(balances, question.Before, question.Factor, question.Share);
        }

        for (int unit = -1; unit <= 1; unit++)
        {
            if (!IsStateAllRound(question, Moved(balances, assets[0], unit), assets[1..]))
            {
                return false;
            }
        }

        return true;
    }
}
