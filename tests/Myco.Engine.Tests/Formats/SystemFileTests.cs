using System.Text;
using System.Text.Json.Nodes;
using Myco.Engine.Formats;
using Myco.Engine.Reserve.Commitments;
using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;
using Myco.Engine.Tests.Reserve;

namespace Myco.Engine.Tests.Formats;

/// <summary>Hostile and broken files of a state: a <see cref="DocumentException"/> of one line, or a state that is sound; never anything else.</summary>
public class SystemFileTests
{
    private static readonly byte[] Sample = Systems.Bytes(Systems.InUse());

    public static TheoryData<string, string> Broken => new()
    {
        { "time", "-5" }, { "time", "\"NaN\"" }, { "time", "1e999" }, { "priceTime", "1e300" }, { "sequence", "-1" }, { "nextStake", "-3" },
        { "nextStake", "9223372036854775807" }, { "supply", "-1" }, { "supply", "\"NaN\"" }, { "supply", "\"Infinity\"" }, { "supply", "null" },
        { "locked", "1e30" }, { "redemptionLevel", "-1" }, { "redemptionFlow", "\"Infinity\"" }, { "redemptionLevelTime", "1e9" },
        { "amounts", "[1, 1]" }, { "amounts", "null" }, { "amounts", "[-1, 1, 1, 1]" }, { "amounts", "[1e300, 1, 1, 1]" }, { "amounts", "[\"NaN\", 1, 1, 1]" }, { "amounts", "[0, 0, 0, 5]" },
        { "prices", "[0, 1, 1, 1]" }, { "prices", "[1e300, 1, 1, 1]" }, { "prices", "[1e-300, 1, 1, 1]" }, { "scheduledWeights", "[1, 1, 1, 1]" }, { "scheduledWeights", "[\"NaN\", 0, 0, 1]" },
        { "inflows", "[]" }, { "inflows", "[null, null, null, null]" }, { "outflows", "[{\"flow\": -1, \"time\": 0, \"closedUntil\": 0}]" }, { "format", "\"myco-system/2\"" }, { "format", "\"a\\nb\\u0001\"" },
        { "labor.counted", "1e9" }, { "labor.flow", "-1" }, { "staking.reserved", "7" }, { "staking.flowTime", "\"NaN\"" }, { "subscription.period.units", "-1" },
        { "subscribers.bob.monthsPaid", "-1" }, { "subscribers.bob.lastTime", "1e12" }, { "subscribers.bob", "null" }, { "stakes", "[null]" }, { "stakes.0.minted", "1e9" }, { "stakes.0.duration", "0" },
        { "stakes.0.contributor", "null" }, { "stakes.0.contributor", "\"\"" }, { "stakes.0.id", "-1" }, { "stakes.0.bonus", "\"NaN\"" },
        { "transition.fromWeights", "[\"NaN\", 0, 0, 1]" }, { "transition.fromWeights", "[-1, 1, 0.5, 0.5]" }, { "transition.fromWeights", "null" }, { "transition.fromSurface.stretch", "[1]" },
        { "transition.fromSurface.stretch", "[\"NaN\", 1, 1, 1]" }, { "transition.fromSurface.angles", "null" }, { "transition.start", "1e9" }, { "transition.duration", "-1" }, { "transition.surfaceProgress", "2" },
        { "parameters", "null" }, { "parameters.vaults", "[null, null, null, null]" }, { "parameters.vaults", "[]" }, { "parameters.vaults.0.calibrationPrice", "1e-300" }, { "parameters.vaults.0.rate", "1e300" },
        { "parameters.vaults.0.rate", "0" }, { "parameters.vaults.0.name", "null" }, { "parameters.vaults.0.name", "\"DAI\"" }, { "parameters.targetWeights", "[0.5, 0.5]" },
        { "parameters.surface.stretch", "[1e30, 1, 1, 1]" }, { "parameters.surface.priceLower", "[2, 2, 2, 2]" }, { "parameters.redemption.curvature", "-1" }, { "parameters.redemption", "{}" }, { "parameters.redemption", "null" },
        { "parameters.dampening.policy", "7" }, { "parameters.dampening.policy", "\"keep\"" }, { "parameters.fee.static", "2" }, { "parameters.subscription.tiers", "[null]" }, { "parameters.subscription.tiers.0.name", "null" },
        { "parameters.subscription.tiers", "[{\"name\": \"a\", \"paymentPerMonth\": 1, \"tokensPerValue\": 1}, {\"name\": \"a\", \"paymentPerMonth\": 2, \"tokensPerValue\": 1}]" },
        { "parameters.labor.tokensPerUnit", "null" }, { "parameters.labor.tokensPerUnit.code", "\"NaN\"" }, { "parameters.labor.channel.supplyCap", "1" }, { "parameters.staking.shortestLock", "0" },
        { "parameters.contributorLimit", "0" }, { "parameters.stakeLimit", "1e10" }, { "surprise", "1" },
        { "motion", "{}" }, { "motion", "{\"weights\": [0.25, 0.25, 0.25, 0.25], \"multipliers\": [0, 0, 0, 0], \"lastUpdate\": 0, \"minimum\": 0.01, \"maximum\": 0.99}" },
        { "motion", "{\"weights\": [0.5, 0.5], \"multipliers\": [1, 1], \"lastUpdate\": 0, \"minimum\": 0.01, \"maximum\": 0.99}" },
    };

    [Fact]
    public void The_sample_itself_is_read() => Assert.Equal(Sample, Systems.Bytes(SystemFile.Read(new MemoryStream(Sample))));

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_number_is_told_in_one_line(string path, string value)
    {
        JsonNode root = JsonNode.Parse(Sample)!;
        Replace(root, path.Split('.'), JsonNode.Parse(value));
        DocumentException exception = Assert.Throws<DocumentException>(() => SystemFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(root.ToJsonString()))));
        Samples.CheckLine(exception);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("\"Infinity\"")]
    [InlineData("{\"format\": \"myco-system/1\", \"format\": \"myco-system/1\"}")]
    [InlineData("{\"format\": \"\uD800\"}")]
    public void What_is_no_state_is_told_in_one_line(string text) =>
        Samples.CheckLine(Assert.Throws<DocumentException>(() => SystemFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)))));

    [Fact]
    public void Deep_nesting_and_too_many_bytes_are_told_in_one_line()
    {
        Samples.CheckLine(Assert.Throws<DocumentException>(() => SystemFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(new string('[', 100_000))))));
        Samples.CheckLine(Assert.Throws<DocumentException>(() => SystemFile.Read(new MemoryStream(new byte[(16 << 20) + 1]))));
        string name = new('x', 1_000_000);
        Samples.CheckLine(Assert.Throws<DocumentException>(() => SystemFile.Read(new MemoryStream(Encoding.UTF8.GetBytes($"{{\"format\": \"{name}\"}}")))));
        Samples.CheckLine(Assert.Throws<DocumentException>(() => SystemFile.Read(new MemoryStream(Encoding.UTF8.GetBytes($"{{\"{name}\": 1}}")))));
        Samples.CheckLine(Assert.Throws<DocumentException>(() => SystemFile.Read(new MemoryStream([(byte)'{', (byte)'"', 0xFF, 0xFE, (byte)'"', (byte)'}']))));
    }

    [Fact]
    public void A_changed_byte_or_a_cut_gives_a_sound_state_or_one_line()
    {
        Random random = new(71);
        const string Likely = "0123456789-+.eE\"[]{},:nulltrueNaN \n";
        int read = 0, refused = 0;
        for (int k = 0; k < 1_500; k++)
        {
            byte[] bytes = [.. Sample];
            for (int change = random.Next(1, 4); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = random.Next(5) == 0 ? (byte)random.Next(256) : (byte)Likely[random.Next(Likely.Length)];
            }

            try
            {
                SystemState state = SystemFile.Read(new MemoryStream(bytes, 0, random.Next(10) == 0 ? random.Next(bytes.Length) : bytes.Length));
                Assert.Null(SystemInvariants.Broken(state));
                read++;
            }
            catch (DocumentException exception)
            {
                Samples.CheckLine(exception);
                refused++;
            }
        }

        Assert.True(read >= 20 && refused >= 500, $"{read} read, {refused} refused");
    }

    [Fact]
    public void Parameters_read_back_and_broken_ones_are_told_in_one_line()
    {
        using MemoryStream stream = new(), again = new();
        SystemFile.WriteParameters(Systems.Four, stream);
        SystemFile.WriteParameters(SystemFile.ReadParameters(new MemoryStream(stream.ToArray())), again);
        Assert.Equal(stream.ToArray(), again.ToArray());
        foreach (string text in (string[])["", "{}", "{\"vaults\": [null], \"targetWeights\": [1], \"surface\": null}", "null", "{\"vaults\": 1e999}"])
        {
            Samples.CheckLine(Assert.Throws<DocumentException>(() => SystemFile.ReadParameters(new MemoryStream(Encoding.UTF8.GetBytes(text)))));
        }
    }

    [Fact]
    public void The_most_months_are_one_more_without_turning_negative()
    {
        JsonNode root = JsonNode.Parse(Sample)!;
        Replace(root, ["subscribers", "bob", "monthsPaid"], int.MaxValue);
        SystemState state = SystemFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(root.ToJsonString())));
        Systems.Do(state, new AdvanceTimeOperation { Seconds = SubscriptionParameters.Month });
        Assert.Equal(2, Systems.Do(state, new SubscribeOperation { Contributor = "bob", Tier = "Patron", Vault = 1 }).Loyalty);
        Assert.Equal(int.MaxValue, state.Contributors(CommitmentChannel.Subscription)["bob"].MonthsPaid);
    }

    private static void Replace(JsonNode node, string[] path, JsonNode? value)
    {
        foreach (string step in path[..^1])
        {
            node = node is JsonArray ? node[int.Parse(step, null)]! : node[step]!;
        }

        if (node is JsonArray array)
        {
            array[int.Parse(path[^1], null)] = value;
        }
        else
        {
            node[path[^1]] = value;
        }
    }
}
