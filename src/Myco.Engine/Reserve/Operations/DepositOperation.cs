using Myco.Engine.Reserve.System;
using Myco.Engine.Reserve.Tranching;
using Myco.Engine.Surfaces;

namespace Myco.Engine.Reserve.Operations;

/// <summary>Pays collateral in, mints tokens by the surface.</summary>
/// <remarks>Collateral in, tokens out: imbalance fee, safety, surface mint. minted = supply·(r(v + Δ(1 − fee))/r(v) − 1); the vaults take Δ whole, so that the fee stays with the holders. The first deposit mints
/// r·(initial supply per unit of invariant). Source: spec 02-reserve-system, sections 5 and 6.</remarks>
public sealed record DepositOperation : SystemOperation
{
    /// <summary>Roundings of balances move the prices of a proportional deposit by less than this.</summary>
    private const double BoxTolerance = 1e-9;

    /// <summary>The value to deposit, split over the vaults toward their targets; 0 where <see cref="Amounts"/> names them.</summary>
    public double Value { get; init; }

    /// <summary>Tokens for each vault, none below 0; null to split <see cref="Value"/>.</summary>
    public IReadOnlyList<double>? Amounts { get; init; }

    /// <summary>The fewest tokens minted that are accepted.</summary>
    public double LeastMinted { get; init; }

    internal SystemRefusal Run(SystemCore core, SystemReceipt receipt)
    {
        if (core.Numbers.Supply > 0 && core.Point.IsEmpty)
        {
            return new(SystemCheck.NoReserve, core.Numbers.Supply, Detail: $"{core.Numbers.Supply:R} tokens without a reserve");
        }

        SystemRefusal refusal = Split(core, receipt);
        if (refusal.IsRefused)
        {
            return refusal;
        }

        Charge(core, receipt);
        refusal = Mint(core, receipt);
        if (!refusal.IsRefused)
        {
            refusal = TrancheMove.Apply(core, receipt.VaultAmounts, isMint: true);
        }

        if (refusal.IsRefused)
        {
            return refusal;
        }

        core.Numbers.Supply += receipt.Minted;
        return receipt.Minted > 0 && double.IsFinite(core.Numbers.Supply)
            ? ChannelMint.Least(receipt.Minted, LeastMinted)
            : new(SystemCheck.NothingToDo, receipt.Minted);
    }

    /// <summary>The tokens for each vault: those named, or the value split toward the targets.</summary>
    private SystemRefusal Split(SystemCore core, SystemReceipt receipt)
    {
        Span<double> amounts = receipt.Amounts;
        if (Amounts is { } named)
        {
            if (named.Count != amounts.Length || Value != 0)
            {
                return new(SystemCheck.InvalidAmount, named.Count, amounts.Length, Detail: $"{named.Count} amounts for {amounts.Length} vaults and a value of {Value:R}; give a value, or one amount per vault");
            }

            for (int i = 0; i < amounts.Length; i++)
            {
                amounts[i] = named[i];
            }
        }
        else
        {
            if (!(Value > 0 && double.IsFinite(Value)))
            {
                return new(SystemCheck.InvalidAmount, Value);
            }

            Span<double> values = stackalloc double[SystemParameters.MostVaults];
            Span<double> targets = stackalloc double[SystemParameters.MostVaults];
            values = values[..amounts.Length];
            targets = targets[..amounts.Length];
            core.CopyValues(values);
            core.CopyTargets(targets);
            TrancheSplit.Deposit(values, targets, Value, amounts);
            for (int i = 0; i < amounts.Length; i++)
            {
                amounts[i] = core.Rules.Amount(i, amounts[i], core.Prices[i]);
            }
        }

        return Judge(core, receipt);
    }

    private static SystemRefusal Judge(SystemCore core, SystemReceipt receipt)
    {
        double value = 0;
        for (int i = 0; i < core.Count; i++)
        {
            if (!(receipt.Amounts[i] >= 0))
            {
                return new(SystemCheck.InvalidAmount, receipt.Amounts[i], 0, i);
            }

            value += core.Rules.Value(i, receipt.Amounts[i], core.Prices[i]);
        }

        receipt.Value = value;
        return value > 0 && double.IsFinite(value) ? SystemRefusal.None : new(SystemCheck.InvalidAmount, value);
    }

    private static void Charge(SystemCore core, SystemReceipt receipt)
    {
        receipt.ImbalanceBefore = TrancheImbalance.Of(core, default);
        receipt.ImbalanceAfter = TrancheImbalance.Of(core, receipt.VaultAmounts);
        receipt.FeeRate = core.Rules.Parameters.Fee.Rate(receipt.ImbalanceBefore, receipt.ImbalanceAfter);
    }

    /// <summary>The tokens minted for what the surface sees, and the price box.</summary>
    private static SystemRefusal Mint(SystemCore core, SystemReceipt receipt)
    {
        Span<double> seen = stackalloc double[SystemParameters.MostVaults];
        Span<double> balances = stackalloc double[SystemParameters.MostVaults];
        seen = seen[..core.Count];
        balances = balances[..core.Count];
        for (int i = 0; i < seen.Length; i++)
        {
            seen[i] = core.Amounts[i] + (receipt.Amounts[i] * (1 - receipt.FeeRate));
        }

        SurfacePoint trial = core.Trial;
        SystemRefusal refusal = TrancheMove.MovePoint(trial, core.Surface, core.Rules, seen, balances);
        if (refusal.IsRefused)
        {
            return refusal;
        }

        if (trial.BoxExcess > 1 + BoxTolerance && trial.BoxExcess > core.Point.BoxExcess * (1 + BoxTolerance))
        {
            return new(SystemCheck.PriceBox, trial.BoxExcess, Math.Max(1, core.Point.BoxExcess));
        }

        if (core.Numbers.Supply == 0)
        {
            receipt.Minted = trial.Invariant * core.Rules.Parameters.Mint.InitialSupplyPerInvariant;
            return SystemRefusal.None;
        }

        receipt.SurfaceGrowth = trial.GrowthFrom(core.Point);
        receipt.Minted = core.Numbers.Supply * receipt.SurfaceGrowth;
        double fair = receipt.Value * core.Numbers.Supply / core.ReserveValue;
        if (core.Rules.Parameters.Mint.CapAtReserveValue && receipt.Minted > fair)
        {
            (receipt.Minted, receipt.DilutionCapped) = (fair, true);
        }

        return SystemRefusal.None;
    }
}
