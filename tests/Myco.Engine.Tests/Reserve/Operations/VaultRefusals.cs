using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;

namespace Myco.Engine.Tests.Reserve.Operations;

/// <summary>Systems and numbers for the refusals of what moves collateral.</summary>
internal static class VaultRefusals
{
    /// <summary>Half of a vault may flow at once, a quarter closes it for an hour; flows are forgotten within a second.</summary>
    public static SystemParameters Flowing { get; } = RefusalCase.Free with { FlowLimits = new() { ShortFlowThreshold = 0.5, Buffer = 0.5, Memory = 0 } };

    /// <summary>Lets the flow of the first deposit fade.</summary>
    public static AdvanceTimeOperation Second { get; } = new() { Seconds = 1 };

    /// <summary>A vault with a minimum price, none with a peg.</summary>
    public static SystemParameters Priced(int vault, double minimum) =>
        RefusalCase.Free with { Vaults = [.. RefusalCase.Free.Vaults.Select((one, i) => i == vault ? one with { MinimumPrice = minimum } : one)] };

    /// <summary>The calibration prices, one of them another.</summary>
    public static SetPricesOperation Prices(int vault, double price) =>
        new() { Prices = [.. Systems.Four.Vaults.Select((one, i) => i == vault ? price : one.CalibrationPrice)] };

    /// <summary>A deposit of a part of a vault into it.</summary>
    public static DepositOperation Into(SystemState state, int vault, double part)
    {
        double[] amounts = new double[state.VaultCount];
        amounts[vault] = part * state.Amounts[vault];
        return new() { Amounts = amounts };
    }

    /// <summary>The weight of a vault after a value has come to it.</summary>
    public static double Weight(SystemState state, int vault, double value) => (RefusalCase.ValueOf(state, vault) + value) / (state.ReserveValue + value);

    /// <summary>Parameters whose one tier pays that much a month, with a cap that lets it.</summary>
    public static SystemParameters Paying(SystemParameters parameters, double payment) => parameters with
    {
        Subscription = new() { Channel = new() { SupplyCap = 0.999_999 }, Tiers = [new("Whale", payment, 1)] },
    };
}
