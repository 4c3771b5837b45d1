namespace Myco.Engine.Reserve.Flows;

/// <summary>What becomes of the tokens that dampening keeps from being effective.</summary>
public enum DampeningPolicy
{
    /// <summary>All are burned, and what they forgo accrues to those who stay.</summary>
    Burn,

    /// <summary>Only the effective ones are burned, the rest stay with the holder.</summary>
    Return,
}
