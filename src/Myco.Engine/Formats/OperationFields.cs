using Myco.Engine.Fields;
using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;

namespace Myco.Engine.Formats;

/// <summary>The fields of every operation, as a line of an event log has them.</summary>
/// <remarks>What a number may be depends on the state, so the operation refuses it when it is done, and not the reader.</remarks>
internal static class OperationFields
{
    private static readonly TextRule Kinds = TextRule.OneOf(
        "deposit", "redeem", "swap", "subscribe", "contribute", "stake", "unstake", "advance", "prices", "parameters", "weights");

    /// <summary>The declaration of an operation: its kind, its own fields, its deadline.</summary>
    public static SystemOperation Accept(IFields fields, SystemOperation? value)
    {
        SystemOperation operation = fields.Text("kind", KindOf(value), Kinds) switch
        {
            "deposit" => Deposit(fields, value as DepositOperation ?? new()),
            "redeem" => Redeem(fields, value as RedeemOperation ?? new()),
            "swap" => Swap(fields, value as ReserveSwapOperation ?? new()),
            "subscribe" => Subscribe(fields, value as SubscribeOperation ?? new() { Contributor = string.Empty, Tier = string.Empty }),
            "contribute" => Contribute(fields, value as ContributeOperation ?? new() { Attestation = null! }),
            "stake" => Stake(fields, value as StakeOperation ?? new() { Contributor = string.Empty }),
            "unstake" => Unstake(fields, value as UnstakeOperation ?? new() { Contributor = string.Empty }),
            "advance" => Advance(fields, value as AdvanceTimeOperation ?? new()),
            "prices" => Prices(fields, value as SetPricesOperation ?? new() { Prices = [] }),
            "parameters" => Parameters(fields, value as ChangeParametersOperation ?? new() { Parameters = null! }),
            _ => Weights(fields, value as MoveWeightsOperation ?? new() { Multipliers = [] }),
        };
        return operation with { Deadline = fields.Number("deadline", operation.Deadline, Interval.All) };
    }

    private static string KindOf(SystemOperation? operation) => operation switch
    {
        null => string.Empty,
        DepositOperation => "deposit",
        RedeemOperation => "redeem",
        ReserveSwapOperation => "swap",
        SubscribeOperation => "subscribe",
        ContributeOperation => "contribute",
        StakeOperation => "stake",
        UnstakeOperation => "unstake",
        AdvanceTimeOperation => "advance",
        SetPricesOperation => "prices",
        ChangeParametersOperation => "parameters",
        MoveWeightsOperation => "weights",
        _ => throw new ArgumentException($"An operation of type {operation.GetType().Name} is not known.", nameof(operation)),
    };

    private static DepositOperation Deposit(IFields fields, DepositOperation value) => value with
    {
        Value = fields.Number("value", value.Value, Interval.All),
        Amounts = fields.NumbersOrNull("amounts", value.Amounts, Interval.All, 0, SystemParameters.MostVaults),
        LeastMinted = fields.Number("leastMinted", value.LeastMinted, Interval.All),
    };

    private static RedeemOperation Redeem(IFields fields, RedeemOperation value) => value with
    {
        Tokens = fields.Number("tokens", value.Tokens, Interval.All),
        LeastPayout = fields.Number("leastPayout", value.LeastPayout, Interval.All),
    };

    private static ReserveSwapOperation Swap(IFields fields, ReserveSwapOperation value) => value with
    {
        Given = fields.Choice("given", value.Given),
        VaultIn = Integer(fields, "vaultIn", value.VaultIn),
        VaultOut = Integer(fields, "vaultOut", value.VaultOut),
        Amount = fields.Number("amount", value.Amount, Interval.All),
        Limit = fields.NumberOrNull("limit", value.Limit, Interval.All),
    };

    private static SubscribeOperation Subscribe(IFields fields, SubscribeOperation value) => value with
    {
        Contributor = fields.Text("contributor", value.Contributor, TextRule.Name),
        Tier = fields.Text("tier", value.Tier, TextRule.Name),
        Vault = Integer(fields, "vault", value.Vault),
        Clip = fields.Flag("clip", value.Clip),
        LeastMinted = fields.Number("leastMinted", value.LeastMinted, Interval.All),
    };

    private static ContributeOperation Contribute(IFields fields, ContributeOperation value) => value with
    {
        Attestation = fields.Part("attestation", value.Attestation),
        Clip = fields.Flag("clip", value.Clip),
        LeastMinted = fields.Number("leastMinted", value.LeastMinted, Interval.All),
    };

    private static StakeOperation Stake(IFields fields, StakeOperation value) => value with
    {
        Contributor = fields.Text("contributor", value.Contributor, TextRule.Name),
        Tokens = fields.Number("tokens", value.Tokens, Interval.All),
        Duration = fields.Number("duration", value.Duration, Interval.All),
        Clip = fields.Flag("clip", value.Clip),
    };

    private static UnstakeOperation Unstake(IFields fields, UnstakeOperation value) => value with
    {
        Contributor = fields.Text("contributor", value.Contributor, TextRule.Name),
        Stake = fields.Whole("stake", value.Stake, long.MinValue, long.MaxValue),
    };

    private static AdvanceTimeOperation Advance(IFields fields, AdvanceTimeOperation value) => value with
    {
        Seconds = fields.Number("seconds", value.Seconds, Interval.All),
    };

    private static SetPricesOperation Prices(IFields fields, SetPricesOperation value) => value with
    {
        Prices = fields.Numbers("prices", value.Prices, Interval.All, 1, SystemParameters.MostVaults),
    };

    private static ChangeParametersOperation Parameters(IFields fields, ChangeParametersOperation value) => value with
    {
        Parameters = fields.Part("parameters", value.Parameters),
        Duration = fields.Number("duration", value.Duration, Interval.All),
    };

    private static MoveWeightsOperation Weights(IFields fields, MoveWeightsOperation value) => value with
    {
        Multipliers = fields.Numbers("multipliers", value.Multipliers, Interval.All, 1, SystemParameters.MostVaults),
        Least = fields.Number("least", value.Least, Interval.All),
        Largest = fields.Number("largest", value.Largest, Interval.All),
    };

    private static int Integer(IFields fields, string key, int value) => (int)fields.Whole(key, value, int.MinValue, int.MaxValue);
}
