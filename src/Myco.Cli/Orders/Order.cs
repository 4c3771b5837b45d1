using Myco.Engine;

namespace Myco.Cli.Orders;

/// <summary>One order and its answer; amounts are the user's, not the surface's.</summary>
internal struct Order
{
    /// <summary>What it does.</summary>
    public OrderKind Kind;

    /// <summary>Why there is an answer or none.</summary>
    public QuoteStatus Status;

    /// <summary>The asset paid; −1 where the order's field names none of the pool.</summary>
    public int AssetIn;

    /// <summary>The asset taken; −1 where the order's field names none of the pool.</summary>
    public int AssetOut;

    /// <summary>Where its line begins in the block, in bytes.</summary>
    public int Start;

    /// <summary>The bytes of its line, without the line's end.</summary>
    public int Length;

    /// <summary>Its line, counted from the block's first.</summary>
    public int Line;

    /// <summary>Whether the line leaves out the limit's column though the header has it.</summary>
    public bool LacksLimit;

    /// <summary>The amount given.</summary>
    public double Amount;

    /// <summary>The least result, or for exact out the most; NaN for none.</summary>
    public double Limit;

    /// <summary>The amount asked for; NaN unless the status is Ok.</summary>
    public double Result;

    /// <summary>Amount in per amount out, over the whole order.</summary>
    public double AveragePrice;

    /// <summary>Amount in per amount out, at the margin before the order.</summary>
    public double SpotPrice;

    /// <summary>Average over spot, less 1.</summary>
    public double Impact;

    /// <summary>Whether it is a swap.</summary>
    public readonly bool IsSwap => Kind <= OrderKind.ExactOut;
}
