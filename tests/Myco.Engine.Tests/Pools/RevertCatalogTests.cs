using Myco.Engine.Pools;
using Myco.Kernels.Exact.Faults;

namespace Myco.Engine.Tests.Pools;

/// <summary>RevertCatalog: each Revert in words and as the ChainError of its ContractEra, with its ChainErrorKind; arithmetic faults by the same numbers.</summary>
public sealed class RevertCatalogTests
{
    private static IEnumerable<Revert> Reasons => Enum.GetValues<Revert>().Where(revert => revert != Revert.None);

    public static TheoryData<ContractEra> Eras => [.. Enum.GetValues<ContractEra>()];

    [Theory]
    [MemberData(nameof(Eras))]
    public void Every_reason_has_a_row(ContractEra era) => Assert.All(Reasons, revert =>
    {
        ChainError error = RevertCatalog.OnChain(revert, era);
        Assert.True(error.Text.Length > 0, $"{revert} reports nothing");
        Assert.True(Enum.IsDefined(error.Kind));
        Assert.NotEqual(RevertCatalog.Describe(Revert.None), RevertCatalog.Describe(revert));
    });

    [Fact]
    public void Every_reason_in_words_is_one_plain_sentence_and_like_no_other()
    {
        Assert.All(Reasons, revert =>
        {
            string words = RevertCatalog.Describe(revert);
            Assert.Matches(@"^\S.{10,130}[^.]\.$", words);
            Assert.DoesNotContain(". ", words, StringComparison.Ordinal);
        });
        Assert.Equal(Reasons.Count(), Reasons.Select(RevertCatalog.Describe).Distinct().Count());
    }

    [Fact]
    public void Every_arithmetic_fault_is_the_reason_of_the_same_name_and_number() => Assert.All(
        Enum.GetValues<ArithmeticFault>(),
        fault => Assert.Equal(fault.ToString(), ((Revert)(byte)fault).ToString()));

    [Fact]
    public void The_forms_fit_their_texts() => Assert.All(Reasons, revert =>
    {
        ChainError error = RevertCatalog.OnChain(revert, ContractEra.Solidity08);
        string pattern = error.Kind switch
        {
            ChainErrorKind.Custom => @"^[A-Za-z]\w*\((\w+(,\w+)*)?\)$",
            ChainErrorKind.Panic => "^(17|18)$",
            _ => @"^\S.*$",
        };
        Assert.Matches(pattern, error.Text);
        ChainError older = RevertCatalog.OnChain(revert, ContractEra.Solidity07);
        Assert.True(older == error || (older.Kind == ChainErrorKind.Message && System.Text.RegularExpressions.Regex.IsMatch(older.Text, @"^(BAL|GYR)#\d{3}$")));
    });

    // Reasons that one chain error stands for: those of the compiler's panics, and in the era of numbers also those that shared one.
    [Theory]
    [InlineData(ContractEra.Solidity08, "AdditionOverflow SubtractionOverflow MultiplicationOverflow DivisionOverflow NegationOverflow")]
    [InlineData(ContractEra.GydCore, "AdditionOverflow SubtractionOverflow MultiplicationOverflow DivisionOverflow NegationOverflow")]
    [InlineData(ContractEra.Solidity07, "DivisionByZero ZeroDivision", "AssetBoundsExceeded BalanceOutExceeded")]
    public void No_other_reasons_share_a_chain_error(ContractEra era, params string[] sharing)
    {
        string[] shared = [.. Reasons
            .GroupBy(revert => RevertCatalog.OnChain(revert, era))
            .Where(group => group.Count() > 1)
            .Select(group => string.Join(' ', group))];
        Assert.Equal(sharing, shared);
    }

    [Fact]
    public void A_code_that_is_no_reason_reports_nothing_and_never_throws()
    {
        for (int code = 0; code < 256; code++)
        {
            Assert.NotNull(RevertCatalog.Describe((Revert)code));
            Assert.NotNull(RevertCatalog.OnChain((Revert)code, ContractEra.Solidity07).Text);
        }
    }
}
