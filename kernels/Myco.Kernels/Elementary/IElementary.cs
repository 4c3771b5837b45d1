using Myco.Kernels.Lanes;

namespace Myco.Kernels.Elementary;

/// <summary>The elementary functions of one kind of reals: a type argument of a formula that is more than arithmetic.</summary>
/// <remarks>Apart from <see cref="IReal{TSelf}"/>, since the functions are themselves formulas over packs.</remarks>
/// <typeparam name="TReal">The numbers, alone or in packs.</typeparam>
public interface IElementary<TReal>
    where TReal : struct, IReal<TReal>
{
    /// <summary>eˣ.</summary>
    static abstract TReal Exp(TReal x);

    /// <summary>ln x.</summary>
    static abstract TReal Log(TReal x);

    /// <summary>xʸ.</summary>
    static abstract TReal Power(TReal x, TReal y);
}
