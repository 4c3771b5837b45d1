using Myco.Engine.Reserve.Commitments;
using Myco.Engine.Reserve.System;
using Myco.Engine.Surfaces;

namespace Myco.Engine.Reserve.Operations;

/// <summary>Lets time pass: flows decay, bonuses vest, changes of parameters proceed.</summary>
/// <remarks>Lets time pass: a change under way proceeds, bonuses vest. Flows and levels keep the time of their last change and decay when they are read. Source: spec 02-reserve-system, sections 7 and 8.</remarks>
public sealed record AdvanceTimeOperation : SystemOperation
{
    /// <summary>The seconds, above 0.</summary>
    public double Seconds { get; init; }

    internal SystemRefusal Run(SystemCore core, SystemReceipt receipt, CommitmentLedger ledger, PreparedSurfaces surfaces, ref LedgerChange change)
    {
        if (!(Seconds > 0 && core.Numbers.Time + Seconds > core.Numbers.Time && double.IsFinite(core.Numbers.Time + Seconds)))
        {
            return new(SystemCheck.InvalidAmount, Seconds);
        }

        core.Numbers.Time += Seconds;
        receipt.Time = core.Numbers.Time;
        Proceed(core, receipt, surfaces);
        Vest(core, ledger, receipt, ref change);
        return SystemRefusal.None;
    }

    /// <summary>Leads weights and surface along the change under way, or the weights along the oracle's motion.</summary>
    internal static void Proceed(SystemCore core, SystemReceipt receipt, PreparedSurfaces surfaces)
    {
        core.Numbers.Motion?.Schedule.At(core.Numbers.Time, core.ScheduledWeights);
        if (core.Numbers.Transition is not Transition transition)
        {
            return;
        }

        double progress = transition.ProgressAt(core.Numbers.Time);
        SystemParameters target = core.Rules.Parameters;
        for (int i = 0; i < core.Count; i++)
        {
            core.ScheduledWeights[i] = progress >= 1
                ? target.TargetWeights[i]
                : transition.FromWeights[i] + (progress * (target.TargetWeights[i] - transition.FromWeights[i]));
        }

        bool followed = transition.SurfaceProgress >= progress || TryFollow(core, transition, progress, surfaces);
        receipt.SurfaceHeld = !followed;
        core.Numbers.Transition = progress >= 1 && followed ? null : transition with { SurfaceProgress = followed ? progress : transition.SurfaceProgress };
    }

    /// <summary>Mints what is due of every stake, shared in proportion where the cap has not room for all; the rest stays due.</summary>
    private static void Vest(SystemCore core, CommitmentLedger ledger, SystemReceipt receipt, ref LedgerChange change)
    {
        double due = 0;
        foreach (Stake stake in ledger.Stakes)
        {
            due += stake.DueAt(core.Numbers.Time);
        }

        ChannelParameters channel = core.Rules.Parameters.Staking.Channel;
        double minted = Math.Min(due, core.Numbers.Staking.RoomForReserved(channel, core.Numbers.Supply));
        if (minted > 0)
        {
            core.Numbers.Staking = core.Numbers.Staking.Reserve(-minted).Mint(channel, minted, core.Numbers.Time);
            core.Numbers.Supply += minted;
            receipt.Minted = minted;
            change.VestedPart = minted / due;
        }
    }

    private static bool TryFollow(SystemCore core, Transition transition, double progress, PreparedSurfaces surfaces)
    {
        EllipsoidSurface? surface = core.Rules.Surface;
        if (progress < 1 && !surfaces.TryFind(transition.FromSurface.Toward(core.Rules.Parameters.Surface, progress), out surface, out _))
        {
            return false;
        }

        EllipsoidSurface held = core.Surface;
        if (!TrancheMove.MovePoint(core, surface).IsRefused)
        {
            core.Surface = surface;
            return true;
        }

        _ = TrancheMove.MovePoint(core, held);
        return false;
    }
}
