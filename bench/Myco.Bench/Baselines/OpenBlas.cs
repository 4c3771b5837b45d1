using System.Runtime.InteropServices;

namespace Myco.Bench.Baselines;

/// <summary>The matrix product of OpenBLAS on one thread, where the library is installed.</summary>
internal static unsafe class OpenBlas
{
    private const string Library = "libopenblas.so.0";
    private const int RowMajor = 101, NotTransposed = 111; // of cblas.h

    /// <summary>The product y = a·x of row-major n×n and n×m matrices, or null where the library is not installed.</summary>
    public static Action<double[], double[], double[], int, int>? Find()
    {
        // Debian's build takes Zen 5 for Haswell; the variable is read when the library is loaded, by its own getenv.
        if (System.Runtime.Intrinsics.X86.Avx512F.IsSupported && Environment.GetEnvironmentVariable("OPENBLAS_CORETYPE") is null && OperatingSystem.IsLinux())
        {
            _ = SetNativeVariable("OPENBLAS_CORETYPE", "SkylakeX", 1);
        }

        if (!NativeLibrary.TryLoad(Library, out nint library)
            || !NativeLibrary.TryGetExport(library, "cblas_dgemm", out nint product)
            || !NativeLibrary.TryGetExport(library, "openblas_set_num_threads", out nint setThreads))
        {
            return null;
        }

        ((delegate* unmanaged<int, void>)setThreads)(1);
        var multiply = (delegate* unmanaged<int, int, int, int, int, int, double, double*, int, double*, int, double, double*, int, void>)product;
        return (a, x, y, n, m) =>
        {
            fixed (double* left = a, right = x, result = y)
            {
                multiply(RowMajor, NotTransposed, NotTransposed, n, m, n, 1, left, n, right, m, 0, result, m);
            }
        };
    }

    [DllImport("libc", EntryPoint = "setenv", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int SetNativeVariable(string name, string value, int overwrite);
}
