using Myco.Kernels.Elementary;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Tests.Reserve;

/// <summary>A formula of the reserve as <see cref="FormulaCheck"/> asks it: some numbers in, some out, in any precision.</summary>
internal interface IRealFormula
{
    /// <summary>How many numbers come out.</summary>
    int Outputs { get; }

    void Apply<TReal, TElementary>(ReadOnlySpan<TReal> inputs, Span<TReal> outputs)
        where TReal : struct, IReal<TReal>
        where TElementary : struct, IElementary<TReal>;
}
