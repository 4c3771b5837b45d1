using Myco.Engine.Pools;
using Myco.Verification.Golden;

namespace Myco.Verification.Tests.Golden;

public sealed class RevertsOfTheVectorsTests
{
    [Fact]
    public void Every_selector_of_the_vectors_is_that_of_its_error()
    {
        (string Text, string Selector)[] pairs = [.. ChainErrors.All().Where(revert => revert.Kind == "custom").Select(revert => (revert.Text!, revert.Selector!)).Distinct()];
        Assert.Equal(55, pairs.Length);
        Assert.All(pairs, pair => Assert.Equal(pair.Selector, ErrorSelector.Of(pair.Text)));
    }

    [Fact]
    public void Every_chain_error_of_the_vectors_is_what_some_reason_reports_in_its_era()
    {
        int count = 0;
        foreach ((string file, string kind, string? text, _) in ChainErrors.All().Where(revert => revert.Kind != "any"))
        {
            ContractEra era = GoldenLibraries.Find(file)!.Era;
            ChainErrorKind form = kind switch { "custom" => ChainErrorKind.Custom, "panic" => ChainErrorKind.Panic, _ => ChainErrorKind.Message };
            Assert.True(
                Enum.GetValues<Revert>().Any(revert => RevertCatalog.OnChain(revert, era) == new ChainError(form, text!)),
                $"{file}: no reason reports {kind} {text}");
            count++;
        }

        Assert.Equal(98, count);
    }
}
