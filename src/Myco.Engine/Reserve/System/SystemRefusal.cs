using System.Globalization;

namespace Myco.Engine.Reserve.System;

/// <summary>Why an order was refused, with the numbers of the check.</summary>
/// <param name="Check">The check; <see cref="SystemCheck.None"/> when nothing refused.</param>
/// <param name="Value">The number that met the limit.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Vault">The vault it is about; −1 when it is about none.</param>
/// <param name="Detail">More words, where a number does not say it; null mostly.</param>
public readonly record struct SystemRefusal(SystemCheck Check, double Value = 0, double Limit = 0, int Vault = -1, string? Detail = null)
{
    /// <summary>No refusal.</summary>
    public static SystemRefusal None => new(SystemCheck.None);

    /// <summary>Whether something refused.</summary>
    public bool IsRefused => Check != SystemCheck.None;

    /// <summary>One line: the check, the numbers, the remedy.</summary>
    public string Describe()
    {
        string place = Vault < 0 ? string.Empty : $" (vault {Vault})";
        string numbers = Detail ?? string.Create(CultureInfo.InvariantCulture, $"{Value:G6} against {Limit:G6}");
        return $"{Check}{place}: {Words(Check)}: {numbers}";
    }

    private static string Words(SystemCheck check) => check switch
    {
        SystemCheck.None => "done",
        SystemCheck.InvalidAmount => "amounts must be finite and above 0",
        SystemCheck.Deadline => "the deadline is over; place the order anew",
        SystemCheck.Limit => "the result is beyond the order's limit; loosen it or wait",
        SystemCheck.StalePrices => "the prices are too old; set new ones",
        SystemCheck.UnknownVault => "name one of the vaults, two different ones for a swap",
        SystemCheck.NoReserve => "nothing is minted without a reserve; deposit first",
        SystemCheck.NotEnoughSupply => "fewer tokens are free; ask for less",
        SystemCheck.NotEnoughReserve => "the vault holds less; ask for less",
        SystemCheck.PriceTooSmall => "the price is below the vault's minimum; wait",
        SystemCheck.OffPeg => "a stable is below its floor, and the weight of every vault off its peg must fall; deposit into another vault",
        SystemCheck.WeightBand => "the weight would leave its band, or move farther outside; split the order by the targets",
        SystemCheck.TrancheFlow => "too much flows within a short time; wait or ask for less",
        SystemCheck.SafetyMode => "the vault's direction is closed; wait until the time given",
        SystemCheck.OffSurface => "the balances would lie on no surface; take or give other proportions",
        SystemCheck.PriceBox => "the prices would leave the box farther; deposit other proportions",
        SystemCheck.Cooldown => "wait for the cooldown",
        SystemCheck.ContributorRate => "the contributor's units of the period are used up; wait",
        SystemCheck.ChannelRate => "the channel's units of the period are used up; wait",
        SystemCheck.SupplyCap => "the channel has minted its part of the supply",
        SystemCheck.Attestation => "the attestation cannot be used",
        SystemCheck.UnknownTier => "name one of the tiers",
        SystemCheck.UnknownStake => "the contributor has no such stake",
        SystemCheck.LockDuration => "lock for a time within the limits",
        SystemCheck.LedgerFull => "the books are full; raise their limit",
        SystemCheck.InvalidParameters => "the numbers are not valid",
        _ => "nothing would be minted or paid; ask for more",
    };
}
