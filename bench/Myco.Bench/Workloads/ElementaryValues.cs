using Myco.Bench.Baselines;
using Myco.Kernels.Elementary;

namespace Myco.Bench.Workloads;

/// <summary>Arguments of elementary functions as sweeps have them: growth factors, exponents, angles, uniforms.</summary>
internal sealed class ElementaryValues
{
    private readonly double[] _bases = new double[1_024];
    private readonly double[] _exponents = new double[1_024];
    private readonly double[] _uniforms = new double[1_024];
    private readonly double[] _results = new double[1_024];

    public ElementaryValues()
    {
        Random random = new(20261120);
        for (int i = 0; i < _bases.Length; i++)
        {
            _bases[i] = 0.1 + (3 * random.NextDouble());
            _exponents[i] = 10 * (random.NextDouble() - 0.5);
            _uniforms[i] = ((random.NextInt64() >> 10) | 1) * Math.ScaleB(1, -53);
        }
    }

    public int Count => _bases.Length;

    public void Exp() => Exponential.Compute(_exponents, _results);

    public void MathExp() => MathFunctions.Exp(_exponents, _results);

    public void Log() => Logarithm.Compute(_bases, _results);

    public void MathLog() => MathFunctions.Log(_bases, _results);

    public void Pow() => Power.Compute(_bases, _exponents, _results);

    public void MathPow() => MathFunctions.Pow(_bases, _exponents, _results);

    public void Sin() => Sine.Compute(_exponents, _results);

    public void MathSin() => MathFunctions.Sin(_exponents, _results);

    public void Cos() => Cosine.Compute(_exponents, _results);

    public void MathCos() => MathFunctions.Cos(_exponents, _results);

    public void Normal() => NormalQuantile.Compute(_uniforms, _results);

    public void MathNormal() => MathFunctions.NormalQuantile(_uniforms, _results);

    /// <exception cref="InvalidOperationException">The two do not agree.</exception>
    public void Require(string name, Action ours, Action baseline)
    {
        ours();
        double[] own = [.. _results];
        baseline();
        Agreement.Require(name, own, _results);
    }
}
