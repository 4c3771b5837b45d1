namespace Myco.Engine.Surfaces;

/// <summary>The numbers that a surface was made from, as they were given: enough to make it again, bit for bit.</summary>
public sealed class SurfaceDefinition
{
    private readonly double[] _stretch;
    private readonly double[] _orientation;
    private readonly double[] _priceLower;
    private readonly double[] _priceUpper;

    internal SurfaceDefinition(
        SurfaceForm form, double[] stretch, double[] orientation, double[] priceLower, double[] priceUpper, EclpDefinition? eclp = null)
    {
        (Form, Eclp) = (form, eclp);
        (_stretch, _orientation, _priceLower, _priceUpper) = (stretch, orientation, priceLower, priceUpper);
    }

    /// <summary>How the orientation was given.</summary>
    public SurfaceForm Form { get; }

    /// <summary>The parameters, when the surface was made from those of an E-CLP; else null.</summary>
    public EclpDefinition? Eclp { get; }

    /// <summary>The stretch factor of each axis, N numbers.</summary>
    public ReadOnlySpan<double> Stretch => _stretch;

    /// <summary>The N(N−1)/2 angles in the order (0,1),(0,2)…(1,2)…, or empty when the surface was not made from angles.</summary>
    public ReadOnlySpan<double> Angles => Form == SurfaceForm.Angles ? _orientation : [];

    /// <summary>The rotation matrix, row-major N×N, or empty when the surface was not made from one.</summary>
    public ReadOnlySpan<double> Rotation => Form == SurfaceForm.Rotation ? _orientation : [];

    /// <summary>The lower price bound of each asset, N numbers.</summary>
    public ReadOnlySpan<double> PriceLower => _priceLower;

    /// <summary>The upper price bound of each asset, N numbers.</summary>
    public ReadOnlySpan<double> PriceUpper => _priceUpper;

    /// <summary>The surface that these numbers define.</summary>
    /// <exception cref="ArgumentException">They define none; only a definition that was read from a file and not yet tried can.</exception>
    public EllipsoidSurface ToSurface() => Form switch
    {
        SurfaceForm.Angles => EllipsoidSurface.FromAngles(_stretch, _orientation, _priceLower, _priceUpper),
        SurfaceForm.Rotation => EllipsoidSurface.FromRotation(_stretch, _orientation, _priceLower, _priceUpper),
        _ => EllipsoidSurface.FromEclp(Eclp!.Alpha, Eclp.Beta, Eclp.C, Eclp.S, Eclp.Lambda),
    };
}
