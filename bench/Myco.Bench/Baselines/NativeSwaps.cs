using System.Runtime.InteropServices;
using Myco.Engine.Batch;
using Myco.Kernels.Quadratics;

namespace Myco.Bench.Baselines;

/// <summary>The swap loops in C++, by hand in intrinsics (<c>swaps.cpp</c>) or left to the compiler (<c>autovectorised.cpp</c>).</summary>
internal sealed unsafe class NativeSwaps
{
    // Looked up once: a look-up costs as much as ten steps of a group.
    private readonly nint library;
    private readonly nint step4;
    private readonly nint step8;

    private NativeSwaps(nint library, bool steps)
    {
        this.library = library;
        (step4, step8) = steps ? (Export("swaps_step4"), Export("swaps_step8")) : (0, 0);
    }

    /// <summary>By hand; null where g++ or AVX-512 is missing.</summary>
    public static NativeSwaps? Intrinsics { get; } = Load("swaps", steps: true);

    /// <summary>By the compiler; null where g++ is missing. Without these options no square root is vectorised.</summary>
    public static NativeSwaps? Autovectorised { get; } = Load("autovectorised", steps: false, "-fno-math-errno", "-fno-trapping-math");

    /// <summary>Those that this machine has.</summary>
    public static IEnumerable<NativeSwaps> Installed => new[] { Intrinsics, Autovectorised }.OfType<NativeSwaps>();

    public void Mixed(SwapRow[] rows, int n, byte[] kinds, int[] first, int[] second, double[] amounts, double[] results, byte[] statuses)
    {
        var loop = (delegate* unmanaged<SwapRow*, int, byte*, int*, int*, double*, double*, byte*, long, void>)Export("swaps_mixed");
        fixed (SwapRow* table = rows)
        fixed (byte* kind = kinds, status = statuses)
        fixed (int* k = first, j = second)
        fixed (double* amount = amounts, result = results)
        {
            loop(table, n, kind, k, j, amount, result, status, amounts.Length);
        }
    }

    public void Ladder(in SwapRow row, double[] amounts, double[] results, byte[] statuses)
    {
        var loop = (delegate* unmanaged<SwapRow*, double*, double*, byte*, long, void>)Export("swaps_ladder");
        fixed (SwapRow* numbers = &row)
        fixed (byte* status = statuses)
        fixed (double* amount = amounts, result = results)
        {
            loop(numbers, amount, result, status, amounts.Length);
        }
    }

    public void Step(
        int n, double[] metric, AlignedNumbers states, int k, int j, double[] amounts, double[] results, byte[] statuses)
    {
        var loop = (delegate* unmanaged<double*, double*, int, int, double*, double*, byte*, long, void>)(n == 4 ? step4 : step8);
        fixed (double* g = metric, state = states.Span, amount = amounts, result = results)
        fixed (byte* status = statuses)
        {
            loop(g, state, k, j, amount, result, status, amounts.Length / 8);
        }
    }

    private nint Export(string name) => NativeLibrary.GetExport(library, name);

    private static NativeSwaps? Load(string name, bool steps, params string[] options) =>
        NativeFile.TryLoad(name, out nint library, options) ? new(library, steps) : null;
}
