using System.Runtime.CompilerServices;

namespace Myco.Engine.Batch;

/// <summary>An array of numbers that begins on a cache line and stays there: packs of eight then never straddle two lines.</summary>
internal sealed unsafe class AlignedNumbers
{
    private const int LineBytes = 64;
    private readonly double[] _storage;
    private readonly int _start;
    private readonly int _length;

    public AlignedNumbers(int length)
    {
        _storage = GC.AllocateArray<double>(length + (LineBytes / sizeof(double)), pinned: true);
        nuint address = (nuint)Unsafe.AsPointer(ref _storage[0]);
        _start = (int)((LineBytes - (address % LineBytes)) % LineBytes / sizeof(double));
        _length = length;
    }

    public Span<double> Span => _storage.AsSpan(_start, _length);
}
