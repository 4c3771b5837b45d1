using Myco.Cli.Console;
using Myco.Cli.Reports;
using Myco.Engine.Reserve;
using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;
using Myco.Engine.Reserve.Tranching;

namespace Myco.Cli.States;

/// <summary>Does an order on a copy of a state file's system, says what came of it, and writes it back only when told to.</summary>
internal sealed class OrderPreview
{
    private readonly double[] _weightsBefore;

    private OrderPreview(SystemState state)
    {
        State = state;
        Receipt = new SystemReceipt(state.VaultCount);
        (SupplyBefore, ReserveBefore, BackingBefore, FlowBefore) = (state.Supply, state.ReserveValue, state.BackingRatio, state.RedemptionFlow);
        _weightsBefore = Weights(state);
    }

    /// <summary>The system after the order.</summary>
    public SystemState State { get; }

    /// <summary>What the order did.</summary>
    public SystemReceipt Receipt { get; }

    /// <summary>The supply before.</summary>
    public double SupplyBefore { get; }

    /// <summary>The recent flow of redemptions before.</summary>
    public double FlowBefore { get; }

    private double ReserveBefore { get; }

    private double BackingBefore { get; }

    /// <summary>Runs an order.</summary>
    /// <param name="terminal">Where to report.</param>
    /// <param name="path">The state's file.</param>
    /// <param name="order">Makes the order.</param>
    /// <param name="describe">Adds facts and words about the order itself.</param>
    /// <param name="apply">Whether to write the state.</param>
    /// <param name="json">Whether to report as JSON.</param>
    public static int Run(Terminal terminal, string path, Func<SystemState, SystemOperation> order, Action<OrderPreview, Report> describe, bool apply, bool json)
    {
        using FileStream? turn = apply ? StateFile.TakeTurn(path) : null;
        OrderPreview preview = new(StateFile.Read(path));
        SystemRefusal refusal = new MycoSystem(checksInvariants: true).Apply(preview.State, order(preview.State), preview.Receipt);
        if (refusal.IsRefused)
        {
            terminal.Complain($"{path}: refused, {refusal.Describe()}");
            return ExitCode.SomeFailed;
        }

        if (apply)
        {
            StateFile.Write(preview.State, path);
        }

        Report report = new();
        describe(preview, report);
        preview.AddSystem(report);
        report.Facts.Add(("applied", apply));
        report.Closing.Add(apply ? $"{path} now holds the state after it." : $"{path} is as it was; --apply writes the state after it.");
        report.Write(terminal, json);
        return ExitCode.Done;
    }

    private void AddSystem(Report report)
    {
        report.Facts.Add(("supplyBefore", SupplyBefore));
        report.Facts.Add(("supplyAfter", State.Supply));
        report.Facts.Add(("reserveBefore", ReserveBefore));
        report.Facts.Add(("reserveAfter", State.ReserveValue));
        report.Facts.Add(("backingBefore", BackingBefore));
        report.Facts.Add(("backingAfter", State.BackingRatio));
        double[] targets = new double[State.VaultCount];
        State.CopyTargets(targets);
        double[] weights = Weights(State);
        ReportTable table = new("vaults", "vault", "amount", "value", "weightBefore", "weightAfter", "target");
        for (int vault = 0; vault < targets.Length; vault++)
        {
            TrancheParameters parameters = State.Parameters.Vaults[vault];
            double amount = Receipt.VaultAmounts[vault];
            table.Add(parameters.Name, amount, amount * parameters.Rate * State.Prices[vault], _weightsBefore[vault], weights[vault], targets[vault]);
        }

        report.Tables.Add(table);
    }

    private static double[] Weights(SystemState state)
    {
        double[] weights = new double[state.VaultCount];
        state.CopyWeights(weights);
        return weights;
    }
}
