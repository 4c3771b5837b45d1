using Myco.Engine;
using Myco.Engine.Pools;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;
using Myco.Verification.Vectors;

namespace Myco.Verification.Golden;

/// <summary>One case of <c>golden-vectors-1</c> while it is replayed: what went in, the fault, and what came out by name.</summary>
/// <param name="input">The case's <c>in</c>.</param>
/// <param name="parameters">Its parameter set; null when it names none.</param>
internal sealed class GoldenCall(VectorNode input, VectorNode? parameters)
{
    /// <summary>The first refusal of the function under test.</summary>
    public Fault Fault;

    /// <summary>The case's <c>in</c>.</summary>
    public VectorNode Input { get; } = input;

    /// <summary>The case's parameter set.</summary>
    public VectorNode Parameters => parameters ?? throw Input.Problem("names no parameter set; add \"ps\"");

    /// <summary>What the function returned: path → text.</summary>
    public Dictionary<string, string> Returned { get; } = [];

    /// <summary>An unsigned input.</summary>
    public UInt256 UInt(string key) => Input[key].UInt();

    /// <summary>A signed input.</summary>
    public Int256 Int(string key) => Input[key].Int();

    /// <summary>A list of unsigned inputs.</summary>
    public UInt256[] UInts(string key) => Input[key].UInts();

    /// <summary>A small whole number, such as an index.</summary>
    public int Index(string key) => Input[key].Integer();

    /// <summary>True or false.</summary>
    public bool Flag(string key) => Input[key].Flag();

    /// <summary>Which amount the case gives: <c>exactOut</c>.</summary>
    public SwapKind Kind => Flag("exactOut") ? SwapKind.ExactOut : SwapKind.ExactIn;

    /// <summary>Which way the case rounds: <c>roundUp</c>.</summary>
    public Rounding Rounding => Flag("roundUp") ? Rounding.Up : Rounding.Down;

    /// <summary>Takes a result down under its name; a path for a member of an object: <c>post.totalSupply</c>.</summary>
    public void Return(string name, in UInt256 value) => Returned[name] = value.ToString();

    /// <summary>Takes a result down under its name.</summary>
    public void Return(string name, in Int256 value) => Returned[name] = value.ToString();

    /// <summary>Takes a result down under its name.</summary>
    public void Return(string name, bool value) => Returned[name] = value ? "true" : "false";

    /// <summary>Takes a result down under its name.</summary>
    public void Return(string name, string value) => Returned[name] = value;

    /// <summary>Takes a list down under its name.</summary>
    public void Return(string name, ReadOnlySpan<UInt256> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            Returned[$"{name}[{i}]"] = values[i].ToString();
        }
    }

    /// <summary>Takes a list down under its name.</summary>
    public void Return(string name, ReadOnlySpan<Int256> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            Returned[$"{name}[{i}]"] = values[i].ToString();
        }
    }
}
