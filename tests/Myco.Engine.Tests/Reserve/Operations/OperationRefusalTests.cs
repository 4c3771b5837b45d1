using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;

namespace Myco.Engine.Tests.Reserve.Operations;

/// <summary>Every refusal of a SystemOperation by every check that it can meet: DepositOperation, RedeemOperation, ReserveSwapOperation, SubscribeOperation,
/// ContributeOperation, StakeOperation, UnstakeOperation, AdvanceTimeOperation, SetPricesOperation, ChangeParametersOperation, MoveWeightsOperation,
/// by what they share, TrancheMove and ChannelMint.</summary>
/// <remarks>Its check, its numbers, and no trace in the state.</remarks>
public class OperationRefusalTests
{
    private static readonly Dictionary<string, RefusalCase> All = new RefusalCase[][]
    {
        [.. EveryOperationRefusals.Cases], [.. DepositRefusals.Cases], [.. RedeemRefusals.Cases], [.. SwapRefusals.Cases], [.. SubscribeRefusals.Cases],
        [.. ContributeRefusals.Cases], [.. StakeRefusals.Cases], [.. GovernanceRefusals.Cases],
    }.SelectMany(cases => cases).ToDictionary(one => one.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. All.Keys];

    /// <summary>Which kinds of operations each check has a case for.</summary>
    internal static HashSet<(SystemCheck Check, Type Operation)> Pairs { get; } = [.. All.Values.Select(one => (one.Check, one.Operation.GetType()))];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_refusal_has_its_check_and_its_numbers_and_leaves_no_trace(string name)
    {
        RefusalCase one = All[name];
        SystemRefusal quoted = Systems.Checking.Quote(one.State, one.Operation, new(one.State.VaultCount));
        SystemRefusal refusal = Systems.Refused(one.State, one.Operation, one.Check);
        Assert.Equal(quoted, refusal);
        AssertNear(one.Value, refusal.Value);
        AssertNear(one.Limit, refusal.Limit);
        Assert.Equal(one.Vault, refusal.Vault);
        Assert.Equal(one.Words is null, refusal.Detail is null);
        Assert.Contains(one.Words ?? string.Empty, refusal.Detail ?? string.Empty, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_kind_of_operation_has_a_deadline_that_it_may_be_done_at_and_only_what_pays_by_prices_asks_their_age()
    {
        Assert.Equal(
            typeof(SystemOperation).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(SystemOperation))).Order(ByName),
            EveryOperationRefusals.Usual.Select(operation => operation.GetType()).Order(ByName));
        foreach (SystemOperation operation in EveryOperationRefusals.Usual)
        {
            Systems.Do(EveryOperationRefusals.Busy(100), operation with { Deadline = 100 });
            if (!Pairs.Contains((SystemCheck.StalePrices, operation.GetType())))
            {
                Systems.Do(EveryOperationRefusals.Busy(1), operation);
            }
        }
    }

    [Fact]
    public void Every_check_has_a_case() =>
        Assert.Equal([], Enum.GetValues<SystemCheck>().Where(check => check != SystemCheck.None && All.Values.All(one => one.Check != check)));

    private static Comparer<Type> ByName => Comparer<Type>.Create((one, other) => string.CompareOrdinal(one.Name, other.Name));

    /// <summary>Roundings of two ways to the same number.</summary>
    private static void AssertNear(double expected, double actual)
    {
        if (double.IsFinite(expected))
        {
            Assert.Equal(expected, actual, 1e-12 * Math.Abs(expected));
        }
        else
        {
            Assert.Equal(expected, actual);
        }
    }
}
