using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Eclp;

/// <summary>The rotation and the stretch of an ellipse as words of one width, made once for all formulas.</summary>
/// <typeparam name="TWord">The word.</typeparam>
/// <param name="C">c; s as seen from token 1.</param>
/// <param name="S">s; c as seen from token 1.</param>
/// <param name="TwiceC">2c.</param>
/// <param name="TwiceS">2s.</param>
/// <param name="Lambda">λ.</param>
internal readonly record struct EclpAxes<TWord>(TWord C, TWord S, TWord TwiceC, TWord TwiceS, TWord Lambda)
    where TWord : struct, IDecimalWord<TWord>
{
    /// <summary>The axes, and the refusal where one does not fit the word.</summary>
    public static Kept<EclpAxes<TWord>> Keep(in EclpSideInputs inputs)
    {
        Fault fault = default;
        TWord twiceC = TWord.From(Int256.WrappingAdd(inputs.C, inputs.C), ref fault), twiceS = TWord.From(Int256.WrappingAdd(inputs.S, inputs.S), ref fault);
        TWord c = TWord.From(inputs.C, ref fault), s = TWord.From(inputs.S, ref fault);
        return new(new(c, s, twiceC, twiceS, TWord.From(inputs.LambdaValue, ref fault)), fault);
    }
}
