using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Myco.Bench.Baselines;

/// <summary>The matrix product of OpenBLAS on one thread, where the library is installed.</summary>
internal sealed unsafe partial class OpenBlas
{
    private const string Library = "libopenblas.so.0";
    private const string CoreVariable = "OPENBLAS_CORETYPE";
    private const int RowMajor = 101, NotTransposed = 111; // of cblas.h

    private readonly delegate* unmanaged<int, int, int, int, int, int, double, double*, int, double*, int, double, double*, int, void> product;

    private OpenBlas(nint product) =>
        this.product = (delegate* unmanaged<int, int, int, int, int, int, double, double*, int, double*, int, double, double*, int, void>)product;

    /// <summary>Null where the library is not installed.</summary>
    public static OpenBlas? Find()
    {
        // Debian's build takes Zen 5 for Haswell; it asks getenv, which does not see what .NET sets, when it is loaded.
        if (OperatingSystem.IsLinux() && Avx512F.IsSupported)
        {
            _ = SetVariable(CoreVariable, "SkylakeX", 0);
        }

        if (!NativeLibrary.TryLoad(Library, out nint library)
            || !NativeLibrary.TryGetExport(library, "cblas_dgemm", out nint product)
            || !NativeLibrary.TryGetExport(library, "openblas_set_num_threads", out nint setThreads))
        {
            return null;
        }

        ((delegate* unmanaged<int, void>)setThreads)(1);
        return new(product);
    }

    /// <summary>y = a·x, row-major, n×n times n×m.</summary>
    public void Multiply(double* a, double* x, double* y, int n, int m) =>
        product(RowMajor, NotTransposed, NotTransposed, n, m, n, 1, a, n, x, m, 0, y, m);

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetVariable(string name, string value, int overwrite);
}
