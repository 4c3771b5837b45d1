namespace Myco.Kernels.Roots;

/// <summary>A function of one variable with its derivative, and with its constants in one structure.</summary>
/// <typeparam name="TArguments">The constants.</typeparam>
public interface IDifferentiable<TArguments>
    where TArguments : struct, allows ref struct
{
    /// <summary>value = f(x), slope = f′(x). The value may be infinite; a slope without sense costs speed, never the result.</summary>
    static abstract void Evaluate(ref readonly TArguments arguments, double x, out double value, out double slope);
}
