using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;

namespace Myco.Engine.Reserve.Scenarios;

/// <summary>A step of a course: the system after it, and what flowed in it.</summary>
public readonly record struct ScenarioStep
{
    /// <summary>The step's number, from 0.</summary>
    public int Step { get; init; }

    /// <summary>Its time in seconds.</summary>
    public double Time { get; init; }

    /// <summary>The tokens after it.</summary>
    public double Supply { get; init; }

    /// <summary>The value of the vaults after it.</summary>
    public double ReserveValue { get; init; }

    /// <summary>Reserve value over supply; NaN without supply.</summary>
    public double BackingRatio { get; init; }

    /// <summary>The surface's invariant.</summary>
    public double Invariant { get; init; }

    /// <summary>The tokens minted, for deposits and work.</summary>
    public double Minted { get; init; }

    /// <summary>The tokens burned.</summary>
    public double Burned { get; init; }

    /// <summary>The value paid in.</summary>
    public double ValueIn { get; init; }

    /// <summary>The value paid out.</summary>
    public double ValueOut { get; init; }

    /// <summary>The tokens offered in redemptions that were done.</summary>
    public double Offered { get; init; }

    /// <summary>Those of them that reached the redemption curve.</summary>
    public double Effective { get; init; }

    /// <summary>The orders, refused ones included.</summary>
    public int Orders { get; init; }

    /// <summary>The orders refused.</summary>
    public int Refused { get; init; }

    /// <summary>The value paid per token burned; NaN where none was.</summary>
    public double RedemptionRate => Burned > 0 ? ValueOut / Burned : double.NaN;

    /// <summary>The mean multiplier of the flow dampening; NaN where nothing was redeemed.</summary>
    public double FlowMultiplier => Offered > 0 ? Effective / Offered : double.NaN;

    /// <summary>This step and a later one as one: the system after the later, the flows of both.</summary>
    public ScenarioStep Then(in ScenarioStep later) => later with
    {
        Minted = Minted + later.Minted,
        Burned = Burned + later.Burned,
        ValueIn = ValueIn + later.ValueIn,
        ValueOut = ValueOut + later.ValueOut,
        Offered = Offered + later.Offered,
        Effective = Effective + later.Effective,
        Orders = Orders + later.Orders,
        Refused = Refused + later.Refused,
    };

    /// <summary>This step with the system as it is now.</summary>
    internal ScenarioStep Closed(SystemState state) => this with
    {
        Time = state.Time,
        Supply = state.Supply,
        ReserveValue = state.ReserveValue,
        BackingRatio = state.BackingRatio,
        Invariant = state.Invariant,
    };

    /// <summary>This step with an order that was done.</summary>
    internal ScenarioStep With(SystemOperation order, SystemReceipt receipt) => order switch
    {
        RedeemOperation redeem => this with
        {
            Burned = Burned + receipt.Burned,
            ValueOut = ValueOut + receipt.Value,
            Offered = Offered + redeem.Tokens,
            Effective = Effective + receipt.EffectiveTokens,
        },
        _ => this with { Minted = Minted + receipt.Minted, ValueIn = ValueIn + receipt.Value },
    };
}
