using System.Runtime.InteropServices;

namespace Myco.Bench.Baselines;

/// <summary>The batched product in C++ intrinsics (<c>products.cpp</c>).</summary>
internal sealed unsafe class NativeProduct
{
    private readonly delegate* unmanaged<double*, double*, double*, long, long, void> multiply;

    private NativeProduct(nint library) => multiply =
        (delegate* unmanaged<double*, double*, double*, long, long, void>)NativeLibrary.GetExport(library, "products_multiply");

    /// <summary>Null where g++ or AVX-512 is missing.</summary>
    public static NativeProduct? Find() => NativeFile.TryLoad("products", out nint library) ? new(library) : null;

    /// <summary>y = a·x, row-major, n×n times n×m, n a multiple of 8 and m of 24.</summary>
    public void Multiply(double* a, double* x, double* y, int n, int m) => multiply(a, x, y, n, m);
}
