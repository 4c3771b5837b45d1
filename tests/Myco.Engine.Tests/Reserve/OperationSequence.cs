using System.Globalization;
using System.Text;
using Myco.Engine.Formats;
using Myco.Engine.Reserve.Commitments;
using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;

namespace Myco.Engine.Tests.Reserve;

/// <summary>Does drawn orders one after the other on one system, and holds every law of the specification against each.</summary>
internal sealed class OperationSequence : IDisposable
{
    private readonly SystemParameters _parameters;
    private readonly MemoryStream _lines = new();
    private readonly EventLog _log;

    public OperationSequence(int seed)
    {
        _parameters = Systems.Stretched(Systems.Drawn(new Random(seed)), seed % 2 == 0 ? 1 : 50);
        State = Systems.Started(_parameters);
        _log = new EventLog(_lines, State);
    }

    public SystemState State { get; private set; }

    /// <summary>How often each kind of order was done, and each check refused.</summary>
    public Dictionary<string, int> Done { get; } = [];

    /// <summary>Which check refused which kind of order.</summary>
    public HashSet<(SystemCheck Check, Type Operation)> Refused { get; } = [];

    public void Step(int seed)
    {
        SystemOperation order = DrawnOperation.Draw(seed, State, _parameters);
        byte[] before = Systems.Bytes(State);
        Numbers was = new(State);
        SystemReceipt quoted = new(State.VaultCount), receipt = new(State.VaultCount);
        SystemRefusal answer = Systems.Checking.Quote(State, order, quoted);
        Require(before.AsSpan().SequenceEqual(Systems.Bytes(State)), "a quote left a trace", order);
        SystemRefusal refusal = Systems.Checking.Apply(State, order, receipt);
        Require(answer == refusal, $"the quote said {answer.Describe()}, the order {refusal.Describe()}", order);
        Count(refusal.IsRefused ? refusal.Check.ToString() : order.GetType().Name);
        if (refusal.IsRefused)
        {
            Refused.Add((refusal.Check, order.GetType()));
            Require(before.AsSpan().SequenceEqual(Systems.Bytes(State)), $"a refused order left a trace ({refusal.Describe()})", order);
            return;
        }

        Require(Text(quoted) == Text(receipt), $"quoted {Text(quoted)}, done {Text(receipt)}", order);
        _log.Append(order);
        CheckInvariants(order);
        CheckTransfers(was, receipt, order);
        CheckValue(was, receipt, order);
        Reload(seed);
    }

    /// <summary>Replaying the log gives the same bytes.</summary>
    public void Replay()
    {
        using StringReader reader = new(Encoding.UTF8.GetString(_lines.ToArray()));
        SystemState again = EventLog.Replay(reader, Systems.Checking);
        Require(Systems.Bytes(again).AsSpan().SequenceEqual(Systems.Bytes(State)), "the log replays to another state", null);
    }

    public void Dispose() => _log.Dispose();

    /// <summary>Now and then goes on from what was written and read.</summary>
    private void Reload(int seed)
    {
        byte[] bytes = Systems.Bytes(State);
        SystemState read = SystemFile.Read(new MemoryStream(bytes));
        Require(bytes.AsSpan().SequenceEqual(Systems.Bytes(read)), "the file reads to another state", null);
        State = seed % 3 == 0 ? read : State;
    }

    private void CheckInvariants(SystemOperation order)
    {
        Span<double> targets = stackalloc double[4], weights = stackalloc double[4], balances = stackalloc double[4];
        State.CopyTargets(targets);
        State.CopyWeights(weights);
        double sum = 0, current = 0;
        for (int i = 0; i < 4; i++)
        {
            (sum, current) = (sum + targets[i], current + weights[i]);
            balances[i] = State.Amounts[i] * State.Parameters.Vaults[i].CalibrationPrice;
            Require(State.Inflows[i].Flow.Value >= 0 && State.Outflows[i].Flow.Value >= 0 && State.Amounts[i] >= 0, $"5: vault {i}", order);
        }

        Require(State.Supply >= 0 && State.ReserveValue >= 0, $"1, 2: {State.Supply:R}, {State.ReserveValue:R}", order);
        Require(Math.Abs(sum - 1) < 1e-12 && Math.Abs(current - 1) < 1e-12, $"4: {sum:R}, {current:R}", order);
        (CommitmentChannel Channel, double Cap)[] caps =
        [
            (CommitmentChannel.Labor, State.Parameters.Labor.Channel.SupplyCap), (CommitmentChannel.Subscription, State.Parameters.Subscription.Channel.SupplyCap),
            (CommitmentChannel.Staking, State.Parameters.Staking.Channel.SupplyCap),
        ];
        foreach ((CommitmentChannel channel, double cap) in caps)
        {
            Require(State.Channel(channel).Counted <= cap * State.Supply * (1 + 1e-12), $"6: {channel}", order);
        }

        bool isEmpty = State.ReserveValue == 0;
        double invariant = isEmpty ? 0 : State.Surface.At(balances).Invariant;
        Require(Math.Abs(State.Invariant - invariant) <= 1e-14 * invariant, $"r is {State.Invariant:R}, r(v) {invariant:R}", order);
    }

    /// <summary>What a vault gains or loses is the receipt's number; supply likewise.</summary>
    private void CheckTransfers(Numbers was, SystemReceipt receipt, SystemOperation order)
    {
        double value = 0;
        for (int i = 0; i < 4; i++)
        {
            Require(State.Amounts[i] == was.Amounts[i] + receipt.VaultAmounts[i], $"vault {i} had {was.Amounts[i]:R}, has {State.Amounts[i]:R}, moved {receipt.VaultAmounts[i]:R}", order);
            value += Math.Abs(receipt.VaultAmounts[i]) * was.Prices[i];
        }

        Require(State.Supply == was.Supply + receipt.Minted - receipt.Burned, $"supply {was.Supply:R} to {State.Supply:R}", order);
        if (order is DepositOperation or RedeemOperation or SubscribeOperation)
        {
            Require(receipt.Value == value, $"the vaults moved {value:R}, the receipt says {receipt.Value:R}", order);
        }
    }

    private void CheckValue(Numbers was, SystemReceipt receipt, SystemOperation order)
    {
        if (order is RedeemOperation)
        {
            Require(receipt.Value <= receipt.EffectiveTokens * (1 + 1e-11) && receipt.Value <= was.ReserveValue && receipt.Value > 0, $"3: {receipt.Value:R} for {receipt.EffectiveTokens:R}", order);
            Require(receipt.EffectiveTokens <= receipt.Burned && receipt.Burned <= ((RedeemOperation)order).Tokens, $"burned {receipt.Burned:R}", order);
        }

        if (order is DepositOperation && was.Supply > 0 && was.ReserveValue >= was.Supply && was.Parameters.Mint.CapAtReserveValue)
        {
            Require(State.BackingRatio >= was.ReserveValue / was.Supply * (1 - 1e-14), $"backing fell from {was.ReserveValue / was.Supply:R} to {State.BackingRatio:R}", order);
        }

        if (order is ChangeParametersOperation)
        {
            Require(State.Supply == was.Supply && State.ReserveValue == was.ReserveValue, "governance changed supply or reserve", order);
            Require(Math.Abs(State.RedemptionLevel - was.Level) <= 1e-12 * was.Level && Math.Abs(State.RedemptionFlow - was.Flow) <= 1e-12 * was.Flow, "governance changed the level or the flow", order);
        }
    }

    private void Count(string what) => Done[what] = Done.GetValueOrDefault(what) + 1;

    private void Require(bool condition, string what, SystemOperation? order)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"After {State.Sequence} orders, {order}: {what}");
        }
    }

    private static string Text(SystemReceipt receipt)
    {
        IEnumerable<object?> values = typeof(SystemReceipt).GetProperties().Where(property => property.Name != nameof(SystemReceipt.VaultAmounts)).Select(property => property.GetValue(receipt));
        return string.Join(' ', values.Concat(receipt.VaultAmounts.ToArray().Cast<object>()).Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)));
    }

    private sealed class Numbers(SystemState state)
    {
        public double[] Amounts { get; } = state.Amounts.ToArray();

        public double[] Prices { get; } = state.Prices.ToArray();

        public double Supply { get; } = state.Supply;

        public double ReserveValue { get; } = state.ReserveValue;

        public double Level { get; } = state.RedemptionLevel;

        public double Flow { get; } = state.RedemptionFlow;

        public SystemParameters Parameters { get; } = state.Parameters;
    }
}
