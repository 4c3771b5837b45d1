namespace Myco.Engine.Pools;

/// <summary>What a contract reports for each reason, and the reason in words.</summary>
/// <remarks>Source: the reverts in fixtures/vectors, executed in an EVM; error numbers of the V2 era from the vectors clp2_v2 and clp3.</remarks>
public static partial class RevertCatalog
{
    private static readonly Entry[] ByCode = Index();

    /// <summary>What a contract of that era hands back.</summary>
    public static ChainError OnChain(Revert revert, ContractEra era)
    {
        Entry entry = ByCode[(byte)revert];
        return era == ContractEra.Solidity07 && entry.NumberOfOldEra is string number ? new(ChainErrorKind.Message, number) : entry.Error;
    }

    /// <summary>The reason in words, one sentence.</summary>
    public static string Describe(Revert revert) => ByCode[(byte)revert].Reason;

    private static Entry[] Index()
    {
        Entry unknown = new(Revert.None, new(ChainErrorKind.Custom, string.Empty), "No revert.");
        var byCode = new Entry[256];
        Array.Fill(byCode, unknown);
        foreach (Entry entry in Entries)
        {
            byCode[(byte)entry.Revert] = entry;
        }

        return byCode;
    }

    private sealed record Entry(Revert Revert, ChainError Error, string Reason, string? NumberOfOldEra = null);
}
