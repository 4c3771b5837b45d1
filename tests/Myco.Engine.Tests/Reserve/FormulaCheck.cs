using System.Globalization;
using Myco.Kernels.Elementary;
using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Lanes;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Reserve;

/// <summary>Holds one formula of the reserve to its promises: packs have the bits of scalar calls, double-doubles and doubles their bounds, nothing is allocated.</summary>
internal static class FormulaCheck
{
    /// <summary>Fails unless every element of a pack of any width has the bits of the scalar call on its path alone, whatever the paths beside it hold.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="scalar">The same by the public doubles, one path's inputs to its outputs.</param>
    /// <param name="paths">The inputs of each path.</param>
    public static void Packs<TFormula>(TFormula formula, Func<double[], double[]> scalar, IReadOnlyList<double[]> paths)
        where TFormula : IRealFormula
    {
        double[][] expected = [.. paths.Select(scalar)];
        Pack<TFormula, Lane1>(formula, paths, expected);
        Pack<TFormula, Lane2>(formula, paths, expected);
        Pack<TFormula, Lane4>(formula, paths, expected);
        Pack<TFormula, Lane8>(formula, paths, expected);
    }

    /// <summary>Fails unless double-doubles are within 2⁻⁹⁵ of the scale of quad-doubles, and doubles within so many 2⁻⁵³ of the double-doubles.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="paths">The inputs of each path.</param>
    /// <param name="units">The bound of the doubles in 2⁻⁵³ of the scale.</param>
    /// <param name="scale">What errors of a path are measured by; each output's own magnitude when none is given.</param>
    public static void Precision<TFormula>(TFormula formula, IReadOnlyList<double[]> paths, double units, Func<double[], double>? scale = null)
        where TFormula : IRealFormula
    {
        foreach (double[] path in paths)
        {
            QuadDouble[] exact = Alone<TFormula, QuadDouble, QuadDoubleElementary>(formula, path);
            DoubleDouble[] twofold = Alone<TFormula, DoubleDouble, DoubleDoubleElementary>(formula, path);
            Lane1[] plain = Alone<TFormula, Lane1, PackElementary<Lane1>>(formula, path);
            for (int i = 0; i < exact.Length; i++)
            {
                double size = scale is null ? Math.Abs(exact[i].X0) : scale(path);
                double far = Math.Abs(((QuadDouble)twofold[i] - exact[i]).X0), near = Math.Abs((twofold[i] - plain[i].Value).High);
                if (!(far <= Math.ScaleB(size, -95) && near <= units * Math.ScaleB(size, -53)))
                {
                    Assert.Fail($"output {i}: the double-double is {far / size:G3} off, the double {near / size * (1L << 53):G3} units: {Text(path)}");
                }
            }
        }
    }

    /// <summary>Fails if the formula allocates at any width or precision.</summary>
    public static void Allocation<TFormula>(TFormula formula, double[] path)
        where TFormula : IRealFormula
    {
        AllocateNothing<TFormula, Lane1, PackElementary<Lane1>>(formula, path);
        AllocateNothing<TFormula, DoubleDouble, DoubleDoubleElementary>(formula, path);
        if (LaneWidth.IsSupported(8))
        {
            AllocateNothing<TFormula, Lane8, PackElementary<Lane8>>(formula, path);
        }
    }

    private static void Pack<TFormula, TLane>(TFormula formula, IReadOnlyList<double[]> paths, double[][] expected)
        where TFormula : IRealFormula
        where TLane : struct, ILane<TLane>
    {
        if (!LaneWidth.IsSupported(TLane.Count))
        {
            return;
        }

        TLane[] inputs = new TLane[paths[0].Length], outputs = new TLane[formula.Outputs];
        double[] elements = new double[TLane.Count];
        for (int start = 0; start + TLane.Count <= paths.Count; start += TLane.Count)
        {
            for (int i = 0; i < inputs.Length; i++)
            {
                double[] column = [.. Enumerable.Range(start, TLane.Count).Select(path => paths[path][i])];
                inputs[i] = TLane.Load(in column[0], 0);
            }

            formula.Apply<TLane, PackElementary<TLane>>(inputs, outputs);
            for (int i = 0; i < outputs.Length; i++)
            {
                TLane.Store(outputs[i], ref elements[0], 0);
                for (int element = 0; element < TLane.Count; element++)
                {
                    double alone = expected[start + element][i];
                    if (!Bits.Same(alone, elements[element]))
                    {
                        Assert.Fail($"output {i} is {elements[element]:R} in element {element} of {TLane.Count}, alone {alone:R}: {Text(paths[start + element])}");
                    }
                }
            }
        }
    }

    private static TReal[] Alone<TFormula, TReal, TElementary>(TFormula formula, double[] path)
        where TFormula : IRealFormula
        where TReal : struct, IReal<TReal>
        where TElementary : struct, IElementary<TReal>
    {
        TReal[] outputs = new TReal[formula.Outputs];
        formula.Apply<TReal, TElementary>(Convert<TReal>(path), outputs);
        return outputs;
    }

    private static void AllocateNothing<TFormula, TReal, TElementary>(TFormula formula, double[] path)
        where TFormula : IRealFormula
        where TReal : struct, IReal<TReal>
        where TElementary : struct, IElementary<TReal>
    {
        TReal[] inputs = Convert<TReal>(path), outputs = new TReal[formula.Outputs];
        AllocationAssert.None(() => formula.Apply<TReal, TElementary>(inputs, outputs));
    }

    private static string Text(double[] path) => string.Join(", ", path.Select(number => number.ToString("R", CultureInfo.InvariantCulture)));

    private static TReal[] Convert<TReal>(double[] path)
        where TReal : struct, IReal<TReal>
    {
        TReal[] numbers = new TReal[path.Length];
        for (int i = 0; i < path.Length; i++)
        {
            numbers[i] = path[i];
        }

        return numbers;
    }
}
