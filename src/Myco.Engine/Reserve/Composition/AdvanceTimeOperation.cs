using Myco.Engine.Reserve.Commitments;
using Myco.Engine.Surfaces;

namespace Myco.Engine.Reserve.Composition;

/// <summary>Lets time pass: a change under way proceeds, bonuses vest.</summary>
/// <remarks>Flows and levels keep the time of their last change and decay when they are read. Source: spec 02-reserve-system, sections 7 and 8.</remarks>
internal static class AdvanceTimeOperation
{
    public static SystemRefusal Run(SystemCore core, AdvanceTimeOrder order, SystemReceipt receipt, CommitmentLedger ledger, ref LedgerChange change)
    {
        if (!(order.Seconds > 0 && core.Time + order.Seconds > core.Time && double.IsFinite(core.Time + order.Seconds)))
        {
            return new(SystemCheck.InvalidAmount, order.Seconds);
        }

        core.Time += order.Seconds;
        receipt.Time = core.Time;
        SystemRefusal refusal = Proceed(core, receipt);
        if (!refusal.IsRefused)
        {
            Vest(core, ledger, receipt, ref change);
        }

        return refusal;
    }

    /// <summary>Leads weights and surface along the change under way, or the weights along the oracle's motion.</summary>
    public static SystemRefusal Proceed(SystemCore core, SystemReceipt receipt)
    {
        core.Motion?.Schedule.At(core.Time, core.ScheduledWeights);
        if (core.Transition is not Transition transition)
        {
            return SystemRefusal.None;
        }

        double progress = transition.ProgressAt(core.Time);
        SystemParameters target = core.Rules.Parameters;
        for (int i = 0; i < core.Count; i++)
        {
            core.ScheduledWeights[i] = progress >= 1
                ? target.TargetWeights[i]
                : transition.FromWeights[i] + (progress * (target.TargetWeights[i] - transition.FromWeights[i]));
        }

        bool followed = transition.SurfaceProgress >= progress || TryFollow(core, transition, progress);
        receipt.SurfaceHeld = !followed;
        core.Transition = progress >= 1 && followed ? null : transition with { SurfaceProgress = followed ? progress : transition.SurfaceProgress };
        return SystemRefusal.None;
    }

    /// <summary>Mints what is due of every stake, shared in proportion where the cap has not room for all; the rest stays due.</summary>
    private static void Vest(SystemCore core, CommitmentLedger ledger, SystemReceipt receipt, ref LedgerChange change)
    {
        double due = 0;
        foreach (Stake stake in ledger.Stakes)
        {
            due += stake.DueAt(core.Time);
        }

        ChannelParameters channel = core.Rules.Parameters.Staking.Channel;
        double minted = Math.Min(due, core.Staking.RoomForReserved(channel, core.Supply));
        if (minted > 0)
        {
            core.Staking = core.Staking.Reserve(-minted).Mint(channel, minted, core.Time);
            core.Supply += minted;
            receipt.Minted = minted;
            change.VestedPart = minted / due;
        }
    }

    private static bool TryFollow(SystemCore core, Transition transition, double progress)
    {
        SystemParameters target = core.Rules.Parameters;
        EllipsoidSurface surface;
        try
        {
            surface = progress >= 1 ? core.Rules.Surface : transition.FromSurface.Toward(target.Surface, progress).ToSurface();
        }
        catch (ArgumentException)
        {
            return false;
        }

        EllipsoidSurface held = core.Surface;
        if (!VaultMove.MovePoint(core, surface).IsRefused)
        {
            core.Surface = surface;
            return true;
        }

        _ = VaultMove.MovePoint(core, held);
        return false;
    }
}
