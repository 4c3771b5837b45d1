using Myco.Kernels.Lanes;

namespace Myco.Engine.Reserve.Safety;

/// <summary>What <see cref="SafetyVerdict"/> says, in any precision or of a pack of paths: check and vault by their numbers.</summary>
internal readonly struct SafetyVerdict<TReal>(TReal check, TReal vault, TReal oldWeight, TReal newWeight, TReal target, TReal band)
    where TReal : struct, IReal<TReal>
{
    /// <summary>The order is safe.</summary>
    public static SafetyVerdict<TReal> Safe => Refuse(SafetyCheck.None, -1);

    /// <summary>The number of the <see cref="SafetyCheck"/> that refuses.</summary>
    public TReal Check { get; } = check;

    /// <summary>The vault's index; −1 when none is refused.</summary>
    public TReal Vault { get; } = vault;

    /// <summary>Its weight before the order.</summary>
    public TReal OldWeight { get; } = oldWeight;

    /// <summary>Its weight after it.</summary>
    public TReal NewWeight { get; } = newWeight;

    /// <summary>The weight it should have.</summary>
    public TReal Target { get; } = target;

    /// <summary>How far it may be from that.</summary>
    public TReal Band { get; } = band;

    /// <summary>A verdict that looks at no weight.</summary>
    public static SafetyVerdict<TReal> Refuse(SafetyCheck check, int vault) =>
        new((int)check, vault, double.NaN, double.NaN, double.NaN, double.NaN);

    /// <summary>Another verdict where the mask is set, this one elsewhere.</summary>
    public SafetyVerdict<TReal> Or(TReal mask, in SafetyVerdict<TReal> other) => TReal.Any(mask)
        ? new(
            TReal.Select(mask, other.Check, Check), TReal.Select(mask, other.Vault, Vault), TReal.Select(mask, other.OldWeight, OldWeight),
            TReal.Select(mask, other.NewWeight, NewWeight), TReal.Select(mask, other.Target, Target), TReal.Select(mask, other.Band, Band))
        : this;
}
