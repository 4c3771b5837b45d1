using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Myco.Engine.Fields;
using Myco.Engine.Formats;
using Myco.Engine.Reserve.Commitments;
using Myco.Engine.Reserve.Operations;
using Myco.Engine.Surfaces;
using Myco.Engine.Tests.Formats;
using Myco.Engine.Tests.Reserve;

namespace Myco.Engine.Tests.Fields;

/// <summary>Every record that has an <see cref="IDeclared{T}"/> declaration, or one in <see cref="OperationFields"/>: no property is forgotten, none taken for another.</summary>
public class DeclarationTests
{
    public static TheoryData<SystemOperation> Operations =>
    [
        new DepositOperation { Value = 5, Amounts = [1, 2], LeastMinted = 3, Deadline = 7 },
        new RedeemOperation { Tokens = 5, LeastPayout = 3 },
        new ReserveSwapOperation { Given = SwapKind.ExactOut, VaultIn = 1, VaultOut = 2, Amount = 3, Limit = 4 },
        new SubscribeOperation { Contributor = "bob", Tier = "Patron", Vault = 1, Clip = true, LeastMinted = 2 },
        new ContributeOperation { Attestation = new("ada", "code", 20, 5, 1, "council"), Clip = true, LeastMinted = 2 },
        new StakeOperation { Contributor = "ada", Tokens = 1, Duration = 2, Clip = true },
        new UnstakeOperation { Contributor = "ada", Stake = 4 },
        new AdvanceTimeOperation { Seconds = 5 },
        new SetPricesOperation { Prices = [1, 2] },
        new ChangeParametersOperation { Parameters = Systems.Four, Duration = 3 },
        new MoveWeightsOperation { Multipliers = [1, -1], Least = 0.1, Largest = 0.8 },
    ];

    [Fact]
    public void Parameters_are_declared_whole() => Check(Systems.Four with { StakeLimit = 7 }, Accept);

    [Theory]
    [MemberData(nameof(Operations))]
    public void An_operation_is_declared_whole(SystemOperation operation) => Check(operation, OperationFields.Accept, "kind");

    [Fact]
    public void Every_operation_is_among_these() => Assert.Equal(
        typeof(SystemOperation).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(SystemOperation))).Select(type => type.Name).Order(),
        ((IEnumerable<object[]>)Operations).Select(row => row[0].GetType().Name).Order());

    [Theory]
    [InlineData("token-launch")]
    [InlineData("bank-run")]
    [InlineData("mixed-issuance")]
    public void A_scenario_is_declared_whole(string name) => Check(ScenarioFile.ReadBuiltIn(name) with { Prices = [new(1, [1, 1, 2_000, 60_000]), new(2, [1, 1, 2_000, 50_000])] }, Accept, "plan.kind");

    [Fact]
    public void A_stake_and_an_account_are_declared_whole()
    {
        Check(new Stake(3, "ada", 1, 2, 3, 4, 1.5), Accept);
        Check(new ContributorAccount(1, new(2, 3), 4, 5), Accept);
    }

    [Fact]
    public void A_pool_and_a_surface_are_declared_whole()
    {
        PoolFile pool = new(["A", "B"], Samples.Definition(2), [1, 2], [3, 4], 0.1, 5);
        Check(pool, Accept, "kind", "stretch", "angles", "priceLower", "priceUpper", "balances", "rates");
        Check(new SurfaceFile(Samples.Definition(2), [1, 2], [0, 0]), Accept, "kind", "stretch", "angles", "priceLower", "priceUpper", "balances", "balancesLow");
    }

    private static T Accept<T>(IFields fields, T? value)
        where T : IDeclared<T> => T.Accept(fields, value);

    /// <summary>Every property is shown, and a change of what is shown changes that property alone.</summary>
    private static void Check<T>(T value, Declaration<T> declaration, params string[] others)
    {
        List<(string Place, object? Value)> seen = Walk(value, declaration);
        Assert.Equal(
            Places(value!, string.Empty).Concat(others).Order(StringComparer.Ordinal).Distinct(),
            seen.Select(field => field.Place).Where(place => !others.Any(other => place.StartsWith($"{other}.", StringComparison.Ordinal))).Concat(others).Order(StringComparer.Ordinal).Distinct());
        for (int changed = 0; changed < seen.Count; changed++)
        {
            if (!seen[changed].Place.EndsWith("kind", StringComparison.Ordinal))
            {
                List<(string Place, object? Value)> after = Walk(declaration(new FieldWalk(changed), value), declaration);
                Assert.Equal([seen[changed].Place], seen.Zip(after).Where(pair => !Equals(pair.First, pair.Second)).Select(pair => pair.First.Place));
            }
        }
    }

    private static List<(string Place, object? Value)> Walk<T>(T value, Declaration<T> declaration)
    {
        FieldWalk walk = new();
        _ = declaration(walk, value);
        return walk.Seen;
    }

    /// <summary>Where each property of a record should stand.</summary>
    private static IEnumerable<string> Places(object? value, string place) => value switch
    {
        null or double or bool or int or long or ulong or string or Enum => [place],
        IDictionary table => table.Keys.Cast<string>().SelectMany(key => Places(table[key], $"{place}.{key}")),
        ImmutableArray<double> list => list.Select((_, i) => $"{place}.{i}"),
        IEnumerable list => list.Cast<object?>().SelectMany((item, i) => Places(item, $"{place}.{i}")),
        _ => Stored(value.GetType()).SelectMany(property => Places(property.GetValue(value), $"{place}.{char.ToLowerInvariant(property.Name[0])}{property.Name[1..]}".TrimStart('.'))),
    };

    /// <summary>The public properties that hold something: with a setter, or given to the constructor.</summary>
    private static IEnumerable<PropertyInfo> Stored(Type type) => type.GetProperties().Where(property =>
        !property.PropertyType.IsByRefLike && property.PropertyType != typeof(SurfaceDefinition) && (property.CanWrite || type.GetConstructors().Any(constructor => constructor.GetParameters().Any(parameter =>
            string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase) && parameter.ParameterType == property.PropertyType))));
}
