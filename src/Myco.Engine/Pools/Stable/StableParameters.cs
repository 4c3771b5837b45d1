using System.Diagnostics.CodeAnalysis;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Stable;

/// <summary>A stable pool's parameters: token count, amplification, version.</summary>
/// <remarks>The amplification is A·1000, as the contract stores it. Source: spec/04-onchain-math.md §1.13, §1.14.</remarks>
public sealed class StableParameters
{
    /// <summary>The most tokens of a stable pool.</summary>
    public const int MaximumTokenCount = 5;

    /// <summary>A = 1.</summary>
    public const ulong MinimumAmplification = 1_000;

    /// <summary>A = 50 000.</summary>
    public const ulong MaximumAmplification = 50_000_000;

    private StableParameters(int tokenCount, ulong amplification, StableVersion version)
    {
        TokenCount = tokenCount;
        Amplification = amplification;
        Version = version;
    }

    /// <summary>How many tokens the pool has, 2 to 5.</summary>
    public int TokenCount { get; }

    /// <summary>A·1000.</summary>
    public UInt256 Amplification { get; }

    /// <summary>Which contract the pool runs.</summary>
    public StableVersion Version { get; }

    /// <summary>The parameters, or <see cref="Revert.InvalidParameters"/>: token count first, then amplification.</summary>
    public static Revert TryCreate(
        int tokenCount, in UInt256 amplification, StableVersion version, [NotNullWhen(true)] out StableParameters? parameters)
    {
        bool valid = IsTokenCount(tokenCount) && IsAmplification(amplification) && Enum.IsDefined(version);
        parameters = valid ? new(tokenCount, amplification.Limb0, version) : null;
        return valid ? Revert.None : Revert.InvalidParameters;
    }

    /// <summary>The parameters.</summary>
    /// <exception cref="ArgumentException">The token count lies outside 2 to 5, the amplification outside 1 000 to 50 000 000, or the version is none.</exception>
    public static StableParameters Create(int tokenCount, in UInt256 amplification, StableVersion version = StableVersion.Current)
    {
        if (TryCreate(tokenCount, amplification, version, out StableParameters? parameters) == Revert.None)
        {
            return parameters!;
        }

        throw !IsTokenCount(tokenCount) ? TokenCountOutOfRange(tokenCount)
            : !IsAmplification(amplification) ? AmplificationOutOfRange(amplification)
            : VersionUnknown(version);
    }

    /// <summary>The same pool at another amplification, as a schedule moves it: the schedule's ends lie inside the limits, and so does all between.</summary>
    /// <exception cref="ArgumentException">The amplification lies outside 1 000 to 50 000 000.</exception>
    public StableParameters At(in UInt256 amplification) => Create(TokenCount, amplification, Version);

    private static bool IsTokenCount(int count) => count is >= 2 and <= MaximumTokenCount;

    private static bool IsAmplification(in UInt256 value) => value >= MinimumAmplification && value <= MaximumAmplification;

    private static ArgumentException TokenCountOutOfRange(int count) =>
        new($"A stable pool has 2 to {MaximumTokenCount} tokens, not {count}; give that many.", nameof(count));

    private static ArgumentException AmplificationOutOfRange(in UInt256 amplification) =>
        new($"The amplification {amplification} lies outside {MinimumAmplification} to {MaximumAmplification}; give A times 1000.", nameof(amplification));

    private static ArgumentException VersionUnknown(StableVersion version) =>
        new($"{(int)version} is no version of a stable pool; give one of {nameof(StableVersion)}.", nameof(version));
}
