namespace Myco.Engine.Reserve.Commitments;

/// <summary>How much of a commitment a channel takes.</summary>
/// <param name="Units">The units taken; 0 when refused.</param>
/// <param name="Check">The limit that refused or clipped it; None when it was taken whole.</param>
/// <param name="Value">The number that met the limit.</param>
/// <param name="Limit">The limit.</param>
internal readonly record struct Admission(double Units, CommitmentCheck Check, double Value, double Limit)
{
    /// <summary>True when nothing is taken.</summary>
    public bool IsRefused => Units == 0;

    /// <summary>Holds a commitment against a channel's limits: cooldown, both rates, cap, in that order.</summary>
    /// <param name="parameters">The channel's limits.</param>
    /// <param name="channel">What the channel has minted.</param>
    /// <param name="contributor">What the contributor has committed.</param>
    /// <param name="units">The units offered, above 0 and finite.</param>
    /// <param name="tokensPerUnit">The tokens that a unit mints, not below 0.</param>
    /// <param name="supply">The supply before the mint.</param>
    /// <param name="time">The present time.</param>
    /// <param name="clip">Whether to take as much as fits, instead of all or nothing.</param>
    /// <remarks>Source: spec 02-reserve-system, section 7.</remarks>
    public static Admission Of(
        ChannelParameters parameters, in ChannelAccount channel, in ContributorAccount contributor,
        double units, double tokensPerUnit, double supply, double time, bool clip)
    {
        if (time - contributor.LastTime < parameters.Cooldown)
        {
            return new(0, CommitmentCheck.Cooldown, time - contributor.LastTime, parameters.Cooldown);
        }

        double unitRoom = tokensPerUnit > 0 ? channel.Room(parameters, supply) / tokensPerUnit : double.PositiveInfinity;
        Admission admission = new(units, CommitmentCheck.None, units, units);
        admission = admission.Within(parameters.UnitsPerContributor - contributor.Period.At(time, parameters.Period), CommitmentCheck.ContributorRate, clip);
        admission = admission.Within(parameters.UnitsInAll - channel.Period.At(time, parameters.Period), CommitmentCheck.ChannelRate, clip);
        return admission.Within(unitRoom, CommitmentCheck.SupplyCap, clip);
    }

    private Admission Within(double room, CommitmentCheck check, bool clip) =>
        Units <= room || Units == 0 ? this : new(clip ? Math.Max(0, room) : 0, check, Units, Math.Max(0, room));
}
