namespace Myco.Engine.Reserve.Safety;

/// <summary>How the width of a weight's band is meant.</summary>
internal enum BandKind
{
    /// <summary>|weight − target| ≤ deviation·target, as on chain.</summary>
    Relative,

    /// <summary>|weight − target| ≤ deviation.</summary>
    Absolute,
}
