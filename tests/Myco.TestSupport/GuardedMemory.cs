using System.Runtime.InteropServices;

namespace Myco.TestSupport;

/// <summary>A span of binary64 numbers between two pages that may not be touched: one element too far ends the process.</summary>
/// <remarks>The span ends at the later guard or starts at the earlier one, as asked. Only Linux has the guards; elsewhere it is a
/// plain array, so that the tests run, though they see less.</remarks>
public sealed unsafe partial class GuardedMemory : IDisposable
{
    private const int None = 0;
    private const int ReadWrite = 3;
    private const int PrivateAnonymous = 0x22;

    private readonly double[]? _plain;
    private readonly nint _mapping;
    private readonly nuint _mapped;
    private readonly double* _start;

    private GuardedMemory(int length, bool atEnd)
    {
        Length = length;
        if (!OperatingSystem.IsLinux())
        {
            _plain = new double[length];
            return;
        }

        nuint page = (nuint)Environment.SystemPageSize;
        nuint bytes = (nuint)length * sizeof(double);
        nuint inner = Math.Max((bytes + page - 1) / page, 1) * page;
        _mapped = inner + (2 * page);
        _mapping = Map(0, _mapped, None, PrivateAnonymous, -1, 0);
        if (_mapping == -1 || Protect(_mapping + (nint)page, inner, ReadWrite) != 0)
        {
            throw new InvalidOperationException($"mmap of {_mapped} bytes failed with error {Marshal.GetLastPInvokeError()}.");
        }

        nuint offset = page + (atEnd ? inner - bytes : 0);
        _start = (double*)(_mapping + (nint)offset);
    }

    public int Length { get; }

    public Span<double> Span => _plain is not null ? _plain : new Span<double>(_start, Length);

    /// <summary>Zeros whose last element touches the guard: what reads or writes beyond the end dies.</summary>
    public static GuardedMemory EndingAtGuard(int length) => new(length, atEnd: true);

    /// <summary>Zeros whose first element touches the guard: what reads or writes before the start dies.</summary>
    public static GuardedMemory StartingAtGuard(int length) => new(length, atEnd: false);

    /// <summary>A copy of <paramref name="values"/> whose last element touches the guard.</summary>
    public static GuardedMemory EndingAtGuard(ReadOnlySpan<double> values)
    {
        GuardedMemory memory = EndingAtGuard(values.Length);
        values.CopyTo(memory.Span);
        return memory;
    }

    /// <summary>A copy of <paramref name="values"/> whose first element touches the guard.</summary>
    public static GuardedMemory StartingAtGuard(ReadOnlySpan<double> values)
    {
        GuardedMemory memory = StartingAtGuard(values.Length);
        values.CopyTo(memory.Span);
        return memory;
    }

    public void Dispose()
    {
        if (_mapped != 0)
        {
            _ = Unmap(_mapping, _mapped);
        }
    }

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static partial nint Map(nint address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    private static partial int Protect(nint address, nuint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap", SetLastError = true)]
    private static partial int Unmap(nint address, nuint length);
}
