using System.Text.Json.Serialization;

namespace Myco.Engine.Reserve.Operations;

/// <summary>Something asked of the system. Immutable; one object may be asked many times.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(DepositOperation), "deposit")]
[JsonDerivedType(typeof(RedeemOperation), "redeem")]
[JsonDerivedType(typeof(ReserveSwapOperation), "swap")]
[JsonDerivedType(typeof(SubscribeOperation), "subscribe")]
[JsonDerivedType(typeof(ContributeOperation), "contribute")]
[JsonDerivedType(typeof(StakeOperation), "stake")]
[JsonDerivedType(typeof(UnstakeOperation), "unstake")]
[JsonDerivedType(typeof(AdvanceTimeOperation), "advance")]
[JsonDerivedType(typeof(SetPricesOperation), "prices")]
[JsonDerivedType(typeof(ChangeParametersOperation), "parameters")]
[JsonDerivedType(typeof(MoveWeightsOperation), "weights")]
public abstract record SystemOperation
{
    /// <summary>The last time at which the order may be done; none by default.</summary>
    public double Deadline { get; init; } = double.PositiveInfinity;
}
