using System.Diagnostics.CodeAnalysis;
using Myco.Engine.Fields;
using Myco.Engine.Reserve.Commitments;
using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;
using Myco.Engine.Surfaces;

namespace Myco.Engine.Reserve;

/// <summary>The composed system: vaults and surface, fees, redemption curve, dampening, commitment channels, governance.</summary>
/// <remarks><para>An operation is a function (state, operation) → (state', receipt): <see cref="Apply"/> does it, <see cref="Quote"/> only says what would happen.
/// A refused operation leaves the state as it was. Safe to share between threads; a state belongs to one.</para>
/// <para>A surface, those along a change of parameters included, is made once a system and shared by all states that come by it.</para>
/// <para>Deposits and redemptions allocate nothing while the state's numbers keep to double-double (λ up to 1e4).</para>
/// <para>Source: spec 02-reserve-system.</para></remarks>
public sealed class MycoSystem
{
    private readonly IAttestationVerifier _verifier;
    private readonly bool _checksInvariants;

    /// <summary>A system.</summary>
    /// <param name="verifier">Who tells genuine attestations; null to take none.</param>
    /// <param name="checksInvariants">Whether to check every invariant after every operation, and to throw where one is broken: a debug mode.</param>
    public MycoSystem(IAttestationVerifier? verifier = null, bool checksInvariants = false)
    {
        _verifier = verifier ?? new KnownAttesters([]);
        _checksInvariants = checksInvariants;
    }

    /// <summary>An empty state: no reserve, no supply, prices at their calibration.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <exception cref="ArgumentException">They are not valid; the message says why.</exception>
    public static SystemState Create(SystemParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (!TryCreate(parameters, out SystemState? state, out string? problem))
        {
            ThrowParameters(problem, nameof(parameters));
        }

        return state;
    }

    /// <summary>As <see cref="Create"/>, answering false and the first thing wrong where the parameters are not valid.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="state">The state, or null.</param>
    /// <param name="problem">The value, the limit and the remedy; or null.</param>
    public static bool TryCreate(SystemParameters parameters, [NotNullWhen(true)] out SystemState? state, [NotNullWhen(false)] out string? problem)
    {
        state = SystemRules.TryCreate(parameters, new PreparedSurfaces(), out SystemRules? rules, out Flaw? flaw) ? new(rules) : null;
        problem = flaw?.Text;
        return state is not null;
    }

    /// <summary>Does an operation, whole or not at all.</summary>
    /// <param name="state">The state; changed only when nothing refuses.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="receipt">Written over; of meaning only when nothing refuses.</param>
    /// <returns>What refused; <see cref="SystemRefusal.None"/> when it is done.</returns>
    /// <exception cref="InvalidOperationException">In debug mode, an invariant is broken: a defect.</exception>
    public SystemRefusal Apply(SystemState state, SystemOperation operation, SystemReceipt receipt)
    {
        SystemCore core = state.Draft();
        LedgerChange change = LedgerChange.None;
        SystemRefusal refusal = Run(core, operation, receipt, state.Ledger, ref change);
        if (refusal.IsRefused)
        {
            return refusal;
        }

        core.Numbers.Sequence++;
        change.Apply(state.Ledger, core.Numbers.Time);
        state.Adopt();
        if (_checksInvariants && SystemInvariants.Broken(state) is string broken)
        {
            throw new InvalidOperationException($"After operation {state.Sequence} ({operation}): {broken}. This is a defect; please report it.");
        }

        return refusal;
    }

    /// <summary>Says what an operation would do, without doing it.</summary>
    /// <param name="state">The state, left as it is.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="receipt">Written over; of meaning only when nothing refuses.</param>
    /// <returns>What would refuse; <see cref="SystemRefusal.None"/> when it can be done.</returns>
    public SystemRefusal Quote(SystemState state, SystemOperation operation, SystemReceipt receipt)
    {
        LedgerChange change = LedgerChange.None;
        return Run(state.Draft(), operation, receipt, state.Ledger, ref change);
    }

    /// <summary>The surfaces that changes of parameters have come by.</summary>
    internal PreparedSurfaces Surfaces { get; } = new();

    private SystemRefusal Run(SystemCore core, SystemOperation operation, SystemReceipt receipt, CommitmentLedger ledger, ref LedgerChange change)
    {
        ArgumentNullException.ThrowIfNull(operation);
        if (receipt.VaultAmounts.Length != core.Count)
        {
            ThrowReceipt(receipt.VaultAmounts.Length, core.Count);
        }

        receipt.Clear(core.Numbers.Time);
        if (!(core.Numbers.Time <= operation.Deadline))
        {
            return new(SystemCheck.Deadline, core.Numbers.Time, operation.Deadline);
        }

        if (operation is DepositOperation or RedeemOperation or ReserveSwapOperation or SubscribeOperation && core.Numbers.Time - core.Numbers.PriceTime > core.Rules.Parameters.PriceAgeLimit)
        {
            return new(SystemCheck.StalePrices, core.Numbers.Time - core.Numbers.PriceTime, core.Rules.Parameters.PriceAgeLimit);
        }

        return operation switch
        {
            DepositOperation deposit => deposit.Run(core, receipt),
            RedeemOperation redeem => redeem.Run(core, receipt),
            ReserveSwapOperation swap => swap.Run(core, receipt),
            SubscribeOperation subscribe => subscribe.Run(core, receipt, ledger, ref change),
            ContributeOperation contribute => contribute.Run(core, receipt, ledger, _verifier, ref change),
            StakeOperation stake => stake.Run(core, receipt, ledger, ref change),
            UnstakeOperation unstake => unstake.Run(core, receipt, ledger, ref change),
            AdvanceTimeOperation advance => advance.Run(core, receipt, ledger, Surfaces, ref change),
            SetPricesOperation prices => prices.Run(core),
            ChangeParametersOperation parameters => parameters.Run(core, receipt, ledger, Surfaces),
            MoveWeightsOperation weights => weights.Run(core),
            _ => throw new ArgumentException($"An operation of type {operation.GetType().Name} is not known.", nameof(operation)),
        };
    }

    [DoesNotReturn]
    private static void ThrowParameters(string problem, string parameter) => throw new ArgumentException($"{problem}.", parameter);

    private static void ThrowReceipt(int receipt, int vaults) =>
        throw new ArgumentException($"The receipt is for {receipt} vaults, the system has {vaults}; make one with that number.", nameof(receipt));
}
