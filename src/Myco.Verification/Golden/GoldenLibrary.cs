using Myco.Engine.Pools;

namespace Myco.Verification.Golden;

/// <summary>The functions of one contract library, as its vector files name them.</summary>
/// <param name="name">The name: that of its vector file without the extension.</param>
/// <param name="era">How its reverts read.</param>
/// <param name="functions">Makes the table, when the first vector asks for it.</param>
internal sealed class GoldenLibrary(string name, ContractEra era, Func<Dictionary<string, Action<GoldenCall>>> functions)
{
    private readonly Lazy<Dictionary<string, Action<GoldenCall>>> _functions = new(functions);

    /// <summary>The name: that of its vector file without the extension.</summary>
    public string Name { get; } = name;

    /// <summary>How its reverts read.</summary>
    public ContractEra Era { get; } = era;

    /// <summary>Name of a function → its replay: reads the call's input, runs the engine with the call's fault, returns results by name.</summary>
    public IReadOnlyDictionary<string, Action<GoldenCall>> Functions => _functions.Value;
}
