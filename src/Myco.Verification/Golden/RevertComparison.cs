using Myco.Engine.Formats;
using Myco.Engine.Pools;
using Myco.Verification.Vectors;

namespace Myco.Verification.Golden;

/// <summary>A revert of a vector against a refusal of the engine: the form of the data and what it says must be the contract's.</summary>
internal static class RevertComparison
{
    private static readonly string[] Keys = ["kind", "error", "selector", "code", "message"];
    private static readonly string[] ErrorKeys = ["error", "message", "code", "selector", "kind"];

    /// <summary>What differs; null when the engine refuses as the contract does.</summary>
    /// <param name="expected">The case's <c>revert</c>.</param>
    /// <param name="revert">The engine's reason.</param>
    /// <param name="era">How the contract reports.</param>
    /// <exception cref="DocumentException">The revert is malformed.</exception>
    public static string? Difference(VectorNode expected, Revert revert, ContractEra era)
    {
        if (KnownKeys.FirstUnknown(expected, Keys) is string key)
        {
            throw expected.Problem($"has the key '{key}'; known are {string.Join(", ", Keys)}; correct the file");
        }

        ChainError error = RevertCatalog.OnChain(revert, era);
        string kind = expected["kind"].Text();
        bool same = kind switch
        {
            "any" => true,
            "custom" => IsCustom(expected, error),
            "panic" => error == new ChainError(ChainErrorKind.Panic, expected["code"].Text()),
            "string" => error == new ChainError(ChainErrorKind.Message, expected["message"].Text()),
            "empty" => false,
            _ => throw expected["kind"].Problem($"is '{kind}'; known are custom, panic, string, empty and any; correct the file"),
        };
        return same ? null : $"refused by another reason: {InWords(revert)}, on chain {error.Kind} {error.Text}; the contract reverts with {expected.Written()}";
    }

    /// <summary>What a case reverts with, in the words of the file: error, message, code, selector or kind, whichever is there first; null when it does not revert.</summary>
    public static string? ErrorOf(VectorNode node)
    {
        if (!node.Has("revert"))
        {
            return null;
        }

        VectorNode revert = node["revert"];
        List<string> keys = revert.Keys();
        string? key = ErrorKeys.FirstOrDefault(keys.Contains);
        return key is not null && revert[key].IsString ? revert[key].Text() : string.Empty;
    }

    /// <summary>A reason by name and in words.</summary>
    public static string InWords(Revert revert) => $"{revert} ({RevertCatalog.Describe(revert).TrimEnd('.')})";

    // The signature decides; a selector beside it must be its own, and without it decides alone.
    private static bool IsCustom(VectorNode expected, ChainError error)
    {
        string? selector = expected.Has("selector") ? expected["selector"].Text() : null;
        if (!expected.Has("error") && selector is not null)
        {
            return error.Kind == ChainErrorKind.Custom && string.Equals(selector, ErrorSelector.Of(error.Text), StringComparison.OrdinalIgnoreCase);
        }

        string signature = expected["error"].Text();
        if (selector is not null && !string.Equals(selector, ErrorSelector.Of(signature), StringComparison.OrdinalIgnoreCase))
        {
            throw expected["selector"].Problem($"is '{selector}', that of {signature} is {ErrorSelector.Of(signature)}; correct one of the two");
        }

        return error == new ChainError(ChainErrorKind.Custom, signature);
    }
}
