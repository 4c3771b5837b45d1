using System.Text;
using Myco.Engine.Formats;
using Myco.Engine.Reserve.Scenarios;

namespace Myco.Engine.Tests.Formats;

public class ScenarioFileTests
{
    [Theory]
    [InlineData("\"steps\": 121", "\"steps\": ¦0", "steps is 0; it must be from 1 to 20000")]
    [InlineData("\"steps\": 121", "\"steps\": ¦20001", "steps is 20001")]
    [InlineData("\"stepSeconds\": 21600", "\"stepSeconds\": ¦-21600", "stepSeconds is -21600")]
    [InlineData("\"stepSeconds\": 21600", "\"stepSeconds\": ¦\"NaN\"", "stepSeconds is NaN")]
    [InlineData("\"initialDeposit\": 1000000", "\"initialDeposit\": ¦0", "initialDeposit is 0")]
    [InlineData("\"name\": \"bank-run\"", "\"name\": ¦\"../up\"", "name is '../up'")]
    [InlineData("\"seed\": 1907", "\"seed\": ¦-1", "seed must be a whole number from 0 to 18446744073709551615, not -1")]
    [InlineData("\"seed\": 1907", "\"seed\": 1907, ¦\"mood\": 1", "'mood' is no key")]
    [InlineData("\"seed\": 1907", "\"seed\": 1907, ¦\"seed\": 1", "'seed' stands twice")]
    [InlineData("\"myco-scenario/1\",", "¦\"myco-scenario/2\",", "it must be myco-scenario/1")]
    [InlineData("[1, 1, 1160, 34700]", "[1, 1, ¦\"NaN\", 34700]", "prices[0].values[2] is NaN")]
    [InlineData("[1, 1, 1160, 34700]", "[1, 1, ¦-5, 34700]", "prices[0].values[2] is -5; it must be above 0 and finite")]
    [InlineData("[1, 1, 1160, 34700]", "¦[1, 1]", "there are 4 vaults")]
    [InlineData("{\"step\": 4, ", "¦{\"stop\": 4, ", "prices[0] lacks 'step'")]
    [InlineData("\"step\": 4", "\"step\": ¦-4", "steps are from 0 to 120")]
    [InlineData("\"step\": 4", "\"step\": ¦121", "steps are from 0 to 120")]
    [InlineData("\"prices\": [", "\"prices\": [¦null, ", "prices[0] must be an object, not null")]
    [InlineData("\"prices\": [{\"step\": 4", "\"prices\": [{\"step\": 9, \"values\": [1, 1, 1, 1]}, {\"step\": ¦4", "put the changes in order")]
    [InlineData("\"targetWeights\": [0.2039450224893684,", "\"targetWeights\": ¦[0.3,", "must sum to 1")]
    [InlineData("\"floorRate\": 0.6", "\"floorRate\": ¦1.6", "floorRate is 1.6")]
    [InlineData("\"threshold\": 0.3, \"memory\"", "\"threshold\": ¦-1, \"memory\"", "dampening.threshold is -1")]
    [InlineData("\"policy\": \"Burn\"", "\"policy\": ¦\"Keep\"", "dampening.policy is 'Keep'; it must be Burn or Return")]
    [InlineData("{\"name\": \"USDC\", ", "¦null, {\"name\": \"USDC\", ", "parameters.vaults[0] must be an object, not null")]
    [InlineData("\"DAI\"", "¦\"USDC\"", "parameters.vaults[1].name is 'USDC', as a vault before it")]
    [InlineData("\"stretch\": [2, 3, 1, 1.5]", "\"stretch\": ¦[2, 3, 1, 0.5]", "parameters.surface.stretch makes no surface: stretch[3] is 0.5")]
    [InlineData("\"holders\": 100", "\"holders\": ¦0", "plan.holders is 0")]
    [InlineData("\"stayingShare\": 0.05", "\"stayingShare\": ¦2", "plan.stayingShare is 2")]
    [InlineData("\"beginStep\": 8", "\"beginStep\": ¦121", "plan.beginStep is 121; it must be from 0 to 120")]
    [InlineData("\"rushSteps\": 60", "\"rushSteps\": ¦600", "plan.rushSteps is 600; it must be from 1 to 113")]
    [InlineData("\"parts\": 32", "\"parts\": ¦0", "plan.parts is 0")]
    [InlineData("\"parts\": 32", "\"parts\": ¦122", "plan.parts is 122; it must be from 1 to 121")]
    [InlineData("\"parts\": 32", "\"parts\": ¦32.5", "plan.parts must be a whole number from 1 to 20000, not 32.5")]
    [InlineData("\"plan\": {\"kind\": \"bank-run\", ", "\"plan\": ¦{", "plan lacks 'kind'")]
    [InlineData("\"kind\": \"bank-run\"", "\"kind\": ¦\"picnic\"", "plan.kind is 'picnic'; it must be token-launch, bank-run, mixed-issuance")]
    public void A_bad_file_is_refused_at_its_place_with_the_reason(string good, string bad, string what) => Refused("bank-run", good, bad, what);

    [Theory]
    [InlineData("token-launch", "\"depositSteps\": 30", "\"depositSteps\": ¦92", "plan.depositSteps is 92")]
    [InlineData("token-launch", "\"redeemFrom\": 60", "\"redeemFrom\": ¦91", "plan.redeemFrom is 91")]
    [InlineData("token-launch", "\"redeemBefore\": 91", "\"redeemBefore\": ¦60", "plan.redeemBefore is 60")]
    [InlineData("token-launch", "\"leastRedeemed\": 0.25", "\"leastRedeemed\": ¦0", "plan.leastRedeemed is 0")]
    [InlineData("token-launch", "\"mostDeposit\": 20000", "\"mostDeposit\": ¦200", "plan.mostDeposit is 200; it must not be below leastDeposit")]
    [InlineData("mixed-issuance", "\"workType\": \"code\"", "\"workType\": ¦\"sleep\"", "plan.workType is 'sleep'")]
    [InlineData("mixed-issuance", "\"workEvery\": 7", "\"workEvery\": ¦0", "plan.workEvery is 0")]
    [InlineData("mixed-issuance", "\"depositEvery\": 30", "\"depositEvery\": ¦0", "plan.depositEvery is 0")]
    [InlineData("mixed-issuance", "\"leastUnits\": 2", "\"leastUnits\": ¦\"-Infinity\"", "plan.leastUnits is -Infinity")]
    [InlineData("mixed-issuance", "\"contributors\": 8", "\"contributors\": ¦10001", "plan.contributors is 10001")]
    public void The_other_plans_know_their_limits(string name, string good, string bad, string what) => Refused(name, good, bad, what);

    [Fact]
    public void A_plan_may_ask_for_so_many_orders_and_no_more()
    {
        string text = Text("bank-run").Replace("\"steps\": 121", "\"steps\": 20000", StringComparison.Ordinal);
        Samples.Refused(bytes => Read(bytes), Samples.Damaged(text, "\"holders\": 100", "\"holders\": ¦251"), "plan.holders makes 251 people over 20000 steps");
        Assert.Equal(20_000, Read(Encoding.UTF8.GetBytes(text.Replace("\"holders\": 100", "\"holders\": 250", StringComparison.Ordinal))).Steps);
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_refused()
    {
        byte[] text = Encoding.UTF8.GetBytes(Text("bank-run").TrimEnd());
        for (int length = 0; length < text.Length; length += 29)
        {
            Samples.CheckLine(Assert.Throws<DocumentException>(() => Read(text[..length])));
        }
    }

    [Fact]
    public void Any_damage_is_refused_at_a_place_or_gives_a_scenario_that_may_be_played()
    {
        Random random = new(20_261_202);
        byte[] text = Encoding.UTF8.GetBytes(Text("mixed-issuance"));
        int read = 0, refused = 0;
        for (int round = 0; round < 1_500; round++)
        {
            byte[] bytes = [.. text];
            for (int hit = random.Next(1, 4); hit > 0; hit--)
            {
                bytes[random.Next(bytes.Length)] = (byte)(random.Next(4) == 0 ? random.Next(256) : "{}[]\",:\\/*0-e.\nn1"[random.Next(17)]);
            }

            try
            {
                Assert.Null(Read(bytes).Problem());
                read++;
            }
            catch (DocumentException exception)
            {
                Samples.CheckLine(exception);
                Assert.True(exception is { Line: >= 1, Column: >= 1 }, exception.Message);
                refused++;
            }
        }

        Assert.True(read > 100 && refused > 500, $"{read} read, {refused} refused");
    }

    [Fact]
    public void What_is_left_out_keeps_its_default_and_the_kind_may_come_last()
    {
        string text = Text("bank-run").Replace("\"kind\": \"bank-run\", ", string.Empty, StringComparison.Ordinal).Replace("\"parts\": 32", "\"parts\": 32, \"kind\": \"bank-run\"", StringComparison.Ordinal);
        Scenario scenario = Read(Encoding.UTF8.GetBytes(text));
        Assert.IsType<BankRunPlan>(scenario.Plan);
        Assert.Equal(1, scenario.Parameters.Vaults[0].Rate);
        Assert.Equal(1, scenario.Parameters.Vaults[0].CalibrationPrice);
        Assert.Equal(double.PositiveInfinity, scenario.Parameters.FlowLimits.ShortFlowThreshold);
        Assert.Equal(3, scenario.Parameters.Subscription.Tiers.Count);
    }

    [Fact]
    public void A_name_that_is_none_of_ours_is_refused() =>
        Assert.Contains("there are token-launch, bank-run, mixed-issuance", Assert.Throws<ArgumentException>(() => ScenarioFile.ReadBuiltIn("picnic")).Message, StringComparison.Ordinal);

    private static void Refused(string name, string good, string bad, string what) =>
        Samples.Refused(bytes => Read(bytes), Samples.Damaged(Text(name), good, bad), what);

    private static Scenario Read(byte[] text) => ScenarioFile.Read(new MemoryStream(text));

    private static string Text(string name)
    {
        using StreamReader reader = new(BuiltInScenarios.Open(name));
        return reader.ReadToEnd();
    }
}
