using System.Runtime.CompilerServices;

namespace Myco.Bench.Scenarios;

/// <summary>Binary64 numbers that begin on a cache line, as a numerical program would keep them: on the managed heap a pack of eight
/// straddles two lines or not by chance, and the figures would change from run to run.</summary>
internal sealed unsafe class AlignedNumbers
{
    private const int Line = 64;
    private readonly double[] memory;
    private readonly int start;

    public AlignedNumbers(int length)
    {
        memory = GC.AllocateArray<double>(length + (Line / sizeof(double)), pinned: true);
        nint address = (nint)Unsafe.AsPointer(ref memory[0]);
        start = (int)((Line - (address % Line)) % Line / sizeof(double));
        Length = length;
    }

    public AlignedNumbers(IEnumerable<double> values)
        : this(values.Count()) => values.ToArray().CopyTo(Span);

    public int Length { get; }

    public Span<double> Span => memory.AsSpan(start, Length);

    public double* Pointer => (double*)Unsafe.AsPointer(ref memory[start]);
}
