using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Myco.Engine.Formats;
using Myco.Engine.Reserve.System;
using Myco.Engine.Tests.Reserve;

namespace Myco.Engine.Tests.Formats;

/// <summary>Every line of what a state's file is checked for, by <see cref="SystemNumbers"/>, <see cref="SystemCore"/>, <see cref="CommitmentLedger"/> and
/// <see cref="SystemInvariants"/>: a file that breaks this line alone is refused with its words, at its place.</summary>
public class SystemFileChecksTests
{
    private static readonly JsonSerializerOptions Lines = new() { WriteIndented = true };

    [Theory]
    [InlineData("time", "-1", "time is -1; it must be at least 0 and finite")]
    [InlineData("time", "\"Infinity\"", "time is Infinity; it must be at least 0 and finite")]
    [InlineData("priceTime", "43600.5", "priceTime is 43600.5; it must be at most 43600 and finite")]
    [InlineData("priceTime", "\"-Infinity\"", "priceTime is -Infinity; it must be at most 43600 and finite")]
    [InlineData("sequence", "-1", "sequence is -1; it must be from 0")]
    [InlineData("supply", "-1", "supply is -1; it must be at least 0 and finite")]
    [InlineData("supply", "\"Infinity\"", "supply is Infinity")]
    [InlineData("locked", "-1", "locked is -1")]
    [InlineData("locked", "1e30", "locked is 1E+30, of a supply of")]
    [InlineData("redemptionLevel", "-1", "redemptionLevel is -1")]
    [InlineData("redemptionLevelTime", "1e9", "redemptionLevelTime is 1000000000; it must be at most 43600")]
    [InlineData("redemptionFlow", "\"Infinity\"", "redemptionFlow is Infinity")]
    [InlineData("redemptionFlowTime", "1e9", "redemptionFlowTime is 1000000000")]
    [InlineData("amounts", "[1, 1]", "amounts has 2 numbers; there must be 4")]
    [InlineData("prices", "[1, 1, 1, 1, 1]", "prices has 5 numbers; there must be 4")]
    [InlineData("scheduledWeights", "[1]", "scheduledWeights has 1 numbers; there must be 4")]
    [InlineData("inflows", "[]", "inflows has 0 objects; there must be 4")]
    [InlineData("outflows", "[]", "outflows has 0 objects; there must be 4")]
    [InlineData("amounts.3", "-1", "amounts[3] is -1; it must be at least 0 and finite")]
    [InlineData("amounts.3", "\"Infinity\"", "amounts[3] is Infinity")]
    [InlineData("prices.0", "0", "prices[0] is 0; it must be from 1E-18 to 1E+18")]
    [InlineData("prices.0", "1e19", "prices[0] is 1E+19; it must be from 1E-18 to 1E+18")]
    [InlineData("scheduledWeights.2", "-0.1", "scheduledWeights[2] is -0.1; it must be at least 0")]
    [InlineData("scheduledWeights.2", "0.9", "scheduledWeights sum to 1.7")]
    [InlineData("inflows.2.flow", "-1", "inflows[2].flow is -1; it must be at least 0")]
    [InlineData("inflows.2.time", "43600.000000000007", "inflows[2].time is 43600.00000000001; it must be at most 43600")]
    [InlineData("outflows.1.time", "43600.000000000007", "outflows[1].time is 43600.00000000001; it must be at most 43600")]
    [InlineData("outflows.1.time", "\"-Infinity\"", "outflows[1].time is -Infinity")]
    [InlineData("outflows.1.closedUntil", "\"Infinity\"", "outflows[1].closedUntil is Infinity; it must be finite")]
    [InlineData("transition.fromWeights", "[0.5, 0.5]", "transition starts from 2 weights and 4 stretch factors; there are 4 vaults")]
    [InlineData("transition.fromSurface", "{\"stretch\": [1, 1], \"angles\": [0], \"priceLower\": [0.5, 1], \"priceUpper\": [2, 1]}", "transition starts from 4 weights and 2 stretch factors")]
    [InlineData("transition.fromSurface.angles", "[0]", "transition.fromSurface.angles has 1 numbers; there must be 6")]
    [InlineData("transition.fromSurface.priceLower", "[0]", "transition.fromSurface.priceLower has 1 numbers; there must be 4")]
    [InlineData("transition.fromSurface.priceUpper", "[0]", "transition.fromSurface.priceUpper has 1 numbers; there must be 4")]
    [InlineData("transition.fromSurface.stretch", "[-50, 1, 1, 1]", "transition.fromSurface.stretch makes no surface")]
    [InlineData("transition.fromWeights.0", "-0.1", "transition.fromWeights[0] is -0.1")]
    [InlineData("transition.fromWeights.0", "0.9", "transition.fromWeights sum to")]
    [InlineData("transition.start", "43600.5", "transition.start is 43600.5; it must be at most 43600")]
    [InlineData("transition.duration", "-1", "transition.duration is -1")]
    [InlineData("transition.surfaceProgress", "1.5", "transition.surfaceProgress is 1.5; it must be from 0 to 1")]
    [InlineData("labor.counted", "-1", "labor.counted is -1")]
    [InlineData("labor.counted", "1e9", "labor has minted 1000000000")]
    [InlineData("labor.reserved", "-1", "labor.reserved is -1")]
    [InlineData("subscription.flow", "-1", "subscription.flow is -1")]
    [InlineData("subscription.flowTime", "1e9", "subscription.flowTime is 1000000000")]
    [InlineData("staking.flowTime", "\"-Infinity\"", "staking.flowTime is -Infinity")]
    [InlineData("subscription.period.units", "-1", "subscription.period.units is -1")]
    [InlineData("staking.reserved", "7", "stakes lock 1000 and are promised")]
    [InlineData("nextStake", "-3", "nextStake is -3; it must be from 0 to 9007199254740992")]
    [InlineData("nextStake", "9007199254740993", "nextStake is 9007199254740993")]
    [InlineData("nextStake", "0", "stakes[0].id is 0; the numbers of stakes rise")]
    [InlineData("parameters.contributorLimit", "1", "contributors has 2 names; there must be at most 1")]
    [InlineData("parameters.stakeLimit", "1", "stakes has 2 objects; there must be at most 1")]
    [InlineData("contributors", "{\"\": {}}", "contributors.: the name must have 1 to 64 characters")]
    [InlineData("subscribers.bob.lastTime", "1e12", "subscribers.bob.lastTime is 1000000000000; it must be at most 43600")]
    [InlineData("subscribers.bob.period.units", "-1", "subscribers.bob.period.units is -1")]
    [InlineData("subscribers.bob.monthsPaid", "-1", "subscribers.bob.monthsPaid is -1")]
    [InlineData("stakers.ada.lastTime", "\"NaN\"", "stakers.ada.lastTime is NaN")]
    [InlineData("stakes.0.id", "-1", "stakes[0].id is -1")]
    [InlineData("stakes.0.contributor", "\"\"", "stakes[0].contributor is ''; it must have 1 to 64 characters")]
    [InlineData("stakes.0.amount", "-1", "stakes[0].amount is -1")]
    [InlineData("stakes.0.amount", "7", "stakes lock 7 and are promised")]
    [InlineData("stakes.0.bonus", "\"Infinity\"", "stakes[0].bonus is Infinity")]
    [InlineData("stakes.0.start", "43600.5", "stakes[0].start is 43600.5")]
    [InlineData("stakes.0.duration", "0", "stakes[0].duration is 0; it must be above 0")]
    [InlineData("stakes.0.minted", "-1", "stakes[0].minted is -1")]
    [InlineData("stakes.0.minted", "61", "stakes[0].minted is 61; it must not be above the bonus, ")]
    public void A_broken_rule_is_told_at_its_place(string path, string value, string words)
    {
        JsonNode root = Sample();
        Put(root, path, value);
        CheckRefused(root, words);
    }

    [Theory]
    [InlineData("motion.weights", "[0.5, 0.5]", "motion.multipliers has 4 numbers; there must be 2")]
    [InlineData("motion", "{\"weights\": [0.5, 0.5], \"multipliers\": [0, 0], \"lastUpdate\": 0, \"minimum\": 0.01, \"maximum\": 0.99}", "motion has 2 weights; there are 4 vaults")]
    [InlineData("motion.lastUpdate", "43600.5", "motion.lastUpdate is 43600.5; it must be at most 43600")]
    [InlineData("motion.minimum", "0.3", "motion cannot be: the bounds are 0.3 and 0.99")]
    [InlineData("motion.multipliers.0", "1e-3", "motion cannot be: the multipliers sum to")]
    public void A_broken_rule_of_the_motion_is_told_at_its_place(string path, string value, string words)
    {
        JsonNode root = JsonNode.Parse(Systems.Bytes(Systems.InUse(isMoving: true)))!;
        Put(root, path, value);
        CheckRefused(root, words);
    }

    [Fact]
    public void A_transition_and_a_motion_at_once_are_refused()
    {
        JsonNode root = Sample();
        root["motion"] = JsonNode.Parse(Systems.Bytes(Systems.InUse(isMoving: true)))!["motion"]!.DeepClone();
        CheckRefused(root, "motion moves weights that a transition leads; keep one");
    }

    [Fact]
    public void Stakes_whose_numbers_do_not_rise_are_refused()
    {
        JsonNode root = Sample();
        root["stakes"]![1]!["id"] = 0;
        CheckRefused(root, "stakes[1].id is 0; the numbers of stakes rise from one to the next");
    }

    [Fact]
    public void A_stake_minted_above_its_bonus_is_refused_also_where_another_makes_up_for_it()
    {
        JsonNode root = Sample();
        double bonus = root["stakes"]![0]!["bonus"]!.GetValue<double>(), over = bonus * (1 + 1e-9);
        (root["stakes"]![0]!["minted"], root["staking"]!["reserved"]) = (over, 1 + (bonus - over));
        CheckRefused(root, "stakes[0].minted is");
        (root["stakes"]![0]!["minted"], root["staking"]!["reserved"]) = (bonus, 1);
        Assert.Equal(bonus, SystemFile.Read(new MemoryStream(Bytes(root))).Stakes.First().Minted);
    }

    [Fact]
    public void What_is_dated_now_is_of_the_present()
    {
        JsonNode root = Sample();
        foreach (string path in (string[])["priceTime", "redemptionLevelTime", "redemptionFlowTime", "inflows.0.time", "outflows.3.time", "labor.flowTime", "contributors.ada.lastTime"])
        {
            Put(root, path, "43600");
        }

        Assert.Equal(43_600, SystemFile.Read(new MemoryStream(Bytes(root))).Time);
    }

    /// <summary>The second contributor and the second stake are there so that limits can be too low for them.</summary>
    private static JsonNode Sample()
    {
        JsonNode root = JsonNode.Parse(Systems.Bytes(Systems.InUse()))!;
        root["contributors"]!["zoe"] = root["contributors"]!["ada"]!.DeepClone();
        JsonNode stake = root["stakes"]![0]!.DeepClone();
        (stake["id"], stake["amount"], stake["bonus"], stake["minted"]) = (1, 0, 1, 0);
        root["stakes"]!.AsArray().Add(stake);
        root["staking"]!["reserved"] = root["staking"]!["reserved"]!.GetValue<double>() + 1;
        root["nextStake"] = 2;
        Assert.NotNull(SystemFile.Read(new MemoryStream(Bytes(root))));
        return root;
    }

    private static void CheckRefused(JsonNode root, string words)
    {
        byte[] bytes = Bytes(root);
        DocumentException exception = Samples.Refused(text => SystemFile.Read(new MemoryStream(text)), Encoding.UTF8.GetString(bytes), words);
        Assert.StartsWith(words, exception.Message, StringComparison.Ordinal);
        Assert.Equal(PlaceOf(bytes, words.Split(' ')[0].TrimEnd(':')), (exception.Line, exception.Column));
    }

    /// <summary>Where a value stands that a message names, such as <c>stakes[0].minted</c>.</summary>
    private static (int Line, int Column) PlaceOf(byte[] bytes, string words)
    {
        DocumentNode at = DocumentTree.Parse(bytes).Root;
        foreach (string step in words.Replace("]", string.Empty, StringComparison.Ordinal).Split('.', '['))
        {
            int left = at.Kind == JsonTokenType.StartArray ? int.Parse(step, null) : -1;
            foreach (DocumentNode child in left < 0 ? at.Members : at.Items)
            {
                if (left < 0 ? child.Name.Is(step) : left-- == 0)
                {
                    at = step.Length == 0 ? child.Name : child;
                    break;
                }
            }
        }

        DocumentException exception = Assert.Throws<DocumentException>(() => at.Throw("here it is"));
        return (exception.Line, exception.Column);
    }

    private static void Put(JsonNode root, string path, string value)
    {
        string[] steps = path.Split('.');
        JsonNode node = steps[..^1].Aggregate(root, (at, step) => at is JsonArray ? at[int.Parse(step, null)]! : at[step]!);
        if (node is JsonArray array)
        {
            array[int.Parse(steps[^1], null)] = JsonNode.Parse(value);
        }
        else
        {
            node[steps[^1]] = JsonNode.Parse(value);
        }
    }

    private static byte[] Bytes(JsonNode root) => Encoding.UTF8.GetBytes(root.ToJsonString(Lines));
}
