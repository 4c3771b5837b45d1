using Myco.Kernels.Lanes;
using Myco.TestSupport;

namespace Myco.Kernels.Tests;

/// <summary>Runs the same thing on each width that this hardware has.</summary>
internal static class EveryWidth
{
    public static void Run(Action action)
    {
        foreach (int width in LaneWidth.Supported)
        {
            using (LaneWidth.Force(width))
            {
                action();
            }
        }
    }

    /// <summary>Fails unless every width computes <paramref name="expected"/>, to the bit.</summary>
    public static void AssertSame(double expected, Func<double> compute, string context = "")
    {
        foreach (int width in LaneWidth.Supported)
        {
            using (LaneWidth.Force(width))
            {
                Bits.AssertSame(expected, compute(), $"width {width} {context}");
            }
        }
    }

    /// <summary>Fails unless every width computes what the scalar width does, to the bit.</summary>
    public static void AssertSame(Func<double> compute, string context = "")
    {
        double expected;
        using (LaneWidth.Force(1))
        {
            expected = compute();
        }

        AssertSame(expected, compute, context);
    }
}
