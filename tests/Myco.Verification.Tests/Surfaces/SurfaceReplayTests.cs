using System.Text;
using System.Text.Json.Nodes;

namespace Myco.Verification.Tests.Surfaces;

/// <summary>SurfaceReplay of a file of surfaces, each state's StateVectors and every QuoteVerdict: one wrong vector is one failure, named.</summary>
public sealed class SurfaceReplayTests
{
    private static readonly int Cases = SmallSurfaceFile.Count(SmallSurfaceFile.Create());

    [Fact]
    public void A_good_file_passes_with_every_case_counted() => VectorRun.Of("v", SmallSurfaceFile.Create()).Counts(Cases, 0);

    [Theory]
    [InlineData("swaps", "result", "1", "swap exact_")]
    [InlineData("swaps", "result", "infeasible", "came Ok")]
    [InlineData("swaps", "result", "unlikely", "verdict 'unlikely' is unknown")]
    [InlineData("swaps", "kind", "exact_both", "the kind is unknown")]
    [InlineData("mints", "kind", "triple", "the kind is unknown")]
    [InlineData("mints", "supply_growth", "outside_price_bounds", "came Ok")]
    [InlineData("burns", "result", "2.5e-7", "burn: off by")]
    [InlineData("arbitrage", "value", "1", "arbitrage: off by")]
    public void A_single_wrong_vector_fails_and_is_named(string list, string key, string value, string what)
    {
        JsonObject root = SmallSurfaceFile.Create();
        root["surfaces"]![0]!["states"]![0]![list]![0]![key] = value;
        VectorRun.Of("v", root).Counts(Cases - 1, 1).HasOneFailure(what).HasOneFailure($"surfaces[0].states[0].{list}[0]");
    }

    [Fact]
    public void A_surface_that_cannot_be_built_fails_all_its_cases()
    {
        JsonObject root = SmallSurfaceFile.Create();
        root["surfaces"]![0]!["stretch"]![0] = "0.5";
        VectorRun.Of("v", root).Counts(0, Cases);
    }

    [Fact]
    public void A_bar_of_nothing_fails_every_number_that_is_rounded()
    {
        VectorRun run = VectorRun.Of("v", SmallSurfaceFile.Create(), mostUlp: 0);
        int failed = run.Failures.Count;
        Assert.True(failed > Cases / 4, $"{failed} failed");
        Assert.All(run.Failures, line => Assert.Contains("the limit is 0", line, StringComparison.Ordinal));
        run.Counts(Cases - failed, failed);
    }

    [Theory]
    [InlineData("surfaces")]
    [InlineData("format")]
    public void A_file_without_its_keys_is_malformed(string key)
    {
        JsonObject root = SmallSurfaceFile.Create();
        root.Remove(key);
        VectorRun.Of("v", root).IsRefused($"{key} is missing");
    }

    [Fact]
    public void An_unknown_format_is_one_failure() => VectorRun
        .Of("chain", "{\"header\": {\"schema\": \"golden-vectors-2\"}, \"cases\": []}")
        .HasOneFailure("the format is 'golden-vectors-2'; known are myco-surface-vectors/1 and golden-vectors-1");

    [Theory]
    [InlineData("\"format\"", "\"\\ud800\"")]
    [InlineData("\"kind\":\"exact_in\"", "\"kind\":\"\\udc00\"")]
    [InlineData("\"kappa\"", "\"k\\ud800\":1,\"kappa\"")]
    public void Half_a_character_refuses_the_file(string good, string bad)
    {
        string text = SmallSurfaceFile.Create().ToJsonString();
        Assert.Contains(good, text, StringComparison.Ordinal);
        VectorRun.Of("v", text.Replace(good, bad, StringComparison.Ordinal)).IsRefused("without its other half");
    }

    [Fact]
    public void A_key_that_is_not_replayed_is_a_failure_and_a_remark_is_not()
    {
        JsonObject root = SmallSurfaceFile.Create();
        root["surfaces"]![0]!["states"]![0]!["twirls"] = new JsonArray();
        root["surfaces"]![0]!["hue"] = 1;
        root["shade"] = 1;
        root["note"] = "not a vector";
        VectorRun run = VectorRun.Of("v", root).Counts(Cases, 3);
        Assert.All(new[] { "twirls", "hue", "shade" }, key => Assert.Contains(run.Failures, line => line.Contains($"'{key}'", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_file_cut_off_is_refused_and_a_damaged_one_told()
    {
        const int Seed = 20_240_704;
        Random random = new(Seed);
        byte[] good = Encoding.UTF8.GetBytes(SmallSurfaceFile.Create().ToJsonString());
        for (int round = 0; round < 200; round++)
        {
            byte[] damaged = [.. good];
            damaged[random.Next(damaged.Length)] = (byte)"0123456789\"{}[]:,.-ex"[random.Next(21)];
            VectorRun.Of("v", damaged).IsTold($"round {round}");
            Assert.NotNull(VectorRun.Of("v", good[..(round * good.Length / 200)]).Refusal);
        }
    }
}
