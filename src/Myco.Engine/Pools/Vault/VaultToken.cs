using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Vault;

/// <summary>How a token's raw amounts become live ones of 18 decimals, and back.</summary>
/// <param name="ScalingFactor">f = 10^(18 − decimals).</param>
/// <param name="Rate">r, 18 decimals: what one token is worth in the pool's terms; 10¹⁸ without a rate provider.</param>
/// <param name="HasRateProvider">Whether the rate comes from a contract.</param>
/// <param name="PaysYieldFees">Whether growth by the rate is charged; only of a token with a rate provider.</param>
/// <remarks>Products are checked, 256 bits. Source: spec/04-onchain-math.md §1.10.</remarks>
public readonly record struct VaultToken(UInt256 ScalingFactor, UInt256 Rate, bool HasRateProvider, bool PaysYieldFees)
{
    /// <summary>The most decimals of a token.</summary>
    public const int MaximumDecimals = 18;

    /// <summary>A token without a rate provider.</summary>
    /// <exception cref="ArgumentOutOfRangeException">decimals lies outside 0 to 18.</exception>
    public static VaultToken Plain(int decimals) => new(ScalingFactorOf(decimals), Decimal18.One, false, false);

    /// <summary>A token whose rate comes from a contract.</summary>
    /// <exception cref="ArgumentOutOfRangeException">decimals lies outside 0 to 18.</exception>
    public static VaultToken WithRate(int decimals, in UInt256 rate, bool paysYieldFees) =>
        new(ScalingFactorOf(decimals), rate, true, paysYieldFees);

    /// <summary>10^(18 − decimals).</summary>
    /// <exception cref="ArgumentOutOfRangeException">decimals lies outside 0 to 18.</exception>
    public static UInt256 ScalingFactorOf(int decimals)
    {
        if ((uint)decimals > MaximumDecimals)
        {
            throw DecimalsOutOfRange(decimals);
        }

        ulong factor = 1;
        for (int i = decimals; i < MaximumDecimals; i++)
        {
            factor *= 10;
        }

        return factor;
    }

    /// <summary>(raw·f)·r, down or up.</summary>
    public UInt256 ToLive(in UInt256 raw, Rounding rounding, ref Fault fault)
    {
        UInt256 scaled = UInt256.Multiply(raw, ScalingFactor, ref fault);
        return rounding == Rounding.Down ? Decimal18.MultiplyDown(scaled, Rate, ref fault) : Decimal18.MultiplyUp(scaled, Rate, ref fault);
    }

    /// <summary>⌈(raw·f)·r⁺⌉ with the rate one unit up: what an exact amount out counts for.</summary>
    public UInt256 ToLiveAtRateUp(in UInt256 raw, ref Fault fault) =>
        Decimal18.MultiplyUp(UInt256.Multiply(raw, ScalingFactor, ref fault), RateUp(ref fault), ref fault);

    /// <summary>live/(f·r), down or up.</summary>
    public UInt256 ToRaw(in UInt256 live, Rounding rounding, ref Fault fault)
    {
        UInt256 unit = UInt256.Multiply(ScalingFactor, Rate, ref fault);
        return rounding == Rounding.Down ? Decimal18.DivideDown(live, unit, ref fault) : Decimal18.DivideUp(live, unit, ref fault);
    }

    /// <summary>⌊live/(f·r⁺)⌋ with the rate one unit up: what a calculated amount out pays.</summary>
    public UInt256 ToRawAtRateUp(in UInt256 live, ref Fault fault) =>
        Decimal18.DivideDown(live, UInt256.Multiply(ScalingFactor, RateUp(ref fault), ref fault), ref fault);

    // r⁺: one unit more, unless the rate is a whole number.
    private UInt256 RateUp(ref Fault fault)
    {
        Scale.By18.Divide(Rate, out UInt128 remainder);
        return remainder == UInt128.Zero ? Rate : UInt256.Add(Rate, UInt256.One, ref fault);
    }

    private static ArgumentOutOfRangeException DecimalsOutOfRange(int decimals) =>
        new(nameof(decimals), decimals, $"A token has 0 to {MaximumDecimals} decimals; give its own.");
}
