using System.Text.Json.Serialization;
using Myco.Engine.Reserve.Commitments;

namespace Myco.Engine.Reserve.Composition;

/// <summary>Something asked of the system. Immutable; one object may be asked many times.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(DepositOrder), "deposit")]
[JsonDerivedType(typeof(RedeemOrder), "redeem")]
[JsonDerivedType(typeof(ReserveSwapOrder), "swap")]
[JsonDerivedType(typeof(SubscribeOrder), "subscribe")]
[JsonDerivedType(typeof(ContributeOrder), "contribute")]
[JsonDerivedType(typeof(StakeOrder), "stake")]
[JsonDerivedType(typeof(UnstakeOrder), "unstake")]
[JsonDerivedType(typeof(AdvanceTimeOrder), "advance")]
[JsonDerivedType(typeof(SetPricesOrder), "prices")]
[JsonDerivedType(typeof(ChangeParametersOrder), "parameters")]
[JsonDerivedType(typeof(MoveWeightsOrder), "weights")]
public abstract record SystemOrder
{
    /// <summary>The last time at which the order may be done; none by default.</summary>
    public double Deadline { get; init; } = double.PositiveInfinity;
}

/// <summary>Pays collateral in, mints tokens by the surface.</summary>
public sealed record DepositOrder : SystemOrder
{
    /// <summary>The value to deposit, split over the vaults toward their targets; 0 where <see cref="Amounts"/> names them.</summary>
    public double Value { get; init; }

    /// <summary>Tokens for each vault, none below 0; null to split <see cref="Value"/>.</summary>
    public IReadOnlyList<double>? Amounts { get; init; }

    /// <summary>The fewest tokens minted that are accepted.</summary>
    public double LeastMinted { get; init; }
}

/// <summary>Gives tokens back for value from the vaults.</summary>
public sealed record RedeemOrder : SystemOrder
{
    /// <summary>The tokens, above 0.</summary>
    public double Tokens { get; init; }

    /// <summary>The least value paid that is accepted.</summary>
    public double LeastPayout { get; init; }
}

/// <summary>Swaps one collateral for another on the surface.</summary>
public sealed record ReserveSwapOrder : SystemOrder
{
    /// <summary>Which amount is given.</summary>
    public SwapKind Given { get; init; }

    /// <summary>The vault paid into.</summary>
    public int VaultIn { get; init; }

    /// <summary>The vault paid from.</summary>
    public int VaultOut { get; init; }

    /// <summary>The amount given, in tokens of its vault, above 0.</summary>
    public double Amount { get; init; }

    /// <summary>The least out, or the most in; null for none.</summary>
    public double? Limit { get; init; }
}

/// <summary>Pays a month of a subscription.</summary>
public sealed record SubscribeOrder : SystemOrder
{
    /// <summary>Who pays.</summary>
    public required string Contributor { get; init; }

    /// <summary>The tier's name.</summary>
    public required string Tier { get; init; }

    /// <summary>The vault paid into.</summary>
    public int Vault { get; init; }

    /// <summary>Whether to take as much as the limits allow.</summary>
    public bool Clip { get; init; }

    /// <summary>The fewest tokens minted that are accepted.</summary>
    public double LeastMinted { get; init; }
}

/// <summary>Claims tokens for attested work.</summary>
public sealed record ContributeOrder : SystemOrder
{
    /// <summary>The word for the work.</summary>
    public required Attestation Attestation { get; init; }

    /// <summary>Whether to take as much as the limits allow.</summary>
    public bool Clip { get; init; }

    /// <summary>The fewest tokens minted that are accepted.</summary>
    public double LeastMinted { get; init; }
}

/// <summary>Locks tokens for a bonus that vests.</summary>
public sealed record StakeOrder : SystemOrder
{
    /// <summary>Whose tokens.</summary>
    public required string Contributor { get; init; }

    /// <summary>The tokens, above 0.</summary>
    public double Tokens { get; init; }

    /// <summary>The lock's seconds.</summary>
    public double Duration { get; init; }

    /// <summary>Whether to lock as much as the limits allow.</summary>
    public bool Clip { get; init; }
}

/// <summary>Ends a lock; before its time, what has not vested is forfeited.</summary>
public sealed record UnstakeOrder : SystemOrder
{
    /// <summary>Whose stake.</summary>
    public required string Contributor { get; init; }

    /// <summary>The stake's number.</summary>
    public long Stake { get; init; }
}

/// <summary>Lets time pass: flows decay, bonuses vest, changes of parameters proceed.</summary>
public sealed record AdvanceTimeOrder : SystemOrder
{
    /// <summary>The seconds, above 0.</summary>
    public double Seconds { get; init; }
}

/// <summary>Sets the price of a unit of every vault, as of now.</summary>
public sealed record SetPricesOrder : SystemOrder
{
    /// <summary>N prices, finite and above 0.</summary>
    public required IReadOnlyList<double> Prices { get; init; }
}

/// <summary>Governance: other parameters. Weights and surface are led over to theirs within a time, all else holds at once.</summary>
public sealed record ChangeParametersOrder : SystemOrder
{
    /// <summary>The parameters at the end; vaults must be the same in number and name.</summary>
    public required SystemParameters Parameters { get; init; }

    /// <summary>The seconds within which weights and surface change, at least 0.</summary>
    public double Duration { get; init; }
}

/// <summary>An oracle sets the target weights in motion: w_i(t) = w_i + multiplier_i·(t − now), until the first of them meets a bound.</summary>
public sealed record MoveWeightsOrder : SystemOrder
{
    /// <summary>The change of each weight a second, finite; they sum to 0.</summary>
    public required IReadOnlyList<double> Multipliers { get; init; }

    /// <summary>The least weight, above 0.</summary>
    public double Least { get; init; } = 0.01;

    /// <summary>The largest weight, at most 1.</summary>
    public double Largest { get; init; } = 0.99;
}
