using Myco.Kernels.ExtendedPrecision;

namespace Myco.Engine.Surfaces;

/// <summary>The columns of G, and t, as separate high and low halves: the layout that updates a gradient by whole packs.</summary>
internal sealed class SurfaceColumns
{
    public SurfaceColumns(SurfaceNumbers<QuadDouble> numbers)
    {
        Dimension = numbers.Dimension;
        MetricHigh = Array.ConvertAll(numbers.Metric, value => value.X0);
        MinorHigh = Array.ConvertAll(numbers.Minor, value => value.X0);
        MetricLow = Array.ConvertAll(numbers.Metric, value => value.X1);
        ImageHigh = Array.ConvertAll(numbers.OffsetImage, value => value.X0);
        ImageLow = Array.ConvertAll(numbers.OffsetImage, value => value.X1);
    }

    public int Dimension { get; }

    public double[] MetricHigh { get; }

    public double[] MetricLow { get; }

    public double[] MinorHigh { get; }

    public double[] ImageHigh { get; }

    public double[] ImageLow { get; }

    /// <summary>G_jk, rounded.</summary>
    public double Metric(int j, int k) => MetricHigh[(j * Dimension) + k];

    /// <summary>D_jk = G_jj·G_kk − G_jk², rounded.</summary>
    public double Minor(int j, int k) => MinorHigh[(j * Dimension) + k];

    /// <summary>The high halves of column <paramref name="asset"/> of G.</summary>
    public ReadOnlySpan<double> High(int asset) => MetricHigh.AsSpan(asset * Dimension, Dimension);

    /// <summary>The low halves of column <paramref name="asset"/> of G.</summary>
    public ReadOnlySpan<double> Low(int asset) => MetricLow.AsSpan(asset * Dimension, Dimension);
}
