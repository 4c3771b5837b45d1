using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Weighted;

/// <summary>The most that one swap may bring to, or take from, a balance: ⌊0.3·balance⌋.</summary>
/// <remarks>Source: spec/04-onchain-math.md §1.7.</remarks>
internal readonly struct TradeLimit
{
    private const ulong LargestShare = 300_000_000_000_000_000;

    private readonly Kept<UInt256> _most;

    /// <summary>The limit at a balance.</summary>
    public TradeLimit(in UInt256 balance)
    {
        Fault fault = default;
        _most = new(Decimal18.MultiplyDown(balance, LargestShare, ref fault), fault);
    }

    /// <summary>Raises what computing the limit raised, or the given reason for an amount above the limit.</summary>
    public void Require(in UInt256 amount, Revert exceeded, ref Fault fault)
    {
        if (amount > _most.Take(ref fault))
        {
            fault.Raise(exceeded);
        }
    }
}
