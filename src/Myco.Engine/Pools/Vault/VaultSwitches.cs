namespace Myco.Engine.Pools.Vault;

/// <summary>What is switched on or off for a pool.</summary>
[Flags]
public enum VaultSwitches
{
    /// <summary>Nothing: swaps and liquidity of every kind but donations.</summary>
    None = 0,

    /// <summary>Only withdrawals in recovery mode are open.</summary>
    Paused = 1,

    /// <summary>No aggregate fees are taken, and withdrawals without rates are open.</summary>
    RecoveryMode = 2,

    /// <summary>Donations are taken.</summary>
    Donation = 4,

    /// <summary>Liquidity is added and removed in proportion only.</summary>
    ProportionalOnly = 8,
}
