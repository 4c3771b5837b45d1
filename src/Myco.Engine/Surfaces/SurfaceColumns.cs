using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Lanes;
using Myco.Kernels.Quadratics;

namespace Myco.Engine.Surfaces;

/// <summary>The columns of G, and t, as separate high and low halves: the layout that updates a gradient by whole packs.</summary>
/// <remarks>Columns are filled with zeros to a multiple of eight, so that no width has a tail.</remarks>
internal sealed class SurfaceColumns
{
    private readonly double[] _metricHigh;
    private readonly double[] _metricLow;
    private readonly double[] _minor;
    private readonly double[] _imageHigh;
    private readonly double[] _imageLow;

    public SurfaceColumns(SurfaceNumbers<QuadDouble> numbers)
    {
        Dimension = numbers.Dimension;
        Stride = PaddedLength(Dimension);
        _metricHigh = Pad(numbers.Metric, value => value.X0);
        _metricLow = Pad(numbers.Metric, value => value.X1);
        _minor = Pad(numbers.Minor, value => value.X0);
        _imageHigh = Pad(numbers.OffsetImage, value => value.X0);
        _imageLow = Pad(numbers.OffsetImage, value => value.X1);
        LargestMetric = _metricHigh.Max(Math.Abs);
        LargestImage = _imageHigh.Max(Math.Abs);
        Kappa = numbers.Kappa.X0;
    }

    public int Dimension { get; }

    /// <summary>The padded length of a column.</summary>
    public int Stride { get; }

    /// <summary>G_jk, rounded.</summary>
    public double Metric(int j, int k) => _metricHigh[(j * Stride) + k];

    /// <summary>D_jk = G_jj·G_kk − G_jk², rounded.</summary>
    public double Minor(int j, int k) => _minor[(j * Stride) + k];

    /// <summary>The rounded numbers of one ordered pair for one kind of swap.</summary>
    public PairMetric<Lane1> Pair(SwapKind kind, int assetIn, int assetOut) => new(
        Metric(assetIn, assetIn), Metric(assetOut, assetOut), Metric(assetOut, assetIn), Minor(assetOut, assetIn), kind == SwapKind.ExactOut);

    /// <summary>Column <paramref name="asset"/> of G, padded.</summary>
    public ReadOnlyDoubleDoubleSpan Column(int asset) =>
        new(_metricHigh.AsSpan(asset * Stride, Stride), _metricLow.AsSpan(asset * Stride, Stride));

    /// <summary>The rounded column <paramref name="asset"/> of G, padded.</summary>
    public ReadOnlySpan<double> High(int asset) => _metricHigh.AsSpan(asset * Stride, Stride);

    /// <summary>t, padded.</summary>
    public ReadOnlyDoubleDoubleSpan Image => new(_imageHigh, _imageLow);

    /// <summary>The greatest |G_jk|.</summary>
    public double LargestMetric { get; }

    /// <summary>The greatest |t_j|.</summary>
    public double LargestImage { get; }

    /// <summary>κ, rounded.</summary>
    public double Kappa { get; }

    /// <summary>The length that a vector of N numbers is padded to.</summary>
    public static int PaddedLength(int dimension) => (dimension + 7) & ~7;

    private double[] Pad(QuadDouble[] values, Converter<QuadDouble, double> convert)
    {
        double[] result = new double[values.Length / Dimension * Stride];
        for (int i = 0; i < values.Length; i++)
        {
            result[(i / Dimension * Stride) + (i % Dimension)] = convert(values[i]);
        }

        return result;
    }
}
