namespace Myco.Engine.Reserve.System;

/// <summary>What an order did, or would do, and how the amount came about. Made once and written over by every order.</summary>
public sealed class SystemReceipt
{
    private readonly double[] _vaultAmounts;

    /// <summary>A receipt for a system of that many vaults.</summary>
    public SystemReceipt(int vaults) => _vaultAmounts = new double[vaults];

    /// <summary>When the order was done.</summary>
    public double Time { get; internal set; }

    /// <summary>The tokens minted.</summary>
    public double Minted { get; internal set; }

    /// <summary>The tokens burned.</summary>
    public double Burned { get; internal set; }

    /// <summary>The value paid in, or out.</summary>
    public double Value { get; internal set; }

    /// <summary>What each vault gained, or lost where below 0, in its tokens.</summary>
    public ReadOnlySpan<double> VaultAmounts => _vaultAmounts;

    /// <summary>The imbalance of the vaults before and after.</summary>
    public double ImbalanceBefore { get; internal set; }

    /// <summary>The imbalance of the vaults afterwards.</summary>
    public double ImbalanceAfter { get; internal set; }

    /// <summary>The fee as a part of the amount.</summary>
    public double FeeRate { get; internal set; }

    /// <summary>The growth of the invariant that was minted for, r'/r − 1.</summary>
    public double SurfaceGrowth { get; internal set; }

    /// <summary>Whether the cap at the reserve's value per token bound the mint.</summary>
    public bool DilutionCapped { get; internal set; }

    /// <summary>The mean multiplier of the flow dampening, effective tokens over tokens.</summary>
    public double FlowMultiplier { get; internal set; }

    /// <summary>The tokens that reached the redemption curve.</summary>
    public double EffectiveTokens { get; internal set; }

    /// <summary>The region of the redemption curve.</summary>
    public RedemptionRegion Region { get; internal set; }

    /// <summary>The value paid per effective token.</summary>
    public double RedemptionRate { get; internal set; }

    /// <summary>The level of recent redemptions before.</summary>
    public double RedemptionLevel { get; internal set; }

    /// <summary>The units that a channel took.</summary>
    public double Units { get; internal set; }

    /// <summary>The loyalty multiplier of a subscription.</summary>
    public double Loyalty { get; internal set; }

    /// <summary>The number of a new stake.</summary>
    public long Stake { get; internal set; }

    /// <summary>The tokens forfeited by an early exit.</summary>
    public double Forfeited { get; internal set; }

    /// <summary>Whether a change of the surface waits, because the balances do not lie on the next one.</summary>
    public bool SurfaceHeld { get; internal set; }

    internal Span<double> Amounts => _vaultAmounts;

    internal void Clear(double time)
    {
        Array.Clear(_vaultAmounts);
        (Time, Minted, Burned, Value, FeeRate, SurfaceGrowth, FlowMultiplier, EffectiveTokens) = (time, 0, 0, 0, 0, 0, 1, 0);
        (ImbalanceBefore, ImbalanceAfter, RedemptionRate, RedemptionLevel, Units, Loyalty, Stake, Forfeited) = (0, 0, 0, 0, 0, 1, -1, 0);
        (DilutionCapped, SurfaceHeld, Region) = (false, false, default);
    }
}
