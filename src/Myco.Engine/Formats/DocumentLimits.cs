using Myco.Engine.Surfaces;

namespace Myco.Engine.Formats;

/// <summary>The sizes beyond which a document is refused, so that no input can exhaust the memory.</summary>
/// <remarks>Source: spec 05-formats, which asks for limits, and spec 01-surface for the dimension.</remarks>
public static class DocumentLimits
{
    /// <summary>The bytes of a JSON document: 16 MiB.</summary>
    public const int FileBytes = 16 << 20;

    /// <summary>The bytes of one line of a CSV file: 64 KiB.</summary>
    public const int LineBytes = 64 << 10;

    /// <summary>The least number of assets.</summary>
    public const int LeastDimension = SurfaceGuards.LeastDimension;

    /// <summary>The greatest number of assets.</summary>
    public const int GreatestDimension = SurfaceGuards.LargestDimension;

    /// <summary>The characters of an asset's name.</summary>
    public const int NameCharacters = 64;

    /// <summary>The bytes of one number; the longest exact binary64 number has 1 077 digits behind its point.</summary>
    public const int NumberBytes = 1100;

    /// <summary>The nesting of a JSON document; the deepest that has a meaning yet is a tier of the subscriptions of new parameters in an order.</summary>
    public const int Depth = 16;

    /// <summary>The number of rotation angles at the greatest dimension.</summary>
    internal const int Angles = GreatestDimension * (GreatestDimension - 1) / 2;
}
