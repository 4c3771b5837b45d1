using Myco.Engine.Reserve.Commitments;

namespace Myco.Engine.Reserve.System;

/// <summary>What an order does to the books, kept back until the order is done.</summary>
internal struct LedgerChange
{
    /// <summary>The contributor whose account is set; null for none.</summary>
    public string? Contributor;

    /// <summary>The channel of that account.</summary>
    public CommitmentChannel Channel;

    /// <summary>The account.</summary>
    public ContributorAccount Account;

    /// <summary>A stake to keep, new or changed; null for none.</summary>
    public Stake? Stake;

    /// <summary>A stake to forget; −1 for none.</summary>
    public long Forgotten;

    /// <summary>The part of what is due that every stake has minted; 0 for none.</summary>
    public double VestedPart;

    /// <summary>No change.</summary>
    public static LedgerChange None => new() { Forgotten = -1 };

    /// <summary>Writes the change into the books.</summary>
    public readonly void Apply(CommitmentLedger ledger, double time)
    {
        if (Contributor is not null)
        {
            ledger.Set(Channel, Contributor, Account);
        }

        if (Stake is Stake stake)
        {
            ledger.Set(stake);
            ledger.NextStake = Math.Max(ledger.NextStake, stake.Id + 1);
        }

        if (Forgotten >= 0)
        {
            ledger.Remove(Forgotten);
        }

        if (VestedPart > 0)
        {
            ledger.Vest(VestedPart, time);
        }
    }
}
