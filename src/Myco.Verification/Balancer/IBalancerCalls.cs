using Myco.Engine.Formats;
using Myco.Verification.Golden;
using Myco.Verification.Vectors;

namespace Myco.Verification.Balancer;

/// <summary>The operations of a pool file, on a pool whose type is known.</summary>
internal interface IBalancerCalls
{
    /// <summary>Runs a case on a fresh state; its result lies in the call, under an empty name or its index.</summary>
    /// <param name="kind">The list and kind of the case: <c>swap 0</c>, <c>add Unbalanced</c>.</param>
    /// <param name="call">The case.</param>
    /// <returns>The value in the case that the result must equal.</returns>
    /// <exception cref="DocumentException">The case is malformed or its kind unknown.</exception>
    VectorNode Run(string kind, GoldenCall call);
}
