using Myco.Engine.Reserve.Commitments;
using Myco.Engine.Reserve.System;

namespace Myco.Engine.Reserve.Operations;

/// <summary>Claims tokens for attested work.</summary>
/// <remarks>Mints for attested work: units·decay^age at the rate of its type. Nothing enters the reserve. Source: spec 02-reserve-system, section 7.</remarks>
public sealed record ContributeOperation : SystemOperation
{
    /// <summary>The word for the work.</summary>
    public required Attestation Attestation { get; init; }

    /// <summary>Whether to take as much as the limits allow.</summary>
    public bool Clip { get; init; }

    /// <summary>The fewest tokens minted that are accepted.</summary>
    public double LeastMinted { get; init; }

    internal SystemRefusal Run(
        SystemCore core, SystemReceipt receipt, CommitmentLedger ledger, IAttestationVerifier verifier, ref LedgerChange change)
    {
        Attestation word = Attestation;
        LaborParameters labor = core.Rules.Parameters.Labor;
        ContributorAccount account = ChannelMint.IsName(word.Contributor) ? ledger.Find(CommitmentChannel.Labor, word.Contributor) : ContributorAccount.New;
        if (Objection(word, labor, account, core.Numbers.Time, verifier) is string objection)
        {
            return new(SystemCheck.Attestation, Detail: objection);
        }

        if (core.Point.IsEmpty || !(core.Numbers.Supply > 0))
        {
            return new(SystemCheck.NoReserve, core.Numbers.Supply);
        }

        double units = labor.UnitsLeft(word.Units, core.Numbers.Time - word.Time);
        double rate = labor.TokensPerUnit[word.Type];
        Admission admission = Admission.Of(labor.Channel, core.Numbers.Labor, account, units, rate, core.Numbers.Supply, core.Numbers.Time, Clip);
        if (ChannelMint.Refusal(admission) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (!ledger.HasRoom(CommitmentChannel.Labor, word.Contributor, core.Rules.Parameters.ContributorLimit))
        {
            return new(SystemCheck.LedgerFull, core.Rules.Parameters.ContributorLimit);
        }

        double minted = admission.Units * rate;
        core.Numbers.Labor = core.Numbers.Labor.Commit(labor.Channel, admission.Units, core.Numbers.Time).Mint(labor.Channel, minted, core.Numbers.Time);
        (change.Contributor, change.Channel) = (word.Contributor, CommitmentChannel.Labor);
        change.Account = account.Commit(labor.Channel, admission.Units, core.Numbers.Time) with { Serial = word.Serial };
        return ChannelMint.Finish(core, receipt, minted, admission.Units, LeastMinted);
    }

    private static string? Objection(Attestation word, LaborParameters labor, in ContributorAccount account, double time, IAttestationVerifier verifier) =>
        !ChannelMint.IsName(word.Contributor) || !ChannelMint.IsName(word.Attester) ? ChannelMint.NameRule
        : !(word.Units > 0 && double.IsFinite(word.Units)) ? $"it is for {word.Units:R} units; they must be finite and above 0"
        : word.Type is null || !labor.TokensPerUnit.ContainsKey(word.Type) ? $"'{word.Type}' is no type of work here"
        : !(word.Time <= time && word.Time > double.NegativeInfinity) ? $"it is of time {word.Time:R}, and now is {time:R}"
        : word.Serial <= account.Serial ? $"its serial {word.Serial} is not above {account.Serial}, the last that was used"
        : !verifier.IsGenuine(word) ? "the verifier does not take it for genuine"
        : null;
}
