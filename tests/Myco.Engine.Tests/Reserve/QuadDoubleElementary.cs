using Myco.Kernels.Elementary;
using Myco.Kernels.ExtendedPrecision;

namespace Myco.Engine.Tests.Reserve;

/// <summary>The reference's elementary functions, for numbers above 0.</summary>
internal readonly struct QuadDoubleElementary : IElementary<QuadDouble>
{
    public static QuadDouble Exp(QuadDouble x) => QuadDoubleExponential.Exp(x);

    public static QuadDouble Log(QuadDouble x) => QuadDoubleExponential.Log(x);

    public static QuadDouble Power(QuadDouble x, QuadDouble y) => Exp(Log(x) * y);
}
