using Myco.Engine.Reserve.System;

namespace Myco.Engine.Reserve.Scenarios;

/// <summary>What a holder has, gave and got.</summary>
public sealed class ScenarioHolder
{
    internal ScenarioHolder(int number, double tokens) => (Number, Tokens) = (number, tokens);

    /// <summary>The holder's number, from 0.</summary>
    public int Number { get; }

    /// <summary>The tokens held.</summary>
    public double Tokens { get; private set; }

    /// <summary>The tokens given up in redemptions.</summary>
    public double Given { get; private set; }

    /// <summary>The value paid for them.</summary>
    public double Paid { get; private set; }

    /// <summary>Takes note of an order of the holder's that was done.</summary>
    internal void Settle(SystemReceipt receipt)
    {
        Tokens = Math.Max(0, Tokens + receipt.Minted - receipt.Burned);
        if (receipt.Burned > 0)
        {
            Given += receipt.Burned;
            Paid += receipt.Value;
        }
    }
}
