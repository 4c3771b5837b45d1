using System.Text;
using Myco.Engine.Formats;
using Myco.Engine.Reserve.Scenarios;

namespace Myco.Engine.Tests.Formats;

public class ScenarioFileTests
{
    [Theory]
    [InlineData("\"steps\": 121", "\"steps\": 0", "steps is 0; it must be from 1 to")]
    [InlineData("\"steps\": 121", "\"steps\": 20001", "steps is 20001")]
    [InlineData("\"stepSeconds\": 21600", "\"stepSeconds\": -21600", "stepSeconds is -21600")]
    [InlineData("\"stepSeconds\": 21600", "\"stepSeconds\": \"NaN\"", "stepSeconds is NaN")]
    [InlineData("\"initialDeposit\": 1000000", "\"initialDeposit\": 0", "initialDeposit is 0")]
    [InlineData("\"name\": \"bank-run\"", "\"name\": \"../up\"", "the name is '../up'")]
    [InlineData("\"seed\": 1907", "\"seed\": -1", "$.seed")]
    [InlineData("\"seed\": 1907", "\"seed\": 1907, \"mood\": 1", "mood")]
    [InlineData("\"seed\": 1907", "\"seed\": 1907, \"seed\": 1", "seed")]
    [InlineData("myco-scenario/1\",", "myco-scenario/2\",", "it must be 'myco-scenario/1'")]
    [InlineData("[1, 1, 1160, 34700]", "[1, 1, \"NaN\", 34700]", "a price of step 4 is NaN")]
    [InlineData("[1, 1, 1160, 34700]", "[1, 1, -5, 34700]", "a price of step 4 is -5")]
    [InlineData("[1, 1, 1160, 34700]", "[1, 1]", "there are 4 vaults")]
    [InlineData("\"step\": 4", "\"step\": -4", "steps are from 0 to 120")]
    [InlineData("\"prices\": [", "\"prices\": [null, ", "a change of prices is null")]
    [InlineData("\"prices\": [", "\"prices\": [{\"step\": 9, \"values\": [1, 1, 1, 1]}, ", "put the changes in order")]
    [InlineData("[0.2039450224893684,", "[0.3,", "must sum to 1")]
    [InlineData("\"floorRate\": 0.6", "\"floorRate\": 1.6", "floorRate is 1.6")]
    [InlineData("\"threshold\": 0.3, \"memory\"", "\"threshold\": -1, \"memory\"", "dampening.threshold is -1")]
    [InlineData("\"policy\": \"Burn\"", "\"policy\": \"Keep\"", "policy")]
    [InlineData("{\"name\": \"USDC\", ", "null, {\"name\": \"USDC\", ", "a vault is null")]
    [InlineData("\"holders\": 100", "\"holders\": 0", "plan.holders is 0")]
    [InlineData("\"stayingShare\": 0.05", "\"stayingShare\": 2", "plan.stayingShare is 2")]
    [InlineData("\"rushSteps\": 60", "\"rushSteps\": 600", "plan.rushSteps is 600")]
    [InlineData("\"parts\": 32", "\"parts\": 0", "plan.parts is 0")]
    [InlineData("\"kind\": \"bank-run\", ", "", "has no 'kind'")]
    [InlineData("\"kind\": \"bank-run\"", "\"kind\": \"picnic\"", "picnic")]
    [InlineData("\"parts\": 32", "\"parts\": 32.5", "$.plan.parts")]
    public void A_bad_file_is_refused_with_the_reason(string good, string bad, string what)
    {
        string text = Text("bank-run");
        Assert.Contains(good, text, StringComparison.Ordinal);
        int place = text.IndexOf(good, StringComparison.Ordinal);
        DocumentException exception = Assert.Throws<DocumentException>(() => Read(text[..place] + bad + text[(place + good.Length)..]));
        Assert.Contains(what, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("token-launch", "\"depositSteps\": 30", "\"depositSteps\": 92", "plan.depositSteps is 92")]
    [InlineData("token-launch", "\"redeemBefore\": 91", "\"redeemBefore\": 60", "plan.redeemBefore is 60")]
    [InlineData("token-launch", "\"leastRedeemed\": 0.25", "\"leastRedeemed\": 0", "plan.leastRedeemed is 0")]
    [InlineData("token-launch", "\"mostDeposit\": 20000", "\"mostDeposit\": 200", "plan.mostDeposit 200")]
    [InlineData("mixed-issuance", "\"workType\": \"code\"", "\"workType\": \"sleep\"", "plan.workType is 'sleep'")]
    [InlineData("mixed-issuance", "\"workEvery\": 7", "\"workEvery\": 0", "plan.workEvery is 0")]
    [InlineData("mixed-issuance", "\"leastUnits\": 2", "\"leastUnits\": \"-Infinity\"", "plan.leastUnits is -Infinity")]
    [InlineData("mixed-issuance", "\"contributors\": 8", "\"contributors\": 10001", "plan.contributors is 10001")]
    public void The_other_plans_know_their_limits(string name, string good, string bad, string what)
    {
        string text = Text(name);
        Assert.Contains(good, text, StringComparison.Ordinal);
        Assert.Contains(what, Assert.Throws<DocumentException>(() => Read(text.Replace(good, bad, StringComparison.Ordinal))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_refused()
    {
        string text = Text("bank-run").TrimEnd();
        for (int length = 0; length < text.Length; length += 97)
        {
            Assert.Throws<DocumentException>(() => Read(text[..length]));
        }
    }

    [Fact]
    public void What_is_left_out_keeps_its_default_and_the_kind_may_come_last()
    {
        string text = Text("bank-run").Replace("\"kind\": \"bank-run\", ", string.Empty, StringComparison.Ordinal).Replace("\"parts\": 32", "\"parts\": 32, \"kind\": \"bank-run\"", StringComparison.Ordinal);
        Scenario scenario = Read(text);
        Assert.IsType<BankRunPlan>(scenario.Plan);
        Assert.Equal(1, scenario.Parameters.Vaults[0].Rate);
        Assert.Equal(1, scenario.Parameters.Vaults[0].CalibrationPrice);
        Assert.Equal(double.PositiveInfinity, scenario.Parameters.FlowLimits.ShortFlowThreshold);
        Assert.Equal(3, scenario.Parameters.Subscription.Tiers.Count);
    }

    [Fact]
    public void A_name_that_is_none_of_ours_is_refused() =>
        Assert.Contains("there are token-launch, bank-run, mixed-issuance", Assert.Throws<ArgumentException>(() => BuiltInScenarios.Read("picnic")).Message, StringComparison.Ordinal);

    private static Scenario Read(string text) => ScenarioFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private static string Text(string name)
    {
        using StreamReader reader = new(BuiltInScenarios.Open(name));
        return reader.ReadToEnd();
    }
}
