using Myco.Engine.Fields;
using Myco.Engine.Reserve;
using Myco.Engine.Reserve.Commitments;
using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;

namespace Myco.Engine.Tests.Reserve.Commitments;

/// <summary>LaborParameters, and whose Attestation is believed: KnownAttesters, or any other IAttestationVerifier.</summary>
public class LaborParametersTests
{
    private static readonly Attestation Word = new("ada", "code", 20, 0, 1, "council");

    [Fact]
    public void Unclaimed_work_fades_by_the_same_part_every_second()
    {
        LaborParameters labor = new() { Decay = 0.999 };
        for (double age = 0; age < 5_000; age += 250)
        {
            double left = labor.UnitsLeft(8, age);
            Assert.Equal(8 * Math.Pow(0.999, age), left, 1e-14 * left);
            Assert.Equal(labor.UnitsLeft(8, age + 100), labor.UnitsLeft(left, 100), 1e-14 * left);
        }

        Assert.Equal(8, new LaborParameters().UnitsLeft(8, 1e12));
    }

    [Fact]
    public void A_known_attester_is_believed_of_others_only()
    {
        KnownAttesters attesters = new(["council", "guild"]);
        Assert.True(attesters.IsGenuine(Word));
        Assert.True(attesters.IsGenuine(Word with { Contributor = "council", Attester = "guild" }));
        Assert.False(attesters.IsGenuine(Word with { Attester = "Council" }));
        Assert.False(attesters.IsGenuine(Word with { Attester = "ada" }));
        Assert.False(attesters.IsGenuine(Word with { Contributor = "council" }));
    }

    [Fact]
    public void Without_a_verifier_no_word_is_taken_and_another_verifier_decides_alone()
    {
        SystemState state = Systems.Started();
        ContributeOperation claim = new() { Attestation = Word with { Attester = "ada" } };
        Assert.Equal(SystemCheck.Attestation, new MycoSystem().Apply(state, claim, new(4)).Check);
        Assert.Equal(SystemCheck.None, new MycoSystem(new Everybody()).Apply(state, claim, new(4)).Check);
    }

    [Theory]
    [InlineData("code", -1, 1, "tokensPerUnit.code is -1")]
    [InlineData("code", double.NaN, 1, "tokensPerUnit.code is NaN")]
    [InlineData("code", double.PositiveInfinity, 1, "tokensPerUnit.code is Infinity")]
    [InlineData("", 1, 1, "it must have 1 to 64 characters")]
    [InlineData("code", 1, 0, "decay is 0")]
    [InlineData("code", 1, 1.000_001, "decay is 1.000001")]
    [InlineData("code", 1, double.NaN, "decay is NaN")]
    [InlineData("code", 0, 1, null)]
    public void A_number_outside_its_limits_is_named_with_the_limit(string type, double rate, double decay, string? words)
    {
        string? problem = FieldCheck.Of(new LaborParameters { TokensPerUnit = new Dictionary<string, double> { [type] = rate }, Decay = decay })?.Text;
        Assert.Equal(words is null, problem is null);
        Assert.Contains(words ?? string.Empty, problem ?? string.Empty, StringComparison.Ordinal);
    }

    private sealed class Everybody : IAttestationVerifier
    {
        public bool IsGenuine(Attestation attestation) => true;
    }
}
