using Myco.Engine.Reserve.Commitments;

namespace Myco.Engine.Reserve.Composition;

/// <summary>The composed system: vaults and surface, fees, redemption curve, dampening, commitment channels, governance.</summary>
/// <remarks><para>An order is a function (state, order) → (state', receipt): <see cref="Apply"/> does it, <see cref="Quote"/> only says what would happen.
/// A refused order leaves the state as it was. Safe to share between threads; a state belongs to one.</para>
/// <para>Deposits and redemptions allocate nothing while the state's numbers keep to double-double (λ up to 1e4).</para>
/// <para>Source: spec 02-reserve-system.</para></remarks>
public sealed class MycoSystem
{
    private readonly IAttestationVerifier _verifier;
    private readonly bool _checksInvariants;

    /// <summary>A system.</summary>
    /// <param name="verifier">Who tells genuine attestations; null to take none.</param>
    /// <param name="checksInvariants">Whether to check every invariant after every order, and to throw where one is broken: a debug mode.</param>
    public MycoSystem(IAttestationVerifier? verifier = null, bool checksInvariants = false)
    {
        _verifier = verifier ?? new KnownAttesters([]);
        _checksInvariants = checksInvariants;
    }

    /// <summary>An empty state: no reserve, no supply, prices at their calibration.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <exception cref="ArgumentException">They are not valid; the message says why.</exception>
    public static SystemState Create(SystemParameters parameters) => new(new SystemRules(parameters));

    /// <summary>Does an order, whole or not at all.</summary>
    /// <param name="state">The state; changed only when nothing refuses.</param>
    /// <param name="order">The order.</param>
    /// <param name="receipt">Written over; of meaning only when nothing refuses.</param>
    /// <returns>What refused; <see cref="SystemRefusal.None"/> when it is done.</returns>
    /// <exception cref="InvalidOperationException">In debug mode, an invariant is broken: a defect.</exception>
    public SystemRefusal Apply(SystemState state, SystemOrder order, SystemReceipt receipt)
    {
        SystemCore core = state.Draft();
        LedgerChange change = LedgerChange.None;
        SystemRefusal refusal = Run(core, order, receipt, state.Ledger, ref change);
        if (refusal.IsRefused)
        {
            return refusal;
        }

        core.Sequence++;
        change.Apply(state.Ledger, core.Time);
        state.Adopt();
        if (_checksInvariants && SystemInvariants.Broken(state) is string broken)
        {
            throw new InvalidOperationException($"After order {state.Sequence} ({order}): {broken}. This is a defect; please report it.");
        }

        return refusal;
    }

    /// <summary>Says what an order would do, without doing it.</summary>
    /// <param name="state">The state, left as it is.</param>
    /// <param name="order">The order.</param>
    /// <param name="receipt">Written over; of meaning only when nothing refuses.</param>
    /// <returns>What would refuse; <see cref="SystemRefusal.None"/> when it can be done.</returns>
    public SystemRefusal Quote(SystemState state, SystemOrder order, SystemReceipt receipt)
    {
        LedgerChange change = LedgerChange.None;
        return Run(state.Draft(), order, receipt, state.Ledger, ref change);
    }

    private SystemRefusal Run(SystemCore core, SystemOrder order, SystemReceipt receipt, CommitmentLedger ledger, ref LedgerChange change)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (receipt.VaultAmounts.Length != core.Count)
        {
            ThrowReceipt(receipt.VaultAmounts.Length, core.Count);
        }

        receipt.Clear(core.Time);
        if (!(core.Time <= order.Deadline))
        {
            return new(SystemCheck.Deadline, core.Time, order.Deadline);
        }

        if (order is DepositOrder or RedeemOrder or ReserveSwapOrder or SubscribeOrder && core.Time - core.PriceTime > core.Rules.Parameters.PriceAgeLimit)
        {
            return new(SystemCheck.StalePrices, core.Time - core.PriceTime, core.Rules.Parameters.PriceAgeLimit);
        }

        return order switch
        {
            DepositOrder deposit => DepositOperation.Run(core, deposit, receipt),
            RedeemOrder redeem => RedeemOperation.Run(core, redeem, receipt),
            ReserveSwapOrder swap => ReserveSwapOperation.Run(core, swap, receipt),
            SubscribeOrder subscribe => SubscribeOperation.Run(core, subscribe, receipt, ledger, ref change),
            ContributeOrder contribute => ContributeOperation.Run(core, contribute, receipt, ledger, _verifier, ref change),
            StakeOrder stake => StakeOperation.Run(core, stake, receipt, ledger, ref change),
            UnstakeOrder unstake => UnstakeOperation.Run(core, unstake, receipt, ledger, ref change),
            AdvanceTimeOrder advance => AdvanceTimeOperation.Run(core, advance, receipt, ledger, ref change),
            SetPricesOrder prices => SetPricesOperation.Run(core, prices),
            ChangeParametersOrder parameters => ChangeParametersOperation.Run(core, parameters, receipt, ledger),
            MoveWeightsOrder weights => MoveWeightsOperation.Run(core, weights),
            _ => throw new ArgumentException($"An order of type {order.GetType().Name} is not known.", nameof(order)),
        };
    }

    private static void ThrowReceipt(int receipt, int vaults) =>
        throw new ArgumentException($"The receipt is for {receipt} vaults, the system has {vaults}; make one with that number.", nameof(receipt));
}
