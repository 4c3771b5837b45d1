using System.Text.Json.Nodes;

namespace Myco.Verification.Tests.Balancer;

/// <summary>BalancerReplay of a BalancerPoolFile by the BalancerCalls of each of BalancerPools: a wrong case is one failure, a pool that is not known fails every case.</summary>
public sealed class BalancerReplayTests
{
    [Fact]
    public void A_small_file_of_our_own_passes() => VectorRun.Of("pool", SmallPoolFile.Text).Counts(2, 0);

    public static TheoryData<string, Action<JsonObject>> Damages => new()
    {
        { "the contract has 7", file => file["swaps"]![0]!["outputRaw"] = "7" },
        { "the contract has 19999999999999999999", file => file["removes"]![0]!["amountsOutRaw"]![1] = "19999999999999999999" },
        { "refused: TokenCountMismatch (A list has not one entry a token)", file => file["removes"]![0]!["amountsOutRaw"]!.AsArray().RemoveAt(1) },
        { "refused: CannotSwapSameToken (Token in and token out are the same)", file => file["swaps"]![0]!["tokenOut"] = "0xaA" },
        { "refused: AmountGivenZero (The amount given is zero)", file => file["swaps"]![0]!["amountRaw"] = "0" },
        { "is no token of the pool", file => file["swaps"]![0]!["tokenOut"] = "0xCC" },
        { "'swap 2' is no kind of case", file => file["swaps"]![0]!["swapKind"] = 2 },
        { "'remove Everything' is no kind of case", file => file["removes"]![0]!["kind"] = "Everything" },
        { "'swap without a kind' is no kind of case", file => file["swaps"]![0]!.AsObject().Remove("swapKind") },
        { "'trades' is no key of a Balancer pool file", file => file["trades"] = new JsonArray() },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void One_wrong_case_is_one_failure(string what, Action<JsonObject> damage) => Replay(damage).HasOneFailure(what);

    [Theory]
    [InlineData("poolType", "RECLAMM", "poolType is 'RECLAMM', which is not known; known are STABLE, WEIGHTED, GYROE, GYRO,")]
    [InlineData("amp", "1", "lies outside 1000 to 50000000")]
    [InlineData("hook", "EXIT_FEE", "hook.type is 'EXIT_FEE', which is not known; known is STABLE_SURGE")]
    [InlineData("poolType", "GYRO", "pool.paramsSqrtAlpha is missing")]
    [InlineData("poolType", "WEIGHTED", "pool.weights is missing")]
    public void A_pool_that_is_not_known_fails_every_case(string key, string value, string what)
    {
        VectorRun run = Replay(file => file["pool"]![key] = key == "hook" ? new JsonObject { ["type"] = value } : value).Counts(0, 2);
        Assert.All(run.Failures, line => Assert.Contains(what, line, StringComparison.Ordinal));
    }

    [Fact]
    public void A_two_clp_is_replayed_too() => Replay(file =>
    {
        file["pool"]!["poolType"] = "GYRO";
        file["pool"]!["paramsSqrtAlpha"] = "900000000000000000";
        file["pool"]!["paramsSqrtBeta"] = "1100000000000000000";
        file["swaps"] = new JsonArray();
    }).Counts(1, 0);

    [Theory]
    [InlineData("scalingFactors", "[\"7\",\"1\"]", "a factor is a power of ten")]
    [InlineData("tokenRates", "[\"1\"]", "pool has 2 tokens")]
    [InlineData("swapFee", "\"1000000000000000000\"", "A fee is above the vault's maximum")]
    [InlineData("totalSupply", "\"-1\"", "must be an integer from 0")]
    public void A_malformed_pool_refuses_the_file(string key, string value, string what) =>
        Replay(file => file["pool"]![key] = JsonNode.Parse(value)).IsRefused(what);

    [Fact]
    public void A_paused_pool_refuses_and_a_file_without_cases_fails()
    {
        Assert.All(Replay(file => file["pool"]!["isPoolPaused"] = true).Failures, line => Assert.Contains("refused: PoolPaused", line, StringComparison.Ordinal));
        Replay(file =>
        {
            file["swaps"] = new JsonArray();
            file.Remove("removes");
        }).HasOneFailure("verifies nothing");
    }

    private static VectorRun Replay(Action<JsonObject> change)
    {
        JsonObject file = JsonNode.Parse(SmallPoolFile.Text)!.AsObject();
        change(file);
        return VectorRun.Of("pool", file);
    }
}
