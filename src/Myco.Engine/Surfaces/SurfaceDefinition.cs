using System.Runtime.InteropServices;
using Myco.Kernels.ExtendedPrecision;

namespace Myco.Engine.Surfaces;

/// <summary>Numbers to make a surface of, as they were given: enough to make it again, bit for bit. Immutable.</summary>
/// <remarks>A definition promises nothing: whether its numbers make a surface is for <see cref="EllipsoidSurface.TryFrom"/> to say.
/// Two are equal when they are given in the same way by the same bits.
/// Source: spec 01-surface, section 1.</remarks>
public abstract record SurfaceDefinition
{
    private protected SurfaceDefinition()
    {
    }

    /// <summary>λ of each axis.</summary>
    internal abstract ReadOnlySpan<double> AxisStretch { get; }

    /// <summary>α of each asset.</summary>
    internal abstract ReadOnlySpan<double> LeastPrices { get; }

    /// <summary>β of each asset.</summary>
    internal abstract ReadOnlySpan<double> GreatestPrices { get; }

    /// <summary>The numbers that tell how the axes are turned.</summary>
    internal abstract ReadOnlySpan<double> Turn { get; }

    /// <summary>N.</summary>
    internal int Dimension => AxisStretch.Length;

    /// <inheritdoc/>
    public virtual bool Equals(SurfaceDefinition? other) => other is not null && EqualityContract == other.EqualityContract
        && Bits(AxisStretch).SequenceEqual(Bits(other.AxisStretch)) && Bits(Turn).SequenceEqual(Bits(other.Turn))
        && Bits(LeastPrices).SequenceEqual(Bits(other.LeastPrices)) && Bits(GreatestPrices).SequenceEqual(Bits(other.GreatestPrices));

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.AddBytes(Bits(AxisStretch));
        hash.AddBytes(Bits(Turn));
        hash.AddBytes(Bits(LeastPrices));
        hash.AddBytes(Bits(GreatestPrices));
        return hash.ToHashCode();
    }

    /// <summary>The first number, or count of them, outside its limits; null when each is within its own.</summary>
    internal abstract SurfaceProblem? Problem();

    /// <summary>Q in quad-double, row-major, of numbers without a <see cref="Problem"/>; null where they are no rotation.</summary>
    internal abstract QuadDouble[]? Orientation(out SurfaceProblem? problem);

    private static ReadOnlySpan<byte> Bits(ReadOnlySpan<double> numbers) => MemoryMarshal.AsBytes(numbers);
}
