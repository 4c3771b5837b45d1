using Myco.Engine.Reserve.System;

namespace Myco.Engine.Tests.Reserve.System;

/// <summary>A SystemRefusal in words: each SystemCheck has its own, in one line with its vault and its numbers.</summary>
public class SystemRefusalTests
{
    [Fact]
    public void Every_check_has_words_of_its_own()
    {
        string[] words = [.. Enum.GetValues<SystemCheck>().Select(check => new SystemRefusal(check).Describe().Split(": ")[1])];
        Assert.Equal(words.Length, words.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_refusal_is_described_in_one_line_with_its_vault_and_its_numbers()
    {
        Assert.Equal("SafetyMode (vault 2): the vault's direction is closed; wait until the time given: 1 against 3601", new SystemRefusal(SystemCheck.SafetyMode, 1, 3_601, 2).Describe());
        Assert.Equal("UnknownTier: name one of the tiers: 'bob' asks for Prince", new SystemRefusal(SystemCheck.UnknownTier, Detail: "'bob' asks for Prince").Describe());
    }
}
