using Myco.Kernels.Exact.Integers;

namespace Myco.Kernels.Exact.FixedPoint;

/// <summary>The powers of ten that fixed point divides by, with their reciprocals.</summary>
internal static class Scale
{
    /// <summary>10¹⁸: one, with 18 decimals.</summary>
    public static readonly UInt256 One18 = 1_000_000_000_000_000_000UL;

    /// <summary>10¹⁹: what takes a product of 18 and 38 decimals halfway back to 18.</summary>
    public static readonly UInt256 One19 = 10_000_000_000_000_000_000UL;

    /// <summary>10³⁸: one, with 38 decimals.</summary>
    public static readonly UInt256 One38 = UInt256.Product(One19.Limb0, 0, One19.Limb0, 0);

    /// <summary>Divides by 10¹⁸.</summary>
    public static readonly Divisor By18 = new(One18.Low);

    /// <summary>Divides by 10¹⁹.</summary>
    public static readonly Divisor By19 = new(One19.Low);

    /// <summary>Divides by 10³⁸.</summary>
    public static readonly Divisor By38 = new(One38.Low);
}
