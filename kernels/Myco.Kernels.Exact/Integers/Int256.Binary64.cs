namespace Myco.Kernels.Exact.Integers;

/// <content>To binary64.</content>
public readonly partial struct Int256
{
    /// <summary>The nearest binary64 number, ties to even.</summary>
    public double ToDouble() => IsNegative ? -Magnitude.ToDouble() : Bits.ToDouble();
}
