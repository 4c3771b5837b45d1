using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Vault;

/// <summary>The vault's fixed limits.</summary>
/// <remarks>Source: spec/04-onchain-math.md §1.10, §1.12.</remarks>
internal static class VaultLimits
{
    /// <summary>The least amount of a trade, live: 10⁻¹².</summary>
    public const ulong MinimumTrade = 1_000_000;

    /// <summary>The least supply of pool tokens.</summary>
    public const ulong MinimumSupply = 1_000_000;

    /// <summary>The largest fee, 18 decimals: 99.9999 %.</summary>
    public const ulong MaximumFee = 999_999_000_000_000_000;

    /// <summary>The unit in which fees are stored: 10⁻⁷.</summary>
    public const ulong FeeUnit = 100_000_000_000;

    /// <summary>A swap's amount must be at least the least trade.</summary>
    internal static void CheckSwapAmount(in UInt256 amount, ref Fault fault)
    {
        if (amount < MinimumTrade)
        {
            fault.Raise(Revert.TradeAmountTooSmall);
        }
    }

    /// <summary>An amount of liquidity must be nothing, or at least the least trade.</summary>
    internal static void CheckTradeAmount(in UInt256 amount, ref Fault fault)
    {
        if (!amount.IsZero)
        {
            CheckSwapAmount(amount, ref fault);
        }
    }
}
