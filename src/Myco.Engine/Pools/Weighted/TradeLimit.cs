using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Weighted;

/// <summary>The most that one swap may bring to, or take from, a balance: ⌊0.3·balance⌋; or the refusal that computing it raised.</summary>
/// <remarks>Source: spec/04-onchain-math.md §1.7.</remarks>
internal readonly struct TradeLimit
{
    private const ulong LargestShare = 300_000_000_000_000_000;

    private readonly UInt256 _most;
    private readonly Revert _refusal;

    /// <summary>The limit at a balance.</summary>
    public TradeLimit(in UInt256 balance)
    {
        Fault fault = default;
        _most = Decimal18.MultiplyDown(balance, LargestShare, ref fault);
        _refusal = fault.ToRevert();
    }

    /// <summary>Raises the refusal, or the given one for an amount above the limit.</summary>
    public void Require(in UInt256 amount, Revert exceeded, ref Fault fault)
    {
        if (_refusal != Revert.None)
        {
            fault.Raise(_refusal);
        }
        else if (amount > _most)
        {
            fault.Raise(exceeded);
        }
    }
}
