using Myco.Engine.Pools;

namespace Myco.Cli.Verification.Golden;

/// <summary>The functions of one contract library, as its vector files name them.</summary>
/// <param name="Name">The name: that of its vector file without the extension.</param>
/// <param name="Era">How its reverts read.</param>
/// <param name="Functions">Name of a function → its replay: reads the call's input, runs the engine with the call's fault, returns results by name.</param>
internal sealed record GoldenLibrary(string Name, ContractEra Era, IReadOnlyDictionary<string, Action<GoldenCall>> Functions);
