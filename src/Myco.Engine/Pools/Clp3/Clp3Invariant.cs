using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Clp3;

/// <summary>The invariant L of a 3-CLP, by Newton's iteration as the contract stops it: it may lie on either side of the root.</summary>
/// <remarks>Source: spec/04-onchain-math.md §1.6.</remarks>
internal static class Clp3Invariant
{
    private const int MaxSteps = 255;

    /// <summary>From this step on a step upward, or one that shrank less than eightfold, ends the iteration.</summary>
    private const int FirstStopping = 5;

    /// <summary>L of three balances (calculateInvariant).</summary>
    /// <remarks><see cref="Revert.BalancesTooLarge"/> for a balance above 10²⁹, <see cref="Revert.ZeroDivision"/> for an empty pool,
    /// <see cref="Revert.InvariantTooLarge"/>, <see cref="Revert.InvariantUnderflow"/>, <see cref="Revert.InvariantDidNotConverge"/>, overflows.</remarks>
    public static UInt256 Compute(Clp3Parameters parameters, in UInt256 x, in UInt256 y, in UInt256 z, ref Fault fault)
    {
        if (UInt256.Max(UInt256.Max(x, y), z) > Clp3Limits.MaxBalance)
        {
            fault.Raise(Revert.BalancesTooLarge);
            return default;
        }

        Clp3CubicTerms terms = Clp3Cubic.Terms(x, y, z, parameters.Root3Alpha);
        UInt256 start = Clp3Cubic.Start(terms, out UInt256 least, ref fault);
        UInt256 invariant = Iterate(terms, parameters.Root3Alpha, least, start, ref fault);
        if (invariant > Clp3Limits.MaxInvariant)
        {
            fault.Raise(Revert.InvariantTooLarge);
        }

        return invariant;
    }

    private static UInt256 Iterate(in Clp3CubicTerms terms, in UInt256 root3Alpha, in UInt256 least, in UInt256 start, ref Fault fault)
    {
        UInt256 estimate = start, previous = default;
        for (int step = 0; step < MaxSteps && !fault.IsRaised; step++)
        {
            UInt256 delta = Clp3NewtonStep.Delta(terms, root3Alpha, least, estimate, out bool isPositive, ref fault);
            bool isDone = delta <= UInt256.One || (step >= FirstStopping && (isPositive || delta >= previous >> 3));
            if (isDone)
            {
                return estimate;
            }

            previous = delta;
            estimate = isPositive ? UInt256.Add(estimate, delta, ref fault) : UInt256.Subtract(estimate, delta, ref fault);
        }

        fault.Raise(Revert.InvariantDidNotConverge);
        return default;
    }
}
