using System.Numerics;
using Myco.Engine.Pools;
using Myco.Engine.Pools.Ellipsoid;
using Myco.Engine.Tests.Pools.Eclp;
using Myco.Engine.Tests.Pools.Ellipsoid.Oracle;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;
using Myco.TestSupport;
using Myco.Verification.Eclp;
using Xunit.Abstractions;

namespace Myco.Engine.Tests.Pools.Ellipsoid;

/// <summary>On every golden swap of the E-CLP contract with an answer, the ellipsoid derived from its parameters is nearer to the exact amount of the real
/// surface (640 bits, from α, β, c, s, λ) than the contract, and within a unit.</summary>
public sealed class EclpComparisonTests(ITestOutputHelper output)
{
    [Fact]
    public void The_ellipsoid_is_nearer_to_the_exact_amount_on_all_621()
    {
        var sets = EclpSamples.Answered.Select(pair => pair.Set).Distinct().ToDictionary(set => set, set => (set.Curve.Derive(), set.Curve.Oracle()));
        int compared = 0, zero = 0, beyond = 0, overpaid = 0;
        double worst = 0;
        foreach ((EclpVectorSet set, EclpSwapVector swap) in EclpSamples.Answered)
        {
            if (swap.Amount.IsZero)
            {
                zero++;
                continue;
            }

            (ExactEllipsoidParameters parameters, RealOracle oracle) = sets[set];
            bool exactIn = swap.Kind == SwapKind.ExactIn;
            Fault fault = default;
            UInt256 ours = exactIn
                ? ExactEllipsoidSwap.ExactIn(parameters, swap.Balances, swap.AssetIn, swap.AssetOut, swap.Amount, ref fault)
                : ExactEllipsoidSwap.ExactOut(parameters, swap.Balances, swap.AssetIn, swap.AssetOut, swap.Amount, ref fault);
            Assert.Equal(Revert.None, fault.ToRevert());
            ExactRational exact = oracle.Swap(
                exactIn, [.. swap.Balances.Select(balance => RealOracle.Real(Big.Of(balance)))], swap.AssetIn, RealOracle.Real(Big.Of(swap.Amount)));
            ExactRational error = Gain(exactIn, exact, ours), theirs = Gain(exactIn, exact, swap.Result!.Value);
            worst = Math.Max(worst, ExactRational.Abs(error).ToDouble());
            Assert.True(ExactRational.Abs(error) <= ExactRational.Abs(theirs), $"{swap}: ours {ours}, exact {exact}");
            Assert.True(error.ToDouble() is > -1e-6 and <= 1.000001, $"{swap}: {error}");
            overpaid += theirs.Sign < 0 ? 1 : 0;
            beyond += set.Curve.Stretch() > 1e4 ? 1 : 0;
            compared++;
        }

        output.WriteLine($"{compared} compared, {beyond} of them with λ above 1e4; worst {worst} units; the contract pays too much in {overpaid}; {zero} of amount 0 left out");
        Assert.Equal((621, 7, 14), (compared, zero, overpaid));
    }

    /// <summary>What the pool gains over the exact amount.</summary>
    private static ExactRational Gain(bool exactIn, ExactRational exact, UInt256 amount)
    {
        ExactRational given = new(Big.Of(amount), BigInteger.One);
        return exactIn ? exact - given : given - exact;
    }
}
