namespace Myco.Engine.Reserve.Commitments;

/// <summary>What is given instead of a deposit.</summary>
public enum CommitmentChannel
{
    /// <summary>Attested work.</summary>
    Labor,

    /// <summary>A recurring payment.</summary>
    Subscription,

    /// <summary>Tokens locked for a time.</summary>
    Staking,
}
